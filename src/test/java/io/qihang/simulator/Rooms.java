package io.qihang.simulator;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** Simulators as the tests like to find them: a clock that stands still, one template, repeatable ids. */
final class Rooms {

    static final Template TEMPLATE = Template.oneTime("T1", "办理进度", Map.of("thing1", "thing"));
    static final String OPENID = "o_u1";
    static final String PHONE = "13800000001";

    private Rooms() {}

    static SimulatorSettings settings() {
        return SimulatorSettings.of(Client.APPID, Client.SECRET)
                .withClock(Clock.fixed(Instant.parse("2026-11-22T02:00:00Z"), ZoneOffset.UTC))
                .withSeed(7);
    }

    /** A user with a phone and one accept of the template. */
    static WeChatSimulator furnished(SimulatorSettings settings) {
        WeChatSimulator simulator = WeChatSimulator.start(settings);
        simulator.createUser(OPENID, PHONE);
        simulator.putTemplate(TEMPLATE);
        simulator.accept(OPENID, TEMPLATE.id());
        return simulator;
    }
}
