package io.qihang.wechat;

import cn.binarywang.wx.miniapp.api.WxMaService;
import cn.binarywang.wx.miniapp.api.impl.WxMaServiceHttpClientImpl;
import cn.binarywang.wx.miniapp.config.impl.WxMaRedisBetterConfigImpl;
import me.chanjar.weixin.common.redis.RedisTemplateWxRedisOps;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.json.JsonMapper;

/** One client for one mini-program; its token is the stable one, shared by all nodes through Redis. */
@Configuration(proxyBeanMethods = false)
class WeChatConfiguration {

    static final String TOKEN_KEYS = "qihang:wx";

    @Bean(destroyMethod = "close")
    WxHttp wxHttp() {
        return new WxHttp();
    }

    @Bean
    WxMaService wxMaService(WeChatConnectionDetails account, WxHttp http, StringRedisTemplate redis) {
        var config = new WxMaRedisBetterConfigImpl(new RedisTemplateWxRedisOps(redis), TOKEN_KEYS);
        config.setAppid(account.appId());
        config.setSecret(account.appSecret());
        config.setApiHostUrl(account.apiHost());
        config.useStableAccessToken(true);
        config.setApacheHttpClientBuilder(http);
        var client = new WxMaServiceHttpClientImpl();
        client.setWxMaConfig(config);
        client.setMaxRetryTimes(0);
        return client;
    }

    @Bean
    WeChatCalls weChatCalls(
            WxMaService client, WeChatConnectionDetails account, StringRedisTemplate redis, JsonMapper json) {
        return new WeChatCalls(client, account, redis, json);
    }
}
