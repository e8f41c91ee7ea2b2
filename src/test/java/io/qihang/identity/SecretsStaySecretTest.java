package io.qihang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.access.Role;
import io.qihang.testing.Api;
import io.qihang.testing.Limits;
import io.qihang.testing.MovableClock;
import io.qihang.testing.Staffing;
import io.qihang.testing.Superuser;
import io.qihang.testing.SystemTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@SystemTest
@ExtendWith(OutputCaptureExtension.class)
class SecretsStaySecretTest {

    @Autowired
    Api api;

    @Autowired
    Staffing staffing;

    @Autowired
    Superuser superuser;

    @Autowired
    MovableClock clock;

    @Autowired
    Limits limits;

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void neither_log_nor_database_nor_answer_shows_a_secret_or_a_persons_name_and_number(CapturedOutput output) {
        limits.forget();
        var system = staffing.hire(Role.SYSTEM_ADMIN);
        String opened = system.api()
                .post(
                        "/api/v1/desk/accounts",
                        Map.of(
                                "county", "371525",
                                "loginName", "canary.account",
                                "kind", "BUSINESS",
                                "name", "金丝雀名",
                                "phone", "13900007777"))
                .expect(201)
                .at("/initialPassword");
        var member = staffing.hire(Role.LEADER);
        clock.move(Duration.ofMinutes(1));
        String code = member.code(clock);
        String challenge = staffing.passwordStep(member.loginName(), member.password());
        String token = staffing.codeStep(challenge, code);
        String wrong = api.post(
                        "/api/v1/desk/sign-in/password",
                        Map.of("loginName", "canary.account", "password", "Canary#Wrong99"))
                .expect(401)
                .text();

        String dump = superuser.dump();
        assertThat(dump).contains("canary.account");
        for (String canary : new String[] {
            opened, member.password(), member.secret(), token, challenge, "Canary#Wrong99", "金丝雀名", "13900007777"
        }) {
            assertThat(output.getAll()).as("log").doesNotContain(canary);
            assertThat(dump).as("database").doesNotContain(canary);
            assertThat(wrong).as("answer").doesNotContain(canary);
        }
    }
}
