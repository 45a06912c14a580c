package org.bellbuoy.server.detect;

import org.bellbuoy.core.json.SecretText;

/**
 * The bytes a fact rests on.
 *
 * @param source index of the source among those of the run
 * @param epochMillis when, {@link ServerFact#NO_TIME} where the bytes tell no time
 * @param offset first byte in the content
 * @param length number of bytes
 * @param line line number from 1, 0 where there are no lines
 * @param frame record number from 1, 0 where there are none
 * @param quote the bytes as text, cut at 512 characters, keys blotted out; empty for binary.
 *     Untrusted text
 */
public record Trace(
    int source, long epochMillis, long offset, int length, long line, long frame, String quote) {
  public Trace {
    // Whoever quotes, no key is kept.
    quote = SecretText.cut(quote, MOST_CHARACTERS);
  }

  private static final int MOST_CHARACTERS = 512;
}
