package org.bellbuoy.sea.feed;

/** One line's fields, as places in its buffer. */
final class Fields {
  static final int MOST = 256;

  byte[] buffer = new byte[0];
  final int[] from = new int[MOST];
  final int[] to = new int[MOST];
  int count;

  /**
   * Splits at a separator. Quotes are looked at where asked; a field beyond the last is left out.
   */
  void split(byte[] bytes, int start, int end, byte separator, boolean quotes) {
    buffer = bytes;
    count = 0;
    int at = start;
    while (at <= end && count < MOST) {
      if (quotes && at < end && bytes[at] == '"') {
        int close = closing(bytes, at + 1, end, separator);
        if (close >= 0) {
          from[count] = at + 1;
          to[count++] = close;
          at = close + 2;
          continue;
        }
      }
      int stop = at;
      while (stop < end && bytes[stop] != separator) {
        stop++;
      }
      from[count] = at;
      to[count++] = stop;
      at = stop + 1;
    }
  }

  /**
   * The quote that ends a quoted field: one before a separator or the line's end. AIS names may
   * hold quotes themselves, so one that never closes is an ordinary letter (−1).
   */
  private static int closing(byte[] bytes, int start, int end, byte separator) {
    for (int i = start; i < end; i++) {
      if (bytes[i] == '"') {
        if (i + 1 == end || bytes[i + 1] == separator) {
          return i;
        }
        if (bytes[i + 1] == '"') {
          i++;
        }
      }
    }
    return -1;
  }

  boolean has(int field) {
    return field >= 0 && field < count && from[field] < to[field];
  }

  /** See {@link Texts#decimal}; NONE for a field that is not there. */
  long decimal(int field, int places) {
    return field < 0 || field >= count
        ? Texts.NONE
        : Texts.decimal(buffer, from[field], to[field], places);
  }

  boolean is(int field, String lower) {
    return field >= 0 && field < count && Texts.is(buffer, from[field], to[field], lower);
  }

  String told(int field) {
    return field < 0 || field >= count ? "nothing" : Texts.told(buffer, from[field], to[field]);
  }
}
