package org.bellbuoy.core.source;

import org.jspecify.annotations.Nullable;

/**
 * One source as it was read.
 *
 * @param name of the content: file name without a compression suffix, or an archive's entry
 * @param path where it was found, as given by the user; {@code -} for standard input
 * @param format how it was read, for example {@code nmea}
 * @param storedBytes size as stored; for an archive's entry the compressed archive's size
 * @param storedSha256 hex digest of the bytes as stored; null where the whole was not read
 * @param contentBytes size of the content that was read
 * @param contentSha256 hex digest of the content that was read
 * @param problem why reading stopped early, a sentence; null when it was read to its end
 */
public record SourceInfo(
    String name,
    String path,
    String format,
    long storedBytes,
    @Nullable String storedSha256,
    long contentBytes,
    String contentSha256,
    @Nullable String problem) {}
