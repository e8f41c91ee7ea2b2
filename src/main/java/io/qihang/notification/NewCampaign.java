package io.qihang.notification;

import io.qihang.platform.RegionCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message to many, as the business wrote it.
 *
 * @param key which occasion, such as {@code policy:<id>}; the same occasion is told once
 * @param region the region it belongs to
 * @param title one line
 * @param body a few sentences
 * @param page the mini-program's page it opens, without a slash in front
 * @param topic what kind of message it is
 * @param template name of the subscribe message's template in the settings; null for the inbox alone
 * @param fields texts for the template's fields, by their names in the settings
 */
public record NewCampaign(
        String key,
        RegionCode region,
        String title,
        String body,
        String page,
        Topic topic,
        @Nullable String template,
        Map<String, String> fields) {

    public NewCampaign {
        fields = Map.copyOf(fields);
    }

    /** A message about the recipient's own business. */
    public NewCampaign(
            String key,
            RegionCode region,
            String title,
            String body,
            String page,
            @Nullable String template,
            Map<String, String> fields) {
        this(key, region, title, body, page, Topic.OWN, template, fields);
    }
}
