package io.qihang.storage.domain;

import io.qihang.platform.Problem;
import io.qihang.storage.FileKind;
import io.qihang.storage.StorageProblem;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Looks into what was sent in and gives back what may be kept. Decoding an image takes memory by its pixels, so only so
 * many are decoded at once on a node; the others wait, and after a while are asked to come again.
 */
@Component
class ContentCheck {

    /** 40 million pixels at once: one large scan, or three photos of a phone. */
    private static final int MEGAPIXELS_AT_ONCE = ImageCheck.MOST_MEGAPIXELS;

    private static final int PDF_WEIGHT = MEGAPIXELS_AT_ONCE / 2;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(15);

    private final Semaphore capacity = new Semaphore(MEGAPIXELS_AT_ONCE, true);

    /**
     * The content to be kept: an image as decoded and written anew, a PDF as it came.
     *
     * @throws ContentRefused when it is not what it says, or holds what is not taken
     */
    byte[] check(FileKind kind, byte[] content) throws ContentRefused {
        return switch (kind) {
            case JPEG, PNG -> {
                var image = ImageCheck.open(kind, content);
                yield within(image.megapixels(), image::rewritten);
            }
            case PDF ->
                within(PDF_WEIGHT, () -> {
                    PdfCheck.check(content);
                    return content;
                });
        };
    }

    private interface Work {
        byte[] run() throws ContentRefused;
    }

    private byte[] within(int weight, Work work) throws ContentRefused {
        if (!acquire(weight)) throw Problem.retryable(StorageProblem.FILE_CHECK_BUSY, TRY_AGAIN);
        try {
            return work.run();
        } finally {
            capacity.release(weight);
        }
    }

    private boolean acquire(int weight) {
        try {
            return capacity.tryAcquire(weight, LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
