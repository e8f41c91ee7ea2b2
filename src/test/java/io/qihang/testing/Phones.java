package io.qihang.testing;

import io.qihang.identity.PersonId;
import io.qihang.identity.domain.Totp;
import io.qihang.simulator.WeChatSimulator;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Phones for a test: persons signed in over HTTP, as the mini-program does it. */
public class Phones {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Duration NEXT_CODE = Duration.ofSeconds(30);

    private final WeChatSimulator weChat;
    private final Api api;
    private final Limits limits;
    private final Clock clock;

    Phones(WeChatSimulator weChat, Api api, Limits limits, Clock clock) {
        this.weChat = weChat;
        this.api = api;
        this.limits = limits;
        this.clock = clock;
    }

    /** A person with accepted texts and a bound number, signed in. */
    public record Person(PersonId id, String openid, String phone, String token, Api api) {}

    /** A new person with a number of their own. */
    public Person signIn() {
        return signIn("1390000%04d".formatted(NUMBER.incrementAndGet()));
    }

    /** A new person with this number. */
    public Person signIn(String phone) {
        limits.forget();
        String openid = newUser(phone);
        String token = tokenOf(openid);
        Api own = api.as(token);
        acceptTexts(own);
        own.post("/api/v1/me/phone", Map.of("code", weChat.issuePhoneCode(openid)))
                .expect(200);
        return new Person(PersonId.of(own.get("/api/v1/me").expect(200).at("/id")), openid, phone, token, own);
    }

    /** A new person on whose phone the member of staff works; the member's next code is used up by it. */
    public Person bound(Staffing.Member member) {
        Person person = signIn();
        String code = Totp.code(member.secret(), clock.instant().plus(NEXT_CODE));
        person.api()
                .post(
                        "/api/v1/me/staff-binding",
                        Map.of("loginName", member.loginName(), "password", member.password(), "code", code))
                .expect(204);
        return person;
    }

    /** A WeChat user who has never signed in; returns the openid. */
    public String newUser(String phone) {
        String openid = "o" + UUID.randomUUID().toString().replace("-", "").substring(0, 27);
        weChat.createUser(openid, phone);
        return openid;
    }

    /** Signs the WeChat user in and does nothing else; returns the token. */
    public String tokenOf(String openid) {
        return api.post("/api/v1/sign-in", Map.of("code", weChat.issueLoginCode(openid)))
                .expect(200)
                .at("/token");
    }

    /** Accepts every text in force. */
    public void acceptTexts(Api person) {
        for (var text : api.get("/api/v1/consents/current").expect(200).json()) {
            var accepted = Map.of(
                    "document", text.path("document").asString(),
                    "version", text.path("version").asInt());
            person.post("/api/v1/me/consents", accepted).expect(204);
        }
    }
}
