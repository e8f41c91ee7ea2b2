package io.qihang.storage.domain;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** How large deflated content becomes, without keeping it. */
final class Unpacked {

    private static final int BUFFER = 64 * 1024;
    private static final int HEADER = 2;

    private Unpacked() {}

    /**
     * The size once inflated, as PDF readers do it: the two bytes of the header are not looked at. Counting ends soon
     * after {@code most}, and where the content is not deflated.
     */
    static long size(byte[] content, int start, long most) {
        int length = content.length - start - HEADER;
        if (length <= 0) return 0;
        var inflater = new Inflater(true);
        long size = 0;
        try {
            inflater.setInput(content, start + HEADER, length);
            byte[] buffer = new byte[BUFFER];
            int read = inflater.inflate(buffer);
            while (read > 0 && size <= most) {
                size += read;
                read = inflater.inflate(buffer);
            }
            return size;
        } catch (DataFormatException notDeflated) {
            return size;
        } finally {
            inflater.end();
        }
    }
}
