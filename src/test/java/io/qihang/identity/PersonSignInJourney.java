package io.qihang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.testing.Api;
import io.qihang.testing.Phones;
import io.qihang.testing.SystemTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SystemTest
class PersonSignInJourney {

    @Autowired
    Api api;

    @Autowired
    Phones phones;

    @Test
    void a_person_signs_in_accepts_the_text_and_binds_the_number_wechat_tells() {
        var person = phones.signIn("13900009001");
        var me = person.api().get("/api/v1/me").expect(200);
        assertThat(me.at("/phone")).isEqualTo("139****9001");
    }
}
