package io.qihang.ticket.domain;

import io.qihang.region.Offices;
import io.qihang.region.PackFile;
import io.qihang.region.RegionPackPart;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
    @Order(31)
    RegionPackPart dutiesFile(TicketSettingMapper mapper, TicketSettings settings, Offices offices) {
        return new DutiesFile(mapper, settings, offices);
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
            var setting = read(
                    file,
                    TicketSettings.Setting.class,
                    "要有 letters、bureau、ledgerOffice、arbiter、refusalGrounds 和 maxFiles");
            if (!setting.letters().matches("[A-Z]{1,4}")) throw file.bad(1, "letters", "应为 1 到 4 个大写字母");
            if (setting.maxFiles() < 0 || setting.maxFiles() > 20) throw file.bad(1, "maxFiles", "应为 0 到 20 个");
            if (!file.region().equals(TicketSettings.NATION)) {
                requireOffice(file, "bureau", setting.bureau());
                requireOffice(file, "ledgerOffice", setting.ledgerOffice());
                if (!setting.arbiter().isEmpty()) requireOffice(file, "arbiter", setting.arbiter());
            }
            mapper.putSetting(file.region(), setting);
            settings.forget();
        }

        private void requireOffice(PackFile file, String field, String code) {
            if (offices.find(file.region(), code).isEmpty()) throw file.bad(1, field, "没有代码为 " + code + " 的责任单位");
        }
    }

    /** {@code duties.json}: the county's 职责清单, every version of it; one in use is never changed. */
    private record DutiesFile(TicketSettingMapper mapper, TicketSettings settings, Offices offices)
            implements RegionPackPart {

        private record Lists(List<Listed> lists) {}

        private record Listed(
                int version, String label, String source, LocalDate effectiveFrom, List<DutyList.Duty> duties) {

            DutyList asList() {
                return new DutyList(version, label, source, effectiveFrom, new DutyList.Duties(duties));
            }
        }

        @Override
        public String file() {
            return "duties.json";
        }

        @Override
        public void importFrom(PackFile file) {
            Map<Integer, DutyList> known =
                    mapper.dutyLists(file.region()).stream().collect(Collectors.toMap(DutyList::version, it -> it));
            for (Listed listed : read(file, Lists.class, "要有 lists，每版有 version、label、source、effectiveFrom 和 duties")
                    .lists()) {
                DutyList list = listed.asList();
                check(file, list);
                DutyList former = known.get(list.version());
                if (former == null) {
                    mapper.addDutyList(file.region(), list);
                } else if (!former.equals(list)) {
                    throw file.bad(1, "version", "第 " + list.version() + " 版已经在用，不能改；请另加一版");
                }
            }
            settings.forget();
        }

        private void check(PackFile file, DutyList list) {
            Set<String> codes = new HashSet<>();
            for (DutyList.Duty duty : list.duties().items()) {
                if (!codes.add(duty.code())) throw file.bad(1, "code", duty.code() + " 前面已经有了");
                if (offices.find(file.region(), duty.office()).isEmpty()) {
                    throw file.bad(1, "office", "没有代码为 " + duty.office() + " 的责任单位");
                }
                if (!settings.offers(file.region(), duty.category())) {
                    throw file.bad(1, "category", "没有“" + duty.category() + "”这个诉求类别");
                }
                if (duty.basis().isBlank()) throw file.bad(1, "basis", "第" + duty.code() + "条要写明依据");
            }
        }
    }

    /** {@code ticket-categories.json}: the categories, in order, 其他 among them; what is no longer listed is retired. */
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
            if (!codes.contains(TicketSettings.OTHER)) throw file.bad(1, "code", "要有一类“其他”，代码为 other");
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
