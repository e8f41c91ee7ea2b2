package io.qihang.visit.domain;

import io.qihang.platform.RegionCode;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Visits of a county may have photos until this is closed. */
public final class PhotosTaken implements AutoCloseable {

    private final VisitSettings settings;
    private final JdbcClient database;
    private final RegionCode county;

    public PhotosTaken(ApplicationContext system, RegionCode county) {
        this.settings = system.getBean(VisitSettings.class);
        this.database = system.getBean(JdbcClient.class);
        this.county = county;
        system.getBean(VisitSettingMapper.class)
                .put(county, new VisitSettings.Setting(false, 24, 60, true, null, 7, 30, 10, "县里规定"));
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
