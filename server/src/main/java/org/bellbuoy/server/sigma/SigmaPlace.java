package org.bellbuoy.server.sigma;

/**
 * A record that a rule hit.
 *
 * @param source index of the source among those of the run
 * @param offset first byte in the content
 * @param length bytes
 * @param line line number from 1, 0 where the record is an event
 * @param frame number of the event in its file from 1, 0 where the record is a row
 * @param epochMillis when, milliseconds since 1970 UTC; {@link
 *     org.bellbuoy.server.log.WebRow#NO_TIME} where not told
 * @param neededFullUri whether it hit only because the query was also tested as a full URI
 * @param quote the record's beginning. Untrusted text
 */
public record SigmaPlace(
    int source,
    long offset,
    int length,
    long line,
    long frame,
    long epochMillis,
    boolean neededFullUri,
    String quote) {}
