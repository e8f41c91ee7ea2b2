package io.qihang.enterprise.domain;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.EnterpriseMoved;
import io.qihang.enterprise.EnterpriseProblem;
import io.qihang.enterprise.tally.RegistrationTally;
import io.qihang.platform.Ids;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.region.Region;
import io.qihang.region.Regions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** An enterprise counts for another unit from a day on. The unit gives it away, or the county decides; nobody takes. */
@Service
public class MovingEnterprises {

    private final EnterpriseRecords enterprises;
    private final PlaceMapper places;
    private final RegistrationTally tally;
    private final Regions regions;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;

    MovingEnterprises(
            EnterpriseRecords enterprises,
            PlaceMapper places,
            RegistrationTally tally,
            Regions regions,
            AuditTrail audit,
            TransactionTemplate transaction,
            Ids ids,
            Clock clock) {
        this.enterprises = enterprises;
        this.places = places;
        this.tally = tally;
        this.regions = regions;
        this.audit = audit;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Moves an enterprise.
     *
     * @param from the first day it counts for the other unit, past or to come, after its last move
     * @param place which of its places moved along; null when only the counting changes
     */
    @Transactional
    public void move(
            Actor officer, EnterpriseId id, RegionCode to, LocalDate from, @Nullable CountsAt place, String reason) {
        Enterprise enterprise = enterprises.lock(id);
        if (!officer.scope().covers(enterprise.unit())) throw Problem.of(PlatformProblem.NOT_FOUND);
        requireUnit(enterprise.county(), to);
        Place last = Objects.requireNonNull(places.last(id, PlaceKind.COUNTING));
        if (!from.isAfter(last.effectiveFrom())) {
            throw Problem.of(EnterpriseProblem.MOVE_TOO_EARLY, last.effectiveFrom());
        }
        if (last.unitCode().equals(to)) throw Problem.of(EnterpriseProblem.MOVED_TO_SAME_UNIT);
        Instant now = clock.instant();
        boolean due = !from.isAfter(Times.dayOf(now));
        begin(enterprise, PlaceKind.COUNTING, to, from, officer, reason, due);
        tally.moved(id, last.unitCode(), to, from);
        if (place != null) begin(enterprise, PlaceKind.valueOf(place.name()), to, from, officer, reason, true);
        audit.record("enterprise.move", "enterprise", id, "自 " + from + " 起计入 " + regions.nameOf(to) + "：" + reason);
        if (due) follow(enterprise, to, from);
    }

    /** Lets moves take effect whose day has come. */
    @Scheduled(cron = "0 */10 * * * *", zone = "Asia/Shanghai")
    void applyDue() {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> applyNext()));
        }
    }

    private boolean applyNext() {
        Place due = places.nextDue(Times.dayOf(clock.instant()));
        if (due == null) return false;
        places.applied(due.id());
        follow(enterprises.lock(due.enterpriseId()), due.unitCode(), due.effectiveFrom());
        return true;
    }

    private void follow(Enterprise enterprise, RegionCode to, LocalDate from) {
        RegionCode before = enterprise.unit();
        enterprise.countFor(to);
        enterprises.save(enterprise, new EnterpriseMoved(enterprise.id(), before, to, from));
    }

    private void begin(
            Enterprise enterprise,
            PlaceKind kind,
            RegionCode unit,
            LocalDate from,
            Actor officer,
            String reason,
            boolean applied) {
        places.insert(new Place(
                ids.next(),
                enterprise.county(),
                enterprise.id(),
                kind,
                unit,
                from,
                clock.instant(),
                officer.account(),
                reason,
                applied));
    }

    private void requireUnit(RegionCode county, RegionCode unit) {
        boolean usable = unit.county().equals(county)
                && regions.find(unit).filter(Region::inUse).isPresent()
                && unit.isUnit();
        if (!usable) throw Problem.of(EnterpriseProblem.UNIT_UNKNOWN);
    }
}
