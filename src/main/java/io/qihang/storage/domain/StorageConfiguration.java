package io.qihang.storage.domain;

import io.qihang.platform.mybatis.ColumnType;
import io.qihang.storage.FileId;
import io.qihang.storage.ObjectStoreConnectionDetails;
import java.time.Clock;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final Duration WHOLE_CALL = Duration.ofSeconds(30);

    @Bean
    static ColumnType<FileId> fileIds() {
        return ColumnType.id(FileId.class, FileId::new, FileId::value);
    }

    @Bean(destroyMethod = "close")
    ObjectStore objectStore(ObjectStoreConnectionDetails details, Clock clock) {
        var http = new OkHttpClient.Builder()
                .connectTimeout(CONNECT)
                .readTimeout(SILENCE)
                .writeTimeout(SILENCE)
                .callTimeout(WHOLE_CALL)
                .build();
        return new ObjectStore(details, http, clock);
    }
}
