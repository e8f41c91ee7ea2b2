package io.qihang.storage.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qihang.platform.Problem;
import io.qihang.storage.FileKind;
import io.qihang.storage.StorageProblem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "高新技术企业证书.jpg",
                "证书 2026.11.22.JPG",
                "tmp_9f3c2a7715e04b.jpeg",
                "wx5f0a.o6zAJs81kq2x.kTf8s9Yc1b.jpg",
                "证书（副本）-1.jpg"
            })
    void the_names_phones_give_are_taken(String name) {
        assertThat(FileName.require(name, FileKind.JPEG)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "证书",
                ".jpg",
                "证书.png",
                "证书.jpg.exe",
                "证书.php.jpg",
                "证书.html.jpg",
                "证书.jpg.",
                "证书.jpg ",
                " 证书.jpg",
                "..",
                "../证书.jpg",
                "..\\证书.jpg",
                "/etc/证书.jpg",
                "C:\\证书.jpg",
                "证书.jpg\u0000.exe",
                "证书\u0000.jpg",
                "证书\r\nSet-Cookie: a=b.jpg",
                "证书\u202Egpj.exe.jpg",
                "证\"书.jpg",
                "证书<b>.jpg"
            })
    void others_are_refused(String name) {
        assertThatThrownBy(() -> FileName.require(name, FileKind.JPEG))
                .isInstanceOfSatisfying(
                        Problem.class, it -> assertThat(it.code()).isEqualTo(StorageProblem.FILE_NAME_REFUSED));
    }

    @ParameterizedTest
    @ValueSource(ints = {117, 200})
    void a_name_has_an_end(int length) {
        assertThatThrownBy(() -> FileName.require("证".repeat(length) + ".jpg", FileKind.JPEG))
                .isInstanceOf(Problem.class);
    }
}
