package io.qihang.crypto;

import io.qihang.platform.mybatis.ColumnType;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

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
    KeyProofs keyProofs(CryptoProvider crypto, JdbcClient database, TransactionTemplate transaction, Clock clock) {
        return new KeyProofs(crypto, database, transaction, clock);
    }

    @Bean
    static ColumnType<Sealed> sealedColumns() {
        return new ColumnType<>(Sealed.class, new SealedHandler());
    }
}
