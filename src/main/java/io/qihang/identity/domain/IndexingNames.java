package io.qihang.identity.domain;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** On the start, makes accounts findable by name that were opened before names were indexed. */
@Component
class IndexingNames implements ApplicationRunner {

    private static final int BATCH = 500;

    private final StaffAccounts accounts;

    IndexingNames(StaffAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        int indexed;
        do {
            indexed = accounts.indexNames(BATCH);
        } while (indexed == BATCH);
    }
}
