package io.qihang;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** 企航 Qihang: the county's working system for raising its enterprises. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@EnableScheduling
@Modulithic(systemName = "企航 Qihang", sharedModules = "platform")
public class QihangApplication {

    public static void main(String[] args) {
        SpringApplication.run(QihangApplication.class, args);
    }
}
