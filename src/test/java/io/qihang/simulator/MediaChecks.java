package io.qihang.simulator;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Media given to be checked, and the verdicts pushed for them. */
final class MediaChecks {

    static final String EVENT = "wxa_media_check";
    private static final String PLATFORM = "o_platform";
    private static final long VERDICT_AFTER_MS = 1_000;
    private static final int SAME_URL_MOST = 10;

    private final String appid;
    private final Outbox outbox;
    private final Map<String, Integer> seen = new HashMap<>();
    private final Set<String> traces = new HashSet<>();

    MediaChecks(String appid, Outbox outbox) {
        this.appid = appid;
        this.outbox = outbox;
    }

    /** Takes a medium and pushes what is found about it a second later. */
    void take(String traceId, String url) {
        synchronized (this) {
            int question = url.indexOf('?');
            if (seen.merge(question < 0 ? url : url.substring(0, question), 1, Integer::sum) > SAME_URL_MOST) {
                throw new WxError(Errcode.REPEATED_MEDIA);
            }
            traces.add(traceId);
        }
        push(traceId, Verdict.ofMedia(url), VERDICT_AFTER_MS, 0);
    }

    /**
     * Pushes a verdict; a first one that is still on its way is not called back.
     *
     * @param errcode -1008 when the medium could not be fetched, 0 when it was
     */
    void tell(String traceId, Verdict verdict, long delayMs, int errcode) {
        synchronized (this) {
            if (!traces.contains(traceId)) {
                throw new IllegalArgumentException("没有这个 traceId：" + traceId);
            }
        }
        push(traceId, verdict, delayMs, errcode);
    }

    synchronized void clear() {
        seen.clear();
        traces.clear();
    }

    private void push(String traceId, Verdict verdict, long delayMs, int errcode) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("appid", appid);
        fields.put("trace_id", traceId);
        fields.put("version", 2);
        fields.put("detail", List.of(verdict.detail()));
        fields.put("errcode", errcode);
        fields.put("errmsg", errcode == 0 ? "ok" : "download failed");
        fields.put("result", verdict);
        outbox.emit(EVENT, PLATFORM, fields, List.of(), delayMs);
    }
}
