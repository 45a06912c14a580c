package org.bellbuoy.core.source;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** Counts and digests what passes. Digests no more once told that another does. */
final class DigestStream extends InputStream {
  final MessageDigest digest = Digests.sha256();
  long count;
  boolean ended;
  boolean digesting = true;
  private final InputStream in;

  DigestStream(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int n = read(one, 0, 1);
    return n < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    int n = in.read(buffer, from, length);
    if (n < 0) {
      ended = true;
    } else {
      if (digesting) {
        digest.update(buffer, from, n);
      }
      count += n;
    }
    return n;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
