package org.bellbuoy.server.sweep;

import java.util.Arrays;
import org.bellbuoy.core.source.Content;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.core.source.SourceInfo;

/**
 * A small file as a whole.
 *
 * @param info what was read
 * @param bytes the first of it, as many as were asked for at most
 * @param cut whether there are more
 */
@SuppressWarnings("ArrayRecordComponent") // read at once and thrown away
record WholeContent(SourceInfo info, byte[] bytes, boolean cut) {
  private static final int BUFFER = 1 << 16;

  /**
   * Reads a file to its end, for its digest, and keeps its beginning.
   *
   * @throws SourceException when it cannot be opened
   */
  static WholeContent read(Input input, String format, int mostBytes) throws SourceException {
    try (Content content = Content.open(input)) {
      byte[] kept = new byte[BUFFER];
      int size = 0;
      boolean cut = false;
      byte[] buffer = new byte[BUFFER];
      int n;
      while ((n = content.read(buffer)) > 0) {
        int take = Math.min(n, mostBytes - size);
        if (size + take > kept.length) {
          kept = Arrays.copyOf(kept, Math.min(mostBytes, Math.max(kept.length * 2, size + take)));
        }
        System.arraycopy(buffer, 0, kept, size, take);
        size += take;
        cut |= take < n;
      }
      byte[] bytes = Arrays.copyOf(kept, size);
      // A configuration may hold keys: no copy of it stays behind.
      Arrays.fill(kept, (byte) 0);
      Arrays.fill(buffer, (byte) 0);
      return new WholeContent(content.finish(format), bytes, cut);
    }
  }

  /** Forgets what the bytes held. */
  void wipe() {
    Arrays.fill(bytes, (byte) 0);
  }
}
