package io.qihang.audit.domain;

import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import org.springframework.stereotype.Service;

/** The audit administrator's search. */
@Service
public class AuditReading {

    private final AuditMapper mapper;

    AuditReading(AuditMapper mapper) {
        this.mapper = mapper;
    }

    /** Rows that match, newest first. */
    public Page<AuditEvent> search(AuditSearch search, PageRequest page) {
        var rows = mapper.search(search, page.afterId(), page.fetch());
        return Page.of(rows, page.size(), it -> it.id().toString());
    }
}
