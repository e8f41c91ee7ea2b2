package io.qihang.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.qihang.platform.Problem;
import io.qihang.simulator.Fault;
import io.qihang.simulator.FaultAction;
import io.qihang.simulator.WeChatSimulator;
import io.qihang.testing.Phones;
import io.qihang.testing.SystemTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;

@SystemTest
class WeChatPhoneTests {

    private static final String PATH = "/wxa/business/getuserphonenumber";

    static final List<FaultAction> troubles = List.of(
            new FaultAction.Reset(),
            new FaultAction.Garbage(),
            new FaultAction.Empty(),
            new FaultAction.EmptyJson(),
            new FaultAction.Truncate(20),
            new FaultAction.Http(502));

    @Autowired
    WeChatPhone phone;

    @Autowired
    WeChatConnectionDetails account;

    @Autowired
    WeChatSimulator weChat;

    @Autowired
    Phones phones;

    @AfterEach
    void calm() {
        weChat.clearFaults();
    }

    @Test
    void a_code_and_its_openid_give_the_number() {
        String openid = phones.newUser("13900009301");
        assertThat(phone.numberFor(weChat.issuePhoneCode(openid), openid)).isEqualTo("13900009301");
        assertThat(weChat.journal(PATH)).last().satisfies(it -> assertThat(it.body())
                .contains(openid));
    }

    @Test
    void another_persons_code_gives_nothing() {
        String code = weChat.issuePhoneCode(phones.newUser("13900009302"));
        assertThat(refusal(code, phones.newUser("13900009303")).code())
                .isEqualTo(WeChatProblem.WECHAT_PHONE_CODE_REFUSED);
    }

    @ParameterizedTest
    @CsvSource({
        "86, wx0000000000000000, WECHAT_PHONE_CODE_REFUSED",
        "852, , WECHAT_PHONE_FOREIGN",
        "86, -, WECHAT_PHONE_CODE_REFUSED"
    })
    void an_answer_for_another_app_or_country_is_refused(String country, String appid, WeChatProblem problem) {
        String watermark = appid == null ? account.appId() : appid;
        weChat.fault(Fault.before(PATH, new FaultAction.Http(200, """
                {"errcode":0,"errmsg":"ok","phone_info":{"phoneNumber":"13900009304","purePhoneNumber":"13900009304",
                "countryCode":"%s","watermark":{"timestamp":1,"appid":"%s"}}}""".formatted(country, watermark), null)));
        String openid = phones.newUser("13900009304");
        assertThat(refusal(weChat.issuePhoneCode(openid), openid).code()).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource({"-1, WECHAT_BUSY", "45011, WECHAT_BUSY", "40013, WECHAT_PHONE_CODE_REFUSED"})
    void an_errcode_is_told_in_plain_words_after_one_call(int errcode, WeChatProblem problem) {
        weChat.fault(Fault.before(PATH, new FaultAction.Errcode(errcode)));
        String openid = phones.newUser("13900009305");
        int before = weChat.journal(PATH).size();
        assertThat(refusal(weChat.issuePhoneCode(openid), openid).code()).isEqualTo(problem);
        assertThat(weChat.journal(PATH)).hasSize(before + 1);
    }

    @ParameterizedTest
    @FieldSource("troubles")
    void an_answer_that_cannot_be_read_is_wechat_out_of_reach(FaultAction trouble) {
        weChat.fault(Fault.before(PATH, trouble));
        String openid = phones.newUser("13900009306");
        Problem refused = refusal(weChat.issuePhoneCode(openid), openid);
        assertThat(refused.code()).isEqualTo(WeChatProblem.WECHAT_UNAVAILABLE);
        assertThat(refused.retryAfter()).isNotNull();
    }

    private Problem refusal(String code, String openid) {
        return catchThrowableOfType(Problem.class, () -> phone.numberFor(code, openid));
    }
}
