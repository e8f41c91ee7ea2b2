package io.qihang.ticket.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The offices that were asked to assist with a ticket, in order. */
public record Assists(List<Assist> all) {

    static final Assists NONE = new Assists(List.of());

    public Assists {
        all = List.copyOf(all);
    }

    /** What is still owed. */
    public List<Assist> open() {
        return all.stream().filter(it -> it.state().isOpen()).toList();
    }

    /** What an office still owes. */
    public Optional<Assist> owedBy(String office) {
        return open().stream().filter(it -> it.office().equals(office)).findFirst();
    }

    /** The one that a hop asked for. */
    public Optional<Assist> find(int no) {
        return all.stream().filter(it -> it.no() == no).findFirst();
    }

    Assists with(Assist added) {
        List<Assist> more = new ArrayList<>(all);
        more.add(added);
        return new Assists(more);
    }

    Assists replace(Assist changed) {
        return new Assists(
                all.stream().map(it -> it.no() == changed.no() ? changed : it).toList());
    }
}
