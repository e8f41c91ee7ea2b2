package io.qihang.storage.domain;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDJavascriptNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.interactive.action.PDAction;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;

/** PDF files as scanners and mischief make them. */
public final class Scans {

    private static final String JAVASCRIPT = "app.alert('x')";

    private Scans() {}

    interface Change {
        void apply(PDDocument document, PDPage page) throws IOException;
    }

    /** One scanned page, with something done to it. */
    static byte[] scan(Change change) throws IOException {
        return saved(change, CompressParameters.DEFAULT_COMPRESSION);
    }

    /** The same, with every object in plain sight. */
    static byte[] plain(Change change) throws IOException {
        return saved(change, CompressParameters.NO_COMPRESSION);
    }

    private static byte[] saved(Change change, CompressParameters how) throws IOException {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            var page = new PDPage();
            document.addPage(page);
            var image = JPEGFactory.createFromByteArray(document, Pictures.jpeg(60, 80));
            try (var canvas = new PDPageContentStream(document, page)) {
                canvas.drawImage(image, 0, 0);
            }
            change.apply(document, page);
            document.save(out, how);
            return out.toByteArray();
        }
    }

    public static byte[] clean() throws IOException {
        return scan((document, page) -> {});
    }

    /** What scanning apps add: where to open, and a link to their maker. */
    static byte[] withDestinationAndLink() throws IOException {
        return scan((document, page) -> {
            var top = new PDPageFitDestination();
            top.setPage(page);
            document.getDocumentCatalog().setOpenAction(top);
            var action = new PDActionURI();
            action.setURI("https://scanner.invalid/");
            var link = new PDAnnotationLink();
            link.setAction(action);
            page.getAnnotations().add(link);
        });
    }

    static byte[] opening(PDAction action) throws IOException {
        return scan((document, page) -> document.getDocumentCatalog().setOpenAction(action));
    }

    static PDAction javaScript() {
        return new PDActionJavaScript(JAVASCRIPT);
    }

    static PDAction launch() {
        return new PDActionLaunch();
    }

    static PDAction named(String kind) {
        var dictionary = new COSDictionary();
        dictionary.setName(COSName.S, kind);
        return new PDActionURI(dictionary);
    }

    static byte[] withNamedScript() throws IOException {
        return scan((document, page) -> {
            var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            var tree = new PDJavascriptNameTreeNode();
            tree.setNames(Map.of("start", new PDActionJavaScript(JAVASCRIPT)));
            names.setJavascript(tree);
            document.getDocumentCatalog().setNames(names);
        });
    }

    static byte[] withPageTrigger() throws IOException {
        return scan((document, page) -> {
            var triggers = new COSDictionary();
            triggers.setItem(COSName.O, named("Named"));
            page.getCOSObject().setItem(COSName.AA, triggers);
        });
    }

    static byte[] withForm() throws IOException {
        return scan((document, page) -> {
            var form = new COSDictionary();
            form.setItem(COSName.XFA, new COSArray());
            document.getDocumentCatalog().getCOSObject().setItem(COSName.ACRO_FORM, form);
        });
    }

    static byte[] withAttachment() throws IOException {
        return scan((document, page) -> {
            var tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(Map.of("setup.exe", file(document)));
            var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            document.getDocumentCatalog().setNames(names);
        });
    }

    static byte[] withAttachedNote() throws IOException {
        return scan((document, page) -> {
            var note = new PDAnnotationFileAttachment();
            note.setFile(file(document));
            page.getAnnotations().add(note);
        });
    }

    private static PDComplexFileSpecification file(PDDocument document) throws IOException {
        var inside = new PDComplexFileSpecification();
        inside.setFile("setup.exe");
        inside.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(new byte[] {'M', 'Z'})));
        return inside;
    }

    static byte[] encrypted(String userPassword) throws IOException {
        return plain((document, page) -> {
            var policy = new StandardProtectionPolicy("owner", userPassword, new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
        });
    }

    /** Objects that are packed into little and unpacked into much. */
    static byte[] packedObjects(int megabytes) throws IOException {
        return scan((document, page) -> document.getDocumentInformation()
                .getCOSObject()
                .setItem("Much", new COSString("x".repeat(megabytes * 1024 * 1024))));
    }

    /** The plain scan with its text changed, as in an editor. */
    static byte[] edited(String from, String to) throws IOException {
        String text = new String(plain((document, page) -> {}), StandardCharsets.ISO_8859_1);
        return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }
}
