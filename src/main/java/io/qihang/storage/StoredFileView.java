package io.qihang.storage;

/**
 * A file that passed the check.
 *
 * @param name the name it had with its sender
 * @param contentType what it is
 * @param size bytes as kept, after re-encoding
 */
public record StoredFileView(FileId id, String name, String contentType, long size) {}
