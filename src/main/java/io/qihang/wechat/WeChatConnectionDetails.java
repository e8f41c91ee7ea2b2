package io.qihang.wechat;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Which mini-program this is and where WeChat answers for it. Read from the settings unless a primary
 * bean says otherwise.
 */
public interface WeChatConnectionDetails extends ConnectionDetails {

    /** The AppID. */
    String appId();

    /** The AppSecret; never logged, never sent anywhere but to WeChat. */
    String appSecret();

    /** Scheme and host in place of {@code https://api.weixin.qq.com}, without a slash at the end. */
    String apiHost();
}
