package io.qihang.identity.domain;

import java.security.SecureRandom;

/**
 * Makes the password that an officer hands to a person, to be changed at the first sign-in: random, by the rules, and
 * free of characters that look alike on paper.
 */
public final class InitialPassword {

    /** About 75 bits. */
    private static final int LENGTH = 14;

    /** Of characters that look alike, such as 0 and O, 1 and l, 5 and S, C and c, one at most. */
    private static final String CHARACTERS = "AEFGHJLMNRTYacdefhkmnprtwxy23456789#%+=@?";

    private static final int TRIES = 1_000;

    private final PasswordRules rules;
    private final SecureRandom random;
    private final int length;

    public InitialPassword(PasswordPolicy policy, PasswordRules rules, SecureRandom random) {
        this.rules = rules;
        this.random = random;
        this.length = Math.max(LENGTH, policy.minLength());
    }

    /**
     * A password for this account.
     *
     * @throws IllegalStateException when the settings let no such password through
     */
    public String next(LoginName loginName) {
        for (int i = 0; i < TRIES; i++) {
            String candidate = draw();
            if (rules.reasonsAgainst(candidate, loginName).isEmpty()) {
                return candidate;
            }
        }
        throw new IllegalStateException("按现在的密码规则生成不出初始密码，请减少配置里的本地词语。");
    }

    private String draw() {
        return random.ints(length, 0, CHARACTERS.length())
                .collect(
                        StringBuilder::new,
                        (text, index) -> text.append(CHARACTERS.charAt(index)),
                        StringBuilder::append)
                .toString();
    }
}
