package io.qihang.crypto;

/** A key setting is missing or wrong. The message names the setting and what to do, and never shows a key. */
public class KeySettingException extends RuntimeException {

    KeySettingException(String message) {
        super(message);
    }

    KeySettingException(String message, Throwable cause) {
        super(message, cause);
    }
}
