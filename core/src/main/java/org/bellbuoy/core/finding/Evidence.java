package org.bellbuoy.core.finding;

import org.jspecify.annotations.Nullable;

/**
 * The bytes a finding rests on.
 *
 * @param source {@code sha256:} and the hex digest of the source's content (after decompression)
 * @param name name of the content: the file name without a compression suffix, or an archive's
 *     entry
 * @param offset first byte, counted from 0 in the content
 * @param length number of bytes
 * @param line line number from 1; 0 where the source has no lines
 * @param frame frame number from 1; 0 where the source has no frames
 * @param quote the bytes as text, cut at 512 characters: untrusted; null for binary
 */
public record Evidence(
    String source,
    String name,
    long offset,
    int length,
    long line,
    long frame,
    @Nullable String quote) {}
