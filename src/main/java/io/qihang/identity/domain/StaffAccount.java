package io.qihang.identity.domain;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import io.qihang.crypto.Sealed;
import io.qihang.identity.StaffId;
import io.qihang.platform.RegionCode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A member of staff's account: password, second factor, locks, and whether it may be used at all. */
@TableName("staff_account")
public class StaffAccount {

    /** An initial or reset password dies after this time. */
    static final Duration INITIAL_PASSWORD_LIVES = Duration.ofHours(24);

    @TableId(type = IdType.INPUT)
    private final StaffId id;

    private final RegionCode regionCode;
    private final String loginName;
    private final AccountKind kind;
    private final Sealed name;
    private final @Nullable String nameIndex;
    private final Sealed phone;
    private final String phoneIndex;
    private boolean disabled;
    private String passwordHash;
    private Instant passwordSetAt;
    private boolean passwordInitial;
    private @Nullable Sealed totpSecret;
    private long totpLastStep;
    private int passwordFailures;
    private @Nullable Instant passwordLockedUntil;
    private int codeFailures;
    private @Nullable Instant codeLockedUntil;
    private @Nullable Instant lastSignInAt;
    private final Instant createdAt;

    @Version
    private int version;

    private StaffAccount(
            StaffId id,
            RegionCode regionCode,
            String loginName,
            AccountKind kind,
            Sealed name,
            @Nullable String nameIndex,
            Sealed phone,
            String phoneIndex,
            boolean disabled,
            String passwordHash,
            Instant passwordSetAt,
            boolean passwordInitial,
            @Nullable Sealed totpSecret,
            long totpLastStep,
            int passwordFailures,
            @Nullable Instant passwordLockedUntil,
            int codeFailures,
            @Nullable Instant codeLockedUntil,
            @Nullable Instant lastSignInAt,
            Instant createdAt,
            int version) {
        this.id = id;
        this.regionCode = regionCode;
        this.loginName = loginName;
        this.kind = kind;
        this.name = name;
        this.nameIndex = nameIndex;
        this.phone = phone;
        this.phoneIndex = phoneIndex;
        this.disabled = disabled;
        this.passwordHash = passwordHash;
        this.passwordSetAt = passwordSetAt;
        this.passwordInitial = passwordInitial;
        this.totpSecret = totpSecret;
        this.totpLastStep = totpLastStep;
        this.passwordFailures = passwordFailures;
        this.passwordLockedUntil = passwordLockedUntil;
        this.codeFailures = codeFailures;
        this.codeLockedUntil = codeLockedUntil;
        this.lastSignInAt = lastSignInAt;
        this.createdAt = createdAt;
        this.version = version;
    }

    /** A new account without rights and with an initial password that must be changed. */
    static StaffAccount open(
            StaffId id,
            RegionCode county,
            LoginName loginName,
            AccountKind kind,
            Sealed name,
            String nameIndex,
            Sealed phone,
            String phoneIndex,
            String initialPasswordHash,
            Instant now) {
        return new StaffAccount(
                id,
                county,
                loginName.value(),
                kind,
                name,
                nameIndex,
                phone,
                phoneIndex,
                false,
                initialPasswordHash,
                now,
                true,
                null,
                Totp.NEVER_USED,
                0,
                null,
                0,
                null,
                null,
                now,
                0);
    }

    /** Whether a password may be tried now. */
    boolean acceptsPassword(Instant now) {
        boolean alive = !passwordInitial || now.isBefore(passwordSetAt.plus(INITIAL_PASSWORD_LIVES));
        return !disabled
                && alive
                && !passwordLock().isLocked(now)
                && !codeLock().isLocked(now);
    }

    /** Whether a second-factor code may be tried now. */
    boolean acceptsCode(Instant now) {
        return !disabled && !codeLock().isLocked(now) && !passwordLock().isLocked(now);
    }

    void passwordWrong(Instant now, LockOutRule rule) {
        keepPasswordLock(passwordLock().afterFailure(now, rule));
    }

    void passwordRight() {
        keepPasswordLock(passwordLock().afterSuccess());
    }

    void codeWrong(Instant now, LockOutRule rule) {
        keepCodeLock(codeLock().afterFailure(now, rule));
    }

    /** The second factor matched: the step is used up, the sign-in complete. */
    void signedIn(long step, Instant now) {
        proved(step);
        lastSignInAt = now;
    }

    /** The second factor matched for something else than a sign-in: the step is used up. */
    void proved(long step) {
        totpLastStep = step;
        keepCodeLock(codeLock().afterSuccess());
    }

    void bindSecondFactor(Sealed secret) {
        totpSecret = secret;
        totpLastStep = Totp.NEVER_USED;
    }

    void forgetSecondFactor() {
        totpSecret = null;
        totpLastStep = Totp.NEVER_USED;
    }

    void changePassword(String hash, Instant now) {
        passwordHash = hash;
        passwordSetAt = now;
        passwordInitial = false;
    }

    void resetPassword(String initialHash, Instant now) {
        passwordHash = initialHash;
        passwordSetAt = now;
        passwordInitial = true;
    }

    void rehash(String hash) {
        passwordHash = hash;
    }

    void unlock() {
        keepPasswordLock(LockOut.NONE);
        keepCodeLock(LockOut.NONE);
    }

    void disable() {
        disabled = true;
    }

    void enable() {
        disabled = false;
    }

    private LockOut passwordLock() {
        return new LockOut(passwordFailures, passwordLockedUntil);
    }

    private LockOut codeLock() {
        return new LockOut(codeFailures, codeLockedUntil);
    }

    private void keepPasswordLock(LockOut lock) {
        passwordFailures = lock.failures();
        passwordLockedUntil = lock.lockedUntil();
    }

    private void keepCodeLock(LockOut lock) {
        codeFailures = lock.failures();
        codeLockedUntil = lock.lockedUntil();
    }

    public StaffId id() {
        return id;
    }

    RegionCode county() {
        return regionCode;
    }

    LoginName loginName() {
        return new LoginName(loginName);
    }

    AccountKind kind() {
        return kind;
    }

    Sealed name() {
        return name;
    }

    boolean isDisabled() {
        return disabled;
    }

    String passwordHash() {
        return passwordHash;
    }

    Instant passwordSetAt() {
        return passwordSetAt;
    }

    boolean isPasswordInitial() {
        return passwordInitial;
    }

    @Nullable
    Sealed totpSecret() {
        return totpSecret;
    }

    long totpLastStep() {
        return totpLastStep;
    }

    boolean isLocked(Instant now) {
        return passwordLock().isLocked(now) || codeLock().isLocked(now);
    }

    @Nullable
    Instant lastSignInAt() {
        return lastSignInAt;
    }
}
