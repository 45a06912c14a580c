package org.bellbuoy.core.source;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;

/** Reads zstd. The only class that touches zstd-jni, so its library is loaded when needed only. */
final class ZstdStream extends InputStream {
  private final ZstdInputStreamNoFinalizer zstd;

  ZstdStream(InputStream in) throws IOException {
    try {
      zstd = new ZstdInputStreamNoFinalizer(in);
    } catch (LinkageError e) {
      throw new StreamProblem(
          "zstd", "cannot be read because its native library does not load here");
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int n = read(one, 0, 1);
    return n < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    try {
      return zstd.read(buffer, from, length);
    } catch (IOException e) {
      String why = String.valueOf(e.getMessage());
      throw new StreamProblem("zstd", why.contains("runcated") ? "ends early" : "is damaged");
    }
  }

  @Override
  public void close() throws IOException {
    zstd.close();
  }
}
