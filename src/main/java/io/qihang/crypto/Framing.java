package io.qihang.crypto;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Several values in one byte string that can be cut back in one way only: each is preceded by its length (4 bytes), so
 * that ("ab", "c") and ("a", "bc") differ. The first value is a label that keeps one use from passing for another.
 */
final class Framing {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Framing(String label) {
        add(label);
    }

    Framing add(byte[] part) {
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        bytes.writeBytes(part);
        return this;
    }

    Framing add(String part) {
        return add(utf8(part));
    }

    Framing add(UUID id) {
        return add(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** UTF-8 without loss: half a character is refused, for it would come back as a question mark. */
    static byte[] utf8(String text) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("文字里有不完整的字符，请重新输入。", e);
        }
    }
}
