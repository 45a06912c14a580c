package org.bellbuoy.server.sweep;

/**
 * One line of a server's story.
 *
 * @param epochMillis when, {@link #NO_TIME} where nothing tells
 * @param what one sentence
 * @param where file and line or offset, as an investigator finds it again
 * @param quote the bytes, untrusted; empty where there are none to show
 */
public record StoryLine(long epochMillis, String what, String where, String quote) {
  /** Time not known. */
  public static final long NO_TIME = Long.MIN_VALUE;
}
