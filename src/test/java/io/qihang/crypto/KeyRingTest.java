package io.qihang.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingTest {

    private static final String ZEROS = "AAAAAAAAAAAAAAAAAAAAAA==";
    private static final String FIFTEEN = "mZ0gW8uT5yq1Xc7nB2rL";
    private static final String SIXTEEN = "mZ0gW8uT5yq1Xc7nB2rLkA==";
    private static final String SEVENTEEN = "mZ0gW8uT5yq1Xc7nB2rLkAE=";
    private static final String TWO_VALUES = "AQIBAgECAQIBAgECAQIBAg==";

    @Nested
    class settings {

        @Test
        void the_first_key_of_a_list_is_the_current_one() {
            KeyRing ring = KeyRing.read(Keys.settings(
                    List.of(Keys.data("d2"), Keys.data("d1")), List.of(Keys.mac("i1")), List.of(Keys.mac("a1"))));

            assertThat(ring.currentId(Purpose.DATA)).isEqualTo("d2");
            assertThat(ring.ids(Purpose.DATA)).containsExactly("d2", "d1");
            assertThat(ring.ids(Purpose.INDEX)).containsExactly("i1");
            assertThat(ring.ids(Purpose.AUDIT)).containsExactly("a1");
        }

        @ParameterizedTest(name = "{2}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "''                      | 没有密钥         | nothing is set",
                    "'  '                    | 没有密钥         | only blanks",
                    SIXTEEN + "              | 第 1 项格式不对   | a key without an id",
                    "d1                      | 第 1 项格式不对   | an id without a key",
                    "d1:                     | 第 1 项格式不对   | an empty key",
                    ":" + SIXTEEN + "        | 第 1 项格式不对   | an empty id",
                    SIXTEEN + ":d1           | 第 1 项格式不对   | id and key swapped",
                    "D.1:" + SIXTEEN + "     | 第 1 项格式不对   | letters an id cannot have",
                    "d1:" + SIXTEEN + "!     | 第 1 项格式不对   | letters base64 does not have",
                    "d1:mZ0gW8uT5            | Base64          | cut base64",
                    "d1:mZ0=gW8uT5yq1Xc7nB2rLk== | Base64      | padding in the middle",
                    "d1:" + FIFTEEN + "      | 现在是 15 字节    | one byte short",
                    "d1:" + SEVENTEEN + "    | 现在是 17 字节    | one byte too long",
                    "d1:" + ZEROS + "        | 不是随机数        | all zero",
                    "d1:" + TWO_VALUES + "   | 不是随机数        | a repeated pattern",
                })
        void a_bad_data_key_is_refused_by_the_name_of_its_setting(String entry, String reason, String situation) {
            assertThatThrownBy(() -> KeyRing.read(
                            Keys.settings(List.of(entry), List.of(Keys.mac("i1")), List.of(Keys.mac("a1")))))
                    .as(situation)
                    .isInstanceOf(KeySettingException.class)
                    .hasMessageContaining("qihang.crypto.data-keys")
                    .hasMessageContaining(reason)
                    .hasMessageContaining("openssl rand -base64 16")
                    .message()
                    .doesNotContain("mZ0")
                    .doesNotContain(ZEROS)
                    .doesNotContain(TWO_VALUES);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 16, 31, 65})
        void an_index_or_audit_key_has_32_to_64_bytes(int bytes) {
            String wrong = "x1:" + Keys.base64(bytes);
            assertThatThrownBy(() -> KeyRing.read(
                            Keys.settings(List.of(Keys.data("d1")), List.of(wrong), List.of(Keys.mac("a1")))))
                    .isInstanceOf(KeySettingException.class)
                    .hasMessageContaining("qihang.crypto.index-keys")
                    .hasMessageContaining("32～64");
            assertThatThrownBy(() -> KeyRing.read(
                            Keys.settings(List.of(Keys.data("d1")), List.of(Keys.mac("i1")), List.of(wrong))))
                    .isInstanceOf(KeySettingException.class)
                    .hasMessageContaining("qihang.crypto.audit-keys")
                    .hasMessageContaining("现在是 " + bytes + " 字节");
        }

        @Test
        void the_second_of_a_list_is_named_by_its_place() {
            assertThatThrownBy(() -> KeyRing.read(Keys.settings(
                            List.of(Keys.data("d1"), "oops"), List.of(Keys.mac("i1")), List.of(Keys.mac("a1")))))
                    .hasMessageContaining("第 2 项格式不对")
                    .message()
                    .doesNotContain("oops");
        }

        @Test
        void an_id_used_twice_is_refused_within_and_across_purposes() {
            assertThatThrownBy(() -> KeyRing.read(Keys.settings(
                            List.of(Keys.data("k1"), Keys.data("k1")),
                            List.of(Keys.mac("i1")),
                            List.of(Keys.mac("a1")))))
                    .isInstanceOf(KeySettingException.class)
                    .hasMessageContaining("k1 重复")
                    .hasMessageContaining("qihang.crypto.data-keys");
            assertThatThrownBy(() -> KeyRing.read(
                            Keys.settings(List.of(Keys.data("d1")), List.of(Keys.mac("k1")), List.of(Keys.mac("k1")))))
                    .isInstanceOf(KeySettingException.class)
                    .hasMessageContaining("qihang.crypto.index-keys 与 qihang.crypto.audit-keys");
        }

        @Test
        void a_key_used_for_two_purposes_is_refused() {
            String shared = Keys.base64(32);
            assertThatThrownBy(() -> KeyRing.read(
                            Keys.settings(List.of(Keys.data("d1")), List.of("i1:" + shared), List.of("a1:" + shared))))
                    .isInstanceOf(KeySettingException.class)
                    .hasMessageContaining("内容相同")
                    .hasMessageContaining("qihang.crypto.audit-keys")
                    .message()
                    .doesNotContain(shared);
        }

        @Test
        void nothing_prints_a_key() {
            String key = Keys.base64(16);
            CryptoSettings settings =
                    Keys.settings(List.of("d1:" + key), List.of(Keys.mac("i1")), List.of(Keys.mac("a1")));

            assertThat(settings.toString()).doesNotContain(key);
            assertThat(KeyRing.read(settings).toString()).contains("d1").doesNotContain(key);
        }
    }

    @Nested
    class key_file {

        private final Path folder;

        key_file(@TempDir Path folder) {
            this.folder = folder;
        }

        @ParameterizedTest
        @ValueSource(strings = {"r--------", "rw-------"})
        void a_file_only_its_owner_can_read_is_taken(String permissions) throws IOException {
            Path file = file(permissions, "# 当前\n" + Keys.data("d2") + "\n\n  " + Keys.data("d1") + "  \n");

            assertThat(KeyRing.read(withFile(List.of(), file.toString())).ids(Purpose.DATA))
                    .containsExactly("d2", "d1");
        }

        @ParameterizedTest
        @ValueSource(strings = {"r--r-----", "r-----r--", "rw--w----", "rw-----w-", "r-x------", "r----x---"})
        void a_file_that_others_can_reach_is_refused(String permissions) throws IOException {
            Path file = file(permissions, Keys.data("d1"));

            assertThatThrownBy(() -> KeyRing.read(withFile(List.of(), file.toString())))
                    .isInstanceOf(KeySettingException.class)
                    .hasMessageContaining("qihang.crypto.data-keys-file")
                    .hasMessageContaining("chmod 400");
        }

        @Test
        void a_missing_file_or_a_folder_is_refused() {
            for (String path : List.of(folder.resolve("none").toString(), folder.toString(), "\u0000")) {
                assertThatThrownBy(() -> KeyRing.read(withFile(List.of(), path)))
                        .isInstanceOf(KeySettingException.class)
                        .hasMessageContaining("qihang.crypto.data-keys-file");
            }
        }

        @Test
        void a_file_without_keys_is_refused_by_the_name_of_the_file_setting() throws IOException {
            Path file = file("r--------", "# 还没有写\n");

            assertThatThrownBy(() -> KeyRing.read(withFile(List.of(), file.toString())))
                    .isInstanceOf(KeySettingException.class)
                    .hasMessageContaining("配置 qihang.crypto.data-keys-file 没有密钥");
        }

        @Test
        void a_file_that_is_no_text_is_refused() throws IOException {
            Path file = file("rw-------", "");
            Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0x00});

            assertThatThrownBy(() -> KeyRing.read(withFile(List.of(), file.toString())))
                    .isInstanceOf(KeySettingException.class)
                    .hasMessageContaining("读不出来");
        }

        @Test
        void a_file_far_too_large_is_refused() throws IOException {
            Path file = file("rw-------", "#".repeat(65 * 1024));

            assertThatThrownBy(() -> KeyRing.read(withFile(List.of(), file.toString())))
                    .isInstanceOf(KeySettingException.class)
                    .hasMessageContaining("太大");
        }

        @Test
        void list_and_file_together_are_refused() throws IOException {
            Path file = file("r--------", Keys.data("d1"));

            assertThatThrownBy(() -> KeyRing.read(withFile(List.of(Keys.data("d2")), file.toString())))
                    .isInstanceOf(KeySettingException.class)
                    .hasMessageContaining("只能填一个");
        }

        private Path file(String permissions, String content) throws IOException {
            Path file = Files.writeString(folder.resolve("data.keys"), content);
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        }

        private static CryptoSettings withFile(List<String> data, @Nullable String file) {
            return new CryptoSettings(data, file, List.of(Keys.mac("i1")), null, List.of(Keys.mac("a1")), null);
        }
    }
}
