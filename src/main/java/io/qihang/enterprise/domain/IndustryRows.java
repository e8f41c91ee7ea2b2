package io.qihang.enterprise.domain;

import io.qihang.region.PackFile;
import io.qihang.region.PackRow;
import io.qihang.region.RegionPackPart;
import java.util.HashSet;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** {@code industries.csv}: sections and divisions of GB/T 4754-2017, sections first. */
@Component
@Order(20)
class IndustryRows implements RegionPackPart {

    private final IndustryMapper mapper;
    private final Industries industries;

    IndustryRows(IndustryMapper mapper, Industries industries) {
        this.mapper = mapper;
        this.industries = industries;
    }

    @Override
    public String file() {
        return "industries.csv";
    }

    @Override
    public void importFrom(PackFile file) {
        mapper.retire(file.region());
        Set<String> codes = new HashSet<>();
        for (PackRow row : file.rows("code", "name", "section")) {
            String code = row.text("code");
            if (!code.matches("[A-T](\\d\\d)?")) throw row.bad("code", "“" + code + "”应为门类字母，或字母加两位大类");
            if (!codes.add(code)) throw row.bad("code", code + " 前面已经有了");
            String section = row.optional("section").orElse(null);
            if (!java.util.Objects.equals(section, code.length() == 1 ? null : code.substring(0, 1))) {
                throw row.bad("section", "应为大类代码的首字母；门类本身为空");
            }
            if (section != null && !codes.contains(section)) throw row.bad("section", "门类 " + section + " 应写在它前面");
            mapper.put(code, file.region(), section, row.text("name"));
        }
        industries.forget();
    }
}
