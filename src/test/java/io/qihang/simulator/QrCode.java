package io.qihang.simulator;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** A QR code as a PNG. */
final class QrCode {

    private static final int WHITE = 0xFFFFFF;

    private QrCode() {}

    static byte[] png(String text, int width) {
        try {
            BitMatrix dots = new QRCodeWriter()
                    .encode(text, BarcodeFormat.QR_CODE, width, width, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"));
            BufferedImage image = new BufferedImage(width, width, BufferedImage.TYPE_BYTE_BINARY);
            for (int x = 0; x < width; x++) {
                for (int y = 0; y < width; y++) {
                    image.setRGB(x, y, dots.get(x, y) ? 0 : WHITE);
                }
            }
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return png.toByteArray();
        } catch (WriterException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
