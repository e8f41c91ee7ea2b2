package io.qihang.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** The calls under {@code /_sim/} by which people and tests steer the simulator. Mistakes are answered in Chinese. */
final class ControlApi {

    private static final String ROOT = "/_sim";
    private static final int JOURNAL_LIMIT = 100;
    private static final int SENDS_OF_A_QUOTA = 100;

    private final WeChatSimulator simulator;

    private record Ok(boolean ok) {}

    private record Problem(String error) {}

    private record ClockView(String now, long offsetSeconds) {}

    private record Created(int created) {}

    private record FaultName(String id) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Code(
            String code, String openid, @Nullable String phone) {}

    ControlApi(WeChatSimulator simulator) {
        this.simulator = simulator;
    }

    boolean owns(WireRequest request) {
        return request.path().equals(ROOT) || request.path().startsWith(ROOT + "/");
    }

    Reply handle(WireRequest request) {
        try {
            return route(request);
        } catch (JacksonException unreadable) {
            return problem(400, "请求体读不懂：" + ControlInput.reason(unreadable));
        } catch (IllegalArgumentException wrong) {
            return problem(400, String.valueOf(wrong.getMessage()));
        }
    }

    private Reply route(WireRequest request) {
        String call = request.method() + " " + request.path().substring(ROOT.length());
        if (call.startsWith("DELETE /faults/")) {
            boolean removed = simulator.removeFault(call.substring("DELETE /faults/".length()));
            return removed ? ok() : problem(404, "没有这个故障。");
        }
        ControlInput input = new ControlInput(request);
        return switch (call) {
            case "GET ", "GET /" ->
                Reply.text(200, "text/plain; charset=utf-8", ControlGuide.text(simulator.baseUrl()));
            case "POST /reset" -> reset();
            case "GET /clock" -> clock();
            case "POST /clock" -> clock(input.read(ControlRequests.Advance.class));
            case "POST /users" -> user(input.read(ControlRequests.NewUser.class));
            case "POST /users/bulk" -> bulk(input.read(ControlRequests.Bulk.class));
            case "POST /login-codes" -> loginCode(input.read(ControlRequests.Whose.class));
            case "POST /phone-codes" -> phoneCode(input.read(ControlRequests.Whose.class));
            case "POST /templates" -> template(input.read(Template.class));
            case "POST /subscriptions/popup" -> popup(input.read(ControlRequests.Popup.class));
            case "POST /subscriptions/reject" -> reject(input.read(ControlRequests.Reject.class));
            case "GET /subscriptions" -> Reply.json(simulator.subscriptions(input.required("openid")));
            case "POST /tokens/revoke" -> revoke(input.read(ControlRequests.Revoke.class));
            case "POST /limits" -> limit(input.read(ControlRequests.Limit.class));
            case "POST /app" -> setUp(input.read(ControlRequests.NewSetup.class));
            case "POST /profile" -> profile(input.read(ControlRequests.Profile.class));
            case "POST /push/config" -> pushTo(input.read(PushSettings.Input.class));
            case "POST /push/verify" -> verify();
            case "POST /push/emit" -> emit(input.read(ControlRequests.Emit.class));
            case "GET /push/deliveries" -> Reply.json(simulator.outbox().attempts());
            case "GET /push/pending" -> Reply.json(simulator.pendingPushes());
            case "POST /media/verdict" -> verdict(input.read(ControlRequests.MediaVerdict.class));
            case "GET /messages" -> messages(input);
            case "GET /journal" -> journal(input);
            case "GET /duplicates" ->
                Reply.json(simulator.duplicates(Duration.ofSeconds(input.number("window", 3_600))));
            case "GET /faults" -> Reply.json(simulator.faults());
            case "POST /faults" ->
                Reply.json(new FaultName(simulator.fault(
                        input.read(ControlRequests.NewFault.class).toFault())));
            case "DELETE /faults" -> clearFaults();
            default -> problem(404, "没有这个控制调用，GET " + simulator.baseUrl() + "/_sim/ 列出全部。");
        };
    }

    private Reply reset() {
        simulator.reset();
        return ok();
    }

    private Reply clock() {
        return clock(new ControlRequests.Advance(0));
    }

    private Reply clock(ControlRequests.Advance advance) {
        long offset = simulator.advance(Duration.ofSeconds(advance.advanceSeconds()));
        return Reply.json(new ClockView(simulator.clock().instant().toString(), offset));
    }

    private Reply user(ControlRequests.NewUser user) {
        return Reply.json(simulator.putUser(user.toUser(simulator)));
    }

    private Reply bulk(ControlRequests.Bulk bulk) {
        return Reply.json(new Created(
                simulator.bulk(bulk.prefix(), bulk.count(), bulk.subscribe()).size()));
    }

    private Reply loginCode(ControlRequests.Whose whose) {
        String openid = whose.openid() == null ? simulator.createUser().openid() : whose.openid();
        String code = simulator.issueLoginCode(openid);
        return Reply.json(
                new Code(code, openid, simulator.user(openid).map(User::phone).orElse(null)));
    }

    private Reply phoneCode(ControlRequests.Whose whose) {
        if (whose.openid() == null) {
            throw new IllegalArgumentException("请给出 openid。");
        }
        String code = simulator.issuePhoneCode(whose.openid());
        return Reply.json(new Code(
                code,
                whose.openid(),
                simulator.user(whose.openid()).map(User::phone).orElse(null)));
    }

    private Reply template(Template template) {
        simulator.putTemplate(template);
        return Reply.json(template);
    }

    private Reply popup(ControlRequests.Popup popup) {
        return Reply.json(simulator.popup(popup.openid(), popup.results(), popup.push()));
    }

    private Reply reject(ControlRequests.Reject reject) {
        return Reply.json(simulator.reject(reject.openid(), reject.templateIds(), reject.push()));
    }

    private Reply revoke(ControlRequests.Revoke revoke) {
        simulator.revokeTokens(revoke.kind());
        return ok();
    }

    private Reply limit(ControlRequests.Limit limit) {
        limit.applyTo(simulator);
        return ok();
    }

    private Reply setUp(ControlRequests.NewSetup setup) {
        simulator.setUp(setup.over(simulator.app()));
        if (setup.tokenLength() != null) {
            simulator.tokenLength(setup.tokenLength());
        }
        return Reply.json(simulator.app());
    }

    private Reply profile(ControlRequests.Profile profile) {
        simulator.profile(profile.name(), profile.after() == null ? SENDS_OF_A_QUOTA : profile.after());
        return ok();
    }

    private Reply pushTo(PushSettings.Input input) {
        simulator.pushTo(input.toSettings());
        return ok();
    }

    private Reply verify() {
        try {
            return Reply.json(simulator.outbox().verify());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return problem(503, "模拟器正在关闭。");
        }
    }

    private Reply emit(ControlRequests.Emit emit) {
        simulator.emit(emit.event(), emit.openid(), emit.fields(), emit.repeat(), emit.corrupt());
        return ok();
    }

    private Reply verdict(ControlRequests.MediaVerdict verdict) {
        simulator.mediaVerdict(
                verdict.traceId(), verdict.suggest(), verdict.label(), verdict.delayMs(), verdict.errcode());
        return ok();
    }

    private Reply clearFaults() {
        simulator.clearFaults();
        return ok();
    }

    private Reply messages(ControlInput input) {
        String openid = input.optional("openid");
        List<Message> messages = openid.isEmpty() ? simulator.messages() : simulator.messages(openid);
        return Reply.json(messages);
    }

    private Reply journal(ControlInput input) {
        String path = input.optional("path");
        return Reply.json(simulator.journal(
                path.isEmpty() ? null : path,
                input.number("since", 0),
                Math.toIntExact(input.number("limit", JOURNAL_LIMIT))));
    }

    private static Reply ok() {
        return Reply.json(new Ok(true));
    }

    private static Reply problem(int status, String text) {
        return Reply.json(new Problem(text)).withStatus(status);
    }
}
