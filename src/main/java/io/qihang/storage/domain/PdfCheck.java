package io.qihang.storage.domain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * A PDF is kept as it came, so it is taken only when it is nothing but pages: no script, no action that reaches out, no
 * file inside, nothing behind its end.
 */
final class PdfCheck {

    private static final Set<String> ACTIONS = Set.of(
            "JavaScript",
            "Launch",
            "SubmitForm",
            "ImportData",
            "GoToR",
            "GoToE",
            "Rendition",
            "Movie",
            "Sound",
            "RichMediaExecute");
    private static final Set<String> SCRIPT_KEYS = Set.of("JS", "JavaScript", "AA", "XFA");
    private static final Set<String> FILE_KEYS = Set.of("EmbeddedFiles", "EF", "RichMediaContent");
    private static final Set<String> FILE_TYPES =
            Set.of("EmbeddedFile", "FileAttachment", "RichMedia", "Screen", "Movie", "Sound", "3D");
    private static final int DEEPEST = 100;

    private PdfCheck() {}

    static void check(byte[] content) throws ContentRefused {
        if (!startsLikePdf(content)) throw new ContentRefused(Refusal.NOT_WHAT_IT_SAYS);
        PdfText.scan(content);
        GuardedPdfParser parser = parser(content);
        try (PDDocument document = parser.parse()) {
            if (document.isEncrypted()) throw new ContentRefused(Refusal.ENCRYPTED);
            checkObjects(document.getDocument());
            if (parser.isOverfull()) throw new ContentRefused(Refusal.TOO_MUCH_INSIDE);
            if (document.getNumberOfPages() < 1) throw new ContentRefused(Refusal.DAMAGED);
        } catch (InvalidPasswordException e) {
            throw new ContentRefused(Refusal.ENCRYPTED);
        } catch (IOException | RuntimeException e) {
            throw new ContentRefused(parser.isOverfull() ? Refusal.TOO_MUCH_INSIDE : Refusal.DAMAGED);
        }
    }

    private static GuardedPdfParser parser(byte[] content) throws ContentRefused {
        try {
            return new GuardedPdfParser(content);
        } catch (IOException e) {
            throw new ContentRefused(Refusal.DAMAGED);
        }
    }

    /** Refuses what stands for a script, an outward action or a file under this name. */
    static void requireHarmless(String name) throws ContentRefused {
        if (SCRIPT_KEYS.contains(name) || name.equals("Launch")) throw new ContentRefused(Refusal.SCRIPT);
        if (FILE_KEYS.contains(name) || name.equals("EmbeddedFile") || name.equals("FileAttachment")) {
            throw new ContentRefused(Refusal.ATTACHMENT);
        }
    }

    private static void checkObjects(COSDocument document) throws ContentRefused {
        check(document.getTrailer(), 0);
        for (var key : Set.copyOf(document.getXrefTable().keySet())) {
            check(document.getObjectFromPool(key).getObject(), 0);
        }
    }

    /** Looks at an object and what stands in it directly; what it refers to is looked at by itself. */
    private static void check(@org.jspecify.annotations.Nullable COSBase object, int depth) throws ContentRefused {
        if (depth > DEEPEST) throw new ContentRefused(Refusal.UNUSUAL);
        if (object instanceof COSDictionary dictionary) {
            if (ACTIONS.contains(dictionary.getNameAsString(COSName.S, ""))) throw new ContentRefused(Refusal.SCRIPT);
            if (FILE_TYPES.contains(dictionary.getNameAsString(COSName.SUBTYPE, ""))
                    || FILE_TYPES.contains(dictionary.getNameAsString(COSName.TYPE, ""))) {
                throw new ContentRefused(Refusal.ATTACHMENT);
            }
            for (var entry : dictionary.entrySet()) {
                requireHarmless(entry.getKey().getName());
                check(entry.getValue(), depth + 1);
            }
        } else if (object instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) check(array.get(i), depth + 1);
        }
    }

    private static boolean startsLikePdf(byte[] content) {
        return content.length > 8 && new String(content, 0, 8, StandardCharsets.ISO_8859_1).matches("%PDF-[12]\\.\\d");
    }
}
