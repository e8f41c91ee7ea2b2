package io.qihang.enterprise.tally;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.RegionCode;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The running count of registered enterprises, changed in the transaction that accepts or moves one. An enterprise
 * counts in the year it registered in; a move takes it from one unit to the other from its day on and never before.
 */
@Component
public class RegistrationTally {

    private final TallyMapper mapper;

    RegistrationTally(TallyMapper mapper) {
        this.mapper = mapper;
    }

    /** The enterprise counts from its first day on; its counting place is written. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void registered(EnterpriseId enterprise) {
        var first = mapper.first(enterprise);
        mapper.lock(first.unit());
        mapper.add(first.county(), first.day().getYear(), first.unit(), first.day(), 1);
    }

    /** The enterprise counts for another unit from a day on, past or to come. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void moved(EnterpriseId enterprise, RegionCode from, RegionCode to, LocalDate day) {
        var first = mapper.first(enterprise);
        int year = first.day().getYear();
        Stream.of(from, to).map(RegionCode::value).sorted().map(RegionCode::new).forEach(mapper::lock);
        mapper.add(first.county(), year, from, day, -1);
        mapper.add(first.county(), year, to, day, 1);
    }
}
