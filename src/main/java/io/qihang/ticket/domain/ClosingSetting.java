package io.qihang.ticket.domain;

import java.util.List;

/**
 * What a county does about tickets beside the clock itself.
 *
 * @param label what a person reads, such as 默认，待县确认
 * @param recheckDays on which days after 销号 the enterprise is asked whether it is still solved; none asks never
 * @param rungs the ladder of lights for the steps that bind an office, in the order of their percent
 * @param samplePercent how many of a hundred tickets closed in a month are called back; 0 for none
 */
record ClosingSetting(String label, List<Integer> recheckDays, List<Rung> rungs, int samplePercent) {

    ClosingSetting {
        recheckDays = List.copyOf(recheckDays);
        rungs = List.copyOf(rungs);
    }

    /**
     * One rung of the ladder.
     *
     * @param percent how much of the step's working time is used, 1 to 100
     * @param to who is told
     */
    record Rung(Light light, int percent, Recipient to) {}
}
