package org.bellbuoy.register.exchange;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads files of one format, one after another, and then joins what they say. Not thread safe; use
 * it once.
 */
public interface ExchangeReader {
  /**
   * Reads a file to its end. Memory grows with what is kept of it, not with the file.
   *
   * @param in not closed
   * @param name of the file, for places
   * @param source its index among those of the run, for rejects
   * @throws IOException when the stream cannot be read; not for what is in it
   */
  void read(InputStream in, String name, int source) throws IOException;

  /** All statements of the files read; what does not fit together has become rejects. */
  Loaded loaded();
}
