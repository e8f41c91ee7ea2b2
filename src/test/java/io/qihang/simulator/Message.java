package io.qihang.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A subscribe message that WeChat took.
 *
 * @param msgid 19 digits
 * @param data field name to text, such as thing1 to the thing's text
 * @param page the page a tap opens, or null for a card that cannot be tapped
 * @param state developer, trial or formal
 * @param at virtual time in seconds since the epoch
 * @param requestId the rid of the call that brought it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Message(
        String msgid,
        String openid,
        String templateId,
        Map<String, String> data,
        @Nullable String page,
        String state,
        long at,
        String requestId) {

    public Message {
        data = Collections.unmodifiableMap(new TreeMap<>(data));
    }
}
