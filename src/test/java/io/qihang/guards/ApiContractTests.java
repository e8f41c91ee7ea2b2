package io.qihang.guards;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.platform.ProblemCode;
import io.qihang.testing.Api;
import io.qihang.testing.Papers;
import io.qihang.testing.SystemTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The papers say what the system does. Run with {@code -Dqihang.papers=write} to bring them up to date after a wanted
 * change.
 */
@SystemTest
class ApiContractTests {

    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Autowired
    Api api;

    @Test
    void the_committed_document_is_what_the_system_answers() {
        JsonNode live = api.get("/v3/api-docs").expect(200).json();
        ((tools.jackson.databind.node.ObjectNode) live).remove("servers");
        Papers.agree(Papers.FOLDER.resolve("openapi.json"), PRETTY.writeValueAsString(live) + "\n", getClass());
    }

    @Test
    void every_problem_code_is_listed() throws ClassNotFoundException {
        Papers.agree(Papers.FOLDER.resolve("errors.md"), errors(), getClass());
    }

    @Test
    void every_operation_is_named_and_told_in_chinese() {
        JsonNode paths = api.get("/v3/api-docs").expect(200).json().path("paths");
        for (var path : paths.properties()) {
            for (var method : path.getValue().properties()) {
                String where = method.getKey() + " " + path.getKey();
                assertThat(path.getKey()).as(where).startsWith("/api/v1/");
                assertThat(method.getValue().path("operationId").asString(""))
                        .as(where)
                        .matches("[a-z][A-Za-z]+");
                assertThat(method.getValue().path("summary").asString(""))
                        .as(where)
                        .matches("(?s).*[一-龥].*");
            }
        }
    }

    @Test
    void the_drift_guard_sees_a_change() {
        assertThat(PRETTY.readTree("{\"a\":1}")).isNotEqualTo(PRETTY.readTree("{\"a\":2}"));
    }

    private static String errors() throws ClassNotFoundException {
        var text = new StringBuilder("""
                # 错误码

                每个失败的请求都返回 `application/problem+json`（RFC 9457）：`code` 是稳定的错误码，`detail` 是可以直接显示给用户的中文，
                `traceId` 是本次请求的编号，`errors` 指出填写不对的字段。说明里的百分号占位处填入具体内容。带 `Retry-After` 的按其秒数后再试。

                本页由 `ApiContractTests` 从代码生成并核对。
                """);
        var byModule = new TreeMap<String, List<ProblemCode>>();
        for (Class<?> type : catalogues()) {
            String module =
                    type.getPackageName().substring("io.qihang.".length()).split("\\.")[0];
            for (Object constant : type.getEnumConstants()) {
                byModule.computeIfAbsent(module, it -> new ArrayList<>()).add((ProblemCode) constant);
            }
        }
        byModule.forEach((module, codes) -> {
            text.append("\n## ").append(module).append("\n\n| code | HTTP | 说明 |\n|---|---|---|\n");
            codes.stream().sorted(Comparator.comparing(ProblemCode::name)).forEach(it -> text.append("| `")
                    .append(it.name())
                    .append("` | ")
                    .append(it.status().value())
                    .append(" | ")
                    .append(it.message())
                    .append(" |\n"));
        });
        return text.toString();
    }

    private static List<Class<?>> catalogues() throws ClassNotFoundException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(ProblemCode.class));
        List<Class<?>> found = new ArrayList<>();
        for (var definition : scanner.findCandidateComponents("io.qihang")) {
            found.add(Class.forName(definition.getBeanClassName()));
        }
        assertThat(found).isNotEmpty();
        return found;
    }
}
