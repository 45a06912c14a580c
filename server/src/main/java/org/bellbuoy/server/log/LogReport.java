package org.bellbuoy.server.log;

import java.util.Optional;
import org.bellbuoy.core.source.SourceInfo;

/**
 * A log that was read.
 *
 * @param index of the source among those of the run
 * @param info what was read, with digests. Where the source could not be opened its content is
 *     empty and {@code problem} says why
 * @param kind which log; empty where it is none that is known, of which nothing was read
 * @param wide whether the content is UTF-16: evidence is then to be quoted as such
 * @param endsOpen whether the last line has no line feed
 * @param tally what was counted
 */
public record LogReport(
    int index,
    SourceInfo info,
    Optional<LogKind> kind,
    boolean wide,
    boolean endsOpen,
    LogTally tally) {}
