package io.qihang.wechat;

import java.util.concurrent.TimeUnit;
import me.chanjar.weixin.common.util.http.apache.ApacheHttpClientBuilder;
import org.apache.http.client.HttpRequestRetryHandler;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.conn.ConnectionKeepAliveStrategy;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.jspecify.annotations.Nullable;

/**
 * The one HTTP client to WeChat: certificates and host names are checked, nothing is sent twice by itself, no redirect
 * is followed, and a call that hangs ends within seconds. Given to WxJava in place of its own, whose settings are shared
 * by the whole process; WxJava's wishes for a proxy or another behaviour are not taken.
 */
final class WxHttp implements ApacheHttpClientBuilder, AutoCloseable {

    static final int CONNECT_MILLIS = 1000;
    static final int READ_MILLIS = 3000;
    private static final int CONNECTIONS = 128;
    private static final int IDLE_SECONDS = 30;

    private final CloseableHttpClient client = HttpClients.custom()
            .setDefaultRequestConfig(RequestConfig.custom()
                    .setConnectTimeout(CONNECT_MILLIS)
                    .setConnectionRequestTimeout(CONNECT_MILLIS)
                    .setSocketTimeout(READ_MILLIS)
                    .build())
            .setMaxConnPerRoute(CONNECTIONS)
            .setMaxConnTotal(CONNECTIONS)
            .evictIdleConnections(IDLE_SECONDS, TimeUnit.SECONDS)
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .build();

    @Override
    public CloseableHttpClient build() {
        return client;
    }

    @Override
    public void close() throws java.io.IOException {
        client.close();
    }

    @Override
    public ApacheHttpClientBuilder httpProxyHost(@Nullable String host) {
        return this;
    }

    @Override
    public ApacheHttpClientBuilder httpProxyPort(int port) {
        return this;
    }

    @Override
    public ApacheHttpClientBuilder httpProxyUsername(@Nullable String name) {
        return this;
    }

    @Override
    public ApacheHttpClientBuilder httpProxyPassword(@Nullable String password) {
        return this;
    }

    @Override
    public ApacheHttpClientBuilder httpRequestRetryHandler(@Nullable HttpRequestRetryHandler handler) {
        return this;
    }

    @Override
    public ApacheHttpClientBuilder keepAliveStrategy(@Nullable ConnectionKeepAliveStrategy strategy) {
        return this;
    }

    @Override
    public ApacheHttpClientBuilder sslConnectionSocketFactory(@Nullable SSLConnectionSocketFactory factory) {
        return this;
    }
}
