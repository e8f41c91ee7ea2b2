package io.qihang.agenda.domain;

import io.qihang.region.PackFile;
import io.qihang.region.RegionPackPart;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code agenda.json} of a region pack: which rules make tasks there, and each one's number of days. */
@Component
@Order(30)
class TaskRulesFile implements RegionPackPart {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private final TaskMapper mapper;

    TaskRulesFile(TaskMapper mapper) {
        this.mapper = mapper;
    }

    /** One rule's setting. */
    record RuleSetting(String rule, boolean enabled, int days) {}

    private record Content(String label, List<RuleSetting> rules) {}

    @Override
    public String file() {
        return "agenda.json";
    }

    @Override
    public void importFrom(PackFile file) {
        Content content = read(file);
        if (content.label().isBlank()) throw file.bad(1, "label", "应写明来源");
        for (RuleSetting it : content.rules()) {
            if (it.rule().isBlank()) throw file.bad(1, "rule", "应写明哪一条规则");
            if (it.days() < 0 || it.days() > 366) throw file.bad(1, "days", "应为 0 到 366 天");
            mapper.put(file.region(), it, content.label());
        }
    }

    private static Content read(PackFile file) {
        try {
            return JSON.readValue(file.text(), Content.class);
        } catch (JacksonException e) {
            throw file.bad(1, null, "要有 label 和 rules，每条规则有 rule、enabled、days");
        }
    }
}
