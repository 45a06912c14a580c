package org.bellbuoy.server.detect;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bellbuoy.core.json.SecretText;
import org.bellbuoy.server.log.WebRow;
import org.jspecify.annotations.Nullable;

/**
 * Where a row lies, and its first bytes, of which few are ever quoted: the text is made when it is
 * asked for. Immutable.
 */
final class RowPlace {
  private final int source;
  private final long epochMillis;
  private final long offset;
  private final int length;
  private final long line;

  /** The first bytes where they are ASCII, as nearly always; else none. */
  private final byte[] bytes;

  private final @Nullable String wide;

  private RowPlace(WebRow row) {
    source = row.source;
    epochMillis = row.epochMillis;
    offset = row.offset;
    length = row.to - row.from;
    line = row.line;
    int end = Math.min(row.to, row.from + Traces.MOST + SecretText.HEX_DIGITS);
    boolean ascii = isAscii(row.bytes, row.from, end);
    bytes = ascii ? Arrays.copyOfRange(row.bytes, row.from, end) : new byte[0];
    wide = ascii ? null : row.quote(Traces.MOST);
  }

  private static boolean isAscii(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  static RowPlace of(WebRow row) {
    return new RowPlace(row);
  }

  long epochMillis() {
    return epochMillis;
  }

  /** The same as {@link Traces#of(WebRow)} gave for the row. */
  Trace trace() {
    String quote = wide == null ? new String(bytes, StandardCharsets.US_ASCII) : wide;
    return new Trace(
        source, epochMillis, offset, length, line, 0, SecretText.cut(quote, Traces.MOST));
  }
}
