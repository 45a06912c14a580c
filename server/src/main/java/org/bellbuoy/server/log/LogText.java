package org.bellbuoy.server.log;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Bytes of logs as text: UTF-8 where they are, else the Windows code page that IIS writes. */
public final class LogText {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private LogText() {}

  /** The text of a span of bytes. */
  public static String of(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && bytes[i] >= 0) {
      i++;
    }
    if (i == to) {
      return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, from, to - from))
          .toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, from, to - from, WINDOWS);
    }
  }
}
