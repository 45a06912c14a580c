package org.bellbuoy.server.page;

import org.bellbuoy.server.log.WebRow;

/**
 * Where a row lies and what it says.
 *
 * @param source index of the source among those of the run
 * @param epochMillis when, {@link WebRow#NO_TIME}
 * @param offset first byte in the content
 * @param length bytes of the line
 * @param line line number from 1
 * @param quote the line, cut at 512 characters. Untrusted text
 * @param client who asked; empty where not told. Untrusted text
 */
public record RowSample(
    int source, long epochMillis, long offset, int length, long line, String quote, String client) {
  /** Longest quote. */
  public static final int MOST_QUOTED = 512;

  /** A copy of what matters of a row. */
  public static RowSample of(WebRow row) {
    return new RowSample(
        row.source,
        row.epochMillis,
        row.offset,
        row.to - row.from,
        row.line,
        row.quote(MOST_QUOTED),
        Clients.text(row));
  }
}
