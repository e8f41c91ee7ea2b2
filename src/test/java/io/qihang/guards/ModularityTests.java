package io.qihang.guards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fixture.modules.ModulesFixture;
import io.qihang.QihangApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

class ModularityTests {

    @Test
    void modules_touch_each_other_only_along_the_allowed_arrows() {
        ApplicationModules modules = ApplicationModules.of(QihangApplication.class);
        assertThat(modules.stream()).isNotEmpty();
        modules.verify();
    }

    @Test
    void the_guard_sees_a_forbidden_arrow() {
        ApplicationModules modules = ApplicationModules.of(ModulesFixture.class, location -> true);
        assertThatThrownBy(modules::verify).isInstanceOf(Violations.class).hasMessageContaining("upper");
    }
}
