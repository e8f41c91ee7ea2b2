package io.qihang.region;

/**
 * One kind of data file of a region pack, read by the module that owns the data. Implementations are beans; {@code
 * @Order} tells which reads first within a pack (regions 0, offices 10, what builds on both after that).
 */
public interface RegionPackPart {

    /** Which files of a pack it reads: a name, or an Ant-style pattern such as {@code policies/*.json}. */
    String file();

    /**
     * Brings the file's content in, in the caller's transaction. Called only when the file changed, and may be called
     * again with the same file: the result is what the file says, not more.
     *
     * @throws BadRegionPack when a row is wrong; nothing of any pack is kept then
     */
    void importFrom(PackFile file);
}
