package org.bellbuoy.server.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.core.source.Content;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.core.source.SourceInfo;

/**
 * Reads logs on several threads. The calling thread reads, decompresses and digests the sources one
 * after another and cuts them into blocks at line ends; the others make rows of blocks, each block
 * with an aggregate of its own; aggregates are merged in the order of the blocks. What comes out is
 * the same for any number of threads and any size of block.
 */
public final class LogScan {
  /** Rejects of one source and reason that are handed on one by one; all are counted. */
  public static final int REJECTS_KEPT = 1000;

  private LogScan() {}

  /**
   * How it is done; changes nothing of what comes out but {@code lineBytes}.
   *
   * @param threads that make rows, besides the calling one
   * @param blockBytes size of a block; made larger where a line would not fit. Twice the threads
   *     and two of them are in memory
   * @param lineBytes longest line that is read
   */
  public record Options(int threads, int blockBytes, int lineBytes) {
    /** Checks that each is at least one. */
    public Options {
      if (threads < 1 || blockBytes < 1 || lineBytes < 1) {
        throw new IllegalArgumentException("threads, blockBytes and lineBytes are at least 1");
      }
    }

    /** Blocks of 4 MB and lines of at most 1 MB. */
    public static Options of(int threads) {
      return new Options(threads, 1 << 22, 1 << 20);
    }
  }

  /**
   * What was learnt.
   *
   * @param aggregate of all rows
   * @param reports one for each source, in their order
   */
  public record Result<T>(T aggregate, List<LogReport> reports) {}

  /**
   * Reads sources. Blocks until all are read.
   *
   * @param aggregates makes an empty aggregate; called by several threads
   * @param rejects takes the first {@link #REJECTS_KEPT} rejects of each source and reason, in the
   *     order of sources and lines, and one more that says how many were left out; called by one
   *     thread at a time
   */
  public static <T extends RowAggregate<T>> Result<T> scan(
      List<LogSource> sources, Supplier<T> aggregates, Consumer<Reject> rejects, Options options) {
    BlockWork<T> work = new BlockWork<>(sources.size(), aggregates, rejects, options);
    List<Opened> opened = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(options.threads());
    try {
      LineFeeder feeder =
          new LineFeeder(
              options.lineBytes(), work::take, block -> threads.execute(work.reading(block)));
      for (LogSource source : sources) {
        opened.add(read(source, opened.size(), feeder));
      }
      feeder.finish();
      work.await();
    } finally {
      threads.shutdownNow();
    }
    List<LogReport> reports = new ArrayList<>();
    for (Opened one : opened) {
      reports.add(one.report(work.tally(reports.size())));
    }
    return new Result<>(work.aggregate(), List.copyOf(reports));
  }

  /** A source that was read, before its rows were counted. */
  private record Opened(
      int index, SourceInfo info, Optional<LogKind> kind, boolean wide, boolean endsOpen) {
    LogReport report(LogTally tally) {
      return new LogReport(index, info, kind, wide, endsOpen, tally);
    }
  }

  private static Opened read(LogSource source, int place, LineFeeder feeder) {
    Input input = source.input();
    try (Content content = Content.open(input)) {
      byte[] start = content.peek(LogFormat.HEAD_BYTES);
      TextEncoding encoding = TextEncoding.of(start, start.length);
      Optional<LogKind> kind =
          source.kind().isPresent()
              ? source.kind()
              : LogFormat.recognise(start, start.length, input.path());
      if (kind.isEmpty()) {
        return new Opened(source.index(), content.finish("unknown"), kind, encoding.wide(), false);
      }
      OpenSource open = new OpenSource(place, source.index(), kind.get(), encoding.wide());
      boolean endsOpen = feeder.feed(open, encoding, content);
      return new Opened(
          source.index(), content.finish(word(kind.get())), kind, encoding.wide(), endsOpen);
    } catch (SourceException e) {
      SourceInfo none =
          new SourceInfo(
              input.name(),
              input.path(),
              "unknown",
              input.storedBytes(),
              null,
              0,
              NO_CONTENT_SHA256,
              e.getMessage());
      return new Opened(source.index(), none, source.kind(), false, false);
    }
  }

  /** Digest of no bytes at all (FIPS 180-4). */
  private static final String NO_CONTENT_SHA256 =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  private static String word(LogKind kind) {
    return switch (kind) {
      case W3C -> "w3c";
      case HTTP_PROXY -> "httpproxy";
      case ECP_SERVER -> "ecp";
      case OAB_GENERATOR -> "oabgenerator";
      case ACCESS -> "access";
    };
  }
}
