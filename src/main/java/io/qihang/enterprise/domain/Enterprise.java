package io.qihang.enterprise.domain;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import io.qihang.crypto.Sealed;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.Uscc;
import io.qihang.platform.RegionCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An enterprise whose registration was accepted. */
@TableName("enterprise")
public class Enterprise {

    @TableId(type = IdType.INPUT)
    private final EnterpriseId id;

    private final RegionCode regionCode;
    private final Uscc uscc;
    private final String name;
    private final String nameKey;
    private RegionCode unitCode;
    private final @Nullable String industryCode;
    private final @Nullable Sealed contactName;
    private final @Nullable Sealed contactPhone;
    private final Instant acceptedAt;
    private final @Nullable UUID acceptedBy;

    @Version
    private int version;

    Enterprise(
            EnterpriseId id,
            RegionCode regionCode,
            Uscc uscc,
            String name,
            String nameKey,
            RegionCode unitCode,
            @Nullable String industryCode,
            @Nullable Sealed contactName,
            @Nullable Sealed contactPhone,
            Instant acceptedAt,
            @Nullable UUID acceptedBy,
            int version) {
        this.id = id;
        this.regionCode = regionCode;
        this.uscc = uscc;
        this.name = name;
        this.nameKey = nameKey;
        this.unitCode = unitCode;
        this.industryCode = industryCode;
        this.contactName = contactName;
        this.contactPhone = contactPhone;
        this.acceptedAt = acceptedAt;
        this.acceptedBy = acceptedBy;
        this.version = version;
    }

    /** It counts for another unit from now on. */
    void countFor(RegionCode unit) {
        unitCode = unit;
    }

    public EnterpriseId id() {
        return id;
    }

    RegionCode county() {
        return regionCode;
    }

    Uscc uscc() {
        return uscc;
    }

    String name() {
        return name;
    }

    String nameKey() {
        return nameKey;
    }

    RegionCode unit() {
        return unitCode;
    }

    @Nullable
    String industryCode() {
        return industryCode;
    }

    @Nullable
    Sealed contactName() {
        return contactName;
    }

    @Nullable
    Sealed contactPhone() {
        return contactPhone;
    }

    Instant acceptedAt() {
        return acceptedAt;
    }

    @Nullable
    UUID acceptedBy() {
        return acceptedBy;
    }
}
