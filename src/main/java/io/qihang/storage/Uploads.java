package io.qihang.storage;

import io.qihang.access.Actor;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.storage.domain.OpeningUploads;
import org.springframework.stereotype.Component;

/** Where a business lets its people send in a file. Who may, the business has decided before it asks here. */
@Component
public class Uploads {

    private final OpeningUploads opening;

    Uploads(OpeningUploads opening) {
        this.opening = opening;
    }

    /**
     * Opens an upload; nothing but the signing happens, no call leaves the machine.
     *
     * @param county the county the file belongs to
     * @param asked what the sender says of the file
     * @throws Problem {@code FILE_NAME_REFUSED}, {@code FILE_TYPE_REFUSED}, {@code FILE_TOO_LARGE}
     */
    public UploadForm open(Actor actor, RegionCode county, UploadPurpose purpose, UploadRequest asked) {
        return opening.open(actor, county, purpose, asked);
    }
}
