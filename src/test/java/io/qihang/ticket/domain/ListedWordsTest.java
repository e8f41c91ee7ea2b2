package io.qihang.ticket.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListedWordsTest {

    private final ListedWords words = new ListedWords();

    @ParameterizedTest
    @CsvSource({
        "长期代开发票请联系, true",
        "代 开・发*票, true",
        "裸　聊, true",
        "代理开立账户和发票, false",
        "本月已停电五次, false",
        "兜底词表, false",
    })
    void a_word_is_found_whatever_stands_between_its_characters(String text, boolean listed) {
        assertThat(words.isIn(text)).isEqualTo(listed);
    }
}
