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
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Keys drawn at random on the first start and kept beside the data they seal; none stands in the repository. */
final class EmbeddedSecrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private EmbeddedSecrets() {}

    /** The settings that hold keys; whoever asks first draws them. */
    static synchronized Map<String, Object> of(EmbeddedSettings settings) {
        try {
            if (!settings.kept()) return draw();
            return kept(settings.secrets());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> kept(Path file) throws IOException {
        var properties = new Properties();
        if (Files.exists(file)) properties.load(new StringReader(Files.readString(file)));
        Map<String, Object> secrets = draw();
        boolean complete = properties.keySet().containsAll(secrets.keySet());
        properties.forEach((key, value) -> secrets.put(key.toString(), value));
        if (!complete) write(secrets, file);
        return secrets;
    }

    private static void write(Map<String, Object> secrets, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        var properties = new Properties();
        properties.putAll(secrets);
        var text = new StringWriter();
        properties.store(text, "演示环境的密钥，首次启动时随机生成");
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path fresh = Files.createTempFile(file.getParent(), "secrets", ".tmp", owner);
        Files.writeString(fresh, text.toString());
        Files.move(fresh, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
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
                key(24),
                "qihang.wechat.app-id",
                "wx" + hex(8),
                "qihang.wechat.app-secret",
                hex(16),
                "qihang.wechat.push-token",
                hex(8),
                "qihang.wechat.aes-key",
                hex(22).substring(1),
                EmbeddedS3Server.ACCESS_KEY,
                hex(10),
                EmbeddedS3Server.SECRET_KEY,
                hex(20)));
    }

    private static String key(int bytes) {
        return Base64.getEncoder().encodeToString(random(bytes));
    }

    private static String hex(int bytes) {
        return HexFormat.of().formatHex(random(bytes));
    }

    private static byte[] random(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
