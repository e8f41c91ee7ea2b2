package io.qihang.storage.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qihang.storage.FileKind;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is kept of what is sent in, over a corpus of honest and dishonest files. */
class ContentCheckTests {

    private final ContentCheck check = new ContentCheck();

    @Nested
    class Images {

        @Test
        void of_a_photo_only_the_pixels_are_kept() throws Exception {
            byte[] photo = Pictures.photo(400, 300, 1);
            assertThat(text(photo)).contains("Exif", Pictures.DEVICE);
            byte[] kept = check.check(FileKind.JPEG, photo);
            assertThat(text(kept)).doesNotContain("Exif").doesNotContain(Pictures.DEVICE);
            assertThat(JpegSegments.orientation(kept)).isEmpty();
            assertThat(Pictures.read(kept).getWidth()).isEqualTo(400);
        }

        @ParameterizedTest
        @CsvSource({"1,0,0", "2,1,0", "3,1,1", "4,0,1", "5,0,0", "6,1,0", "7,1,1", "8,0,1"})
        void a_photo_is_turned_the_way_it_was_taken(int orientation, int right, int below) throws Exception {
            byte[] kept = check.check(FileKind.JPEG, Pictures.photo(80, 40, orientation));
            BufferedImage image = Pictures.read(kept);
            assertThat(image.getWidth()).isEqualTo(orientation < 5 ? 80 : 40);
            int x = image.getWidth() / 4 + right * image.getWidth() / 2;
            int y = image.getHeight() / 4 + below * image.getHeight() / 2;
            assertThat(image.getRGB(x, y) & 0xFF).as("red quarter").isLessThan(100);
        }

        @Test
        void a_second_file_behind_an_image_is_gone() throws Exception {
            byte[] script = "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
            byte[] kept = check.check(FileKind.JPEG, Pictures.joined(Pictures.jpeg(60, 60), script));
            assertThat(text(kept)).doesNotContain("script");
            kept = check.check(FileKind.PNG, Pictures.joined(Pictures.png(60, 60), script));
            assertThat(text(kept)).doesNotContain("script");
        }

        @Test
        void a_page_hidden_in_a_comment_of_an_image_is_gone() throws Exception {
            byte[] page = "<html><script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
            byte[] kept = check.check(FileKind.JPEG, Pictures.withApp1(Pictures.jpeg(60, 60), page));
            assertThat(text(kept)).doesNotContain("script");
        }

        @Test
        void a_screenshot_keeps_its_transparency_and_grey_stays_readable() throws Exception {
            assertThat(Pictures.read(check.check(FileKind.PNG, Pictures.png(50, 50)))
                            .getColorModel()
                            .hasAlpha())
                    .isTrue();
            assertThat(Pictures.read(check.check(FileKind.JPEG, Pictures.grey(50, 50)))
                            .getWidth())
                    .isEqualTo(50);
        }

        static Stream<Arguments> refused() throws IOException {
            byte[] jpeg = Pictures.jpeg(400, 300);
            byte[] manyScans = new byte[400];
            for (int i = 0; i < manyScans.length; i += 2) {
                manyScans[i] = (byte) 0xFF;
                manyScans[i + 1] = (byte) 0xDA;
            }
            return Stream.of(
                    Arguments.of("svg", FileKind.PNG, bytes("<svg onload='alert(1)'/>"), Refusal.NOT_WHAT_IT_SAYS),
                    Arguments.of("html", FileKind.JPEG, bytes("<html><script>1</script>"), Refusal.NOT_WHAT_IT_SAYS),
                    Arguments.of("gif as jpeg", FileKind.JPEG, Pictures.gif(), Refusal.NOT_WHAT_IT_SAYS),
                    Arguments.of("gif and javascript", FileKind.PNG, bytes("GIF89a/*"), Refusal.NOT_WHAT_IT_SAYS),
                    Arguments.of("png as jpeg", FileKind.JPEG, Pictures.png(9, 9), Refusal.NOT_WHAT_IT_SAYS),
                    Arguments.of("jpeg as png", FileKind.PNG, jpeg, Refusal.NOT_WHAT_IT_SAYS),
                    Arguments.of("pdf as jpeg", FileKind.JPEG, Scans.clean(), Refusal.NOT_WHAT_IT_SAYS),
                    Arguments.of("one byte", FileKind.JPEG, new byte[] {(byte) 0xFF}, Refusal.NOT_WHAT_IT_SAYS),
                    Arguments.of("cut jpeg", FileKind.JPEG, Pictures.cut(jpeg, jpeg.length / 2), Refusal.DAMAGED),
                    Arguments.of("start only", FileKind.JPEG, Pictures.cut(jpeg, 20), Refusal.DAMAGED),
                    Arguments.of("cut png", FileKind.PNG, Pictures.cut(Pictures.png(90, 90), 60), Refusal.DAMAGED),
                    Arguments.of("many scans", FileKind.JPEG, Pictures.joined(jpeg, manyScans), Refusal.DAMAGED),
                    Arguments.of("50000 x 50000", FileKind.PNG, Pictures.bomb(50_000, 50_000), Refusal.TOO_MANY_PIXELS),
                    Arguments.of("41 million", FileKind.PNG, Pictures.bomb(8200, 5000), Refusal.TOO_MANY_PIXELS));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource
        void refused(String what, FileKind kind, byte[] content, Refusal why) {
            refuses(kind, content, why);
        }
    }

    @Nested
    class Documents {

        @Test
        void a_scan_is_kept_as_it_came() throws Exception {
            byte[] scan = Scans.clean();
            assertThat(check.check(FileKind.PDF, scan)).isEqualTo(scan);
            byte[] fromAnApp = Scans.withDestinationAndLink();
            assertThat(check.check(FileKind.PDF, fromAnApp)).isEqualTo(fromAnApp);
        }

        static Stream<Arguments> refused() throws IOException {
            byte[] scan = Scans.clean();
            return Stream.of(
                    Arguments.of("opening script", Scans.opening(Scans.javaScript()), Refusal.SCRIPT),
                    Arguments.of("opening program", Scans.opening(Scans.launch()), Refusal.SCRIPT),
                    Arguments.of("sends itself", Scans.opening(Scans.named("SubmitForm")), Refusal.SCRIPT),
                    Arguments.of("named script", Scans.withNamedScript(), Refusal.SCRIPT),
                    Arguments.of("page trigger", Scans.withPageTrigger(), Refusal.SCRIPT),
                    Arguments.of("form program", Scans.withForm(), Refusal.SCRIPT),
                    Arguments.of(
                            "script in disguise",
                            Scans.edited("/Type /Catalog", "/Type /Catalog /J#61vaScript 1"),
                            Refusal.SCRIPT),
                    Arguments.of("attachment", Scans.withAttachment(), Refusal.ATTACHMENT),
                    Arguments.of("attached note", Scans.withAttachedNote(), Refusal.ATTACHMENT),
                    Arguments.of("password", Scans.encrypted("secret"), Refusal.ENCRYPTED),
                    Arguments.of("restrictions", Scans.encrypted(""), Refusal.ENCRYPTED),
                    Arguments.of("page behind", Pictures.joined(scan, bytes("<html>")), Refusal.TRAILING_CONTENT),
                    Arguments.of("archive behind", Pictures.joined(scan, archive()), Refusal.TRAILING_CONTENT),
                    Arguments.of("archive around", archiveEndingLikePdf(), Refusal.TRAILING_CONTENT),
                    Arguments.of("nothing but a head", bytes("%PDF-1.7\n%%EOF\n"), Refusal.DAMAGED),
                    Arguments.of("cut", Pictures.cut(scan, scan.length / 2), Refusal.DAMAGED),
                    Arguments.of("head not first", Pictures.joined(bytes("x"), scan), Refusal.NOT_WHAT_IT_SAYS),
                    Arguments.of("html", bytes("<html>%PDF-1.7"), Refusal.NOT_WHAT_IT_SAYS),
                    Arguments.of(
                            "odd packing", Scans.edited("/Filter /DCTDecode", "/Filter /LZWDecode"), Refusal.UNUSUAL),
                    Arguments.of("packing elsewhere", Scans.edited("/DCTDecode", "9 0 R"), Refusal.UNUSUAL),
                    Arguments.of("packed objects", Scans.packedObjects(12), Refusal.TOO_MUCH_INSIDE),
                    Arguments.of("much inside", bomb(), Refusal.TOO_MUCH_INSIDE));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource
        void refused(String what, byte[] content, Refusal why) {
            refuses(FileKind.PDF, content, why);
        }

        private static byte[] archive() {
            byte[] end = new byte[22];
            System.arraycopy(bytes("PK\5\6"), 0, end, 0, 4);
            return end;
        }

        /** An archive whose comment is the end of the PDF. */
        private static byte[] archiveEndingLikePdf() throws IOException {
            byte[] comment = bytes("\n%%EOF\n");
            byte[] end = archive();
            end[20] = (byte) comment.length;
            return Pictures.joined(Scans.clean(), Pictures.joined(end, comment));
        }

        private static byte[] bomb() {
            byte[] packed = Pictures.deflated(new byte[70 * 1024 * 1024]);
            byte[] head = bytes("%PDF-1.7\n1 0 obj\n<< /Length " + packed.length + " >>\nstream\n");
            return Pictures.joined(Pictures.joined(head, packed), bytes("\nendstream\nendobj\n%%EOF\n"));
        }
    }

    private void refuses(FileKind kind, byte[] content, Refusal why) {
        assertThatThrownBy(() -> check.check(kind, content))
                .isInstanceOfSatisfying(
                        ContentRefused.class, it -> assertThat(it.refusal()).isEqualTo(why));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }
}
