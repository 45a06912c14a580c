package org.bellbuoy.server.detect;

import org.bellbuoy.server.event.WindowsEvent;
import org.bellbuoy.server.log.WebRow;
import org.bellbuoy.server.page.RowSample;

/** Makes traces. Long runs of hexadecimal digits, which may be keys, are blotted out. */
final class Traces {
  /** Longest quote, in characters. */
  static final int MOST = 512;

  /** Shortest run blotted out: an AES-192 key has 48 digits. */
  private static final int KEY_DIGITS = 48;

  private Traces() {}

  static Trace of(WebRow row) {
    return new Trace(
        row.source,
        row.epochMillis,
        row.offset,
        row.to - row.from,
        row.line,
        0,
        blot(row.quote(MOST)));
  }

  static Trace of(RowSample sample) {
    return new Trace(
        sample.source(),
        sample.epochMillis(),
        sample.offset(),
        sample.length(),
        sample.line(),
        0,
        blot(sample.quote()));
  }

  static Trace of(WindowsEvent event, String quote) {
    return new Trace(
        event.source(),
        event.epochMillis(),
        event.offset(),
        event.length(),
        0,
        event.frame(),
        blot(quote.length() <= MOST ? quote : quote.substring(0, MOST)));
  }

  /** The text with what may be a key replaced. */
  static String blot(String text) {
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = Character.digit(text.charAt(i), 16) >= 0 ? run + 1 : 0;
      if (run == KEY_DIGITS) {
        return blotRuns(text);
      }
    }
    return text;
  }

  private static String blotRuns(String text) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    while (from < text.length()) {
      int to = from;
      while (to < text.length() && Character.digit(text.charAt(to), 16) >= 0) {
        to++;
      }
      if (to - from >= KEY_DIGITS) {
        out.append("[").append(to - from).append(" hexadecimal digits]");
      } else {
        out.append(text, from, Math.min(text.length(), to + 1));
        to++;
      }
      from = to;
    }
    return out.toString();
  }
}
