package org.bellbuoy.server.content;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The characters of a script and where each stood in its bytes. UTF-8 and UTF-16 with or without a
 * mark, else Windows-1252 read byte by byte. What stands before the page in a file that begins with
 * no text, such as a mail store or a certificate, is passed over and told. Immutable; memory six
 * bytes for a byte at most.
 */
public final class ScriptText {
  /** More of a file is not looked at. */
  public static final int MOST_BYTES = 4 << 20;

  private static final int HEAD_BYTES = 64;
  private static final byte[][] PAGE_BEGINS = {
    ascii("<%"), ascii("<script"), ascii("<?php"), ascii("<?=")
  };

  /** How bytes were read as characters. */
  public enum Encoding {
    /** UTF-8 with or without its mark. */
    UTF_8,
    /** UTF-16, low byte first. */
    UTF_16LE,
    /** UTF-16, high byte first. */
    UTF_16BE,
    /** One byte a character. */
    ANSI
  }

  /** What the first bytes claim to be where they are no text. */
  public enum Prefix {
    /** The file begins as text. */
    NONE,
    /** Outlook mail store, {@code !BDN}: the export behind ProxyShell. */
    PST,
    /** DER, {@code 30 82}: a certificate request as New-ExchangeCertificate writes it. */
    DER,
    /** Image, PDF or archive. */
    MEDIA,
    /** Other bytes that are no text. */
    BINARY
  }

  private final char[] chars;
  private final int[] offsets;
  private final Encoding encoding;
  private final Prefix prefix;
  private final int pageOffset;
  private final boolean cut;

  private ScriptText(
      char[] chars, int[] offsets, Encoding encoding, Prefix prefix, int pageOffset, boolean cut) {
    this.chars = chars;
    this.offsets = offsets;
    this.encoding = encoding;
    this.prefix = prefix;
    this.pageOffset = pageOffset;
    this.cut = cut;
  }

  /** Reads the bytes of one file; whatever they are, there is a text, perhaps an empty one. */
  public static ScriptText of(byte[] file) {
    boolean cut = file.length > MOST_BYTES;
    int end = Math.min(file.length, MOST_BYTES);
    int from = 0;
    Encoding encoding;
    if (starts(file, 0xEF, 0xBB, 0xBF)) {
      encoding = Encoding.UTF_8;
      from = 3;
    } else if (starts(file, 0xFF, 0xFE)) {
      encoding = Encoding.UTF_16LE;
      from = 2;
    } else if (starts(file, 0xFE, 0xFF)) {
      encoding = Encoding.UTF_16BE;
      from = 2;
    } else if (everyOtherIsZero(file, 1)) {
      encoding = Encoding.UTF_16LE;
    } else if (everyOtherIsZero(file, 0)) {
      encoding = Encoding.UTF_16BE;
    } else {
      encoding = Encoding.ANSI;
    }
    Prefix prefix = from > 0 || encoding != Encoding.ANSI ? Prefix.NONE : prefix(file);
    int page = from;
    if (prefix != Prefix.NONE) {
      int begin = pageBegin(file, end, 1);
      if (begin < 0) {
        begin = pageBegin(file, end, 2);
        encoding = begin < 0 ? encoding : Encoding.UTF_16LE;
      }
      page = Math.max(begin, 0);
    }
    char[] chars = new char[end - page];
    int[] offsets = new int[end - page];
    int n;
    if (encoding == Encoding.UTF_16LE || encoding == Encoding.UTF_16BE) {
      n = utf16(file, page, end, encoding == Encoding.UTF_16LE, chars, offsets);
    } else {
      n = utf8(file, page, end, chars, offsets);
      if (n >= 0) {
        encoding = Encoding.UTF_8;
      } else {
        encoding = Encoding.ANSI;
        n = ansi(file, page, end, chars, offsets);
      }
    }
    return new ScriptText(
        Arrays.copyOf(chars, n), Arrays.copyOf(offsets, n), encoding, prefix, page, cut);
  }

  /** How the bytes were read. */
  public Encoding encoding() {
    return encoding;
  }

  /** What stood before the page. */
  public Prefix prefix() {
    return prefix;
  }

  /** First byte of the page in the file. */
  public int pageOffset() {
    return pageOffset;
  }

  /** Whether bytes behind {@link #MOST_BYTES} were left out. */
  public boolean cut() {
    return cut;
  }

  /** Number of characters. */
  public int length() {
    return chars.length;
  }

  /** One character; 0 outside the text. */
  char at(int index) {
    return index >= 0 && index < chars.length ? chars[index] : 0;
  }

  /** The byte at which a character begins; the end of the text for its length. */
  public int byteOffset(int index) {
    if (index < offsets.length) {
      return offsets[index];
    }
    return offsets.length == 0 ? pageOffset : offsets[offsets.length - 1] + 1;
  }

  /** Characters from one index to another. */
  String slice(int from, int to) {
    return new String(chars, from, to - from);
  }

  /** Whether the text goes on like this at an index, whatever the case; {@code word} lower-case. */
  boolean goesOn(int index, String word) {
    if (index < 0 || index + word.length() > chars.length) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (Character.toLowerCase(chars[index + i]) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** First index from {@code from} at which the text goes on like this, before {@code to}; −1. */
  int find(String word, int from, int to) {
    char first = word.charAt(0);
    for (int i = from; i <= to - word.length(); i++) {
      char c = chars[i];
      // What may begin it, in either case; beyond ASCII only the whole comparison tells.
      if ((c == first || (c | 32) == first || c > 127) && goesOn(i, word)) {
        return i;
      }
    }
    return -1;
  }

  private static Prefix prefix(byte[] b) {
    if (starts(b, '!', 'B', 'D', 'N')) {
      return Prefix.PST;
    }
    if (starts(b, 0x30, 0x82)) {
      return Prefix.DER;
    }
    if (starts(b, 'G', 'I', 'F', '8')
        || starts(b, 0xFF, 0xD8, 0xFF)
        || starts(b, 0x89, 'P', 'N', 'G')
        || starts(b, '%', 'P', 'D', 'F')
        || starts(b, 'B', 'M')
        || starts(b, 'P', 'K', 3, 4)) {
      return Prefix.MEDIA;
    }
    for (int i = 0; i < Math.min(b.length, HEAD_BYTES); i++) {
      int c = b[i] & 0xFF;
      if (c < 9 || (c > 13 && c < 32 && c != 27)) {
        return Prefix.BINARY;
      }
    }
    return Prefix.NONE;
  }

  /** First place where a page may begin, its bytes {@code stride} apart; −1. */
  private static int pageBegin(byte[] file, int end, int stride) {
    for (int i = 0; i < end; i++) {
      if (file[i] != '<') {
        continue;
      }
      for (byte[] begin : PAGE_BEGINS) {
        int k = 0;
        while (k < begin.length
            && i + k * stride < end
            && (file[i + k * stride] | (k > 1 ? 0x20 : 0)) == (begin[k] | (k > 1 ? 0x20 : 0))
            && (stride == 1 || (i + k * stride + 1 < end && file[i + k * stride + 1] == 0))) {
          k++;
        }
        if (k == begin.length) {
          return i;
        }
      }
    }
    return -1;
  }

  private static boolean everyOtherIsZero(byte[] b, int from) {
    int pairs = Math.min(b.length, HEAD_BYTES) / 2;
    int zeros = 0;
    for (int i = 0; i < pairs; i++) {
      zeros += b[2 * i + from] == 0 && b[2 * i + 1 - from] != 0 ? 1 : 0;
    }
    return pairs >= 4 && zeros * 10 >= pairs * 9;
  }

  private static int utf16(byte[] b, int from, int to, boolean low, char[] chars, int[] offsets) {
    int n = 0;
    for (int i = from; i + 1 < to; i += 2) {
      int first = b[i] & 0xFF;
      int second = b[i + 1] & 0xFF;
      chars[n] = (char) (low ? first | second << 8 : second | first << 8);
      offsets[n++] = i;
    }
    return n;
  }

  private static int ansi(byte[] b, int from, int to, char[] chars, int[] offsets) {
    for (int i = from; i < to; i++) {
      chars[i - from] = (char) (b[i] & 0xFF);
      offsets[i - from] = i;
    }
    return to - from;
  }

  /** Decodes strictly; −1 where the bytes are no UTF-8. A sequence cut by the end is left out. */
  private static int utf8(byte[] b, int from, int to, char[] chars, int[] offsets) {
    int n = 0;
    int i = from;
    while (i < to) {
      int c = b[i];
      int more = c >= 0 ? 0 : (c & 0xE0) == 0xC0 ? 1 : (c & 0xF0) == 0xE0 ? 2 : 3;
      if (more == 3 && (c & 0xF8) != 0xF0) {
        return -1;
      }
      if (i + more >= to) {
        return to == b.length ? -1 : n;
      }
      int point = more == 0 ? c : c & (0x3F >> more);
      for (int k = 1; k <= more; k++) {
        if ((b[i + k] & 0xC0) != 0x80) {
          return -1;
        }
        point = point << 6 | (b[i + k] & 0x3F);
      }
      if (more == 3 && (point < 0x10000 || point > 0x10FFFF)) {
        return -1;
      }
      offsets[n] = i;
      if (more == 3) {
        chars[n++] = Character.highSurrogate(point);
        offsets[n] = i;
        chars[n++] = Character.lowSurrogate(point);
      } else {
        chars[n++] = (char) point;
      }
      i += more + 1;
    }
    return n;
  }

  private static boolean starts(byte[] b, int... head) {
    for (int i = 0; i < head.length; i++) {
      if (i >= b.length || (b[i] & 0xFF) != head[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
