package io.qihang.enterprise.domain;

import io.qihang.crypto.Vault;
import io.qihang.enterprise.Uscc;
import io.qihang.platform.RegionCode;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The county's own list of enterprises (企业名录). */
@Repository
class CountyRegister {

    static final String TABLE = "register_entry";

    private final RegisterMapper mapper;
    private final Vault vault;

    CountyRegister(RegisterMapper mapper, Vault vault) {
        this.mapper = mapper;
        this.vault = vault;
    }

    /**
     * An enterprise the register lists.
     *
     * @param unit the unit it is listed under; null when the register does not say
     * @param contactPhone its phone; null when the register does not say
     * @param facts what its other columns say
     * @param importId the import that wrote it last
     * @param importedBy the officer who imported it
     */
    record Entry(
            Uscc uscc,
            EnterpriseName name,
            @Nullable RegionCode unit,
            @Nullable String contactPhone,
            RegisterFacts facts,
            UUID importId,
            @Nullable UUID importedBy) {}

    Optional<Entry> find(RegionCode county, Uscc uscc) {
        var row = mapper.find(county, uscc);
        if (row == null) return Optional.empty();
        String phone =
                row.contactPhone() == null ? null : vault.open(TABLE, "contact_phone", row.id(), row.contactPhone());
        return Optional.of(new Entry(
                row.uscc(),
                new EnterpriseName(row.name()),
                row.unitCode(),
                phone,
                row.facts(),
                row.importId(),
                row.importedBy()));
    }
}
