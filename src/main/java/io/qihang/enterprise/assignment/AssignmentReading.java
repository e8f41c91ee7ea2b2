package io.qihang.enterprise.assignment;

import io.qihang.enterprise.Commissioner;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.identity.PersonId;
import io.qihang.identity.StaffDirectory;
import io.qihang.identity.StaffId;
import io.qihang.platform.Times;
import io.qihang.region.Offices;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** What is asked about assignments on a day, behind {@link io.qihang.enterprise.Assignments}. */
@Service
public class AssignmentReading {

    private final AssignmentMapper mapper;
    private final AssignmentQueryMapper queries;
    private final StaffDirectory staff;
    private final Offices offices;
    private final Clock clock;

    AssignmentReading(
            AssignmentMapper mapper,
            AssignmentQueryMapper queries,
            StaffDirectory staff,
            Offices offices,
            Clock clock) {
        this.mapper = mapper;
        this.queries = queries;
        this.staff = staff;
        this.offices = offices;
        this.clock = clock;
    }

    /** The main commissioners of these enterprises today. */
    public Map<EnterpriseId, Commissioner> mainOf(Collection<EnterpriseId> enterprises) {
        if (enterprises.isEmpty()) return Map.of();
        return commissioners(queries.current(enterprises, null, today())).stream()
                .filter(Commissioner::main)
                .collect(Collectors.toMap(Commissioner::enterprise, it -> it));
    }

    /** Everyone who looks after the enterprise today, the main one first. */
    public List<Commissioner> of(EnterpriseId enterprise) {
        return commissioners(queries.current(List.of(enterprise), null, today()));
    }

    /** The same for a confirmed member of the enterprise; nobody for anyone else. */
    public List<Commissioner> of(EnterpriseId enterprise, PersonId member) {
        return commissioners(queries.current(List.of(enterprise), member, today()));
    }

    public List<EnterpriseId> portfolioOf(StaffId member, LocalDate day) {
        return mapper.portfolio(member.value(), day);
    }

    public boolean isAssigned(StaffId member, EnterpriseId enterprise, LocalDate day) {
        return mapper.isAssigned(member.value(), enterprise, day);
    }

    public boolean isAssignedToday(StaffId member, EnterpriseId enterprise) {
        return isAssigned(member, enterprise, today());
    }

    private List<Commissioner> commissioners(List<AssignmentQueryMapper.CurrentRow> rows) {
        var names = staff.names(
                rows.stream().map(AssignmentQueryMapper.CurrentRow::staffId).toList());
        return rows.stream()
                .map(it -> new Commissioner(
                        it.enterpriseId(),
                        it.staffId(),
                        names.getOrDefault(it.staffId(), ""),
                        it.kind(),
                        it.main(),
                        new SendingUnit(it.sendingOffice(), it.sendingUnit()).label(offices, it.regionCode()),
                        it.startsOn(),
                        it.acting()))
                .toList();
    }

    private LocalDate today() {
        return Times.dayOf(clock.instant());
    }
}
