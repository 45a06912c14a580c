package org.bellbuoy.core.source;

import java.io.IOException;
import java.io.InputStream;

/**
 * One thing that can be read once: a file, an archive's entry or standard input.
 *
 * @param name of the content: file name without a compression suffix, or an archive's entry
 * @param path as people find it again; {@code archive.zip!entry} within an archive, {@code -} for
 *     standard input
 * @param storedBytes size as stored, −1 when unknown
 * @param wholeFile whether the stored bytes are a file of their own, so that their digest can be
 *     compared with that of other tools
 * @param opener opens the stored bytes
 */
public record Input(String name, String path, long storedBytes, boolean wholeFile, Opener opener) {
  /** Opens the stored bytes. */
  @FunctionalInterface
  public interface Opener {
    /** A new stream from the first stored byte on; the caller closes it. */
    InputStream open() throws IOException;
  }
}
