package io.qihang.workbook;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qihang.testing.Workbooks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookGuardTest {

    private static final byte[] PLAIN = "<workbook/>".getBytes(StandardCharsets.UTF_8);

    private static byte[] workbookAnd(String name, byte[] part) {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("xl/workbook.xml", PLAIN);
        parts.put(name, part);
        return Workbooks.zip(parts);
    }

    @TempDir
    Path folder = Path.of("");

    private void check(byte[] content) throws IOException {
        WorkbookGuard.check(Files.write(folder.resolve("upload.xlsx"), content).toFile());
    }

    @Test
    void a_workbook_as_excel_writes_it_passes() {
        assertThatCode(() -> check(Workbooks.of(List.of(List.of("企业名称"), List.of("甲")))))
                .doesNotThrowAnyException();
    }

    @Test
    void what_unpacks_to_a_hundred_times_its_size_is_refused_before_it_is_read() {
        byte[] bomb = workbookAnd("xl/sharedStrings.xml", new byte[20 * 1024 * 1024]);
        assertThatThrownBy(() -> check(bomb)).hasMessageContaining("结构异常");
    }

    @Test
    void what_unpacks_to_more_than_fits_is_refused() {
        byte[] noise = new byte[(int) WorkbookGuard.MAX_UNPACKED + 1];
        new java.util.Random(1).nextBytes(noise);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) ('0' + (noise[i] & 7));
        }
        byte[] large = workbookAnd("xl/media/image1.bin", noise);
        assertThatThrownBy(() -> check(large)).hasMessageContaining("结构异常");
    }

    @Test
    void a_thousand_parts_are_too_many() {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("xl/workbook.xml", PLAIN);
        for (int i = 0; i < WorkbookGuard.MAX_ENTRIES; i++) {
            parts.put("xl/part" + i + ".xml", PLAIN);
        }
        byte[] many = Workbooks.zip(parts);
        assertThatThrownBy(() -> check(many)).hasMessageContaining("结构异常");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
                "<?xml version=\"1.0\"?>\n<!doctype x><x/>",
                "<!ENTITY lol \"lol\">"
            })
    void a_part_that_declares_entities_is_refused(String xml) {
        byte[] near = workbookAnd("xl/worksheets/sheet1.xml", xml.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> check(near)).hasMessageContaining("结构异常");
        String far = "<!--" + "a".repeat(64 * 1024 - 9) + "-->" + xml;
        byte[] across = workbookAnd("xl/worksheets/sheet1.xml", far.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> check(across)).hasMessageContaining("结构异常");
        byte[] wide = workbookAnd("xl/worksheets/sheet1.xml", xml.getBytes(StandardCharsets.UTF_16));
        assertThatThrownBy(() -> check(wide)).hasMessageContaining("结构异常");
    }

    @Test
    void what_is_no_workbook_is_told_so() {
        assertThatThrownBy(() -> check("统一社会信用代码,企业名称".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("打不开");
        assertThatThrownBy(() -> check(Workbooks.zip(Map.of("a.txt", PLAIN)))).hasMessageContaining("打不开");
    }
}
