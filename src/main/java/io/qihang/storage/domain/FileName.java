package io.qihang.storage.domain;

import io.qihang.platform.Problem;
import io.qihang.storage.FileKind;
import io.qihang.storage.StorageProblem;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name a file has with its sender: kept, shown and put into the download's header, never part of a key or a path.
 * It must still say what the file is, and nothing else.
 */
final class FileName {

    private static final int LONGEST = 120;
    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}/\\\\:*?\"<>|]");
    private static final Pattern SECOND_EXTENSION = Pattern.compile(".*\\.[A-Za-z][A-Za-z0-9]{1,4}");

    private FileName() {}

    /** The name, if it fits the kind; refused with the reason otherwise. */
    static String require(String name, FileKind kind) {
        if (name.length() > LONGEST) throw refused("不超过 " + LONGEST + " 字。");
        if (FORBIDDEN.matcher(name).find()) throw refused("不能含有 / \\ : * ? \" < > | 和看不见的字符。");
        if (name.startsWith(".") || !name.equals(name.strip())) throw refused("不能以点或空格开头或结尾。");
        int dot = name.lastIndexOf('.');
        if (dot < 0 || !kind.hasExtension(name.substring(dot + 1))) {
            throw refused("扩展名要与" + kind.label() + "一致，例如 证书." + kind.name().toLowerCase(Locale.ROOT) + "。");
        }
        if (SECOND_EXTENSION.matcher(name.substring(0, dot)).matches()) throw refused("有两个扩展名，请改名后再传。");
        return name;
    }

    private static Problem refused(String why) {
        return Problem.of(StorageProblem.FILE_NAME_REFUSED, why);
    }
}
