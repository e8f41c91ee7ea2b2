package io.qihang.policy.web;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.notification.CampaignProgress;
import io.qihang.notification.RecipientState;
import io.qihang.platform.Page;
import io.qihang.platform.RegionCode;
import io.qihang.policy.domain.PolicyAudience;
import io.qihang.policy.domain.PolicyReach;
import io.qihang.region.Regions;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom a policy reaches, as the desk reads it. */
@Component
class ReachViews {

    private final Regions regions;

    ReachViews(Regions regions) {
        this.regions = regions;
    }

    record AudienceView(
            int enterprises,
            int persons,
            int enterprisesWithoutMembers,
            int enterprisesBeyondWeChat,
            int enterprisesToldBefore,
            int enterprisesEnjoying,
            int enterprisesMissing,
            Page<EnterpriseView> names) {}

    record EnterpriseView(
            EnterpriseId enterprise,
            String name,
            RegionCode unit,
            String unitName,
            @Nullable String commissioner,
            int members,
            boolean beyondWeChat,
            boolean toldBefore,
            boolean enjoys,
            List<String> missing) {}

    record ReportView(
            int enterprises,
            int persons,
            int enterprisesWithoutMembers,
            int policyReaders,
            @Nullable CampaignProgress messages) {}

    record ToldView(
            List<PolicyReach.Membership> acting,
            RecipientState state,
            String stateLabel,
            String reason,
            @Nullable Instant inboxReadAt,
            @Nullable Instant policyReadAt) {

        static ToldView of(PolicyReach.Told told) {
            return new ToldView(
                    told.acting(),
                    told.state(),
                    told.state().label(),
                    told.reason(),
                    told.inboxReadAt(),
                    told.policyReadAt());
        }
    }

    AudienceView audience(PolicyAudience.Preview preview) {
        var names = preview.names()
                .map(it -> new EnterpriseView(
                        it.enterprise(),
                        it.name(),
                        it.unit(),
                        regions.nameOf(it.unit()),
                        it.commissioner(),
                        it.members(),
                        it.beyondWeChat(),
                        it.toldBefore(),
                        it.enjoys(),
                        it.missing()));
        return new AudienceView(
                preview.enterprises(),
                preview.persons(),
                preview.withoutMembers(),
                preview.beyondWeChat(),
                preview.toldBefore(),
                preview.enjoying(),
                preview.missing(),
                names);
    }

    static ReportView report(PolicyReach.Report report) {
        return new ReportView(
                report.enterprises(), report.persons(), report.withoutMembers(), report.readers(), report.progress());
    }
}
