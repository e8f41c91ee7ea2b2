package io.qihang.certificate.domain;

import io.qihang.certificate.CertificateLevel;
import io.qihang.region.PackFile;
import io.qihang.region.RegionPackPart;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code certificate-types.json}: the types, in order; what is no longer listed is retired. */
@Component
@Order(30)
class CertificateTypesFile implements RegionPackPart {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();
    private static final String CODE = "[a-z][a-z0-9_]{1,45}";

    private final CertificateTypeMapper mapper;
    private final CertificateTypes types;

    CertificateTypesFile(CertificateTypeMapper mapper, CertificateTypes types) {
        this.mapper = mapper;
        this.types = types;
    }

    record Listed(
            String code,
            String name,
            List<CertificateLevel> levels,
            String factKey,
            @Nullable Integer validYears,
            List<String> documents,
            @Nullable String note) {}

    private record Types(List<Listed> types) {}

    @Override
    public String file() {
        return "certificate-types.json";
    }

    @Override
    public void importFrom(PackFile file) {
        Set<String> codes = new HashSet<>();
        mapper.retire(file.region());
        for (Listed type : read(file).types()) {
            check(file, type);
            if (!codes.add(type.code())) throw file.bad(1, "code", type.code() + " 前面已经有了");
            String levels = type.levels().stream().map(Enum::name).collect(Collectors.joining(","));
            mapper.put(file.region(), type, levels, String.join(",", type.documents()), codes.size());
        }
        types.forget();
    }

    private static void check(PackFile file, Listed type) {
        if (!type.code().matches(CODE) || type.name().isBlank()) {
            throw file.bad(1, "code", "“" + type.code() + "”应为小写字母、数字或下划线，并有名称");
        }
        if (!type.factKey().matches(CODE)) throw file.bad(1, "factKey", "“" + type.factKey() + "”应为小写字母、数字或下划线");
        if (type.levels().isEmpty()) throw file.bad(1, "levels", type.code() + " 至少要有一个级别，不分级别的写 UNSTATED");
        if (type.validYears() != null && type.validYears() < 1) throw file.bad(1, "validYears", "应为 1 年以上，没有规定的写 null");
    }

    private static Types read(PackFile file) {
        try {
            return JSON.readValue(file.text(), Types.class);
        } catch (JacksonException e) {
            throw file.bad(1, null, "要有 types，每项有 code、name、levels、factKey、validYears、documents 和 note");
        }
    }
}
