package io.qihang.storage.domain;

import io.qihang.platform.Problem;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Forgets uploads nobody finished and removes what no row stands for. Removing an object twice does no harm, so nodes
 * need not take turns; while the store does not answer, nothing is forgotten that still lies there.
 */
@Component
public class UploadSweep {

    private static final Logger log = LoggerFactory.getLogger(UploadSweep.class);
    private static final int BATCH = 50;

    private final StoredFileMapper mapper;
    private final ObjectStore store;
    private final Clock clock;

    UploadSweep(StoredFileMapper mapper, ObjectStore store, Clock clock) {
        this.mapper = mapper;
        this.store = store;
        this.clock = clock;
    }

    /** One small batch of each. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    public void run() {
        mapper.forget(clock.instant(), BATCH);
        List<String> due = mapper.due(clock.instant(), BATCH);
        try {
            for (String key : due) {
                store.remove(key);
                mapper.spare(key);
            }
        } catch (Problem unreachable) {
            log.warn("{} objects stay until the object store answers", due.size());
        }
    }
}
