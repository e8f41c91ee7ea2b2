package io.qihang.notification.domain;

import java.util.Map;

/** The texts of a subscribe message by our names of its fields, as they are kept. */
public record CampaignText(Map<String, String> fields) {

    public CampaignText {
        fields = Map.copyOf(fields);
    }
}
