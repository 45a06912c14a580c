package org.bellbuoy.server.log;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bellbuoy.core.source.Content;
import org.jspecify.annotations.Nullable;

/**
 * Puts the lines of sources into blocks: counts them, follows header lines, cuts at line ends. One
 * thread uses it; full blocks go on to others.
 */
final class LineFeeder {
  private static final int CHUNK_BYTES = 1 << 18;
  private static final int LEAST_ROOM_BYTES = 1 << 12;

  /** Bytes between two looks at how many lines a block has. */
  private static final int STEP_BYTES = 1 << 16;

  /** Lines after which a block is full, so that one of blank lines takes no more memory. */
  private static final int BLOCK_LINES = 1 << 16;

  private final int lineBytes;
  private final Supplier<Block> empty;
  private final Consumer<Block> full;
  private final byte[] chunk = new byte[CHUNK_BYTES];
  private byte[] converted = new byte[0];
  private @Nullable Block block;

  LineFeeder(int lineBytes, Supplier<Block> empty, Consumer<Block> full) {
    this.lineBytes = lineBytes;
    this.empty = empty;
    this.full = full;
  }

  /** Reads a source to its end. */
  boolean feed(OpenSource source, TextEncoding encoding, Content content) {
    return new Feeding(source, encoding).feed(content);
  }

  /** Hands on what is left. */
  void finish() {
    if (block != null) {
      full.accept(block);
      block = null;
    }
  }

  private Block block() {
    Block open = block;
    if (open == null) {
      open = empty.get();
      block = open;
    }
    return open;
  }

  /** One source. */
  private final class Feeding {
    private final OpenSource source;
    private final @Nullable WideText wideText;
    private final int markBytes;
    private Block into;
    private LogHead head = LogHead.NONE;
    private LogHead pieceHead = LogHead.NONE;
    private int pieceFrom;
    private int pieceLine;
    private int lineFrom;
    private int scanned;
    private long offset;
    private long pieceOffset;
    private long line = 1;
    private long pieceNumber = 1;
    private Block.@Nullable TooLong tooLong;
    private boolean skipping;
    private long skippedBytes;
    private boolean skippedReturn;

    Feeding(OpenSource source, TextEncoding encoding) {
      this.source = source;
      this.markBytes = encoding.markBytes;
      this.wideText = encoding.wide() ? new WideText(encoding) : null;
      this.offset = encoding.markBytes;
      this.into = block();
      if (into.capacity() - into.filled < LEAST_ROOM_BYTES || into.lines >= BLOCK_LINES) {
        next();
      }
      begin();
    }

    private void begin() {
      pieceHead = head;
      pieceFrom = into.filled;
      pieceLine = into.lines;
      pieceOffset = offset;
      pieceNumber = line;
      lineFrom = into.filled;
      scanned = into.filled;
    }

    private void next() {
      full.accept(into);
      block = null;
      into = block();
    }

    boolean feed(Content content) {
      int mark = markBytes;
      for (int n = content.read(chunk); n >= 0; n = content.read(chunk)) {
        int from = Math.min(mark, n);
        mark -= from;
        if (wideText == null) {
          append(chunk, from, n);
        } else {
          if (converted.length == 0) {
            converted = new byte[WideText.most(CHUNK_BYTES)];
          }
          append(converted, 0, wideText.convert(chunk, from, n, converted));
        }
      }
      if (wideText != null && wideText.finish(converted) > 0) {
        append(converted, 0, 1);
      }
      return end();
    }

    private void append(byte[] bytes, int from, int to) {
      int at = from;
      while (at < to) {
        if (skipping) {
          at = skip(bytes, at, to);
          continue;
        }
        int n = Math.min(Math.min(to - at, STEP_BYTES), into.capacity() - into.filled);
        System.arraycopy(bytes, at, into.bytes, into.filled, n);
        into.filled += n;
        at += n;
        scan();
        if (into.filled == into.capacity() || into.lines >= BLOCK_LINES) {
          cut();
        }
      }
    }

    /** Finds line ends in what came. */
    private void scan() {
      byte[] bytes = into.bytes;
      int end = into.filled;
      for (int at = scanned; at < end; at += 8) {
        long marks = Words.equalTo(Words.at(bytes, at), '\n');
        while (marks != 0) {
          int feed = at + Words.first(marks);
          marks &= marks - 1;
          if (feed >= end) {
            break;
          }
          line(feed);
        }
      }
      scanned = end;
    }

    private void line(int feed) {
      into.addLine(feed);
      if (feed > lineFrom && LogHead.mayBeHeader(source.kind(), into.bytes[lineFrom])) {
        int to = into.bytes[feed - 1] == '\r' ? feed - 1 : feed;
        if (to - lineFrom <= lineBytes) {
          int from = LogHead.behindZeros(into.bytes, lineFrom, to);
          head = head.after(source.kind(), into.bytes, from, to);
        }
      }
      offset += length(lineFrom, feed) + (source.wide() ? 2 : 1);
      line++;
      lineFrom = feed + 1;
    }

    private int length(int from, int to) {
      return source.wide() ? WideText.wideBytes(into.bytes, from, to) : to - from;
    }

    /** The block is full: its lines go on, the begun one moves to another block. */
    private void cut() {
      Block before = into;
      int rest = before.filled - lineFrom;
      if (rest > lineBytes + 1) {
        // Longer than a line may be, whatever comes.
        skipping = true;
        skippedBytes = length(lineFrom, before.filled);
        skippedReturn = before.bytes[before.filled - 1] == '\r';
        before.filled = lineFrom;
        close(false, false);
        next();
        begin();
        return;
      }
      byte[] moved = java.util.Arrays.copyOfRange(before.bytes, lineFrom, before.filled);
      before.filled = lineFrom;
      close(false, false);
      next();
      begin();
      System.arraycopy(moved, 0, into.bytes, into.filled, rest);
      into.filled += rest;
      scanned = into.filled;
    }

    private int skip(byte[] bytes, int from, int to) {
      int at = from;
      while (at < to && bytes[at] != '\n') {
        at++;
      }
      if (at > from) {
        skippedBytes += source.wide() ? WideText.wideBytes(bytes, from, at) : (long) at - from;
        skippedReturn = bytes[at - 1] == '\r';
      }
      if (at == to) {
        return to;
      }
      endSkip(source.wide() ? 2 : 1);
      return at + 1;
    }

    private void endSkip(int feedBytes) {
      int unit = source.wide() ? 2 : 1;
      long length = skippedBytes - (skippedReturn ? unit : 0);
      tooLong = new Block.TooLong(offset, length, line);
      offset += skippedBytes + feedBytes;
      line++;
      skipping = false;
      begin();
    }

    /** Closes the piece of this source in the block. */
    private void close(boolean openEnd, boolean last) {
      int lines = into.lines - pieceLine;
      if (lines > 0 || tooLong != null || last) {
        into.pieces.add(
            new Block.Piece(
                source,
                pieceHead,
                pieceFrom,
                pieceLine,
                lines,
                pieceOffset,
                pieceNumber,
                openEnd,
                tooLong,
                last));
      }
      tooLong = null;
    }

    private boolean end() {
      boolean open = skipping || lineFrom < into.filled;
      if (skipping) {
        endSkip(0);
      } else if (open) {
        into.addLine(into.filled);
      }
      close(open && tooLong == null, true);
      return open;
    }
  }
}
