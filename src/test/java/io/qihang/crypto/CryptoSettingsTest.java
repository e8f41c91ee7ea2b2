package io.qihang.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CryptoSettingsTest {

    @Test
    void a_comma_separated_setting_is_a_ring() {
        CryptoSettings settings = bind(Map.of(
                "qihang.crypto.data-keys", Keys.data("d2") + ", " + Keys.data("d1"),
                "qihang.crypto.index-keys", Keys.mac("i1"),
                "qihang.crypto.audit-keys", Keys.mac("a1")));

        assertThat(KeyRing.read(settings).ids(Purpose.DATA)).containsExactly("d2", "d1");
    }

    @Test
    void every_setting_and_file_setting_is_read_by_the_name_that_messages_give() {
        for (Purpose purpose : Purpose.values()) {
            CryptoSettings settings = bind(Map.of(purpose.setting(), "one", purpose.fileSetting(), "/keys"));

            assertThat(settings.keys(purpose)).containsExactly("one");
            assertThat(settings.file(purpose)).isEqualTo("/keys");
        }
    }

    @Test
    void a_system_without_any_key_does_not_start() {
        CryptoSettings nothing = bind(Map.of("qihang.crypto.unrelated", "x"));

        assertThatThrownBy(() -> KeyRing.read(nothing))
                .isInstanceOf(KeySettingException.class)
                .hasMessageContaining("配置 qihang.crypto.data-keys 没有密钥")
                .hasMessageContaining("qihang.crypto.data-keys-file");
    }

    private static CryptoSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("qihang.crypto", CryptoSettings.class);
    }
}
