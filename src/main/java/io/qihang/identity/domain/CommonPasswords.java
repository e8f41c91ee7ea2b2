package io.qihang.identity.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Passwords that attackers try first. One is recognised through capitals, leetspeak and shifted digits, and when little
 * more than digits and signs were put around it.
 */
public final class CommonPasswords {

    private static final String BUNDLED = "/identity/common-passwords.txt";
    private static final int MIN_LENGTH = 8;

    private final Set<String> plain = new HashSet<>();
    private final Set<String> leet = new HashSet<>();

    private CommonPasswords(Collection<String> passwords) {
        for (String password : passwords) {
            plain.add(Folding.unshifted(password));
            leet.add(Folding.leet(password));
        }
    }

    /** These passwords; those under 8 characters would forbid too much and are left out. */
    public static CommonPasswords of(Collection<String> passwords) {
        return new CommonPasswords(
                passwords.stream().filter(p -> p.length() >= MIN_LENGTH).toList());
    }

    /** The list that comes with the application. */
    public static CommonPasswords bundled() {
        try (InputStream list = CommonPasswords.class.getResourceAsStream(BUNDLED)) {
            if (list == null) {
                throw new IllegalStateException("缺少文件 " + BUNDLED + "：请重新安装完整的程序包。");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8));
            List<String> entries = lines.lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
            return of(entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many there are, after folding. */
    public int size() {
        return leet.size();
    }

    /** Whether the password is one of them, or one with little around it. */
    public boolean cover(String password) {
        String core = trimmed(Folding.width(password));
        return contains(plain, Folding.unshifted(password))
                || contains(leet, Folding.leet(password))
                || leet.contains(Folding.leet(core));
    }

    /** Looks at every stretch that makes up three fifths of the text or more. */
    private static boolean contains(Set<String> list, String text) {
        int shortest = Math.max(MIN_LENGTH, (text.length() * 3 + 4) / 5);
        for (int length = text.length(); length >= shortest; length--) {
            for (int start = 0; start + length <= text.length(); start++) {
                if (list.contains(text.substring(start, start + length))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Without the digits and signs before the first and after the last letter. */
    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && !Character.isLetter(text.charAt(start))) {
            start++;
        }
        while (end > start && !Character.isLetter(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }
}
