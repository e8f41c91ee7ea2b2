package io.qihang.storage.domain;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Images as phones, scanners and mischief make them; the left upper quarter is red, the rest white. */
public final class Pictures {

    /** What a camera notes beside the pixels in these pictures; must never be found in what is kept. */
    static final String DEVICE = "Imaginary Phone 9";

    private Pictures() {}

    /** A photo without anything beside its pixels. */
    public static byte[] jpeg(int width, int height) throws IOException {
        return write(drawn(width, height, BufferedImage.TYPE_INT_RGB), "jpg");
    }

    static byte[] png(int width, int height) throws IOException {
        return write(drawn(width, height, BufferedImage.TYPE_INT_ARGB), "png");
    }

    static byte[] gif() throws IOException {
        return write(drawn(40, 40, BufferedImage.TYPE_INT_RGB), "gif");
    }

    static byte[] grey(int width, int height) throws IOException {
        return write(drawn(width, height, BufferedImage.TYPE_BYTE_GRAY), "jpg");
    }

    /** A photo as a phone takes it: turned by {@code orientation}, with the device and the place. */
    public static byte[] photo(int width, int height, int orientation) throws IOException {
        return withApp1(jpeg(width, height), exif(orientation));
    }

    /** A photo with a segment put in right after its start. */
    static byte[] withApp1(byte[] jpeg, byte[] payload) {
        byte[] start = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE1};
        var out = ByteBuffer.allocate(jpeg.length + payload.length + 4);
        out.put(start).putShort((short) (payload.length + 2)).put(payload).put(jpeg, 2, jpeg.length - 2);
        return out.array();
    }

    private static byte[] exif(int orientation) {
        var tiff = ByteBuffer.allocate(200);
        tiff.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 3);
        entry(tiff, 0x0110, 2, DEVICE.length() + 1, 64);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
        tiff.putShort((short) 0);
        entry(tiff, 0x8825, 4, 1, 90);
        tiff.position(6 + 64).put((DEVICE + "\0").getBytes(StandardCharsets.US_ASCII));
        tiff.position(6 + 90).putShort((short) 1);
        entry(tiff, 0x0002, 5, 3, 120);
        tiff.position(6 + 120);
        for (int part : new int[] {36, 1, 29, 1, 4, 1}) tiff.putInt(part);
        return tiff.array();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** A PNG of a few bytes that says it is this large. */
    static byte[] bomb(int width, int height) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        chunk(
                out,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array());
        chunk(out, "IDAT", deflated(new byte[1 << 20]));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    static byte[] deflated(byte[] data) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(data);
        deflater.finish();
        var out = new ByteArrayOutputStream();
        byte[] buffer = new byte[64 * 1024];
        while (!deflater.finished()) out.write(buffer, 0, deflater.deflate(buffer));
        deflater.end();
        return out.toByteArray();
    }

    static BufferedImage read(byte[] content) throws IOException {
        return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(content)));
    }

    static byte[] cut(byte[] content, int length) {
        return Arrays.copyOf(content, length);
    }

    /** One file behind another. */
    static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static BufferedImage drawn(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, width, height);
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, width / 2, height / 2);
        canvas.dispose();
        return image;
    }

    private static byte[] write(BufferedImage image, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, out)) throw new IOException("no writer for " + format);
        return out.toByteArray();
    }
}
