package io.qihang.simulator;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** HTTP/1.1 on a pair of streams, as much of it as WeChat's clients use. */
final class WireCodec {

    private static final int MAX_LINE = 65_536;
    private static final int MAX_BODY = 16 * 1024 * 1024;

    private final InputStream in;
    private final OutputStream out;

    WireCodec(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** The next request, or null when the client has left between two requests. */
    @Nullable
    WireRequest read() throws IOException {
        String start = line();
        if (start == null) {
            return null;
        }
        String[] parts = start.split(" ", 3);
        if (parts.length != 3 || !parts[2].startsWith("HTTP/1.")) {
            throw new ProtocolException("not an HTTP request line");
        }
        Map<String, String> headers = headers();
        if ("100-continue".equalsIgnoreCase(headers.get("expect"))) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
        String connection = headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT);
        boolean keepAlive =
                parts[2].equals("HTTP/1.1") ? !connection.contains("close") : connection.contains("keep-alive");
        int question = parts[1].indexOf('?');
        return new WireRequest(
                parts[0],
                question < 0 ? parts[1] : parts[1].substring(0, question),
                question < 0 ? "" : parts[1].substring(question + 1),
                new String(body(headers), StandardCharsets.UTF_8),
                keepAlive);
    }

    void write(Reply reply, boolean keepAlive) throws IOException {
        write(reply, Integer.MAX_VALUE, keepAlive);
    }

    /** Writes the head for the whole body, then only the given number of its bytes. */
    void write(Reply reply, int bytes, boolean keepAlive) throws IOException {
        byte[] body = reply.bytes();
        String head = "HTTP/1.1 " + reply.status() + " " + (reply.status() == 200 ? "OK" : "Simulated") + "\r\n"
                + "Content-Type: " + reply.contentType() + "\r\n"
                + "Content-Length: " + body.length + "\r\n"
                + "Connection: " + (keepAlive ? "keep-alive" : "close") + "\r\n\r\n";
        ByteArrayOutputStream whole = new ByteArrayOutputStream(head.length() + body.length);
        whole.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        whole.write(body, 0, Math.min(bytes, body.length));
        whole.writeTo(out);
        out.flush();
    }

    /** Writes the head at once and the body at so many bytes a second. */
    void drip(Reply reply, int bytesPerSecond) throws IOException {
        write(reply, 0, false);
        for (byte each : reply.bytes()) {
            LockSupport.parkNanos(1_000_000_000L / bytesPerSecond);
            out.write(each);
            out.flush();
        }
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); line != null && !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).trim().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).trim());
            }
        }
        return headers;
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return chunked();
        }
        return exactly(size(headers.getOrDefault("content-length", "0"), 10));
    }

    private byte[] chunked() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        while (true) {
            String sizeLine = line();
            if (sizeLine == null) {
                throw new EOFException();
            }
            int semicolon = sizeLine.indexOf(';');
            int size = size(semicolon < 0 ? sizeLine : sizeLine.substring(0, semicolon), 16);
            if (size == 0) {
                headers();
                return whole.toByteArray();
            }
            whole.writeBytes(exactly(size));
            size(String.valueOf(whole.size()), 10);
            line();
        }
    }

    private static int size(String digits, int radix) throws ProtocolException {
        try {
            int size = Integer.parseInt(digits.trim(), radix);
            if (size >= 0 && size <= MAX_BODY) {
                return size;
            }
        } catch (NumberFormatException notANumber) {
            throw new ProtocolException("body size is not a number: " + notANumber.getMessage());
        }
        throw new ProtocolException("body too large");
    }

    private byte[] exactly(int size) throws IOException {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException();
        }
        return bytes;
    }

    /** One line without its end, or null at the end of the stream. */
    private @Nullable String line() throws IOException {
        StringBuilder line = new StringBuilder();
        int next = in.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            if (line.length() >= MAX_LINE) {
                throw new ProtocolException("line too long");
            }
            line.append((char) next);
            next = in.read();
        }
        int last = line.length() - 1;
        if (last >= 0 && line.charAt(last) == '\r') {
            line.setLength(last);
        }
        return line.toString();
    }
}
