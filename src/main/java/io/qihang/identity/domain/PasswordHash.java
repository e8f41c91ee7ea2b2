package io.qihang.identity.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Passwords as they are stored: Argon2id with a salt of its own, in the self-describing form
 * {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. The costs are settings; a hash made with other costs still checks
 * and is due for {@link #needsRehash}. Full-width and half-width spellings of a password are one password (NFKC).
 */
public final class PasswordHash {

    /**
     * What one check costs.
     *
     * @param memoryKib KiB of memory, 8 MiB to 256 MiB
     * @param iterations passes over the memory, 1 to 20
     */
    public record Cost(int memoryKib, int iterations) {

        /** 19 MiB and 2 passes, about a tenth of a second on a small server. */
        public static final Cost STANDARD = new Cost(19_456, 2);

        public Cost {
            if (memoryKib < 8_192 || memoryKib > 262_144 || iterations < 1 || iterations > 20) {
                throw new IllegalArgumentException("密码摘要的内存应为 8192～262144 KiB，次数应为 1～20，请修改配置。");
            }
        }
    }

    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=([0-9]{4,6}),t=([0-9]{1,2}),p=1" + "\\$([A-Za-z0-9+/]{22})\\$([A-Za-z0-9+/]{43})");
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private record Stored(Cost cost, String salt, String hash) {}

    private final Cost cost;
    private final SecureRandom random;

    public PasswordHash(Cost cost, SecureRandom random) {
        this.cost = cost;
        this.random = random;
    }

    /** The form to store for a password; a new one every time. */
    public String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return "$argon2id$v=19$m=" + cost.memoryKib() + ",t=" + cost.iterations() + ",p=1$" + base64(salt) + "$"
                + base64(argon2id(cost, salt, password));
    }

    /**
     * Whether this is the password; takes the same time wherever they differ.
     *
     * @throws IllegalArgumentException when the stored text is not of the form above
     */
    public boolean matches(String password, String stored) {
        Stored form = parse(stored);
        byte[] computed = argon2id(form.cost(), Base64.getDecoder().decode(form.salt()), password);
        return MessageDigest.isEqual(computed, Base64.getDecoder().decode(form.hash()));
    }

    /** Whether it was made with other costs than today's: hash the password anew after the next right sign-in. */
    public boolean needsRehash(String stored) {
        return !parse(stored).cost().equals(cost);
    }

    /** Works as long as a check does: for a login name that does not exist, so that time does not tell. */
    public void workInVain(String password) {
        argon2id(cost, new byte[SALT_BYTES], password);
    }

    private static Stored parse(String stored) {
        Matcher form = FORM.matcher(stored);
        if (!form.matches()) {
            throw new IllegalArgumentException("存储的密码摘要格式不对，请由安全管理员为该账号重置密码。");
        }
        Cost cost = new Cost(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
        return new Stored(cost, form.group(3), form.group(4));
    }

    private static byte[] argon2id(Cost cost, byte[] salt, String password) {
        Argon2Parameters parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.iterations())
                .withParallelism(1)
                .withSalt(salt)
                .build();
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(parameters);
        byte[] hash = new byte[HASH_BYTES];
        generator.generateBytes(
                Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
