package io.qihang.notification;

import io.qihang.identity.PersonId;
import io.qihang.notification.domain.CampaignBook;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.Problem;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
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

    /**
     * Tells more persons the same, in the caller's transaction; whoever was told stays told once.
     *
     * @return whether it could be done; not when it was never opened or has closed
     */
    public boolean add(String key, Collection<PersonId> recipients) {
        return book.add(key, recipients);
    }

    /**
     * Has those sent again whom WeChat refused, in the caller's transaction, some first and the others after them. Who was
     * reached, has not subscribed or may have been reached is not sent again.
     *
     * @return how many
     * @throws Problem {@code NOTHING_FAILED}; {@code CAMPAIGN_CLOSED}; {@code NOT_FOUND} when it was never opened
     */
    public int resendFailed(String key) {
        return book.resendFailed(key);
    }

    /** Notes that the person has read what the message is about; does nothing for who was not told. */
    public void noteRead(String key, PersonId person) {
        book.noteRead(key, person);
    }

    /** Notes that these persons were told in person; who has read it stays so. */
    public void noteTold(String key, Collection<PersonId> persons, UUID by) {
        book.noteTold(key, persons, by);
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
