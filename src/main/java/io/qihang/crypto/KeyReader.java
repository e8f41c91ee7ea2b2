package io.qihang.crypto;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the keys of one purpose from its setting or its file. No message shows what the setting holds. */
final class KeyReader {

    /** Shorter than any key in base64 or hex, so that a key written in the id's place is never taken for an id. */
    static final String KEY_ID = "[a-z0-9-]{1,16}";

    private static final Pattern ENTRY = Pattern.compile("(" + KEY_ID + "):([A-Za-z0-9+/_=-]+)");
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final int MAX_FILE_BYTES = 64 * 1024;
    private static final int MIN_DIFFERENT_BYTES = 8;

    private final Purpose purpose;

    KeyReader(Purpose purpose) {
        this.purpose = purpose;
    }

    List<Key> read(CryptoSettings settings) {
        List<String> listed = meaningful(settings.keys(purpose));
        @Nullable String file = settings.file(purpose);
        if (file == null || file.isBlank()) {
            return parse(purpose.setting(), listed);
        }
        if (!listed.isEmpty()) {
            throw new KeySettingException(
                    "配置 " + purpose.setting() + " 与 " + purpose.fileSetting() + " 只能填一个：请删去其中一个。");
        }
        return parse(purpose.fileSetting(), meaningful(lines(file.strip())));
    }

    private List<Key> parse(String setting, List<String> entries) {
        if (entries.isEmpty()) {
            throw new KeySettingException("配置 " + setting + " 没有密钥：请填写至少一个“编号:密钥”，" + howToMake() + "也可以用 "
                    + purpose.fileSetting() + " 指定密钥文件。");
        }
        List<Key> keys = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            keys.add(parse(setting, i + 1, entries.get(i)));
        }
        return List.copyOf(keys);
    }

    private Key parse(String setting, int position, String entry) {
        Matcher form = ENTRY.matcher(entry);
        if (!form.matches()) {
            throw new KeySettingException(
                    "配置 " + setting + " 的第 " + position + " 项格式不对：应为“编号:密钥”，编号用小写字母、数字或短横线，不超过 16 位；" + howToMake());
        }
        String id = form.group(1);
        byte[] material = decode(setting, id, form.group(2));
        if (material.length < purpose.minBytes() || material.length > purpose.maxBytes()) {
            throw new KeySettingException("配置 " + setting + " 的密钥 " + id + " 长度不对，现在是 " + material.length + " 字节，应为 "
                    + lengths() + " 字节：请重新生成，" + howToMake());
        }
        if (differentBytes(material) < MIN_DIFFERENT_BYTES) {
            throw new KeySettingException("配置 " + setting + " 的密钥 " + id + " 不是随机数（全零或重复）：请重新生成，" + howToMake());
        }
        return new Key(id, purpose, setting, material);
    }

    private byte[] decode(String setting, String id, String encoded) {
        try {
            return Base64.getDecoder().decode(encoded.replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException e) {
            // the decoder's own message quotes a character of the key: it is left out
            throw new KeySettingException(
                    "配置 " + setting + " 的密钥 " + id + " 不是完整的 Base64：请核对是否漏抄，或重新生成，" + howToMake());
        }
    }

    private List<String> lines(String file) {
        String where = "配置 " + purpose.fileSetting() + " 指定的密钥文件 " + file;
        try {
            Path path = Path.of(file);
            if (!Files.isRegularFile(path)) {
                throw new KeySettingException(where + " 不存在或不是文件：请核对路径。");
            }
            if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(path))) {
                throw new KeySettingException(where + " 能被其他用户读取或执行：请执行 chmod 400 收紧权限后再启动。");
            }
            if (Files.size(path) > MAX_FILE_BYTES) {
                throw new KeySettingException(where + " 太大，不像密钥文件：请核对路径。");
            }
            return Files.readAllLines(path);
        } catch (IOException | InvalidPathException e) {
            throw new KeySettingException(where + " 读不出来：请确认运行本系统的用户有读取权限，且内容是文本。", e);
        } catch (UnsupportedOperationException e) {
            throw new KeySettingException(where + " 所在的磁盘不支持文件权限：请换到支持权限的磁盘，或改用 " + purpose.setting() + "。", e);
        }
    }

    private static List<String> meaningful(List<String> entries) {
        return entries.stream()
                .map(String::strip)
                .filter(entry -> !entry.isEmpty() && !entry.startsWith("#"))
                .toList();
    }

    private static long differentBytes(byte[] material) {
        boolean[] seen = new boolean[256];
        int different = 0;
        for (byte b : material) {
            if (!seen[b & 0xff]) {
                seen[b & 0xff] = true;
                different++;
            }
        }
        return different;
    }

    private String lengths() {
        return purpose.minBytes() == purpose.maxBytes()
                ? String.valueOf(purpose.minBytes())
                : purpose.minBytes() + "～" + purpose.maxBytes();
    }

    private String howToMake() {
        return "密钥可用命令 openssl rand -base64 " + purpose.minBytes() + " 生成。";
    }
}
