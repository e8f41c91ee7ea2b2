package io.qihang.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * WeChat's mini-program server on 127.0.0.1: login, phone number, tokens, subscribe messages, content checks, codes and
 * links, and the events it pushes to a server of ours. Point a client at {@link #baseUrl()} in place of {@code https://api.weixin.qq.com}. The methods here do for a test in the same process what
 * {@code /_sim/} does over HTTP. Unknown users, templates and impossible values throw {@link IllegalArgumentException}.
 */
public final class WeChatSimulator implements AutoCloseable {

    private final VirtualClock clock;
    private final Ids ids;
    private final DataFile file;
    private final Store store;
    private final People people;
    private final Journal journal;
    private final Tokens tokens;
    private final OneTimeCodes loginCodes;
    private final OneTimeCodes phoneCodes;
    private final RateLimits limits;
    private final Faults faults;
    private final Outbox outbox;
    private final MediaChecks mediaChecks;
    private final Links links;
    private final ClearQuotaEndpoint.Month quotaClearings;
    private final AppSetup firstSetup;
    private final Dispatcher dispatcher;
    private final WireServer server;
    private volatile AppSetup app;

    private WeChatSimulator(SimulatorSettings settings) {
        clock = new VirtualClock(settings.clock());
        ids = new Ids(clock, settings.seed());
        file = new DataFile(settings.dataFile());
        store = new Store(file);
        people = new People(store, clock, ids);
        firstSetup = AppSetup.released(settings.releasedPages());
        app = firstSetup;
        journal = new Journal(file, settings.journalCapacity());
        tokens = new Tokens(file, clock, ids);
        loginCodes = new OneTimeCodes(clock, ids, Errcode.CODE_USED);
        phoneCodes = new OneTimeCodes(clock, ids, Errcode.INVALID_CODE);
        limits = new RateLimits(clock, this::app);
        faults = new Faults(clock, ids);
        outbox = new Outbox(settings.appid(), this::app, clock, ids, file, faults);
        mediaChecks = new MediaChecks(settings.appid(), outbox);
        links = new Links(this::app, clock);
        quotaClearings = new ClearQuotaEndpoint.Month(clock);
        dispatcher = new Dispatcher(
                endpoints(settings, new Account(settings.appid(), settings.secret())),
                journal,
                faults,
                tokens,
                clock,
                ids);
        ControlApi control = new ControlApi(this);
        server = new WireServer(
                settings.port(),
                request -> control.owns(request)
                        ? new Delivery.Whole(control.handle(request))
                        : dispatcher.handle(request));
    }

    private List<Endpoint> endpoints(SimulatorSettings settings, Account account) {
        List<Endpoint> business = List.of(
                new TokenEndpoint(account, tokens, this::app, limits),
                new StableTokenEndpoint(account, tokens, this::app, limits),
                new LoginEndpoint(account, people, loginCodes, limits, ids),
                new PhoneNumberEndpoint(account, tokens, store, phoneCodes, limits, clock),
                new SendEndpoint(settings.sensitiveWords(), this::app, tokens, limits, store, outbox, clock, ids),
                new TemplateListEndpoint(tokens, store),
                new CategoryEndpoint(tokens),
                new TextCheckEndpoint(tokens, limits, store, clock, ids),
                new MediaCheckEndpoint(tokens, limits, store, mediaChecks, clock, ids),
                new QrCodeEndpoint(this::app, tokens, limits),
                new UrlLinkEndpoint(tokens, limits, links, ids),
                new QueryUrlLinkEndpoint(account, tokens, links),
                new SchemeEndpoint(tokens, limits, links, ids));
        List<Endpoint> all = new ArrayList<>(business);
        all.add(new QuotaEndpoint(
                tokens, limits, business.stream().map(Endpoint::path).collect(Collectors.toSet())));
        all.add(new RidEndpoint(tokens, journal, clock));
        all.add(ClearQuotaEndpoint.withToken(account, tokens, limits, quotaClearings));
        all.add(ClearQuotaEndpoint.withSecret(account, limits, quotaClearings));
        all.add(new IpListEndpoint("/cgi-bin/getcallbackip", tokens));
        all.add(new IpListEndpoint("/cgi-bin/get_api_domain_ip", tokens));
        return all;
    }

    /** Starts a simulator, taking up the state in its data file if there is one. */
    public static WeChatSimulator start(SimulatorSettings settings) {
        WeChatSimulator simulator = new WeChatSimulator(settings);
        try {
            simulator.restore();
        } catch (RuntimeException unreadable) {
            simulator.close();
            throw unreadable;
        }
        simulator.server.start();
        simulator.outbox.start();
        return simulator;
    }

    /** Such as {@code http://127.0.0.1:18080}, without a slash at the end. */
    public String baseUrl() {
        return "http://127.0.0.1:" + port();
    }

    public int port() {
        return server.port();
    }

    /** The virtual clock. */
    public Clock clock() {
        return clock;
    }

    /** Moves the virtual clock on, in whole seconds; returns how many it is ahead of the real one. */
    public long advance(Duration by) {
        long offset = clock.advance(by);
        file.append(Changes.clock(offset));
        return offset;
    }

    /** Forgets everything: users, templates, messages, tokens, codes, journal, faults, limits, the clock's offset. */
    public void reset() {
        file.append(Changes.everythingGone());
        apply(Changes.everythingGone());
        loginCodes.clear();
        phoneCodes.clear();
        limits.clear();
        faults.clear();
        mediaChecks.clear();
        links.clear();
        quotaClearings.clear();
        app = firstSetup;
        ids.restart();
    }

    /** Creates or replaces a user. */
    public User putUser(User user) {
        return people.put(user);
    }

    /** Creates or replaces a user with this phone. */
    public User createUser(String openid, String phone) {
        return people.put(new User(openid, null, phone, false));
    }

    /** A new user with an openid and a phone nobody has. */
    public User createUser() {
        return people.stranger();
    }

    /** Creates users prefix1 to prefix-count, each with that many accepts of the template. */
    public List<User> createUsers(String prefix, int count, String templateId, int credits) {
        return people.bulk(prefix, count, List.of(new People.Credit(templateId, credits)));
    }

    public Optional<User> user(String openid) {
        return store.user(openid);
    }

    /** A code as from {@code wx.login}; an openid not seen before becomes a user with an invented phone. */
    public String issueLoginCode(String openid) {
        return loginCodes.issue(people.knownOrNew(openid).openid());
    }

    /** A code as from the phone-number button; the user must have a phone. */
    public String issuePhoneCode(String openid) {
        if (people.requireUser(openid).phone() == null) {
            throw new IllegalArgumentException("这个用户没有手机号，请先用 /_sim/users 给出 phone：" + openid);
        }
        people.visited(openid);
        return phoneCodes.issue(openid);
    }

    /** Creates or replaces a template. */
    public void putTemplate(Template template) {
        store.commit(Changes.templates(List.of(template)));
    }

    public Optional<Template> template(String id) {
        return store.template(id);
    }

    /** The user accepts the template in the pop-up once. */
    public Subscription accept(String openid, String templateId) {
        return popup(openid, List.of(new PopupAnswer(templateId, "accept"))).get(0);
    }

    /** The user answers the pop-up; where to push to is set, the event follows. */
    public List<Subscription> popup(String openid, List<PopupAnswer> answers) {
        return popup(openid, answers, true);
    }

    List<Subscription> popup(String openid, List<PopupAnswer> answers, boolean push) {
        List<Subscription> changed = people.popup(openid, answers);
        List<Map<String, String>> told = answers.stream()
                .filter(answer -> answer.status().matches("accept|reject"))
                .map(answer -> element(answer.templateId(), answer.status(), "PopupScene", "0"))
                .toList();
        if (push && !told.isEmpty()) {
            outbox.emit("subscribe_msg_popup_event", openid, Map.of(), told, 0);
        }
        return changed;
    }

    private static Map<String, String> element(String templateId, String status, String... more) {
        Map<String, String> element = new LinkedHashMap<>();
        element.put("TemplateId", templateId);
        element.put("SubscribeStatusString", status);
        for (int i = 0; i < more.length; i += 2) {
            element.put(more[i], more[i + 1]);
        }
        return element;
    }

    /** The user switches the templates off in WeChat's notification management. */
    public List<Subscription> reject(String openid, String... templateIds) {
        return reject(openid, List.of(templateIds), true);
    }

    List<Subscription> reject(String openid, List<String> templateIds, boolean push) {
        List<Subscription> changed = people.switchOff(openid, templateIds);
        if (push && !templateIds.isEmpty()) {
            List<Map<String, String>> told =
                    templateIds.stream().map(id -> element(id, "reject")).toList();
            outbox.emit("subscribe_msg_change_event", openid, Map.of(), told, 0);
        }
        return changed;
    }

    /** What the account's owner has set up. */
    public AppSetup app() {
        return app;
    }

    public void setUp(AppSetup newSetup) {
        app = newSetup;
    }

    /** How long access tokens are from now on, up to 512 characters. */
    public void tokenLength(int characters) {
        ids.tokenLength(characters);
    }

    /** Where events are pushed from now on; null for nowhere. */
    public void pushTo(@Nullable PushSettings settings) {
        outbox.configure(settings);
    }

    /** Asks the address of the pushes to echo a word, as WeChat does when it is entered; returns whether it did. */
    public boolean verifyPush() throws InterruptedException {
        return outbox.verify().ok();
    }

    /** Pushes any event so often; the same content each time, as a redelivery has. */
    public void emit(String event, String openid, Map<String, Object> fields, int repeat, Push.Corrupt corrupt) {
        outbox.emit(event, openid, fields, repeat, corrupt);
    }

    /** HTTP status of every attempt to push so far, oldest first; 0 where there was no answer. */
    public List<Integer> pushStatuses() {
        return outbox.attempts().stream().map(Outbox.Attempt::status).toList();
    }

    /** Pushes that are still to come. */
    public List<Push> pendingPushes() {
        return outbox.pending();
    }

    /** Pushes a verdict on a medium given to be checked. */
    public void mediaVerdict(String traceId, String suggest, int label, long delayMs, int errcode) {
        mediaChecks.tell(traceId, new Verdict(suggest, label), delayMs, errcode);
    }

    /** Sets up troubles that come together: calm, realistic, quota-day, quota-minute, meltdown, token-rotation. */
    public void profile(String name, int after) {
        Profiles.set(name, after, faults, limits);
    }

    Outbox outbox() {
        return outbox;
    }

    public Subscription subscription(String openid, String templateId) {
        return store.subscription(openid, templateId);
    }

    public List<Subscription> subscriptions(String openid) {
        return store.subscriptions(openid);
    }

    /** Every living token of the family is refused with 40001 from now on. */
    public void revokeTokens(TokenKind kind) {
        tokens.revoke(kind);
    }

    /** Sets how many calls a path takes per minute and per Beijing day; more get 45009. Sends obey it. */
    public void limit(String path, int perMinute, int perDay) {
        limit(path, Integer.MAX_VALUE, perMinute, perDay);
    }

    /** Sets also how many calls a path takes per second. */
    public void limit(String path, int perSecond, int perMinute, int perDay) {
        limits.set(path, new RateLimits.Limit(perSecond, perMinute, perDay));
    }

    /** Messages taken for one user, oldest first. */
    public List<Message> messages(String openid) {
        return store.messages(openid);
    }

    /** Every message taken. */
    public List<Message> messages() {
        return store.messages();
    }

    /** The same text to the same user more than once within the window. */
    public List<Duplicate> duplicates(Duration window) {
        return Duplicates.in(store.messages(), window);
    }

    /** Every call in the journal, oldest first; control calls are not in it. */
    public List<JournalEntry> journal() {
        return journal.find(entry -> true, 0, Integer.MAX_VALUE);
    }

    /** The calls of one path, oldest first. */
    public List<JournalEntry> journal(String path) {
        return journal(path, 0, Integer.MAX_VALUE);
    }

    /** At most so many calls after the given number, of one path or, for null, of all. */
    public List<JournalEntry> journal(@Nullable String path, long since, int limit) {
        return journal.find(entry -> path == null || entry.path().equals(path), since, limit);
    }

    /** Injects trouble; returns the fault's name. */
    public String fault(Fault fault) {
        if (fault.action() instanceof FaultAction.AcceptStop stop) {
            server.stopAccepting(stop.seconds());
        }
        return faults.add(fault);
    }

    /** Returns whether there was such a fault. */
    public boolean removeFault(String id) {
        return faults.remove(id);
    }

    public void clearFaults() {
        faults.clear();
    }

    List<Faults.View> faults() {
        return faults.list();
    }

    List<User> bulk(String prefix, int count, List<People.Credit> credits) {
        return people.bulk(prefix, count, credits);
    }

    @Override
    public void close() {
        outbox.close();
        dispatcher.close();
        server.close();
        file.close();
    }

    private void restore() {
        file.read().forEach(this::apply);
        List<Changes> snapshot = new ArrayList<>();
        snapshot.add(Changes.clock(clock.offsetSeconds()));
        snapshot.addAll(store.snapshot());
        snapshot.addAll(tokens.snapshot());
        snapshot.addAll(journal.snapshot());
        snapshot.addAll(outbox.snapshot());
        file.rewrite(snapshot);
    }

    private void apply(Changes change) {
        if (change.isReset()) {
            clock.setOffsetSeconds(0);
        }
        if (change.clockOffsetSeconds() != null) {
            clock.setOffsetSeconds(change.clockOffsetSeconds());
        }
        store.apply(change);
        tokens.apply(change);
        journal.apply(change);
        outbox.apply(change);
    }
}
