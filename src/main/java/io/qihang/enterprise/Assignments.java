package io.qihang.enterprise;

import io.qihang.access.Actor;
import io.qihang.enterprise.assignment.AssignmentReading;
import io.qihang.identity.PersonId;
import io.qihang.identity.StaffId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who looks after an enterprise, and which enterprises a commissioner looks after: on any day, past days too. */
@Component
public class Assignments {

    private final AssignmentReading reading;

    Assignments(AssignmentReading reading) {
        this.reading = reading;
    }

    /** The enterprise's main commissioner today. */
    public Optional<Commissioner> mainOf(EnterpriseId enterprise) {
        return Optional.ofNullable(mainOf(List.of(enterprise)).get(enterprise));
    }

    /** The main commissioners of these enterprises today, in two queries; an enterprise without one is left out. */
    public Map<EnterpriseId, Commissioner> mainOf(Collection<EnterpriseId> enterprises) {
        return reading.mainOf(enterprises);
    }

    /** Everyone who looks after the enterprise today, the main one first. */
    public List<Commissioner> of(EnterpriseId enterprise) {
        return reading.of(enterprise);
    }

    /** The same for a confirmed member of the enterprise; nobody for anyone else. */
    public List<Commissioner> of(EnterpriseId enterprise, PersonId member) {
        return reading.of(enterprise, member);
    }

    /** The enterprises a commissioner looks after on a day. */
    public List<EnterpriseId> portfolioOf(StaffId staff, LocalDate day) {
        return reading.portfolioOf(staff, day);
    }

    /** Whether the actor looks after the enterprise today. */
    public boolean isAssigned(Actor commissioner, EnterpriseId enterprise) {
        return reading.isAssignedToday(new StaffId(commissioner.account()), enterprise);
    }

    /** Whether the member of staff looks after the enterprise on a day. */
    public boolean isAssigned(StaffId staff, EnterpriseId enterprise, LocalDate day) {
        return reading.isAssigned(staff, enterprise, day);
    }
}
