package io.qihang.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class VaultTest {

    private static final UUID ROW = UUID.fromString("0193a000-0000-7000-8000-000000000001");
    private static final UUID OTHER_ROW = UUID.fromString("0193a000-0000-7000-8000-000000000002");
    private static final String PHONE = "13800000001";

    @Nested
    class sealing {

        private final Vault vault = Keys.vault();
        private final Sealed sealed = vault.seal("contact", "phone", ROW, PHONE);

        @Test
        void opens_in_its_own_place() {
            assertThat(vault.open("contact", "phone", ROW, sealed)).isEqualTo(PHONE);
            assertThat(vault.open("contact", "phone", ROW, Sealed.parse(sealed.text())))
                    .isEqualTo(PHONE);
        }

        @Test
        void opens_nowhere_else() {
            assertBroken(() -> vault.open("contact", "phone", OTHER_ROW, sealed));
            assertBroken(() -> vault.open("contact", "name", ROW, sealed));
            assertBroken(() -> vault.open("member", "phone", ROW, sealed));
            assertBroken(() -> vault.open("contactp", "hone", ROW, sealed));
        }

        @Test
        void says_which_field_of_which_row_is_broken_and_not_what_it_holds() {
            assertThatThrownBy(() -> vault.open("contact", "phone", OTHER_ROW, sealed))
                    .isInstanceOf(SealBrokenException.class)
                    .hasMessageContaining("contact.phone")
                    .hasMessageContaining(OTHER_ROW.toString())
                    .message()
                    .doesNotContain(PHONE)
                    .doesNotContain(sealed.text());
        }

        @Test
        void two_seals_of_one_value_differ() {
            Set<Sealed> seals = new HashSet<>();
            for (int i = 0; i < 200; i++) {
                seals.add(vault.seal("contact", "phone", ROW, PHONE));
            }
            assertThat(seals).hasSize(200);
        }

        @Test
        void a_change_of_any_letter_is_noticed() {
            String text = sealed.text();
            for (int i = 0; i < text.length(); i++) {
                String changed = text.substring(0, i) + (text.charAt(i) == 'A' ? 'B' : 'A') + text.substring(i + 1);
                assertBroken(() -> vault.open("contact", "phone", ROW, Sealed.parse(changed)));
            }
        }

        @Test
        void a_change_of_any_bit_of_nonce_ciphertext_or_tag_is_noticed() {
            byte[] payload = sealed.payload();
            for (int bit = 0; bit < payload.length * 8; bit++) {
                Sealed changed = Sealed.of(sealed.keyId(), Keys.flipBit(payload, bit));
                assertBroken(() -> vault.open("contact", "phone", ROW, changed));
            }
        }

        @Test
        void a_cut_or_lengthened_seal_is_noticed() {
            String text = sealed.text();
            for (int length = 0; length < text.length(); length++) {
                String cut = text.substring(0, length);
                assertBroken(() -> vault.open("contact", "phone", ROW, Sealed.parse(cut)));
            }
            assertBroken(() -> vault.open("contact", "phone", ROW, Sealed.parse(text + "A")));
            assertBroken(() -> vault.open("contact", "phone", ROW, Sealed.parse(text + "AAAA")));
        }

        @Test
        void half_a_character_is_refused_rather_than_lost() {
            assertThatThrownBy(() -> vault.seal("contact", "name", ROW, "张\ud83d"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("重新输入");
        }

        @Test
        void many_threads_share_one_vault() throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(8);
            try {
                List<Callable<Integer>> work = new ArrayList<>();
                for (int thread = 0; thread < 8; thread++) {
                    String phone = "1380000000" + thread;
                    work.add(() -> roundTrips(phone, 300));
                }
                int right = 0;
                for (Future<Integer> done : threads.invokeAll(work)) {
                    right += done.get();
                }
                assertThat(right).isEqualTo(8 * 300);
            } finally {
                threads.shutdownNow();
            }
        }

        private int roundTrips(String phone, int times) {
            String index = vault.blindIndex("contact.phone", phone);
            int right = 0;
            for (int i = 0; i < times; i++) {
                Sealed own = vault.seal("contact", "phone", ROW, phone);
                boolean opens = vault.open("contact", "phone", ROW, own).equals(phone);
                if (opens && vault.blindIndex("contact.phone", phone).equals(index)) {
                    right++;
                }
            }
            return right;
        }
    }

    @Nested
    class turning_the_ring {

        private final String first = Keys.data("2025");
        private final String second = Keys.data("2026");
        private final String index = Keys.mac("i1");
        private final String audit = Keys.mac("a1");
        private final Vault before = Keys.vault(List.of(first), List.of(index), List.of(audit));
        private final Vault after = Keys.vault(List.of(second, first), List.of(index), List.of(audit));
        private final Sealed old = before.seal("contact", "phone", ROW, PHONE);

        @Test
        void new_values_take_the_current_key_and_old_ones_stay_readable() {
            Sealed fresh = after.seal("contact", "phone", ROW, PHONE);

            assertThat(fresh.keyId()).isEqualTo("2026");
            assertThat(after.isCurrent(fresh)).isTrue();
            assertThat(after.isCurrent(old)).isFalse();
            assertThat(after.open("contact", "phone", ROW, old)).isEqualTo(PHONE);
        }

        @Test
        void a_node_that_has_the_new_key_in_second_place_reads_it_already() {
            Vault between = Keys.vault(List.of(first, second), List.of(index), List.of(audit));
            Sealed fresh = after.seal("contact", "phone", ROW, PHONE);

            assertThat(between.open("contact", "phone", ROW, fresh)).isEqualTo(PHONE);
            assertThat(between.isCurrent(fresh)).isFalse();
        }

        @Test
        void a_key_taken_out_too_early_is_named() {
            Vault tooEarly = Keys.vault(List.of(second), List.of(index), List.of(audit));

            assertThatThrownBy(() -> tooEarly.open("contact", "phone", ROW, old))
                    .isInstanceOf(SealBrokenException.class)
                    .hasMessageContaining("2025")
                    .hasMessageContaining("qihang.crypto.data-keys");
        }

        @Test
        void another_key_under_the_same_id_opens_nothing() {
            Vault stranger = Keys.vault(List.of(Keys.data("2025")), List.of(index), List.of(audit));

            assertBroken(() -> stranger.open("contact", "phone", ROW, old));
        }

        @Test
        void a_search_finds_rows_indexed_under_the_old_key() {
            Vault turned = Keys.vault(List.of(first), List.of(Keys.mac("i2"), index), List.of(audit));
            String stored = before.blindIndex("contact.phone", PHONE);

            assertThat(turned.blindIndex("contact.phone", PHONE)).isNotEqualTo(stored);
            assertThat(turned.blindIndexes("contact.phone", PHONE))
                    .hasSize(2)
                    .startsWith(turned.blindIndex("contact.phone", PHONE))
                    .contains(stored);
        }

        @Test
        void a_code_is_checked_with_the_key_it_was_made_with() {
            Vault turned = Keys.vault(List.of(first), List.of(index), List.of(Keys.mac("a2"), audit));
            byte[] code = before.mac(Purpose.AUDIT, bytes("row"));

            assertThat(turned.currentKeyId(Purpose.AUDIT)).isEqualTo("a2");
            assertThat(turned.macMatches("a1", code, bytes("row"))).isTrue();
            assertThat(turned.macMatches("a2", code, bytes("row"))).isFalse();
            assertThatThrownBy(() -> turned.macMatches("a0", code, bytes("row")))
                    .isInstanceOf(UnknownKeyException.class)
                    .hasMessageContaining("qihang.crypto.audit-keys");
        }
    }

    @Nested
    class indexes_and_codes {

        private final Vault vault = Keys.vault();

        @Test
        void equal_values_share_an_index_within_one_column_only() {
            String index = vault.blindIndex("contact.phone", PHONE);

            assertThat(vault.blindIndex("contact.phone", PHONE))
                    .isEqualTo(index)
                    .matches("[A-Za-z0-9_-]{43}");
            assertThat(vault.blindIndex("contact.phone", "13800000002")).isNotEqualTo(index);
            assertThat(vault.blindIndex("member.phone", PHONE)).isNotEqualTo(index);
            assertThat(vault.blindIndex("contact.phone1", PHONE.substring(1))).isNotEqualTo(index);
            assertThat(Keys.vault().blindIndex("contact.phone", PHONE)).isNotEqualTo(index);
        }

        @Test
        void parts_of_a_code_do_not_run_into_each_other() {
            byte[] code = vault.mac(Purpose.AUDIT, bytes("ab"), bytes("c"));

            assertThat(code).hasSize(32).isEqualTo(vault.mac(Purpose.AUDIT, bytes("ab"), bytes("c")));
            assertThat(vault.mac(Purpose.AUDIT, bytes("a"), bytes("bc"))).isNotEqualTo(code);
            assertThat(vault.mac(Purpose.AUDIT, bytes("abc"))).isNotEqualTo(code);
            assertThat(vault.mac(Purpose.AUDIT, bytes("ab"), bytes("c"), bytes("")))
                    .isNotEqualTo(code);
            assertThat(vault.mac(Purpose.INDEX, bytes("ab"), bytes("c"))).isNotEqualTo(code);
        }

        @Test
        void a_changed_code_does_not_match() {
            byte[] code = vault.mac(Purpose.AUDIT, bytes("row"));

            assertThat(vault.macMatches("a1", code, bytes("row"))).isTrue();
            assertThat(vault.macMatches("a1", Keys.flipBit(code, 255), bytes("row")))
                    .isFalse();
            assertThat(vault.macMatches("a1", code, bytes("Row"))).isFalse();
            assertThat(vault.macMatches("a1", new byte[0], bytes("row"))).isFalse();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static void assertBroken(org.assertj.core.api.ThrowableAssert.ThrowingCallable opening) {
        assertThatThrownBy(opening).isInstanceOf(SealBrokenException.class);
    }
}
