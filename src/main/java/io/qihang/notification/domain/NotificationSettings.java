package io.qihang.notification.domain;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The subscribe messages this mini-program has applied for at WeChat.
 *
 * @param templates by the name a business calls them
 */
@ConfigurationProperties("qihang.notification")
record NotificationSettings(@DefaultValue Map<String, Template> templates) {

    /**
     * One template.
     *
     * @param id WeChat's id; empty until WeChat has granted it
     * @param purpose what the person is told it is for
     * @param fields our name of a field to WeChat's, such as {@code title} to {@code thing1}
     */
    record Template(
            @DefaultValue("") String id,
            String purpose,
            @DefaultValue Map<String, String> fields) {

        boolean isGranted() {
            return !id.isEmpty();
        }
    }
}
