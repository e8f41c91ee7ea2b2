package io.qihang.workbook;

import io.qihang.platform.Problem;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Looks through an uploaded workbook before the parser does, by the same directory of parts: how much it unpacks to, how many parts it has, and that no
 * part declares a document type, through which a parser could be made to read other files.
 */
final class WorkbookGuard {

    static final int MAX_ENTRIES = 1000;
    static final long MAX_UNPACKED = 50L * 1024 * 1024;
    static final long MAX_RATIO = 100;
    private static final long RATIO_FROM = 1024 * 1024;

    private final File file;
    private long unpacked;

    private WorkbookGuard(File file) {
        this.file = file;
    }

    /** Refuses what is no workbook or may do harm. */
    static void check(File file) {
        try {
            new WorkbookGuard(file).walk();
        } catch (IOException e) {
            throw Problem.of(WorkbookProblem.WORKBOOK_UNREADABLE);
        }
    }

    private void walk() throws IOException {
        Set<String> names = new HashSet<>();
        try (var zip = new ZipFile(file)) {
            if (zip.size() > MAX_ENTRIES) throw suspicious();
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!names.add(entry.getName())) throw suspicious();
                try (var part = zip.getInputStream(entry)) {
                    read(part);
                }
            }
        }
        if (!names.contains("xl/workbook.xml")) throw Problem.of(WorkbookProblem.WORKBOOK_UNREADABLE);
    }

    private void read(InputStream part) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        String tail = "";
        boolean first = true;
        for (int count = part.read(buffer); count >= 0; count = part.read(buffer)) {
            unpacked += count;
            if (unpacked > MAX_UNPACKED || (unpacked > RATIO_FROM && unpacked / file.length() > MAX_RATIO)) {
                throw suspicious();
            }
            if (first && count >= 2 && isUtf16(buffer)) throw suspicious();
            first &= count == 0;
            String text = tail + new String(buffer, 0, count, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            if (text.contains("<!doctype") || text.contains("<!entity")) throw suspicious();
            tail = text.substring(Math.max(0, text.length() - 10));
        }
    }

    /** A part in UTF-16, in which the words looked for are spelt otherwise; Excel writes UTF-8. */
    private static boolean isUtf16(byte[] start) {
        int one = start[0] & 0xFF;
        int two = start[1] & 0xFF;
        return (one == 0xFE && two == 0xFF) || (one == 0xFF && two == 0xFE) || one == 0 || two == 0;
    }

    private static Problem suspicious() {
        return Problem.of(WorkbookProblem.WORKBOOK_SUSPICIOUS);
    }
}
