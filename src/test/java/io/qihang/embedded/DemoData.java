package io.qihang.embedded;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** What the demo shows beside its accounts; nothing of it is in tests or in the production jar. */
@TestConfiguration(proxyBeanMethods = false)
@Import({DemoPeople.class, DemoTickets.class, DemoCounty.class, DemoVisits.class})
class DemoData {

    @Bean
    @Primary
    DemoClock demoClock() {
        return new DemoClock();
    }
}
