package io.qihang.ticket.domain;

import io.qihang.platform.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Why an office holds that a ticket is not its matter: a listed ground, its own words, and who should have it instead.
 *
 * @param ground one of the county's listed grounds
 * @param reason in the office's words
 * @param proposal name of the office that should handle it; null where the ground asks for none
 */
public record Refusal(
        Ground ground, String reason, @Nullable String proposal) {

    /**
     * A ground on which a county lets its offices give a ticket back.
     *
     * @param needsOffice whether the office that should have it must be named
     */
    public record Ground(String code, String label, boolean needsOffice) {}

    public Refusal {
        if (ground.needsOffice() && proposal == null) {
            throw Problem.of(TicketProblem.TICKET_REFUSAL_NEEDS_OFFICE, ground.label());
        }
    }

    /** The hop's text. */
    String words() {
        return ground.label() + "：" + reason + (proposal == null ? "" : "建议由" + proposal + "办理。");
    }
}
