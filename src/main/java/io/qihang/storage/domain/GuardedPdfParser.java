package io.qihang.storage.domain;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;

/** Reads a PDF and unpacks the objects it keeps packed only as long as they stay small. */
final class GuardedPdfParser extends PDFParser {

    private static final long MOST_PER_STREAM = 8L * 1024 * 1024;
    private static final long MOST_IN_ALL = 32L * 1024 * 1024;

    private final Set<Long> counted = new HashSet<>();
    private long unpacked;
    private boolean overfull;

    GuardedPdfParser(byte[] content) throws IOException {
        super(new RandomAccessReadBuffer(content));
    }

    /** Whether packed objects were left aside because there are too many of them. */
    boolean isOverfull() {
        return overfull;
    }

    @Override
    protected COSBase parseObjectStreamObject(long number, COSObjectKey key) throws IOException {
        if (counted.add(number))
            count(document.getObjectFromPool(new COSObjectKey(number, 0)).getObject());
        if (overfull) throw new IOException("too many packed objects");
        return super.parseObjectStreamObject(number, key);
    }

    private void count(@org.jspecify.annotations.Nullable COSBase object) throws IOException {
        if (!(object instanceof COSStream stream)) return;
        byte[] packed;
        try (var raw = stream.createRawInputStream()) {
            packed = raw.readAllBytes();
        }
        boolean plain = stream.getFilters() == null;
        if (!plain && !COSName.FLATE_DECODE.equals(stream.getFilters())) overfull = true;
        long size = plain ? packed.length : Unpacked.size(packed, 0, MOST_PER_STREAM);
        unpacked += size;
        if (size > MOST_PER_STREAM || unpacked > MOST_IN_ALL) overfull = true;
    }
}
