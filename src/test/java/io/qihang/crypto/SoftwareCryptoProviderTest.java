package io.qihang.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoftwareCryptoProviderTest {

    private static final HexFormat HEX = HexFormat.of();

    @Nested
    class known_answers {

        @ParameterizedTest
        @CsvSource({
            "616263, 66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
            "61626364616263646162636461626364616263646162636461626364616263646162636461626364616263646162636461626364"
                    + "616263646162636461626364,"
                    + " debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"
        })
        void sm3_gives_the_digests_of_gb_t_32905(String message, String digest) {
            SM3Digest sm3 = new SM3Digest();
            byte[] input = HEX.parseHex(message);
            sm3.update(input, 0, input.length);
            byte[] result = new byte[sm3.getDigestSize()];
            sm3.doFinal(result, 0);
            assertThat(HEX.formatHex(result)).isEqualTo(digest);
        }

        @Test
        void sm4_gives_the_block_of_gb_t_32907() {
            byte[] keyAndText = HEX.parseHex("0123456789abcdeffedcba9876543210");
            SM4Engine sm4 = new SM4Engine();
            sm4.init(true, new KeyParameter(keyAndText));
            byte[] block = new byte[16];
            sm4.processBlock(keyAndText, 0, block, 0);
            assertThat(HEX.formatHex(block)).isEqualTo("681edf34d206965e86b3e94f536e4246");
        }

        /** RFC 8998, appendix A.1: SM4-GCM test vectors. The nonce source is fixed to the vector's nonce. */
        @Test
        void sealing_gives_the_sm4_gcm_vector_of_rfc_8998() {
            byte[] key = HEX.parseHex("0123456789abcdeffedcba9876543210");
            byte[] nonce = HEX.parseHex("00001234567800000000abcd");
            byte[] aad = HEX.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
            byte[] text = HEX.parseHex("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                    + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
            CryptoProvider provider =
                    new SoftwareCryptoProvider(ring("d1:" + Base64.getEncoder().encodeToString(key)), fixed(nonce));

            assertThat(HEX.formatHex(provider.encrypt("d1", text, aad)))
                    .isEqualTo("00001234567800000000abcd"
                            + "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                            + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                            + "83de3541e4c2b58177e065a9bf7b62ec");
        }

        @Test
        void mac_is_hmac_sm3_under_the_key_asked_for() {
            String one = Keys.base64(32);
            CryptoProvider provider = new SoftwareCryptoProvider(
                    KeyRing.read(
                            Keys.settings(List.of(Keys.data("d1")), List.of("i1:" + one), List.of(Keys.mac("a1")))),
                    Keys.RANDOM);
            byte[] data = "冠县".getBytes(UTF_8);
            HMac expected = new HMac(new SM3Digest());
            expected.init(new KeyParameter(Base64.getDecoder().decode(one)));
            expected.update(data, 0, data.length);
            byte[] code = new byte[32];
            expected.doFinal(code, 0);

            assertThat(provider.mac("i1", data)).isEqualTo(code);
            assertThat(provider.mac("a1", data)).hasSize(32).isNotEqualTo(code);
        }
    }

    @Nested
    class a_key_serves_one_purpose {

        private final CryptoProvider provider = new SoftwareCryptoProvider(ring(Keys.data("d1")), Keys.RANDOM);

        @Test
        void an_index_or_audit_key_does_not_encrypt() {
            assertThatThrownBy(() -> provider.encrypt("i1", new byte[1], new byte[0]))
                    .isInstanceOf(UnknownKeyException.class)
                    .hasMessageContaining("qihang.crypto.data-keys");
            assertThatThrownBy(() -> provider.decrypt("a1", new byte[40], new byte[0]))
                    .isInstanceOf(UnknownKeyException.class);
        }

        @Test
        void a_data_key_makes_no_codes() {
            assertThatThrownBy(() -> provider.mac("d1", new byte[1]))
                    .isInstanceOf(UnknownKeyException.class)
                    .hasMessageContaining("qihang.crypto.index-keys");
        }

        @Test
        void a_payload_too_short_for_nonce_and_tag_is_broken() {
            assertThatThrownBy(() -> provider.decrypt("d1", new byte[27], new byte[0]))
                    .isInstanceOf(SealBrokenException.class);
        }
    }

    private static KeyRing ring(String dataKey) {
        return KeyRing.read(Keys.settings(List.of(dataKey), List.of(Keys.mac("i1")), List.of(Keys.mac("a1"))));
    }

    private static SecureRandom fixed(byte[] nonce) {
        return new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(nonce, 0, bytes, 0, bytes.length);
            }
        };
    }
}
