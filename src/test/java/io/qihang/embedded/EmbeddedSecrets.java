package io.qihang.embedded;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Keys drawn at random on the first start and kept beside the data they seal; none stands in the repository. */
final class EmbeddedSecrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private EmbeddedSecrets() {}

    /** The settings that hold keys. */
    static Map<String, Object> of(EmbeddedSettings settings) {
        try {
            if (!settings.kept()) return draw();
            return kept(settings.secrets());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> kept(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            var drawn = new Properties();
            drawn.putAll(draw());
            var text = new StringWriter();
            drawn.store(text, "演示环境的密钥，首次启动时随机生成");
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Path fresh = Files.createTempFile(file.getParent(), "secrets", ".tmp", owner);
            Files.writeString(fresh, text.toString());
            Files.move(fresh, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        }
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(file)));
        Map<String, Object> secrets = new TreeMap<>();
        properties.forEach((key, value) -> secrets.put(key.toString(), value));
        return secrets;
    }

    private static Map<String, Object> draw() {
        return new TreeMap<>(Map.of(
                "qihang.crypto.data-keys",
                "d1:" + key(16),
                "qihang.crypto.index-keys",
                "i1:" + key(32),
                "qihang.crypto.audit-keys",
                "a1:" + key(32),
                EmbeddedRedisServer.PASSWORD,
                key(24)));
    }

    private static String key(int bytes) {
        byte[] key = new byte[bytes];
        RANDOM.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
