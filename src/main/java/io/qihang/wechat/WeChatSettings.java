package io.qihang.wechat;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mini-program's account.
 *
 * @param appId the AppID
 * @param appSecret the AppSecret
 * @param apiHost one of WeChat's own hosts; the start is refused with any other
 */
@ConfigurationProperties("qihang.wechat")
record WeChatSettings(
        @DefaultValue("") String appId,
        @DefaultValue("") String appSecret,
        @DefaultValue("https://api.weixin.qq.com") String apiHost)
        implements WeChatConnectionDetails {

    @Override
    public String toString() {
        return "WeChatSettings[" + appId + ", " + apiHost + "]";
    }
}
