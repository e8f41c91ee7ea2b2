package io.qihang.region;

/** A region pack holds something that cannot be right; the message names pack, file, line and column in Chinese. */
public class BadRegionPack extends RuntimeException {

    BadRegionPack(String message) {
        super(message);
    }

    BadRegionPack(String message, Exception cause) {
        super(message, cause);
    }
}
