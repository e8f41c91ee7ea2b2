package io.qihang.storage;

import io.qihang.access.Actor;
import io.qihang.platform.Problem;
import io.qihang.storage.domain.KeptFiles;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the owner of an object does with its files. Whether the actor may, the owner has decided before it asks. */
@Component
public class StoredFiles {

    private final KeptFiles files;

    StoredFiles(KeptFiles files) {
        this.files = files;
    }

    /**
     * Makes these the files of an object, in the owner's transaction; others it had are let go.
     *
     * @throws Problem {@code FILES_NOT_READY} unless each is committed, for this purpose, and either this actor's own
     *     and free or already the object's
     */
    public void attach(Actor actor, UploadPurpose purpose, Collection<FileId> files, UUID owner) {
        this.files.attach(actor, purpose, files, owner);
    }

    /**
     * Gives an object these files beside those it has, in the owner's transaction.
     *
     * @return the files in the order they were sent in
     * @throws Problem {@code FILES_NOT_READY} unless each is committed, for this purpose, this actor's own and free
     */
    public List<StoredFileView> add(Actor actor, UploadPurpose purpose, Collection<FileId> files, UUID owner) {
        return this.files.add(actor, purpose, files, owner);
    }

    /** Lets all files of an object go, in the owner's transaction; they are removed soon after. */
    public void release(UUID owner) {
        files.release(owner);
    }

    /** The files of an object in the order they were sent in. */
    public List<StoredFileView> of(UUID owner) {
        return files.of(owner);
    }

    /**
     * A link to one file of an object; each one given is recorded as {@code file.link}.
     *
     * @throws Problem {@code NOT_FOUND} when it is not a file of this object
     */
    public FileLink link(FileId file, UUID owner) {
        return files.link(file, owner);
    }

    /**
     * An address under which a machine that checks a file of an object fetches it within two hours. It tells no name and
     * is given to no person, so it is not recorded.
     *
     * @throws Problem {@code NOT_FOUND} when it is not a file of this object
     */
    public String checkAddress(FileId file, UUID owner) {
        return files.checkAddress(file, owner);
    }
}
