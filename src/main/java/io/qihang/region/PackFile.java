package io.qihang.region;

import io.qihang.platform.RegionCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A data file of a region pack, UTF-8. */
public final class PackFile {

    private final String pack;
    private final RegionCode region;
    private final int version;
    private final String name;
    private final String text;

    PackFile(String pack, RegionCode region, int version, String name, byte[] content) {
        this.pack = pack;
        this.region = region;
        this.version = version;
        this.name = name;
        this.text = new String(content, StandardCharsets.UTF_8);
    }

    /** The pack's folder, such as {@code 371525}. */
    public String pack() {
        return pack;
    }

    /** The region the pack is for; {@code 100000} for what holds in the whole country. */
    public RegionCode region() {
        return region;
    }

    /** The pack's version, a whole number that grows. */
    public int version() {
        return version;
    }

    /** The file's path within the pack. */
    public String name() {
        return name;
    }

    /** The whole content. */
    public String text() {
        return text;
    }

    /** SHA-256 of the content. */
    String hash() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads the file as comma-separated values with a header line.
     *
     * @param columns the columns the header must have, no more and no less
     * @throws BadRegionPack when the header differs or a line has another number of values
     */
    public List<PackRow> rows(String... columns) {
        List<Csv.Line> lines = Csv.read(text);
        if (lines.isEmpty()) throw bad(1, null, "文件是空的，至少要有标题行");
        List<String> header = lines.get(0).values();
        if (!header.equals(List.of(columns))) throw bad(1, null, "标题行应为 " + String.join(",", columns));
        List<PackRow> rows = new ArrayList<>();
        for (Csv.Line line : lines.subList(1, lines.size())) {
            if (line.values().size() != header.size()) {
                throw bad(
                        line.number(),
                        null,
                        "应有 " + header.size() + " 列，实有 " + line.values().size() + " 列");
            }
            Map<String, String> values = new LinkedHashMap<>();
            for (int i = 0; i < header.size(); i++) {
                values.put(header.get(i), line.values().get(i).strip());
            }
            rows.add(new PackRow(this, line.number(), values));
        }
        return rows;
    }

    /** The complaint about a place of this file; line and column as far as they are known. */
    public BadRegionPack bad(int line, @Nullable String column, String reason) {
        return new BadRegionPack("区域包 " + pack + " 的文件 " + name + " 第 " + line + " 行"
                + (column == null ? "" : "“" + column + "”列") + "：" + reason + "。");
    }
}
