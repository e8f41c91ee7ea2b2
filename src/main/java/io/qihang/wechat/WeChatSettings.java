package io.qihang.wechat;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mini-program's account.
 *
 * @param appId the AppID
 * @param appSecret the AppSecret
 * @param pushToken the Token of WeChat's page for message pushes; empty takes none
 * @param aesKey the EncodingAESKey that belongs to it, 43 characters
 * @param apiHost one of WeChat's own hosts; the start is refused with any other
 */
@ConfigurationProperties("qihang.wechat")
record WeChatSettings(
        @DefaultValue("") String appId,
        @DefaultValue("") String appSecret,
        @DefaultValue("") String pushToken,
        @DefaultValue("") String aesKey,
        @DefaultValue("https://api.weixin.qq.com") String apiHost)
        implements WeChatConnectionDetails {

    WeChatSettings {
        if (pushToken.isEmpty() != aesKey.isEmpty()) {
            throw new IllegalArgumentException("qihang.wechat.push-token 和 qihang.wechat.aes-key 要一起填写，或都不填。");
        }
        if (!pushToken.isEmpty() && !(pushToken.matches("[A-Za-z0-9]{3,32}") && aesKey.matches("[A-Za-z0-9]{43}"))) {
            throw new IllegalArgumentException(
                    "qihang.wechat.push-token 是 3 到 32 个、qihang.wechat.aes-key 是 43 个字母或数字。");
        }
    }

    @Override
    public String toString() {
        return "WeChatSettings[" + appId + ", " + apiHost + "]";
    }
}
