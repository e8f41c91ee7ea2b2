package io.qihang.enterprise.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnterpriseNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            冠县样例（山东）轴承有限公司 | 冠县样例(山东)轴承有限公司
            冠县样例（山东）轴承有限公司 | 冠县样例【山东】轴承有限公司
            冠县样例（山东）轴承有限公司 | 冠县样例〔山东〕 轴承 有限公司
            冠县样例轴承有限公司 | 冠县样例　轴承有限公司
            冠县ABC轴承有限公司 | 冠县ａｂｃ轴承有限公司
            """)
    void spellings_of_one_name_are_equal(String one, String other) {
        assertThat(new EnterpriseName(one).key()).isEqualTo(new EnterpriseName(other).key());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            冠县样例轴承有限公司 | 冠县样例轴承制造有限公司
            冠县样例（山东）有限公司 | 冠县样例山东有限公司
            """)
    void different_names_stay_different(String one, String other) {
        assertThat(new EnterpriseName(one).key()).isNotEqualTo(new EnterpriseName(other).key());
    }
}
