package io.qihang.identity.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a staff password must be, the same on creation, change, reset and import. Length, classes, age and history follow
 * GB/T 22239 8.1.4.1 a); the lists of common and local words come on top.
 */
public final class PasswordRules {

    private final PasswordPolicy policy;
    private final CommonPasswords common;
    private final PasswordHash hash;

    public PasswordRules(PasswordPolicy policy, CommonPasswords common, PasswordHash hash) {
        this.policy = policy;
        this.common = common;
        this.hash = hash;
    }

    /** Whether the password has outlived its time and only the change of password is open. */
    public boolean mustChange(Instant changedAt, Instant now) {
        return now.isAfter(changedAt.plus(policy.maxAge()));
    }

    /** How many of an account's latest hashes to keep for {@link #reasonsAgainst(String, LoginName, List)}. */
    public int history() {
        return policy.history();
    }

    /**
     * Why the password cannot be taken, each reason telling the user what to do; empty when it can.
     *
     * @param formerHashes stored forms of this account's passwords, the present one first; looked at last, for each costs
     *     as much as a sign-in
     */
    public List<String> reasonsAgainst(String password, LoginName loginName, List<String> formerHashes) {
        List<String> reasons = reasonsAgainst(password, loginName);
        boolean used = reasons.isEmpty()
                && formerHashes.stream().limit(policy.history()).anyMatch(former -> hash.matches(password, former));
        return used ? List.of("不能再用最近 " + policy.history() + " 次用过的密码，请换一个新密码。") : reasons;
    }

    /** The same for an account that has had no password. */
    public List<String> reasonsAgainst(String password, LoginName loginName) {
        String text = Folding.width(password);
        List<String> reasons = new ArrayList<>();
        addLength(reasons, text.codePointCount(0, text.length()));
        addClasses(reasons, text);
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            reasons.add("密码里有看不见的控制字符，请删掉后重新输入。");
        }
        if (holds(text, loginName.value())) {
            reasons.add("密码里不能有登录名，改几个形近的字也不行，请换一个与登录名无关的密码。");
        }
        policy.localWords().stream()
                .filter(word -> holds(text, word))
                .findFirst()
                .ifPresent(word -> reasons.add("密码里有容易被猜到的“" + word + "”，改几个形近的字也不行，请去掉它。"));
        if (common.cover(text)) {
            reasons.add("这个密码太常见，很容易被猜到，请换一个自己才想得到的密码。");
        }
        return List.copyOf(reasons);
    }

    private void addLength(List<String> reasons, int length) {
        if (length < policy.minLength()) {
            reasons.add("密码至少 " + policy.minLength() + " 位，现在是 " + length + " 位，请加长。");
        }
        if (length > policy.maxLength()) {
            reasons.add("密码最多 " + policy.maxLength() + " 位，现在是 " + length + " 位，请缩短。");
        }
    }

    private void addClasses(List<String> reasons, String text) {
        List<String> missing = new ArrayList<>();
        if (text.codePoints().noneMatch(Character::isUpperCase)) {
            missing.add("大写字母");
        }
        if (text.codePoints().noneMatch(Character::isLowerCase)) {
            missing.add("小写字母");
        }
        if (text.codePoints().noneMatch(Character::isDigit)) {
            missing.add("数字");
        }
        if (text.codePoints().noneMatch(PasswordRules::isSign)) {
            missing.add("符号");
        }
        int present = 4 - missing.size();
        if (present < policy.minClasses()) {
            reasons.add("密码要有大写字母、小写字母、数字、符号中的至少 " + policy.minClasses() + " 种，现在有 " + present + " 种，请再加上"
                    + String.join("或", missing) + "。");
        }
    }

    private static boolean isSign(int character) {
        return !Character.isUpperCase(character)
                && !Character.isLowerCase(character)
                && !Character.isDigit(character)
                && !Character.isISOControl(character);
    }

    /** Whether the text holds the word, plainly or in disguise, with or without signs in between. */
    private static boolean holds(String text, String word) {
        if (Folding.dense(word).length() < Math.min(3, word.length())) {
            return Folding.leet(text).contains(Folding.leet(word));
        }
        return Folding.dense(Folding.leet(text)).contains(Folding.dense(Folding.leet(word)))
                || Folding.leet(Folding.dense(text)).contains(Folding.leet(Folding.dense(word)));
    }
}
