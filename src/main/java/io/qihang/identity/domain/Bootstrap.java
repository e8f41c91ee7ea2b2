package io.qihang.identity.domain;

import io.qihang.access.Role;
import io.qihang.platform.RegionCode;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one-time command of a fresh installation: makes the three administrators, prints their initial passwords once and
 * ends. {@code --qihang.bootstrap=371525,系统管理员手机,安全管理员手机,审计管理员手机}; refused once any account exists.
 */
@Component
@ConditionalOnProperty("qihang.bootstrap")
class Bootstrap implements ApplicationRunner {

    private static final List<Role> ADMINISTRATORS = List.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN);
    private static final List<String> LOGIN_NAMES = List.of("sysadmin", "secadmin", "audadmin");

    private final KeepingAccounts keeping;
    private final StaffAccounts accounts;
    private final FirstGrants grants;
    private final TransactionTemplate transaction;
    private final ApplicationContext context;
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    Bootstrap(
            KeepingAccounts keeping,
            StaffAccounts accounts,
            FirstGrants grants,
            TransactionTemplate transaction,
            ApplicationContext context) {
        this.keeping = keeping;
        this.accounts = accounts;
        this.grants = grants;
        this.transaction = transaction;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        String[] values = Objects.requireNonNull(arguments.getOptionValues("qihang.bootstrap"))
                .get(0)
                .split(",");
        int code = make(values);
        System.exit(SpringApplication.exit(context, () -> code));
    }

    int make(String[] values) {
        if (values.length != 4) {
            out.println("用法：--qihang.bootstrap=县级区划代码,系统管理员手机,安全管理员手机,审计管理员手机");
            return 2;
        }
        if (!accounts.isEmpty()) {
            out.println("系统里已有账号，不能再次初始化。忘记密码请由系统管理员重置。");
            return 3;
        }
        List<KeepingAccounts.NewAccount> made = new ArrayList<>();
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < ADMINISTRATORS.size(); i++) {
                Role role = ADMINISTRATORS.get(i);
                var account = keeping.open(
                        new RegionCode(values[0]),
                        LOGIN_NAMES.get(i),
                        AccountKind.valueOf(role.name()),
                        role.label(),
                        values[i + 1]);
                grants.give(account.id(), role);
                made.add(account);
            }
        });
        out.println("已建立三员账号，初始密码只显示这一次，24 小时内有效，首次登录须绑定动态口令并修改密码：");
        made.forEach(it -> out.println("  " + it.loginName() + "  " + it.initialPassword()));
        return 0;
    }
}
