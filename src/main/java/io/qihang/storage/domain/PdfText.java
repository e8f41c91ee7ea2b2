package io.qihang.storage.domain;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The raw text of a PDF between its streams, looked at before anything is interpreted: what one reader finds and another
 * skips, and what would not fit into memory once unpacked.
 */
final class PdfText {

    private static final long MOST_PER_STREAM = 64L * 1024 * 1024;
    private static final long MOST_PER_TABLE = 4L * 1024 * 1024;
    private static final long MOST_IN_ALL = 1024L * 1024 * 1024;
    private static final int DICTIONARY = 2048;
    private static final String END_MARK = "%%EOF";
    private static final String END_OF_STREAM = "endstream";
    private static final String END_OF_ARCHIVE = "PK\5\6";
    private static final int ARCHIVE_TAIL = 22;
    private static final Pattern STREAM = Pattern.compile("(?<![A-Za-z])stream *\\r?\\n?");
    private static final Pattern NAME = Pattern.compile("/([^\\s()<>\\[\\]{}/%]+)");
    private static final Pattern ESCAPE = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Pattern FILTER_ELSEWHERE = Pattern.compile("/F(ilter)?\\s+\\d+\\s+\\d+\\s+R\\b");
    private static final Pattern TABLE = Pattern.compile("/(XRef|W)\\b");

    /** General packers a scanner has no use for; what they blow up cannot be foreseen. */
    private static final Set<String> PACKERS = Set.of(
            "LZWDecode", "LZW", "RunLengthDecode", "RL", "ASCIIHexDecode", "AHx", "ASCII85Decode", "A85", "Crypt");

    private final byte[] content;
    private final String text;
    private long unpacked;

    private PdfText(byte[] content) {
        this.content = content;
        this.text = new String(content, StandardCharsets.ISO_8859_1);
    }

    static void scan(byte[] content) throws ContentRefused {
        var pdf = new PdfText(content);
        pdf.requireEnd();
        pdf.scanStreams();
    }

    /** Nothing may stand behind the last end mark, nor an archive be hung on. */
    private void requireEnd() throws ContentRefused {
        int end = text.lastIndexOf(END_MARK);
        if (end < 0) throw new ContentRefused(Refusal.DAMAGED);
        if (!text.substring(end + END_MARK.length()).isBlank()) throw new ContentRefused(Refusal.TRAILING_CONTENT);
        int zip = text.lastIndexOf(END_OF_ARCHIVE);
        while (zip >= 0) {
            if (endsArchive(zip)) throw new ContentRefused(Refusal.TRAILING_CONTENT);
            zip = text.lastIndexOf(END_OF_ARCHIVE, zip - 1);
        }
    }

    /** Whether what stands here is an archive's end with a comment that reaches to the file's end. */
    private boolean endsArchive(int at) {
        if (at + ARCHIVE_TAIL > content.length) return false;
        int comment = (content[at + 20] & 0xFF) | (content[at + 21] & 0xFF) << 8;
        return at + ARCHIVE_TAIL + comment == content.length;
    }

    private void scanStreams() throws ContentRefused {
        Matcher stream = STREAM.matcher(text);
        int between = 0;
        while (stream.find()) {
            if (stream.start() >= between) {
                checkBetween(text.substring(between, stream.start()));
                int end = text.indexOf(END_OF_STREAM, stream.end());
                if (end < 0) throw new ContentRefused(Refusal.DAMAGED);
                between = end + END_OF_STREAM.length();
            }
            checkUnpacked(stream.start(), stream.end());
        }
        checkBetween(text.substring(between));
    }

    private static void checkBetween(String between) throws ContentRefused {
        Matcher name = NAME.matcher(between);
        while (name.find()) {
            String plain = unescaped(name.group(1));
            if (PACKERS.contains(plain)) throw new ContentRefused(Refusal.UNUSUAL);
            PdfCheck.requireHarmless(plain);
        }
        if (FILTER_ELSEWHERE.matcher(unescaped(between)).find()) throw new ContentRefused(Refusal.UNUSUAL);
    }

    private static String unescaped(String name) {
        if (name.indexOf('#') < 0) return name;
        return ESCAPE.matcher(name)
                .replaceAll(it -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(it.group(1), 16))));
    }

    private void checkUnpacked(int keyword, int start) throws ContentRefused {
        String dictionary = unescaped(text.substring(Math.max(0, keyword - DICTIONARY), keyword));
        long most = TABLE.matcher(dictionary).find() ? MOST_PER_TABLE : MOST_PER_STREAM;
        long size = Unpacked.size(content, start, most);
        unpacked += size;
        if (size > most || unpacked > MOST_IN_ALL) throw new ContentRefused(Refusal.TOO_MUCH_INSIDE);
    }
}
