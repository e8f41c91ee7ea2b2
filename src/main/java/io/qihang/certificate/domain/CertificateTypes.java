package io.qihang.certificate.domain;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.qihang.certificate.CertificateLevel;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The types of certificates; they change with a region pack only and are held in memory for minutes. */
@Component
public class CertificateTypes {

    static final RegionCode NATION = new RegionCode("100000");
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final LoadingCache<RegionCode, List<Type>> types;

    CertificateTypes(CertificateTypeMapper mapper) {
        types = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumSize(1000)
                .build(county -> mapper.types(NATION, county).stream()
                        .map(CertificateTypeMapper.Row::type)
                        .toList());
    }

    /**
     * A type of certificate.
     *
     * @param factKey what a certificate proves, as the fact book calls it, before the level
     * @param validYears how long it is usually valid; null as long as no document says so
     * @param note what the documents leave open
     */
    public record Type(
            String code,
            String name,
            List<CertificateLevel> levels,
            String factKey,
            @Nullable Integer validYears,
            @Nullable String note,
            boolean inUse) {

        static List<CertificateLevel> levels(String joined) {
            return Arrays.stream(joined.split(","))
                    .map(CertificateLevel::valueOf)
                    .toList();
        }
    }

    /** The types that can be handed in, in order. */
    public List<Type> offered(RegionCode county) {
        return types.get(county).stream().filter(Type::inUse).toList();
    }

    /** The type's name; its code when it is unknown. */
    String nameOf(RegionCode county, String code) {
        return find(county, code).map(Type::name).orElse(code);
    }

    /** The key of the fact that a certificate of this type and level proves; refuses what is not offered. */
    String factKey(RegionCode county, String code, CertificateLevel level) {
        return find(county, code)
                .filter(it -> it.inUse() && it.levels().contains(level))
                .map(it -> level.factKey(it.factKey()))
                .orElseThrow(() -> Problem.of(CertificateProblem.CERTIFICATE_TYPE_UNKNOWN));
    }

    private Optional<Type> find(RegionCode county, String code) {
        return types.get(county).stream().filter(it -> it.code().equals(code)).findFirst();
    }

    /** Reads anew at the next question. */
    void forget() {
        types.invalidateAll();
    }
}
