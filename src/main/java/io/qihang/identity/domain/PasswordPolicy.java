package io.qihang.identity.domain;

import java.time.Duration;
import java.util.List;

/**
 * The numbers of the password rules; all are settings.
 *
 * @param minLength fewest characters, 8 to 64
 * @param maxLength most characters, 64 to 256
 * @param minClasses how many of capital letters, small letters, digits and signs must occur, 1 to 4
 * @param maxAge after this a password must be changed before anything else
 * @param history how many former passwords may not come back, the present one included
 * @param localWords words that anyone here would guess: the county, the product
 */
public record PasswordPolicy(
        int minLength, int maxLength, int minClasses, Duration maxAge, int history, List<String> localWords) {

    /** GB/T 22239 8.1.4.1 a) as the county sets it. */
    public static final PasswordPolicy STANDARD = new PasswordPolicy(
            10,
            64,
            3,
            Duration.ofDays(90),
            5,
            List.of("guanxian", "冠县", "qihang", "企航", "liaocheng", "聊城", "woaini", "5201314"));

    public PasswordPolicy {
        localWords = List.copyOf(localWords);
        if (minLength < 8 || minLength > 64 || maxLength < 64 || maxLength > 256) {
            throw new IllegalArgumentException("密码长度的下限应为 8～64，上限应为 64～256，请修改配置。");
        }
        if (minClasses < 1 || minClasses > 4 || history < 0 || maxAge.isNegative() || maxAge.isZero()) {
            throw new IllegalArgumentException("密码的字符种类应为 1～4，有效期应大于 0，历史个数不能为负，请修改配置。");
        }
        if (localWords.stream().anyMatch(word -> Folding.dense(word).length() < 2)) {
            throw new IllegalArgumentException("密码的本地词语至少要两个字，请修改配置。");
        }
    }
}
