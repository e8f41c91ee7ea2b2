package io.qihang.simulator;

/**
 * What a user tapped for one template in the subscription pop-up.
 *
 * @param status accept, reject, ban or filter; only the first two change anything
 */
public record PopupAnswer(String templateId, String status) {

    public PopupAnswer {
        if (!status.matches("accept|reject|ban|filter")) {
            throw new IllegalArgumentException("status 只能是 accept、reject、ban、filter。");
        }
    }
}
