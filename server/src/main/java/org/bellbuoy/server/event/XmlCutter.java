package org.bellbuoy.server.event;

/**
 * Cuts XML into its Event elements, with or without a root around them. What stands between them is
 * passed over unread, document types too.
 */
final class XmlCutter extends Cutter {
  private static final long END = word("</Event>");
  private static final long OPEN = word("<Event");
  private static final long COMMENT = word("<!--");
  private static final long COMMENT_END = word("-->");
  private static final long SECTION = word("<![CDATA");
  private static final long SECTION_END = word("]]>");

  /** The last eight bytes. */
  private long tail;

  private boolean inside;
  private boolean inComment;
  private boolean inSection;

  /** Where each of the last eight bytes came from: a start tag is known after seven. */
  private final long[] offsets = new long[8];

  private int count;

  XmlCutter(Records records) {
    super(records);
  }

  private static long word(String text) {
    long word = 0;
    for (int i = 0; i < text.length(); i++) {
      word = word << 8 | text.charAt(i);
    }
    return word;
  }

  @Override
  void take(int one, long offset, long next) {
    tail = tail << 8 | one;
    offsets[count++ & 7] = offset;
    if (inside) {
      keep(one);
    }
    if (inComment) {
      inComment = (tail & 0xffffffL) != COMMENT_END;
    } else if (inSection) {
      inSection = (tail & 0xffffffL) != SECTION_END;
    } else if ((tail & 0xffffffffL) == COMMENT) {
      inComment = true;
    } else if (tail == SECTION) {
      inSection = true;
    } else if (inside && tail == END) {
      inside = false;
      deliver(next);
    } else if ((one <= ' ' || one == '>') && (tail >>> 8 & 0xffffffffffffL) == OPEN) {
      open(one);
    }
    if (one == '\n') {
      line++;
    }
  }

  private void open(int one) {
    long start = offsets[count - 7 & 7];
    if (inside) {
      breakOff(start, "The Event does not end before the next begins.");
    }
    inside = true;
    begin(start);
    for (int i = 0; i < 6; i++) {
      keep("<Event".charAt(i));
    }
    keep(one);
  }

  @Override
  void end(long offset) {
    if (inside) {
      inside = false;
      breakOff(offset, "The content ends within an Event.");
    }
  }
}
