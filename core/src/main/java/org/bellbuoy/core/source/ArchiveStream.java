package org.bellbuoy.core.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** One entry of a zip archive; closing it closes the archive. Nothing is extracted to disk. */
final class ArchiveStream extends FilterInputStream {
  private final ZipFile zip;

  private ArchiveStream(ZipFile zip, InputStream in) {
    super(in);
    this.zip = zip;
  }

  static InputStream open(Path archive, String entry) throws IOException {
    ZipFile zip = new ZipFile(archive.toFile());
    try {
      ZipEntry found = zip.getEntry(entry);
      if (found == null) {
        throw new IOException("the archive no longer holds " + entry);
      }
      return new ArchiveStream(zip, zip.getInputStream(found));
    } catch (IOException e) {
      zip.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try (zip) {
      super.close();
    }
  }
}
