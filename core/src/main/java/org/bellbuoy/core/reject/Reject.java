package org.bellbuoy.core.reject;

/**
 * One record that could not be used.
 *
 * @param reason short stable word
 * @param source index of the source among those of the run
 * @param offset first byte in the content
 * @param length bytes it takes
 * @param line line number from 1, 0 where unknown
 * @param detail names the field and the value
 */
public record Reject(
    String reason, int source, long offset, int length, long line, String detail) {}
