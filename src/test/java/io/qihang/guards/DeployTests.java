package io.qihang.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the installation's example of settings against what the code and its libraries read. */
class DeployTests {

    private static final Path EXAMPLE = Path.of("deploy", "qihang.env.example");
    private static final Pattern LINE = Pattern.compile("#?([A-Z][A-Z0-9_]+)=(.*)");

    /** An argument of one command, never a setting that stays. */
    private static final String COMMAND = "QIHANG_BOOTSTRAP";

    /** Refused where this example is used. */
    private static final String DEMO = "QIHANG_MINIAPPH5_SERVED";

    @Test
    void the_example_names_every_setting_of_ours() throws IOException {
        var named = example().keySet();
        assertThat(ours().entrySet()).hasSizeGreaterThan(10).allSatisfy(setting -> assertThat(named)
                .as(setting.getKey())
                .anyMatch(it -> setting.getValue().isMap()
                        ? it.startsWith(setting.getKey() + "_")
                        : it.equals(setting.getKey())));
        assertThat(named).containsAll(scripts());
    }

    @Test
    void the_example_names_only_settings_that_somebody_reads() throws IOException {
        Map<String, Setting> known = new TreeMap<>(springs());
        known.putAll(ours());
        scripts().forEach(it -> known.put(it, new Setting(false, null)));
        assertThat(example().keySet()).allSatisfy(name -> assertThat(known.entrySet())
                .as(name)
                .anyMatch(it ->
                        name.equals(it.getKey()) || (it.getValue().isMap() && name.startsWith(it.getKey() + "_"))));
    }

    @Test
    void a_default_in_the_example_is_the_default_of_the_code() throws IOException {
        var example = example();
        assertThat(ours().entrySet().stream().filter(it -> it.getValue().preset() != null))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(example.get(it.getKey()))
                        .as(it.getKey())
                        .isIn(it.getValue().preset(), ""));
    }

    @Test
    void every_setting_is_explained_in_chinese() throws IOException {
        boolean explained = false;
        for (String line : Files.readAllLines(EXAMPLE)) {
            if (line.isBlank()) explained = false;
            else if (LINE.matcher(line).matches())
                assertThat(explained).as(line).isTrue();
            else explained = explained || line.matches("# [^─].*[一-龥].*");
        }
    }

    /** A browser shows no PDF that is sandboxed, and none in a page that may not frame it. */
    @Test
    void the_console_may_show_files_in_its_pages() throws IOException {
        String proxy = Files.readString(Path.of("deploy", "nginx", "qihang.conf.template"));
        String files = proxy.substring(proxy.indexOf("server_name ${QIHANG_FILES_HOST}"));
        assertThat(files.lines().filter(it -> it.contains("Content-Security-Policy")))
                .isNotEmpty()
                .allMatch(it -> it.contains("default-src 'none'; frame-ancestors https://${QIHANG_HOST}"));
    }

    @Test
    void the_proxy_takes_bodies_as_large_as_the_application_does() throws IOException {
        String proxy = Files.readString(Path.of("deploy", "nginx", "qihang.conf.template"));
        String limit = Files.readString(Path.of("src/main/java/io/qihang/platform/web/BodyLimit.java"));
        String settings = Files.readString(Path.of("src/main/resources/application.yml"));
        assertThat(limit).contains("MAX_BYTES = 256 * 1024;");
        assertThat(settings).contains("max-request-size: 6MB");
        assertThat(proxy).contains("client_max_body_size 256k;", "client_max_body_size 6m;");
    }

    @Test
    void the_proxy_lets_every_workbook_through() throws IOException {
        String proxy = Files.readString(Path.of("deploy", "nginx", "qihang.conf.template"));
        Matcher large = Pattern.compile("location ~ (\\S+) \\{\\s+client_max_body_size 6m;")
                .matcher(proxy);
        assertThat(large.find()).isTrue();
        Pattern allowed = Pattern.compile(large.group(1));
        JsonNode paths = JsonMapper.shared()
                .readTree(Path.of("miniapp-api-docs", "openapi.json"))
                .path("paths");
        assertThat(paths.propertyStream()
                        .filter(it ->
                                it.getValue().at("/post/requestBody/content").has("multipart/form-data"))
                        .map(it -> it.getKey().replaceAll("\\{\\w+}", "019ba1a0-12c8-788c-90f5-9d0ea839853f")))
                .hasSizeGreaterThan(2)
                .allMatch(it -> allowed.matcher(it).find());
    }

    private record Setting(boolean isMap, @Nullable String preset) {}

    /** Name and value of every setting of the example, whether it is commented out or not. */
    private static Map<String, String> example() throws IOException {
        return Files.readAllLines(EXAMPLE).stream()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .collect(Collectors.toMap(it -> it.group(1), it -> it.group(2)));
    }

    /** What our own code reads, as environment variables. */
    private static Map<String, Setting> ours() throws IOException {
        Map<String, Setting> settings = new TreeMap<>();
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        for (var found : scanner.findCandidateComponents("io.qihang")) {
            Class<?> type = ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
            String prefix = type.getAnnotationsByType(ConfigurationProperties.class)[0].value();
            assertThat(type.isRecord()).as("%s is a record", type).isTrue();
            settings.putAll(parts(type, prefix));
        }
        for (String placeholder : placeholders()) settings.put(variable(placeholder), new Setting(false, null));
        settings.remove(COMMAND);
        settings.remove(DEMO);
        return settings;
    }

    /** The settings of a record; those of a record within it stand under its name. */
    private static Map<String, Setting> parts(Class<?> type, String prefix) {
        Map<String, Setting> settings = new TreeMap<>();
        var parameters = type.getDeclaredConstructors()[0].getParameters();
        for (int i = 0; i < parameters.length; i++) {
            String name = prefix + "." + type.getRecordComponents()[i].getName();
            Class<?> part = parameters[i].getType();
            if (part.isRecord() && part.getNestHost() == type.getNestHost()) settings.putAll(parts(part, name));
            else settings.put(variable(name), new Setting(Map.class.isAssignableFrom(part), preset(parameters[i])));
        }
        return settings;
    }

    /** The default of a record's component; null when it has none or an empty one. */
    private static @Nullable String preset(Parameter part) {
        var given = part.getAnnotation(DefaultValue.class);
        return given == null || given.value().length == 0 || given.value()[0].isEmpty() ? null : given.value()[0];
    }

    /** Settings of ours that code and configuration ask for by name. */
    private static Set<String> placeholders() throws IOException {
        Pattern asked = Pattern.compile("(?:\\$\\{|ConditionalOnProperty\\(\")(qihang\\.[a-z0-9.-]+)");
        try (Stream<Path> files = Files.walk(Path.of("src", "main"))) {
            List<Path> texts =
                    files.filter(it -> it.toString().matches(".*\\.(java|yml)")).toList();
            var found = new TreeSet<String>();
            for (Path text : texts) {
                asked.matcher(Files.readString(text)).results().forEach(it -> found.add(it.group(1)));
            }
            return found;
        }
    }

    /** What the backup asks for. */
    private static Set<String> scripts() throws IOException {
        return Pattern.compile("QIHANG_BACKUP_[A-Z]+")
                .matcher(Files.readString(Path.of("deploy", "backup.sh")))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    /** What the libraries on the class path read, by the metadata they carry. */
    private static Map<String, Setting> springs() throws IOException {
        Map<String, Setting> settings = new TreeMap<>();
        var json = new JsonMapper();
        for (var file : new PathMatchingResourcePatternResolver()
                .getResources("classpath*:META-INF/spring-configuration-metadata.json")) {
            try (var in = file.getInputStream()) {
                for (var property : json.readTree(in).path("properties")) {
                    boolean map = property.path("type").asString("").startsWith("java.util.Map");
                    settings.put(variable(property.path("name").asString()), new Setting(map, null));
                }
            }
        }
        return settings;
    }

    private static String variable(String setting) {
        return setting.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
