package io.qihang.embedded;

import io.qihang.access.Actor;
import io.qihang.access.Client;
import io.qihang.access.Role;
import io.qihang.access.Scope;
import io.qihang.identity.domain.AccountKind;
import io.qihang.identity.domain.ChangingPassword;
import io.qihang.identity.domain.FirstGrants;
import io.qihang.identity.domain.InitialPassword;
import io.qihang.identity.domain.KeepingAccounts;
import io.qihang.identity.domain.LoginName;
import io.qihang.identity.domain.SigningIn;
import io.qihang.identity.domain.Totp;
import io.qihang.platform.RegionCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The demo's staff: invented people, one of each role, signed in once so that password and second factor are set. Their
 * passwords are drawn on the first start and kept, with the otpauth addresses, beside the demo's data.
 */
@TestConfiguration(proxyBeanMethods = false)
@Order(0)
class DemoAccounts implements ApplicationRunner, DemoBanner.Line {

    private static final RegionCode COUNTY = new RegionCode("371525");

    private record Demo(
            String login,
            Role role,
            @Nullable String unit,
            @Nullable String office,
            String name) {}

    private static final List<Demo> STAFF = List.of(
            new Demo("sysadmin", Role.SYSTEM_ADMIN, null, null, "演示系统管理员"),
            new Demo("secadmin", Role.SECURITY_ADMIN, null, null, "演示安全管理员"),
            new Demo("audadmin", Role.AUDIT_ADMIN, null, null, "演示审计管理员"),
            new Demo("county", Role.COUNTY_OFFICER, null, null, "演示县局人员"),
            new Demo("leader", Role.LEADER, null, null, "演示领导"),
            new Demo("qingquan", Role.TOWNSHIP_OFFICER, "371525001", null, "演示清泉街道人员"),
            new Demo("chongwen", Role.TOWNSHIP_OFFICER, "371525002", null, "演示崇文街道人员"),
            new Demo("handler", Role.HANDLER, null, "gxj", "演示部门经办"),
            new Demo("jinrong", Role.HANDLER, null, "jrfw", "演示金融办经办"),
            new Demo("renshe", Role.HANDLER, null, "rsj", "演示人社局经办"),
            new Demo("zhihuibu", Role.HANDLER, null, "gyzhb", "演示指挥部经办"),
            new Demo("commissioner", Role.COMMISSIONER, null, null, "演示服务专员"),
            new Demo("resident", Role.COMMISSIONER, null, null, "演示驻企特派员"),
            new Demo("signer", Role.COUNTY_OFFICER, null, null, "演示县局签发人员"));

    private final KeepingAccounts keeping;
    private final FirstGrants grants;
    private final SigningIn signingIn;
    private final ChangingPassword changing;
    private final InitialPassword passwords;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Path file = EmbeddedSettings.current().data().resolve("demo-accounts.txt");

    DemoAccounts(
            KeepingAccounts keeping,
            FirstGrants grants,
            SigningIn signingIn,
            ChangingPassword changing,
            InitialPassword passwords,
            TransactionTemplate transaction,
            Clock clock) {
        this.keeping = keeping;
        this.grants = grants;
        this.signingIn = signingIn;
        this.changing = changing;
        this.passwords = passwords;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        List<String> known = Files.exists(file) ? new ArrayList<>(Files.readAllLines(file)) : new ArrayList<>();
        for (int i = 0; i < STAFF.size(); i++) {
            Demo demo = STAFF.get(i);
            if (known.stream().noneMatch(it -> it.startsWith(demo.login() + " "))) {
                known.add(hire(demo, "1370000%04d".formatted(i + 1)));
                keep(known);
            }
        }
    }

    @Override
    public String text(String baseUrl) {
        try {
            return "演示账号  登录名 密码 otpauth 地址（在身份验证器里添加，或用 oathtool 计算动态口令）\n"
                    + String.join(
                            "\n",
                            Files.readAllLines(file).stream()
                                    .map(it -> "          " + it)
                                    .toList());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String hire(Demo demo, String phone) {
        AccountKind kind =
                demo.role().isAdministrator() ? AccountKind.valueOf(demo.role().name()) : AccountKind.BUSINESS;
        var account = java.util.Objects.requireNonNull(transaction.execute(status -> {
            var opened = keeping.open(COUNTY, demo.login(), kind, demo.name(), phone);
            grants.give(
                    opened.id(), demo.role(), demo.unit() == null ? null : new RegionCode(demo.unit()), demo.office());
            return opened;
        }));
        var step = signingIn.password(demo.login(), account.initialPassword());
        String uri = signingIn.enrolment(step.challenge());
        String secret = uri.replaceAll(".*[?&]secret=([A-Z2-7]+).*", "$1");
        signingIn.secondFactor(step.challenge(), Totp.code(secret, clock.instant()));
        String own = passwords.next(new LoginName(demo.login()));
        var id = account.id().value();
        changing.change(
                new Actor(id, Client.CONSOLE, Set.of(), Scope.own(id), Set.of()), account.initialPassword(), own);
        return demo.login() + " " + own + " " + uri;
    }

    private void keep(List<String> lines) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    }
}
