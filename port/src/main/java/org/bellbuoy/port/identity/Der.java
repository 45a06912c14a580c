package org.bellbuoy.port.identity;

/**
 * Walks over elements of tag, length and content (X.690, basic and distinguished rules) within
 * bounds that are checked. Tags of one byte and definite lengths only.
 */
final class Der {
  private final byte[] b;
  private int at;
  private int end;
  private int tag;
  private int content;
  private int length;

  Der(byte[] b, int from, int end) {
    this.b = b;
    this.at = from;
    this.end = end;
  }

  /** Goes to the next element; false at the end and where it does not fit. */
  boolean next() {
    if (end - at < 2) {
      at = end;
      return false;
    }
    tag = b[at] & 0xff;
    int says = b[at + 1] & 0xff;
    int i = at + 2;
    if (says > 127) {
      int bytes = says & 127;
      if (bytes == 0 || bytes > 3 || end - i < bytes) {
        at = end;
        return false;
      }
      says = 0;
      for (; bytes > 0; bytes--) {
        says = says << 8 | b[i++] & 0xff;
      }
    }
    if (says > end - i) {
      at = end;
      return false;
    }
    content = i;
    length = says;
    at = i + says;
    return true;
  }

  /** Goes into the next element where it has that tag; what follows it is out of reach then. */
  boolean enter(int wanted) {
    if (!next() || tag != wanted) {
      return false;
    }
    at = content;
    end = content + length;
    return true;
  }

  int tag() {
    return tag;
  }

  int content() {
    return content;
  }

  int length() {
    return length;
  }
}
