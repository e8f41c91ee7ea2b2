package io.qihang.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class VaultProperties {

    private final Vault vault = Keys.vault();

    @Property(tries = 500)
    void whatever_is_sealed_opens_unchanged(
            @ForAll("texts") String table,
            @ForAll("texts") String column,
            @ForAll("rows") UUID row,
            @ForAll("texts") String plaintext) {
        Sealed stored = Sealed.parse(vault.seal(table, column, row, plaintext).text());

        assertThat(vault.open(table, column, row, stored)).isEqualTo(plaintext);
    }

    @Property(tries = 500)
    void no_other_table_and_column_opens_it(
            @ForAll("names") String table,
            @ForAll("names") String column,
            @ForAll("names") String otherTable,
            @ForAll("names") String otherColumn,
            @ForAll("rows") UUID row) {
        Assume.that(!table.equals(otherTable) || !column.equals(otherColumn));
        Sealed sealed = vault.seal(table, column, row, "13900000001");

        assertThatThrownBy(() -> vault.open(otherTable, otherColumn, row, sealed))
                .isInstanceOf(SealBrokenException.class);
    }

    @Property(tries = 500)
    void any_text_that_is_no_seal_is_refused_as_broken(@ForAll String text) {
        assertThatThrownBy(() -> Sealed.parse(text)).isInstanceOf(SealBrokenException.class);
    }

    @Provide
    Arbitrary<UUID> rows() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("张三 '\"\\\u0000\n.:|")
                .ascii()
                .withCharRange('\u4e00', '\u9fff')
                .ofMaxLength(60);
    }

    /** Short names over two letters, so that shifting the border between them happens often. */
    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings().withChars('a', 'b').ofMaxLength(3);
    }
}
