package io.qihang.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Posts a file as {@code wx.uploadFile} does: the form's fields in order, then the file. Immutable. */
public final class FormPost {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final String BOUNDARY = "----WxUploadBoundary0123456789";

    private final String url;
    private final Map<String, String> fields;

    private FormPost(String url, Map<String, String> fields) {
        this.url = url;
        this.fields = fields;
    }

    /** The form of an answer with {@code url} and {@code fields}. */
    public static FormPost of(JsonNode form) {
        Map<String, String> fields = new LinkedHashMap<>();
        form.path("fields")
                .properties()
                .forEach(it -> fields.put(it.getKey(), it.getValue().asString("")));
        return new FormPost(form.path("url").asString(""), fields);
    }

    /** The form as the API would answer it. */
    public static FormPost of(Object form) {
        return of(JSON.readTree(JSON.writeValueAsString(form)));
    }

    /** The same form with one field changed or added. */
    public FormPost with(String field, String value) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.put(field, value);
        return new FormPost(url, changed);
    }

    public String field(String name) {
        return String.valueOf(fields.get(name));
    }

    /** Sends the file; returns the status. */
    public int send(byte[] content) {
        var body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(part("name=\"" + name + "\"", value)));
        body.writeBytes(part("name=\"file\"; filename=\"tmp_1.jpg\"", ""));
        byte[] open = body.toByteArray();
        body.reset();
        body.write(open, 0, open.length - 2);
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        return exchange(request).statusCode();
    }

    /** Opens a link as a browser does, without being anyone. */
    public static HttpResponse<byte[]> open(String link) {
        return exchange(HttpRequest.newBuilder(URI.create(link)).build());
    }

    private static byte[] part(String what, String value) {
        return ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + what + "\r\n\r\n" + value + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
