package io.qihang.crypto;

/** A sealed value cannot be opened: it was changed, cut, moved to another row or column, or its key is gone. */
public class SealBrokenException extends RuntimeException {

    SealBrokenException(String message) {
        super(message);
    }

    SealBrokenException(String message, Throwable cause) {
        super(message, cause);
    }
}
