package io.qihang.notification;

import io.qihang.identity.PersonId;
import io.qihang.notification.domain.CampaignBook;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a business hands over a message to many and asks what became of it. */
@Component
public class Campaigns {

    private final CampaignBook book;

    Campaigns(CampaignBook book) {
        this.book = book;
    }

    /**
     * Puts the message into every recipient's inbox and queues the subscribe message for those who asked for it, in the
     * caller's transaction. The same key again changes nothing, so a listener may be called twice.
     *
     * @param recipients each once, whoever is named more often
     * @return whether it was opened now
     */
    public boolean open(NewCampaign campaign, Collection<PersonId> recipients) {
        return book.open(campaign, recipients);
    }

    /** How far it has come; empty when it was never opened. */
    public Optional<CampaignProgress> progress(String key) {
        return book.progress(key);
    }

    /** Its recipients, those of one state or all. */
    public Page<CampaignRecipient> recipients(String key, @Nullable RecipientState state, PageRequest page) {
        return book.recipients(key, state, page);
    }
}
