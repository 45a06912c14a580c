package org.bellbuoy.server.log;

/**
 * One line of a log of HTTP.sys: a request that the driver answered itself or lost, so that IIS
 * knows nothing of it. Untrusted text.
 *
 * @param epochMillis when, UTC
 * @param client its address, empty where not told
 * @param method as sent, empty where not told
 * @param uri path and query as sent, empty where not told
 * @param status of HTTP, −1 where none was sent
 * @param reason of HTTP.sys, for example {@code Connection_Dropped}
 * @param offset first byte in the content
 * @param length bytes without the line's end
 * @param line from 1
 * @param text the line, cut at 512 bytes
 */
public record HttpErrorRow(
    long epochMillis,
    String client,
    String method,
    String uri,
    int status,
    String reason,
    long offset,
    int length,
    long line,
    String text) {}
