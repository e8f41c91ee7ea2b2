package io.qihang.enterprise.domain;

import io.qihang.crypto.Vault;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts single enterprises into the county's register. */
public final class Listing {

    private final JdbcClient database;
    private final Vault vault;

    public Listing(JdbcClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** Lists an enterprise of 冠县, with its phone if one is given. */
    public void add(String uscc, String name, String unit, @Nullable String phone) {
        UUID id = UUID.randomUUID();
        database.sql("""
                        insert into register_entry (id, region_code, uscc, name, name_key, unit_code, contact_phone,
                            facts, import_id, recorded_at)
                        values (:id, '371525', :uscc, :name, :key, :unit, :phone, '{"facts":[]}', :id, now())
                        """)
                .param("id", id)
                .param("uscc", uscc)
                .param("name", name)
                .param("key", new EnterpriseName(name).key())
                .param("unit", unit)
                .param(
                        "phone",
                        phone == null
                                ? null
                                : vault.seal("register_entry", "contact_phone", id, phone)
                                        .text())
                .update();
    }
}
