package io.qihang.identity.domain;

import io.qihang.platform.Times;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The texts persons accept, each version a file {@code consent/<document>-v<version>-<day of effect>.md}. A version in
 * the files never changes: what was accepted is named by its hash.
 */
class ConsentTexts {

    private static final Pattern NAME = Pattern.compile("([a-z]+)-v(\\d{1,4})-(\\d{8})\\.md");

    private final Map<String, List<ConsentText>> versions;
    private final Clock clock;

    ConsentTexts(Collection<ConsentText> texts, Clock clock) {
        this.clock = clock;
        this.versions = new TreeMap<>();
        for (ConsentText text : texts) {
            versions.computeIfAbsent(text.document(), it -> new ArrayList<>()).add(text);
        }
        versions.values().forEach(it -> it.sort(Comparator.comparing(ConsentText::version)));
        if (versions.isEmpty()) throw new IllegalStateException("no consent text on the class path");
    }

    /** The version of each document in force today: the newest whose day has come, else the first. */
    List<ConsentText> current() {
        LocalDate today = Times.dayOf(clock.instant());
        return versions.values().stream()
                .map(it -> it.stream()
                        .filter(version -> !version.effectiveOn().isAfter(today))
                        .reduce((older, newer) -> newer)
                        .orElse(it.get(0)))
                .toList();
    }

    /** The heading a person accepted; the document's name when its version no longer comes with this release. */
    String titleOf(String document, int version) {
        return versions.getOrDefault(document, List.of()).stream()
                .filter(it -> it.version() == version)
                .map(ConsentText::title)
                .findFirst()
                .orElse(document);
    }

    /** All versions that come with this release. */
    static List<ConsentText> bundled() throws IOException {
        List<ConsentText> texts = new ArrayList<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:consent/*.md")) {
            texts.add(read(String.valueOf(file.getFilename()), file.getContentAsByteArray()));
        }
        return texts;
    }

    static ConsentText read(String name, byte[] content) {
        Matcher parts = NAME.matcher(name);
        String text = new String(content, StandardCharsets.UTF_8);
        if (!parts.matches() || !text.startsWith("# ")) {
            throw new IllegalStateException("not a consent text, or without a heading: " + name);
        }
        return new ConsentText(
                parts.group(1),
                Integer.parseInt(parts.group(2)),
                LocalDate.parse(parts.group(3), DateTimeFormatter.BASIC_ISO_DATE),
                sha256(content),
                text.substring(2, text.indexOf('\n')).strip(),
                text);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
