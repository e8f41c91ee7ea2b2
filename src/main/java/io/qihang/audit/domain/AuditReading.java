package io.qihang.audit.domain;

import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The audit administrator's search. */
@Service
public class AuditReading {

    private final AuditMapper mapper;

    AuditReading(AuditMapper mapper) {
        this.mapper = mapper;
    }

    /** Links made to these files by staff other than the account, newest first. */
    public List<AuditEvent> looks(Collection<String> files, UUID except) {
        return mapper.looks(files, except);
    }

    /** Rows that match, newest first. */
    public Page<AuditEvent> search(AuditSearch search, PageRequest page) {
        var rows = mapper.search(search, page.afterId(), page.fetch());
        return Page.of(rows, page.size(), it -> it.id().toString());
    }
}
