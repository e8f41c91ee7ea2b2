package io.qihang.policy.domain;

import io.qihang.ticket.TicketId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an enterprise said to a policy by one of the three buttons under it; of each kind the last counts.
 *
 * @param reason why it does not fit; only with {@link Kind#UNFIT}
 * @param ticket the ticket in which the enterprise is called back; only with {@link Kind#CONTACT}
 */
public record PolicyAnswer(
        Kind kind, @Nullable Unfit reason, @Nullable TicketId ticket, Instant answeredAt) {

    /** The three buttons. */
    public enum Kind {
        APPLY("我要申报"),
        UNFIT("不适合"),
        CONTACT("请联系我");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The button's words. */
        public String label() {
            return label;
        }
    }

    /** Why a policy does not fit an enterprise. */
    public enum Unfit {
        CONDITIONS("条件不符"),
        ENJOYED("已经享受"),
        TRADE("与本行业无关"),
        BURDEN("手续太多"),
        TIME("时间来不及"),
        OTHER("其他原因");

        private final String label;

        Unfit(String label) {
            this.label = label;
        }

        /** The reason as a person reads it. */
        public String label() {
            return label;
        }
    }
}
