package io.qihang.storage.domain;

import io.qihang.storage.FileKind;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * An image that is decoded whole and written anew: only its pixels are kept, nothing that stood beside them (place,
 * device, comments, a second file behind the first). Its size is known before a pixel is decoded.
 */
final class ImageCheck {

    static final int MOST_MEGAPIXELS = 40;

    private static final int MEGAPIXEL = 1_000_000;
    private static final float QUALITY = 0.9f;
    private static final byte[] JPEG_START = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int PNG_BIT_DEPTH = 24;
    private static final int BITS = 8;

    private final FileKind kind;
    private final byte[] content;
    private final int megapixels;

    private ImageCheck(FileKind kind, byte[] content, int megapixels) {
        this.kind = kind;
        this.content = content;
        this.megapixels = megapixels;
    }

    /** Looks at the beginning only. */
    static ImageCheck open(FileKind kind, byte[] content) throws ContentRefused {
        if (!startsWith(content, kind == FileKind.JPEG ? JPEG_START : PNG_START)) {
            throw new ContentRefused(Refusal.NOT_WHAT_IT_SAYS);
        }
        if (kind == FileKind.JPEG) JpegSegments.requireFewScans(content);
        long pixels = pixels(kind, content);
        if (pixels > (long) MOST_MEGAPIXELS * MEGAPIXEL) throw new ContentRefused(Refusal.TOO_MANY_PIXELS);
        return new ImageCheck(kind, content, (int) Math.max(1, pixels / MEGAPIXEL));
    }

    /** How many million pixels decoding it will take. */
    int megapixels() {
        return megapixels;
    }

    /** Decodes the image, turns it the way it is meant to be seen, and writes it anew. */
    byte[] rewritten() throws ContentRefused {
        BufferedImage decoded = decode(kind, content);
        var out = new ByteArrayOutputStream(content.length);
        try {
            if (kind == FileKind.JPEG) {
                writeJpeg(redraw(decoded, Orientation.of(content), BufferedImage.TYPE_3BYTE_BGR), out);
            } else {
                boolean alpha = decoded.getColorModel().hasAlpha();
                int type = alpha ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR;
                ImageIO.write(redraw(decoded, Orientation.UPRIGHT, type), "png", out);
            }
        } catch (IOException e) {
            throw new ContentRefused(Refusal.DAMAGED);
        }
        return out.toByteArray();
    }

    private static long pixels(FileKind kind, byte[] content) throws ContentRefused {
        ImageReader reader = reader(kind);
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(in, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            boolean wide = kind == FileKind.PNG && content[PNG_BIT_DEPTH] > BITS;
            return wide ? pixels * 2 : pixels;
        } catch (IOException | RuntimeException e) {
            throw new ContentRefused(Refusal.DAMAGED);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage decode(FileKind kind, byte[] content) throws ContentRefused {
        ImageReader reader = reader(kind);
        var cut = new AtomicBoolean();
        reader.addIIOReadWarningListener((source, warning) -> {
            if (warning.toLowerCase(Locale.ROOT).contains("premature end")) cut.set(true);
        });
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(in, true, true);
            BufferedImage image = reader.read(0);
            if (cut.get()) throw new ContentRefused(Refusal.DAMAGED);
            return image;
        } catch (IOException | RuntimeException e) {
            throw new ContentRefused(Refusal.DAMAGED);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage redraw(BufferedImage image, Orientation orientation, int type) {
        int width = image.getWidth();
        int height = image.getHeight();
        var upright = orientation.swapsSides()
                ? new BufferedImage(height, width, type)
                : new BufferedImage(width, height, type);
        Graphics2D canvas = upright.createGraphics();
        canvas.drawImage(image, orientation.transform(width, height), null);
        canvas.dispose();
        return upright;
    }

    private static void writeJpeg(BufferedImage image, ByteArrayOutputStream out) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
    }

    private static ImageReader reader(FileKind kind) {
        return ImageIO.getImageReadersByFormatName(kind == FileKind.JPEG ? "jpeg" : "png")
                .next();
    }

    private static boolean startsWith(byte[] content, byte[] start) {
        return content.length > start.length
                && java.util.Arrays.equals(content, 0, start.length, start, 0, start.length);
    }
}
