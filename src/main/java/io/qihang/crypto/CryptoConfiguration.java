package io.qihang.crypto;

import io.qihang.platform.mybatis.ColumnType;
import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CryptoConfiguration {

    @Bean
    CryptoProvider cryptoProvider(CryptoSettings settings) {
        return new SoftwareCryptoProvider(KeyRing.read(settings), new SecureRandom());
    }

    @Bean
    Vault vault(CryptoProvider crypto) {
        return new Vault(crypto);
    }

    @Bean
    static ColumnType<Sealed> sealedColumns() {
        return new ColumnType<>(Sealed.class, new SealedHandler());
    }
}
