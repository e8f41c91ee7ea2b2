package io.qihang.guards;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import fixture.code.BadThings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Map;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;

class ArchitectureTests {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.qihang");
    private static final JavaClasses BAD = new ClassFileImporter().importPackagesOf(BadThings.class);

    private static final DescribedPredicate<JavaClass> TIME =
            DescribedPredicate.describe("a type that tells the time", it -> Arrays.asList(
                            Instant.class,
                            LocalDate.class,
                            LocalDateTime.class,
                            OffsetDateTime.class,
                            ZonedDateTime.class)
                    .stream()
                    .anyMatch(it::isEquivalentTo));

    static final Map<String, ArchRule> RULES = Map.ofEntries(
            Map.entry(
                    "platform_imports_no_other_module",
                    noClasses()
                            .that()
                            .resideInAnyPackage("io.qihang.platform..", "fixture..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(otherThanPlatform())),
            Map.entry("only_identity_knows_sa_token", only("..identity..", "cn.dev33..")),
            Map.entry("only_wechat_knows_wxjava", only("..wechat..", "me.chanjar..", "cn.binarywang..")),
            Map.entry("only_storage_knows_the_object_store", only("..storage..", "io.minio..")),
            Map.entry(
                    "time_comes_from_the_injected_clock",
                    noClasses().should(callStaticNow()).orShould().callMethod(System.class, "currentTimeMillis")),
            Map.entry(
                    "queries_are_written_as_sql",
                    noClasses()
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage("com.baomidou.mybatisplus.core.conditions..")),
            Map.entry(
                    "there_are_no_generic_services",
                    noClasses()
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage("com.baomidou.mybatisplus.extension.service..")),
            Map.entry(
                    "mappers_stay_inside_their_module",
                    classes().that().areAnnotatedWith(Mapper.class).should().notBePublic()),
            Map.entry("nothing_is_pasted_into_sql", methods().should(bindEveryParameter())),
            Map.entry(
                    "dependencies_come_through_the_constructor",
                    fields().should().notBeAnnotatedWith(Autowired.class)),
            Map.entry(
                    "transactions_belong_to_use_cases",
                    methods()
                            .that()
                            .areDeclaredInClassesThat()
                            .areAnnotatedWith(RestController.class)
                            .should()
                            .notBeAnnotatedWith(Transactional.class)),
            Map.entry(
                    "controllers_stay_inside_their_module",
                    classes()
                            .that()
                            .areAnnotatedWith(RestController.class)
                            .or()
                            .areAnnotatedWith(Controller.class)
                            .should()
                            .notBePublic()));

    static final Iterable<Map.Entry<String, ArchRule>> rules = RULES.entrySet();

    @ParameterizedTest
    @FieldSource("rules")
    void the_code_keeps(Map.Entry<String, ArchRule> rule) {
        rule.getValue().allowEmptyShould(true).check(MAIN);
    }

    @ParameterizedTest
    @FieldSource("rules")
    void the_guard_sees_the_bad_example(Map.Entry<String, ArchRule> rule) {
        assertThat(rule.getValue().evaluate(BAD).hasViolation())
                .as(rule.getKey())
                .isTrue();
    }

    @Test
    void every_package_is_null_marked() {
        assertThat(MAIN.stream().map(JavaClass::getPackage).distinct())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.isAnnotatedWith(NullMarked.class))
                        .as(it.getName())
                        .isTrue());
    }

    @Test
    void the_platform_stays_small() {
        var all = MAIN.stream()
                .filter(it -> it.getPackageName().startsWith("io.qihang.platform"))
                .filter(it -> it.isTopLevelClass() && !it.getSimpleName().equals("package-info"))
                .toList();
        assertThat(all).hasSizeBetween(10, 25);
    }

    @Test
    void no_mapper_file_pastes_text_into_sql() throws IOException {
        Path mappers = Path.of("src", "main", "resources", "mapper");
        if (!Files.exists(mappers)) return;
        try (var files = Files.walk(mappers)) {
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(it -> assertThat(Files.readString(it)).doesNotContain("${"));
        }
    }

    private static String[] otherThanPlatform() {
        return new String[] {
            "io.qihang.access..",
            "io.qihang.identity..",
            "io.qihang.audit..",
            "io.qihang.region..",
            "io.qihang.wechat..",
            "io.qihang.enterprise..",
            "io.qihang.calendar..",
            "io.qihang.ticket..",
            "io.qihang.indicator..",
            "io.qihang.plan..",
            "io.qihang.visit..",
            "io.qihang.testing.."
        };
    }

    private static ArchRule only(String allowed, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(allowed)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries);
    }

    private static ArchCondition<JavaClass> callStaticNow() {
        return new ArchCondition<>("call a static now()") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethodCallsFromSelf().stream()
                        .filter(it -> it.getName().equals("now")
                                && TIME.test(it.getTargetOwner())
                                && it.getTarget().getRawParameterTypes().isEmpty())
                        .forEach(it -> events.add(SimpleConditionEvent.satisfied(type, it.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaMethod> bindEveryParameter() {
        return new ArchCondition<>("bind every parameter of its SQL") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                for (JavaAnnotation<JavaMethod> annotation : method.getAnnotations()) {
                    if (!annotation.getRawType().getPackageName().equals("org.apache.ibatis.annotations")) continue;
                    Object sql = annotation.get("value").orElse(new String[0]);
                    String text = sql instanceof Object[] parts
                            ? String.join(
                                    " ",
                                    Arrays.stream(parts).map(String::valueOf).toList())
                            : String.valueOf(sql);
                    if (text.contains("${")) events.add(SimpleConditionEvent.violated(method, method.getFullName()));
                }
            }
        };
    }
}
