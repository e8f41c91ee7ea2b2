package io.qihang.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Users and what they allow. */
final class People {

    private static final int BULK_MOST = 1_000_000;
    private static final List<String> INVENTED_PHONES = List.of("1380000", "1390000", "1370000");

    private final Store store;
    private final VirtualClock clock;
    private final Ids ids;

    /** Starting credit for users made in bulk; for a long-term template any number means subscribed. */
    record Credit(String templateId, int credits) {

        Credit {
            if (credits < 1) {
                throw new IllegalArgumentException("credits 至少为 1。");
            }
        }
    }

    People(Store store, VirtualClock clock, Ids ids) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
    }

    Optional<User> find(String openid) {
        return store.user(openid);
    }

    /** The user is in the mini-program now. */
    void visited(String openid) {
        store.exclusively(() -> put(requireUser(openid).seenAt(clock.now())));
    }

    User put(User user) {
        store.commit(Changes.users(List.of(user), List.of()));
        return user;
    }

    /** The user of this openid, made with an invented phone when there is none yet. */
    User knownOrNew(String openid) {
        return store.exclusively(
                () -> store.user(openid).orElseGet(() -> put(new User(openid, null, inventedPhone(), false))));
    }

    /** A user nobody has seen before. */
    User stranger() {
        return store.exclusively(() -> {
            String openid = ids.openid();
            while (store.user(openid).isPresent()) {
                openid = ids.openid();
            }
            return put(new User(openid, null, inventedPhone(), false));
        });
    }

    /** Makes users prefix1, prefix2 and so on, all with the same credits. */
    List<User> bulk(String prefix, int count, List<Credit> credits) {
        if (count < 1 || count > BULK_MOST) {
            throw new IllegalArgumentException("count 要在 1 到 " + BULK_MOST + " 之间。");
        }
        List<Template> templates =
                credits.stream().map(credit -> template(credit.templateId())).toList();
        List<User> users = IntStream.rangeClosed(1, count)
                .mapToObj(i -> new User(prefix + i, null, null, false))
                .toList();
        List<Subscription> subscriptions = new ArrayList<>(users.size() * credits.size());
        for (User user : users) {
            for (int i = 0; i < credits.size(); i++) {
                Template template = templates.get(i);
                subscriptions.add(Subscription.none(user.openid(), template.id())
                        .accepted(template.isLongTerm(), credits.get(i).credits()));
            }
        }
        store.commit(Changes.users(users, subscriptions));
        return users;
    }

    /** The user answered the pop-up. */
    List<Subscription> popup(String openid, List<PopupAnswer> answers) {
        return store.exclusively(() -> {
            requireUser(openid);
            visited(openid);
            List<Subscription> changed =
                    answers.stream().map(answer -> answered(openid, answer)).toList();
            store.commit(Changes.subscriptions(changed));
            return changed;
        });
    }

    /** The user switched templates off in WeChat's notification management. */
    List<Subscription> switchOff(String openid, List<String> templateIds) {
        return store.exclusively(() -> {
            requireUser(openid);
            List<Subscription> changed = templateIds.stream()
                    .map(id -> store.subscription(openid, template(id).id()).switchedOff())
                    .toList();
            store.commit(Changes.subscriptions(changed));
            return changed;
        });
    }

    User requireUser(String openid) {
        return store.user(openid).orElseThrow(() -> new IllegalArgumentException("没有这个用户，请先创建：" + openid));
    }

    private Subscription answered(String openid, PopupAnswer answer) {
        Template template = template(answer.templateId());
        Subscription before = store.subscription(openid, template.id());
        return switch (answer.status()) {
            case "accept" -> before.accepted(template.isLongTerm(), 1);
            case "reject" -> before.declined();
            default -> before;
        };
    }

    private Template template(String id) {
        return store.template(id).orElseThrow(() -> new IllegalArgumentException("没有这个模板，请先创建：" + id));
    }

    private String inventedPhone() {
        for (String prefix : INVENTED_PHONES) {
            for (int number = 1; number < 10_000; number++) {
                String phone = prefix + "%04d".formatted(number);
                if (!store.phoneTaken(phone)) {
                    return phone;
                }
            }
        }
        throw new IllegalArgumentException("编造的手机号已用完，请自己给出 phone。");
    }
}
