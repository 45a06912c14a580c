package org.bellbuoy.server.log;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.core.reject.Reject;
import org.jspecify.annotations.Nullable;

/** Reads the lines of pieces into rows. One for each thread; not thread safe. */
final class PieceReader {
  private final int lineBytes;
  private final Map<LogKind, Kind> kinds = new EnumMap<>(LogKind.class);

  PieceReader(int lineBytes) {
    this.lineBytes = lineBytes;
  }

  /** What one piece gave. */
  record Read(Block.Piece piece, LogTally tally, List<Reject> rejects) {}

  private record Kind(RowParser parser, WebRow row) {
    static Kind of(LogKind kind) {
      WebRow row = new WebRow();
      row.kind = kind;
      RowParser parser =
          switch (kind) {
            case W3C -> new W3cParser();
            case HTTP_PROXY, ECP_SERVER, OAB_GENERATOR -> new CsvParser(kind);
            case ACCESS -> new AccessParser();
          };
      return new Kind(parser, row);
    }
  }

  Read read(Block block, Block.Piece piece, RowAggregate<?> aggregate) {
    return new Reading(block, piece).read(aggregate);
  }

  private final class Reading {
    private final byte[] bytes;
    private final int[] ends;
    private final Block.Piece piece;
    private final OpenSource source;
    private final RowParser parser;
    private final WebRow row;
    private final LogTally tally = new LogTally();
    private final List<Reject> rejects = new ArrayList<>();
    private LogHead head;
    private long offset;
    private long line;

    Reading(Block block, Block.Piece piece) {
      this.bytes = block.bytes;
      this.ends = block.ends;
      this.piece = piece;
      this.source = piece.source();
      Kind kind = kinds.computeIfAbsent(source.kind(), Kind::of);
      this.parser = kind.parser;
      this.row = kind.row;
      this.head = piece.head();
      this.offset = piece.offset();
      this.line = piece.line();
      row.bytes = bytes;
      row.source = source.index();
    }

    Read read(RowAggregate<?> aggregate) {
      Block.TooLong over = piece.tooLong();
      if (over != null) {
        tooLong(over.offset(), over.bytes(), over.line());
      }
      int from = piece.from();
      int first = piece.firstLine();
      for (int i = first; i < first + piece.lines(); i++, line++) {
        int end = ends[i];
        boolean open = piece.openEnd() && i + 1 == first + piece.lines();
        line(from, end > from && bytes[end - 1] == '\r' ? end - 1 : end, open, aggregate);
        offset += length(from, end) + (source.wide() ? 2 : 1);
        from = end + 1;
      }
      return new Read(piece, tally, rejects);
    }

    private int length(int from, int to) {
      return source.wide() ? WideText.wideBytes(bytes, from, to) : to - from;
    }

    private void line(int from, int to, boolean open, RowAggregate<?> aggregate) {
      if (to - from > lineBytes) {
        tooLong(offset, length(from, to), line);
        return;
      }
      int start = from;
      if (from < to && bytes[from] == 0) {
        start = LogHead.behindZeros(bytes, from, to);
        reject(
            RejectReason.NUL_RUN,
            from,
            start - from,
            from,
            "%d zero bytes".formatted(start - from));
      }
      if (start == to) {
        if (start > from) {
          tally.rejectedLine();
        } else {
          tally.ignored();
        }
        return;
      }
      if (LogHead.mayBeHeader(source.kind(), bytes[start]) && headerOrComment(start, to)) {
        return;
      }
      row.offset = offset + length(from, start);
      row.line = line;
      row.from = start;
      row.to = to;
      RejectReason problem = parser.parse(head, bytes, start, to, row);
      if (problem != null) {
        refuse(problem, start, to, from, open);
        return;
      }
      row.lengthBytes = length(start, to);
      tally.row(row, parser.fields());
      aggregate.row(row);
    }

    private boolean headerOrComment(int from, int to) {
      boolean mark = bytes[from] == '#';
      boolean names = !mark && LogHead.comma(source.kind()) && head.isNames(bytes, from, to);
      if (!mark && !names) {
        return false;
      }
      head = head.after(source.kind(), bytes, from, to);
      if (names || LogHead.isHeader(bytes, from, to)) {
        tally.header();
      } else {
        tally.ignored();
      }
      return true;
    }

    private void refuse(RejectReason problem, int start, int to, int from, boolean open) {
      boolean cut =
          open
              && (problem == RejectReason.TOO_FEW_COLUMNS
                  || problem == RejectReason.BAD_FORM
                  || problem == RejectReason.OPEN_QUOTE);
      RejectReason reason = cut ? RejectReason.CUT_SHORT : problem;
      tally.rejectedLine();
      reject(reason, start, to - start, from, null);
    }

    private void reject(
        RejectReason reason, int start, int length, int lineFrom, @Nullable String told) {
      if (tally.reject(reason) <= LogScan.REJECTS_KEPT) {
        String detail = told == null ? parser.detail(reason, bytes, start, start + length) : told;
        rejects.add(
            new Reject(
                reason.word(),
                source.index(),
                offset + length(lineFrom, start),
                length(start, start + length),
                line,
                detail));
      }
    }

    private void tooLong(long at, long length, long number) {
      tally.rejectedLine();
      if (tally.reject(RejectReason.TOO_LONG) <= LogScan.REJECTS_KEPT) {
        rejects.add(
            new Reject(
                RejectReason.TOO_LONG.word(),
                source.index(),
                at,
                (int) Math.min(Integer.MAX_VALUE, length),
                number,
                "a line of %d bytes; at most %d are read".formatted(length, lineBytes)));
      }
    }
  }
}
