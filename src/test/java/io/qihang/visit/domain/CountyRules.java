package io.qihang.visit.domain;

import io.qihang.platform.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A county's own numbers for its visits, until this is closed. */
public final class CountyRules implements AutoCloseable {

    private final VisitSettings settings;
    private final JdbcClient database;
    private final RegionCode county;

    /**
     * @param cap on how many days of a month an enterprise is visited; null for no cap
     * @param callbackPercent how many of a hundred visits are asked about
     */
    public CountyRules(ApplicationContext system, RegionCode county, @Nullable Integer cap, int callbackPercent) {
        this.settings = system.getBean(VisitSettings.class);
        this.database = system.getBean(JdbcClient.class);
        this.county = county;
        system.getBean(VisitSettingMapper.class)
                .put(county, new VisitSettings.Setting(false, 24, 60, false, cap, 7, 30, callbackPercent, "县里规定"));
        settings.forget();
    }

    @Override
    public void close() {
        database.sql("delete from visit_setting where region_code = ?")
                .param(county.value())
                .update();
        settings.forget();
    }
}
