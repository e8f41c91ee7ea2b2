package io.qihang.agenda;

import java.util.List;

/** What one business says about one enterprise. */
public record BriefSection(String key, String title, List<BriefItem> items) {

    public BriefSection {
        items = List.copyOf(items);
    }
}
