package io.qihang.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldTypeTest {

    @ParameterizedTest
    @CsvSource({
        "thing, 一二三四五六七八九十一二三四五六七八九十",
        "thing, GX-2026-000123 已办结",
        "number, 12.50",
        "number, 12345678901234567890123456789012",
        "letter, ABCdef",
        "symbol, '!?#'",
        "character_string, GX-2026-000123",
        "time, 9:05",
        "time, 2026年11月22日 15:01",
        "time, 2026-11-22 15:01:30~16:30",
        "date, 2026年11月22日",
        "date, 2026年11月",
        "date, 11月22日",
        "date, 2026-11-22 09:30",
        "date, 2026.11.22~2026.12.01",
        "date, 2026/1/2",
        "amount, ¥100.50",
        "amount, 3000元",
        "phone_number, +86-13800000001",
        "car_number, 川A12345",
        "car_number, 川A1234学",
        "name, 张某某",
        "name, Zhang San",
        "phrase, 已办结",
        "enum_string, 任何"
    })
    void fits(String type, String value) {
        assertThat(FieldType.of(type).accepts(value)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "thing, 一二三四五六七八九十一二三四五六七八九十一",
        "thing, '行一\n行二'",
        "thing, ' '",
        "number, 12a",
        "number, -1",
        "number, 1234567890123456789012345678901.5",
        "letter, abc1",
        "symbol, '!!!!!!'",
        "symbol, 是",
        "character_string, 编号1",
        "character_string, 123456789012345678901234567890123",
        "time, 25:00",
        "time, 2026年11月22日",
        "date, 2026年13月1日",
        "date, 明天",
        "date, 2026-11-22 9点",
        "amount, 12345678901",
        "amount, $$5",
        "phone_number, 138000000011234567",
        "phone_number, 电话",
        "car_number, 川A12345678",
        "name, 一二三四五六七八九十一",
        "name, abcdefghijklmnopqrstu",
        "name, 张3",
        "phrase, 一二三四五六",
        "phrase, ok"
    })
    void does_not_fit(String type, String value) {
        assertThat(FieldType.of(type).accepts(value)).isFalse();
    }
}
