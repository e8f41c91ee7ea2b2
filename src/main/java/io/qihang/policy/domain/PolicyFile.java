package io.qihang.policy.domain;

import io.qihang.platform.Problem;
import io.qihang.policy.domain.Particulars.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A policy as a file of a region pack: a head of {@code 名称：内容} lines between two lines of dashes, then the text. What
 * the original does not state is left empty in the head.
 */
final class PolicyFile {

    private static final String FENCE = "---";
    private static final List<String> NAMES = List.of(
            "种类", "标题", "简称", "发文机关", "文号", "成文日期", "公开日期", "施行日期", "失效日期", "实施期开始", "实施期结束", "申报开始", "申报截止", "每年申报",
            "受理单位", "申报渠道", "说明");

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final String text;

    /** The file cannot be a policy: which line, from 1, and why, in Chinese. */
    static final class Malformed extends RuntimeException {

        private final int line;

        Malformed(int line, String reason) {
            super(reason, null, false, false);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    private PolicyFile(String file) {
        List<String> lines = file.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(FENCE)) throw new Malformed(1, "应以 --- 开头，写明文件要素");
        int end = 1 + lines.subList(1, lines.size()).indexOf(FENCE);
        if (end == 0) throw new Malformed(lines.size(), "文件要素之后缺少 ---");
        for (int i = 1; i < end; i++) head(i + 1, lines.get(i));
        text = String.join("\n", lines.subList(end + 1, lines.size()));
    }

    /**
     * Reads the file.
     *
     * @throws Malformed when it cannot be a policy
     */
    static Content read(String file) {
        return new PolicyFile(file).content();
    }

    private void head(int number, String line) {
        int cut = line.indexOf('：');
        String name = cut < 0 ? line : line.substring(0, cut);
        if (cut < 0 || !NAMES.contains(name)) throw new Malformed(number, "“" + name + "”不是文件要素的名称");
        if (places.put(name, number) != null) throw new Malformed(number, "“" + name + "”写了两次");
        String value = line.substring(cut + 1).strip();
        if (!value.isEmpty()) values.put(name, value);
    }

    private Content content() {
        try {
            return new Content(particulars(), Audience.EVERYONE, text);
        } catch (Problem problem) {
            throw new Malformed(1, problem.detail());
        }
    }

    private Particulars particulars() {
        return new Particulars(
                kind(),
                values.get("标题"),
                values.getOrDefault("简称", ""),
                values.get("发文机关"),
                values.get("文号"),
                day("成文日期"),
                day("公开日期"),
                day("施行日期"),
                day("失效日期"),
                day("实施期开始"),
                day("实施期结束"),
                day("申报开始"),
                day("申报截止"),
                yes("每年申报"),
                values.get("受理单位"),
                values.get("申报渠道"),
                values.get("说明"));
    }

    private Kind kind() {
        String label = values.getOrDefault("种类", "");
        return Stream.of(Kind.values())
                .filter(it -> it.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new Malformed(places.getOrDefault("种类", 1), "没有“" + label + "”这个种类"));
    }

    private @Nullable Boolean yes(String name) {
        String value = values.get(name);
        if (value == null) return null;
        if (!value.equals("是") && !value.equals("否")) {
            throw new Malformed(places.getOrDefault(name, 1), "“" + value + "”应为是或否");
        }
        return value.equals("是");
    }

    private @Nullable LocalDate day(String name) {
        String value = values.get(name);
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw new Malformed(places.getOrDefault(name, 1), "“" + value + "”不是日期，应如 2023-03-23");
        }
    }
}
