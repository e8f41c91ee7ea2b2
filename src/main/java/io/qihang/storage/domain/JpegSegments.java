package io.qihang.storage.domain;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What stands before the pixels of a JPEG file. */
final class JpegSegments {

    private static final int MARKER = 0xFF;
    private static final int START_OF_SCAN = 0xDA;
    private static final int APP1 = 0xE1;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int ORIENTATION = 0x0112;
    private static final int ENTRY = 12;

    /** A camera writes one scan, a progressive image about ten; thousands only cost the decoder time. */
    private static final int MOST_SCANS = 60;

    private JpegSegments() {}

    static void requireFewScans(byte[] content) throws ContentRefused {
        int scans = 0;
        for (int i = 0; i + 1 < content.length; i++) {
            if ((content[i] & MARKER) == MARKER && (content[i + 1] & MARKER) == START_OF_SCAN) scans++;
        }
        if (scans > MOST_SCANS) throw new ContentRefused(Refusal.DAMAGED);
    }

    /** The orientation the camera noted, 1 to 8; empty when there is none or it cannot be read. */
    static Optional<Integer> orientation(byte[] content) {
        int at = 2;
        while (at + 4 <= content.length && (content[at] & MARKER) == MARKER) {
            int marker = content[at + 1] & MARKER;
            int length = ((content[at + 2] & MARKER) << 8) | (content[at + 3] & MARKER);
            if (marker == START_OF_SCAN || length < 2 || at + 2 + length > content.length) return Optional.empty();
            if (marker == APP1 && isExif(content, at + 4)) {
                int start = at + 4 + EXIF.length;
                return fromTiff(
                        ByteBuffer.wrap(content, start, at + 2 + length - start).slice());
            }
            at += 2 + length;
        }
        return Optional.empty();
    }

    private static boolean isExif(byte[] content, int at) {
        return at + EXIF.length <= content.length
                && java.util.Arrays.equals(content, at, at + EXIF.length, EXIF, 0, EXIF.length);
    }

    private static Optional<Integer> fromTiff(ByteBuffer tiff) {
        if (tiff.remaining() < 8) return Optional.empty();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory + 2 > tiff.limit()) return Optional.empty();
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY;
            if (entry + ENTRY > tiff.limit()) return Optional.empty();
            if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION) return Optional.of(tiff.getShort(entry + 8) & 0xFFFF);
        }
        return Optional.empty();
    }
}
