package org.bellbuoy.server.event;

/**
 * Cuts JSON into the objects at its top or in an array at its top. An object that does not end is
 * given up where a line end stands within a string, or where a line begins with the next object.
 */
final class JsonCutter extends Cutter {
  private int depth;
  private boolean inString;
  private boolean escaped;
  private boolean junk;

  /** Whether the object's first line holds more than its brace, as one object a line does. */
  private boolean onOneLine;

  private boolean firstLine;
  private boolean lineStart = true;

  JsonCutter(Records records) {
    super(records);
  }

  @Override
  void take(int one, long offset, long next) {
    if (depth == 0) {
      between(one, offset);
    } else {
      within(one, offset, next);
    }
    if (one == '\n') {
      line++;
      lineStart = true;
    } else {
      lineStart = false;
    }
  }

  private void between(int one, long offset) {
    if (one == '{') {
      endJunk(offset);
      start(one, offset);
    } else if (one == '\n') {
      endJunk(offset);
    } else if (!junk && !isBetween(one)) {
      junk = true;
      begin(offset);
    }
  }

  private static boolean isBetween(int one) {
    // The last three are a byte order mark.
    return one <= ' '
        || one == ','
        || one == '['
        || one == ']'
        || one == 0xef
        || one == 0xbb
        || one == 0xbf;
  }

  private void endJunk(long offset) {
    if (junk) {
      junk = false;
      breakOff(offset, "There is text between JSON objects that belongs to none.");
    }
  }

  private void start(int one, long offset) {
    begin(offset);
    keep(one);
    depth = 1;
    inString = false;
    escaped = false;
    firstLine = true;
    onOneLine = false;
  }

  private void within(int one, long offset, long next) {
    if (one == '\n') {
      firstLine = false;
      if (inString) {
        depth = 0;
        breakOff(offset, "The line ends within a string of a JSON object.");
        return;
      }
    } else if (one == '{' && lineStart && onOneLine) {
      breakOff(offset, "The JSON object does not end before the next begins.");
      start(one, offset);
      return;
    } else if (firstLine && one > ' ') {
      onOneLine = true;
    }
    keep(one);
    if (inString) {
      if (escaped) {
        escaped = false;
      } else if (one == '\\') {
        escaped = true;
      } else if (one == '"') {
        inString = false;
      }
      return;
    }
    switch (one) {
      case '"' -> inString = true;
      case '{', '[' -> depth++;
      case '}', ']' -> {
        if (--depth == 0) {
          deliver(next);
        }
      }
      default -> {}
    }
  }

  @Override
  void end(long offset) {
    endJunk(offset);
    if (depth > 0) {
      depth = 0;
      breakOff(offset, "The content ends within a JSON object.");
    }
  }
}
