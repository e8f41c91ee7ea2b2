package io.qihang.everywhere;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.access.Role;
import io.qihang.testing.Api;
import io.qihang.testing.Limits;
import io.qihang.testing.Phones;
import io.qihang.testing.RedisWords;
import io.qihang.testing.Staffing;
import io.qihang.testing.SystemTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;

/** What is left in Redis of a session that has ended: nothing. */
@SystemTest
class SessionRemainsTests {

    @Autowired
    Staffing staffing;

    @Autowired
    Phones phones;

    @Autowired
    Limits limits;

    @Autowired
    StringRedisTemplate redis;

    @BeforeEach
    void forgetLimits() {
        limits.forget();
    }

    private String[] wordsOf(Staffing.Member member) {
        return new String[] {member.token(), member.id().toString(), member.loginName()};
    }

    private String[] wordsOf(Phones.Person person) {
        return new String[] {person.token(), person.id().toString(), person.phone(), person.openid()};
    }

    private RedisWords words() {
        return new RedisWords(redis);
    }

    @Test
    void signing_out_of_the_console_leaves_nothing() {
        var member = staffing.hire(Role.LEADER);
        assertThat(words().naming(wordsOf(member))).isNotEmpty();
        member.api().post("/api/v1/desk/sign-out", "").expect(204);
        assertThat(words().naming(wordsOf(member))).isEmpty();
    }

    @Test
    void a_disabled_account_leaves_nothing() {
        var member = staffing.hire(Role.LEADER);
        Api admin = staffing.hire(Role.SYSTEM_ADMIN).api();
        assertThat(words().naming(wordsOf(member))).isNotEmpty();
        admin.post("/api/v1/desk/accounts/" + member.id() + "/disabling", "").expect(204);
        assertThat(words().naming(wordsOf(member))).isEmpty();
    }

    @Test
    void signing_out_on_the_phone_leaves_nothing_not_even_for_a_repeated_code() {
        var person = phones.signIn();
        assertThat(words().naming(wordsOf(person))).isNotEmpty();
        person.api().post("/api/v1/sign-out", "").expect(204);
        assertThat(words().naming(wordsOf(person))).isEmpty();
    }

    @Test
    void whatever_names_a_session_ends_by_itself_with_it() {
        var member = staffing.hire(Role.LEADER);
        member.api().get("/api/v1/desk/me").expect(200);
        var person = phones.signIn();
        assertThat(words().naming(wordsOf(member))).isNotEmpty().allSatisfy(it -> assertThat(words().secondsLeft(it))
                .as(it)
                .isBetween(0L, Duration.ofMinutes(30).toSeconds()));
        assertThat(words().naming(wordsOf(person))).isNotEmpty().allSatisfy(it -> assertThat(words().secondsLeft(it))
                .as(it)
                .isBetween(0L, Duration.ofDays(30).toSeconds()));
    }

    @Test
    void neither_phone_nor_openid_is_ever_in_redis() {
        var person = phones.signIn();
        person.api().get("/api/v1/me").expect(200);
        assertThat(words().naming(person.phone(), person.openid())).isEmpty();
    }
}
