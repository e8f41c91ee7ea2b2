package io.qihang.everywhere;

import io.qihang.testing.Api;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.internal.PackagePropertiesPart;

/** All there is to read in an answer: its headers, its body, and of a workbook every part. */
final class Unpacked {

    private Unpacked() {}

    static String textOf(Api.Reply reply) {
        String file = URLDecoder.decode(reply.header("Content-Disposition"), StandardCharsets.UTF_8);
        return reply.headers() + "\n" + file + "\n" + body(reply);
    }

    private static String body(Api.Reply reply) {
        return reply.header("Content-Type").contains("spreadsheetml") ? parts(reply.bytes()) : reply.text();
    }

    private static String parts(byte[] workbook) {
        var text = new StringBuilder();
        try (var parts = OPCPackage.open(new ByteArrayInputStream(workbook))) {
            for (var part : parts.getParts()) {
                text.append(part.getPartName()).append('\n');
                if (part instanceof PackagePropertiesPart about) {
                    text.append(about.getCreatorProperty()).append(about.getTitleProperty());
                    continue;
                }
                try (var content = part.getInputStream()) {
                    text.append(new String(content.readAllBytes(), StandardCharsets.UTF_8))
                            .append('\n');
                }
            }
        } catch (IOException | InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }
}
