package org.bellbuoy.server.detect;

import org.bellbuoy.core.json.SecretText;
import org.bellbuoy.server.event.WindowsEvent;
import org.bellbuoy.server.log.WebRow;
import org.bellbuoy.server.page.RowSample;

/** Makes traces. What may be a key is blotted out before a quote is cut. */
final class Traces {
  /** Longest quote, in characters. */
  static final int MOST = 512;

  private Traces() {}

  static Trace of(WebRow row) {
    return new Trace(
        row.source, row.epochMillis, row.offset, row.to - row.from, row.line, 0, row.quote(MOST));
  }

  static Trace of(RowSample sample) {
    return new Trace(
        sample.source(),
        sample.epochMillis(),
        sample.offset(),
        sample.length(),
        sample.line(),
        0,
        sample.quote());
  }

  static Trace of(WindowsEvent event, String quote) {
    return new Trace(
        event.source(),
        event.epochMillis(),
        event.offset(),
        event.length(),
        0,
        event.frame(),
        SecretText.cut(quote, MOST));
  }
}
