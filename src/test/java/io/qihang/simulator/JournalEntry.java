package io.qihang.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One call that reached the simulator, written down when it arrives and completed when its answer is settled.
 *
 * @param seq grows by one with every call
 * @param atMillis virtual time of arrival in milliseconds since the epoch
 * @param query the raw query with the AppSecret blotted out
 * @param body the body with the AppSecret blotted out
 * @param openid the user the call is about, where it names one
 * @param status HTTP status of the answer, or 0 while it is being handled or when the connection was broken instead
 * @param errcode the answer's errcode, 0 for success, or null as long as there is none
 * @param fault which injected fault fired, as id:phase:action, or null
 * @param unexpected whether no such call exists
 * @param rid the request id
 * @param answer the answer's text, or null as long as there is none
 * @param costMillis real milliseconds from arrival to answer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JournalEntry(
        long seq,
        long atMillis,
        String method,
        String path,
        String query,
        String body,
        @Nullable String openid,
        int status,
        @Nullable Integer errcode,
        @Nullable String fault,
        boolean unexpected,
        String rid,
        @Nullable String answer,
        long costMillis) {

    JournalEntry answered(int newStatus, @Nullable Integer newErrcode, @Nullable String newAnswer, long cost) {
        return new JournalEntry(
                seq,
                atMillis,
                method,
                path,
                query,
                body,
                openid,
                newStatus,
                newErrcode,
                fault,
                unexpected,
                rid,
                newAnswer,
                cost);
    }
}
