package io.qihang.plan.domain;

import io.qihang.plan.domain.PlanSources.ItemSource;
import io.qihang.region.Offices;
import io.qihang.region.PackFile;
import io.qihang.region.RegionPackPart;
import io.qihang.region.Regions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of a region pack that plans own: for each year {@code plans/2023.json}, which says what the plan is, and
 * {@code plans/2023.csv}, which holds every number of it with its quotation.
 */
@Configuration(proxyBeanMethods = false)
class PlanFiles {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern NAME = Pattern.compile("plans/(20\\d\\d)\\.(json|csv)");

    @Bean
    @Order(30)
    RegionPackPart planHeads(Plans plans) {
        return new Heads(plans);
    }

    @Bean
    @Order(31)
    RegionPackPart planNumbers(Plans plans, Regions regions, Offices offices) {
        return new Numbers(plans, regions, offices);
    }

    private record Head(
            int year,
            @Nullable String name,
            @Nullable String document,
            @Nullable String clause,
            @Nullable String remark,
            @Nullable String deadlineNote,
            @Nullable List<ItemSource> sources) {}

    private record Heads(Plans plans) implements RegionPackPart {

        @Override
        public String file() {
            return "plans/*.json";
        }

        @Override
        public void importFrom(PackFile file) {
            Head head = read(file);
            if (head.year() != yearOf(file)) throw file.bad(1, "year", "年份与文件名不同");
            if (head.name() == null || head.document() == null || head.clause() == null || head.sources() == null) {
                throw form(file);
            }
            plans.putHead(new Plan(
                    file.region(),
                    head.year(),
                    PlanStatus.IN_FORCE,
                    head.name(),
                    head.document(),
                    head.clause(),
                    head.remark(),
                    head.deadlineNote(),
                    new PlanSources(head.sources()),
                    new Plan.Items(List.of()),
                    new Plan.Targets(List.of())));
        }

        private static Head read(PackFile file) {
            try {
                return JSON.readValue(file.text(), Head.class);
            } catch (JacksonException e) {
                throw form(file);
            }
        }

        private static RuntimeException form(PackFile file) {
            return file.bad(1, null, "要有 year、name、document、clause 和 sources");
        }
    }

    private record Numbers(Plans plans, Regions regions, Offices offices) implements RegionPackPart {

        @Override
        public String file() {
            return "plans/*.csv";
        }

        @Override
        public void importFrom(PackFile file) {
            int year = yearOf(file);
            if (!plans.hasHead(file.region(), year)) throw file.bad(1, null, "缺少同名的 json 文件，它说明这是哪一份计划");
            var rows = new PlanRows(file, year, regions, offices);
            rows.read();
            plans.putContent(file.region(), year, rows.items(), rows.targets());
        }
    }

    private static int yearOf(PackFile file) {
        Matcher name = NAME.matcher(file.name());
        if (!name.matches()) throw file.bad(1, null, "文件名应为年份，如 plans/2023.csv");
        return Integer.parseInt(name.group(1));
    }
}
