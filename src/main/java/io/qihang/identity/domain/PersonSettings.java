package io.qihang.identity.domain;

import io.qihang.platform.RegionCode;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where persons are at home.
 *
 * @param county six-digit code of the county whose mini-program this is
 */
@ConfigurationProperties("qihang.person")
record PersonSettings(@DefaultValue("371525") String county) {

    RegionCode home() {
        return new RegionCode(county);
    }
}
