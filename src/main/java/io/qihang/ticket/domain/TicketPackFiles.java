package io.qihang.ticket.domain;

import io.qihang.region.Offices;
import io.qihang.region.PackFile;
import io.qihang.region.RegionPackPart;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The files of a region pack that tickets own. */
@Configuration(proxyBeanMethods = false)
class TicketPackFiles {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    @Bean
    @Order(30)
    RegionPackPart ticketSettingsFile(TicketSettingMapper mapper, TicketSettings settings, Offices offices) {
        return new SettingsFile(mapper, settings, offices);
    }

    @Bean
    @Order(30)
    RegionPackPart ticketCategoriesFile(TicketSettingMapper mapper, TicketSettings settings) {
        return new CategoriesFile(mapper, settings);
    }

    /** {@code ticket.json}: letters of the numbers, which office keeps the 台账, how many files are taken. */
    private record SettingsFile(TicketSettingMapper mapper, TicketSettings settings, Offices offices)
            implements RegionPackPart {

        @Override
        public String file() {
            return "ticket.json";
        }

        @Override
        public void importFrom(PackFile file) {
            var setting = read(file, TicketSettings.Setting.class, "要有 letters、bureau、ledgerOffice 和 maxFiles");
            if (!setting.letters().matches("[A-Z]{1,4}")) throw file.bad(1, "letters", "应为 1 到 4 个大写字母");
            if (setting.maxFiles() < 0 || setting.maxFiles() > 20) throw file.bad(1, "maxFiles", "应为 0 到 20 个");
            if (!file.region().equals(TicketSettings.NATION)) {
                requireOffice(file, "bureau", setting.bureau());
                requireOffice(file, "ledgerOffice", setting.ledgerOffice());
            }
            mapper.putSetting(file.region(), setting);
            settings.forget();
        }

        private void requireOffice(PackFile file, String field, String code) {
            if (offices.find(file.region(), code).isEmpty()) throw file.bad(1, field, "没有代码为 " + code + " 的责任单位");
        }
    }

    /** {@code ticket-categories.json}: the categories, in order; what is no longer listed is retired. */
    private record CategoriesFile(TicketSettingMapper mapper, TicketSettings settings) implements RegionPackPart {

        private record Category(String code, String name) {}

        private record Categories(List<Category> categories) {}

        @Override
        public String file() {
            return "ticket-categories.json";
        }

        @Override
        public void importFrom(PackFile file) {
            List<Category> listed = read(file, Categories.class, "要有 categories，每项有 code 和 name")
                    .categories();
            Set<String> codes = new HashSet<>();
            mapper.retireCategories(file.region());
            for (Category category : listed) {
                if (!category.code().matches("[a-z0-9-]{1,40}")
                        || category.name().isBlank()) {
                    throw file.bad(1, "code", "“" + category.code() + "”应为小写字母、数字或 -，并有名称");
                }
                if (!codes.add(category.code())) throw file.bad(1, "code", category.code() + " 前面已经有了");
                mapper.putCategory(file.region(), category.code(), category.name(), codes.size());
            }
            settings.forget();
        }
    }

    /** The file's content; complains when it is not JSON of this form or a part of it is missing. */
    private static <T extends Record> T read(PackFile file, Class<T> type, String form) {
        try {
            return JSON.readValue(file.text(), type);
        } catch (JacksonException e) {
            throw file.bad(1, null, form);
        }
    }
}
