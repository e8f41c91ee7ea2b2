package io.qihang.visit.domain;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.RegionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Planned visits as the screens show them. */
public final class PlanViews {

    private PlanViews() {}

    /** Another department's visit to the same enterprise about the same time. */
    public record NearPlan(PlanId plan, String department, LocalDate on) {}

    record NearPlans(List<NearPlan> items) {

        NearPlans {
            items = List.copyOf(items);
        }
    }

    /**
     * What became of asking for a visit.
     *
     * @param near others about the same time, with which it could go together
     * @param days on how many days of the month somebody comes, this one included
     * @param cap how many there may be; null where the county has set none
     */
    public record PlannedView(
            PlanId plan,
            LocalDate on,
            List<NearPlan> near,
            int days,
            @Nullable Integer cap) {

        public PlannedView {
            near = List.copyOf(near);
        }
    }

    /**
     * A planned visit in a list.
     *
     * @param joint whether it goes together with others
     * @param own whether the asker planned it
     * @param firstOn for which day it was planned at first
     * @param postponedNote why the enterprise put it off; null when it did not
     * @param near others about the same time that do not go together with it
     */
    public record VisitPlanLine(
            PlanId id,
            EnterpriseId enterprise,
            String enterpriseName,
            RegionCode unit,
            String unitName,
            LocalDate on,
            String department,
            String planner,
            String purpose,
            boolean joint,
            boolean own,
            boolean cancelled,
            LocalDate firstOn,
            @Nullable Instant postponedAt,
            @Nullable String postponedNote,
            List<NearPlan> near) {

        public VisitPlanLine {
            near = List.copyOf(near);
        }
    }

    /**
     * A planned visit as the enterprise sees it; why a colleague put it off is read by those who come.
     *
     * @param latest up to which day it may be put off; null when it is over
     */
    public record ComingVisit(
            PlanId id,
            LocalDate on,
            String department,
            String purpose,
            boolean joint,
            LocalDate firstOn,
            @Nullable LocalDate latest) {}
}
