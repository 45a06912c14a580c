package org.bellbuoy.sea.simulate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes payloads as {@code !AIVDM} sentences with a tag block for each receiving station. */
final class SentenceWriter {
  /** A sentence may have 82 characters (IEC 61162-1); a type 5 is cut so that both parts fit. */
  private static final int FIRST_PART_CHARACTERS = 56;

  private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
  private final OutputStream out;
  private final byte[] body = new byte[256];
  private int[] partEnds = new int[2];
  private int parts;
  private final byte[] line = new byte[512];

  SentenceWriter(OutputStream out) {
    this.out = out;
  }

  /** Makes the sentence or sentences that {@link #write} then writes. */
  void prepare(Payload payload, int sequence, char channel) {
    int total = payload.characters();
    parts = total > FIRST_PART_CHARACTERS + 4 ? 2 : 1;
    int at = 0;
    int from = 0;
    for (int part = 1; part <= parts; part++) {
      int to = part == parts ? total : FIRST_PART_CHARACTERS;
      int start = at;
      at = ascii(body, at, "!AIVDM,");
      body[at++] = (byte) ('0' + parts);
      body[at++] = ',';
      body[at++] = (byte) ('0' + part);
      body[at++] = ',';
      if (parts > 1) {
        body[at++] = (byte) ('0' + sequence);
      }
      body[at++] = ',';
      body[at++] = (byte) channel;
      body[at++] = ',';
      for (int i = from; i < to; i++) {
        body[at++] = payload.armoured(i);
      }
      body[at++] = ',';
      body[at++] = (byte) ('0' + (part == parts ? payload.fillBits() : 0));
      at = checksum(body, start + 1, at);
      body[at++] = '\r';
      body[at++] = '\n';
      partEnds[part - 1] = at;
      from = to;
    }
  }

  /** Writes what was prepared, as heard by one station. */
  void write(String station, long epochSeconds) throws IOException {
    int from = 0;
    for (int part = 0; part < parts; part++) {
      int at = ascii(line, 0, "\\s:");
      at = ascii(line, at, station);
      at = ascii(line, at, ",c:");
      at = ascii(line, at, Long.toString(epochSeconds));
      at = checksum(line, 1, at);
      line[at++] = '\\';
      int length = partEnds[part] - from;
      System.arraycopy(body, from, line, at, length);
      out.write(line, 0, at + length);
      from = partEnds[part];
    }
  }

  private static int ascii(byte[] to, int at, String text) {
    for (int i = 0; i < text.length(); i++) {
      to[at + i] = (byte) text.charAt(i);
    }
    return at + text.length();
  }

  private static int checksum(byte[] bytes, int from, int to) {
    int sum = 0;
    for (int i = from; i < to; i++) {
      sum ^= bytes[i];
    }
    bytes[to] = '*';
    bytes[to + 1] = HEX[sum >> 4 & 15];
    bytes[to + 2] = HEX[sum & 15];
    return to + 3;
  }
}
