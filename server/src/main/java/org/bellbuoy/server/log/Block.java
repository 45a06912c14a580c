package org.bellbuoy.server.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stretch of bytes cut at line ends, of one source or of several small ones. Used again. */
final class Block {
  final byte[] bytes;
  final List<Piece> pieces = new ArrayList<>();

  /** Where each line ends, its line feed left out. The next begins one byte behind. */
  int[] ends = new int[1 << 10];

  int lines;
  int filled;
  long sequence;

  Block(int capacity) {
    bytes = new byte[capacity + Words.SLACK];
  }

  int capacity() {
    return bytes.length - Words.SLACK;
  }

  void addLine(int end) {
    if (lines == ends.length) {
      ends = Arrays.copyOf(ends, 2 * lines);
    }
    ends[lines++] = end;
  }

  void clear() {
    pieces.clear();
    lines = 0;
    filled = 0;
  }

  /**
   * Lines of one source in a block.
   *
   * @param source which
   * @param head what the header lines before it say
   * @param from where it begins in the block
   * @param firstLine index of its first line among those of the block
   * @param lines how many
   * @param offset first byte in the content
   * @param line number of its first line
   * @param openEnd whether the last line has no line feed
   * @param tooLong a line that was too long to be kept and stands before the others; null for none
   * @param last whether the source ends with it
   */
  record Piece(
      OpenSource source,
      LogHead head,
      int from,
      int firstLine,
      int lines,
      long offset,
      long line,
      boolean openEnd,
      @Nullable TooLong tooLong,
      boolean last) {}

  /** A line that was passed over. */
  record TooLong(long offset, long bytes, long line) {}
}
