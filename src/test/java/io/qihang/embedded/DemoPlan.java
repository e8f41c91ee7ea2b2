package io.qihang.embedded;

import io.qihang.plan.domain.Plans;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import java.time.Clock;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.core.annotation.Order;

/** The demo's plan: the county's plan of 2023 once more for the current year, marked 演示. */
@TestConfiguration(proxyBeanMethods = false)
@Order(1)
public class DemoPlan implements ApplicationRunner {

    private static final RegionCode COUNTY = new RegionCode("371525");
    private static final int DOCUMENTED = 2023;

    private final Plans plans;
    private final Clock clock;

    public DemoPlan(Plans plans, Clock clock) {
        this.plans = plans;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        copyTo(Times.dayOf(clock.instant()).getYear());
    }

    /** Makes sure the year has a plan. */
    public void copyTo(int year) {
        if (plans.find(COUNTY, year).isPresent()) return;
        plans.put(plans.find(COUNTY, DOCUMENTED).orElseThrow().demonstratedIn(year));
    }
}
