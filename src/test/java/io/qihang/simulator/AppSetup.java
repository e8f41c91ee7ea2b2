package io.qihang.simulator;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the account's owner sets up on WeChat's own pages.
 *
 * @param originalId the account's name in pushes, such as gh_1
 * @param ipAllowList addresses that get a token; when empty, all do, otherwise others are answered 40164
 * @param releasedPages pages of the released version; when empty, pages are not checked
 * @param payEnabled whether WeChat Pay is enabled, which triples the day's sends
 * @param messagesBanned true makes every send answer 43107
 */
public record AppSetup(
        String originalId,
        Set<String> ipAllowList,
        Set<String> releasedPages,
        boolean payEnabled,
        boolean messagesBanned) {

    private static final String ORIGINAL_ID = "gh_0123456789ab";
    private static final int SENDS_A_DAY = 10_000_000;

    public AppSetup(
            @Nullable String originalId,
            @Nullable Set<String> ipAllowList,
            @Nullable Set<String> releasedPages,
            boolean payEnabled,
            boolean messagesBanned) {
        this.originalId = originalId == null ? ORIGINAL_ID : originalId;
        this.ipAllowList = ipAllowList == null ? Set.of() : Set.copyOf(ipAllowList);
        this.releasedPages = releasedPages == null ? Set.of() : Set.copyOf(releasedPages);
        this.payEnabled = payEnabled;
        this.messagesBanned = messagesBanned;
    }

    /** A setup with these released pages and nothing else out of the ordinary. */
    static AppSetup released(Set<String> pages) {
        return new AppSetup(null, null, pages, false, false);
    }

    int sendsADay() {
        return payEnabled ? 3 * SENDS_A_DAY : SENDS_A_DAY;
    }

    /** Whether the page, with or without leading slash and query, is released. */
    boolean hasReleased(String page) {
        int question = page.indexOf('?');
        String path = question < 0 ? page : page.substring(0, question);
        return releasedPages.isEmpty() || releasedPages.contains(path.startsWith("/") ? path.substring(1) : path);
    }

    void requireAllowed(String address) {
        if (!ipAllowList.isEmpty() && !ipAllowList.contains(address)) {
            throw new WxError(Errcode.IP_NOT_ALLOWED);
        }
    }
}
