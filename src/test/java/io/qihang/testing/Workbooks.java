package io.qihang.testing;

import cn.idev.excel.FastExcel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Excel files for tests, and how a browser uploads one. */
public final class Workbooks {

    private static final String BOUNDARY = "----qihang-test-boundary";

    private Workbooks() {}

    /** A workbook with one sheet; the first row is the headings. */
    public static byte[] of(List<? extends List<?>> rows) {
        var out = new ByteArrayOutputStream();
        FastExcel.write(out).sheet("名录").doWrite(rows);
        return out.toByteArray();
    }

    /** A zip file with these parts. */
    public static byte[] zip(Map<String, byte[]> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Uploads a file as a form. */
    public static Api.Reply upload(Api api, String path, byte[] file) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"名录.xlsx\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return api.with("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .bytes("POST", path, body.toByteArray());
    }
}
