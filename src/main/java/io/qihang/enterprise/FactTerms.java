package io.qihang.enterprise;

import io.qihang.platform.RegionCode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the facts of the book are called, whichever module records them. */
@Component
public class FactTerms {

    private final ObjectProvider<FactNaming> others;

    FactTerms(ObjectProvider<FactNaming> others) {
        this.others = others;
    }

    /** Every fact known by name in the county. */
    public List<FactTerm> in(RegionCode county) {
        return Stream.concat(
                        Arrays.stream(KnownFact.values()).map(KnownFact::term),
                        others.stream().flatMap(it -> it.terms(county).stream()))
                .toList();
    }

    /** The Chinese name of a fact; its key when it has none. */
    public String labelOf(RegionCode county, String key) {
        return in(county).stream()
                .filter(it -> it.key().equals(key))
                .map(FactTerm::label)
                .findFirst()
                .orElse(key);
    }
}
