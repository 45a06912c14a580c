package org.bellbuoy.port.protocol.bacnet;

import org.bellbuoy.port.packet.Bytes;

/**
 * Walks over tagged data (ASHRAE 135, 20.2.1). Reused. Ends without a throw where a tag says more
 * than is there; {@link #malformed} tells so.
 */
final class Tags {
  /** Application tags (20.2.1.4). */
  static final int NULL = 0;

  static final int BOOLEAN = 1;
  static final int UNSIGNED = 2;
  static final int SIGNED = 3;
  static final int REAL = 4;
  static final int DOUBLE = 5;
  static final int OCTETS = 6;
  static final int CHARACTERS = 7;
  static final int ENUMERATED = 9;
  static final int OBJECT = 12;

  private byte[] b = new byte[0];
  private int at;
  private int end;
  private int tagAt;
  private int number;
  private int content;
  private int length;
  private boolean context;
  private boolean opening;
  private boolean closing;
  private boolean malformed;

  /** Begins with the tag at that index; reads up to the end. */
  Tags over(byte[] buffer, int from, int to) {
    b = buffer;
    at = from;
    end = to;
    malformed = false;
    clear();
    return this;
  }

  private void clear() {
    number = -1;
    content = at;
    length = 0;
    context = false;
    opening = false;
    closing = false;
  }

  /** Goes to the next tag; false at the end, and where the tag cannot be. */
  boolean next() {
    tagAt = at;
    clear();
    if (at >= end) {
      return false;
    }
    int first = b[at++] & 0xff;
    number = first >> 4;
    if (number == 15) {
      if (at >= end) {
        return bad();
      }
      number = b[at++] & 0xff;
    }
    context = (first & 8) != 0;
    int says = first & 7;
    opening = context && says == 6;
    closing = context && says == 7;
    content = at;
    if (opening || closing) {
      return true;
    }
    if (!context && number == BOOLEAN) {
      // The value stands where the length of others stands.
      content = at - 1;
      return true;
    }
    if (says == 5 && !longLength()) {
      return bad();
    }
    if (says < 5) {
      length = says;
    }
    content = at;
    if (says > 5 || length < 0 || length > end - at) {
      return bad();
    }
    at += length;
    return true;
  }

  /** Goes to the n-th tag from here, 1 for the next. */
  boolean next(int n) {
    boolean there = true;
    for (int i = 0; i < n && there; i++) {
      there = next();
    }
    return there;
  }

  private boolean longLength() {
    if (at >= end) {
      return false;
    }
    int says = b[at++] & 0xff;
    if (says < 254) {
      length = says;
      return true;
    }
    int bytes = says == 254 ? 2 : 4;
    if (end - at < bytes) {
      return false;
    }
    length = says == 254 ? Bytes.u16(b, at) : Bytes.s32(b, at);
    at += bytes;
    return true;
  }

  private boolean bad() {
    malformed = true;
    clear();
    at = end;
    content = end;
    return false;
  }

  /**
   * Behind an opening tag: goes behind the closing tag that belongs to it.
   *
   * @return index of that closing tag, or the end where it is missing
   */
  int skipEnclosed() {
    int depth = 1;
    while (next()) {
      depth += opening ? 1 : closing ? -1 : 0;
      if (depth == 0) {
        return tagAt;
      }
    }
    malformed = true;
    return end;
  }

  /** Whether a tag was met that cannot be, or a closing tag missed. */
  boolean malformed() {
    return malformed;
  }

  int number() {
    return number;
  }

  boolean context(int wanted) {
    return context && number == wanted && !opening && !closing;
  }

  boolean application(int wanted) {
    return !context && number == wanted;
  }

  boolean opens(int wanted) {
    return opening && number == wanted;
  }

  boolean opening() {
    return opening;
  }

  boolean closing() {
    return closing;
  }

  boolean contextual() {
    return context;
  }

  /** Index of the next tag. */
  int at() {
    return at;
  }

  /** Index of the content. */
  int content() {
    return content;
  }

  /** Bytes of the content. */
  int length() {
    return length;
  }

  /** A Boolean application tag's value. */
  boolean truth() {
    return (b[content] & 7) != 0;
  }

  /** The content as an unsigned number; of more than eight bytes the last eight. */
  long unsigned() {
    long value = 0;
    for (int i = 0; i < length; i++) {
      value = value << 8 | b[content + i] & 0xff;
    }
    return value;
  }

  /** The content as a signed number. */
  long signed() {
    if (length == 0 || length > 8) {
      return 0;
    }
    int unused = 64 - 8 * length;
    return unsigned() << unused >> unused;
  }

  /** The content as an object identifier: type in the upper 10 bits, instance in the lower 22. */
  long object() {
    return unsigned() & 0xffff_ffffL;
  }
}
