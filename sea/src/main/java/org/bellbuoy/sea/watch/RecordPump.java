package org.bellbuoy.sea.watch;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.SourceInfo;
import org.bellbuoy.sea.feed.AisBatch;
import org.bellbuoy.sea.feed.AisRecord;
import org.bellbuoy.sea.feed.FeedFormat;
import org.jspecify.annotations.Nullable;

/**
 * All sources as one stream in order of event time.
 *
 * <p>Sources that follow one another are read one after the other, the next ones already being
 * parsed; sources that overlap in time are merged. The stream depends on the bytes only, not on the
 * number of threads.
 */
final class RecordPump {
  private final List<Input> inputs;
  private final @Nullable FeedFormat forced;
  private final @Nullable LocalDate date;
  private final int lookAhead;
  private final Marks marks;
  private final RejectLog rejects;
  private final Progress progress;
  private final ReorderBuffer reorder;
  private final SourceInfo[] infos;
  private final Map<String, Integer> stationIds = new HashMap<>();
  private final List<String> stationNames = new ArrayList<>();
  private final AisRecord record = new AisRecord();
  private final AisRecord metered = new AisRecord();
  private long records;
  private long lines;
  private long bytesRead;
  private boolean simulated;
  private final List<Integer> unknownFormat = new ArrayList<>();

  RecordPump(
      List<Input> inputs,
      @Nullable FeedFormat forced,
      @Nullable LocalDate date,
      long latenessMillis,
      int lookAhead,
      RejectLog rejects,
      Consumer<AisRecord> heard,
      Progress progress,
      Consumer<AisBatch> out) {
    this(
        inputs, forced, date, latenessMillis, lookAhead, rejects, heard, progress, out, Marks.NONE);
  }

  RecordPump(
      List<Input> inputs,
      @Nullable FeedFormat forced,
      @Nullable LocalDate date,
      long latenessMillis,
      int lookAhead,
      RejectLog rejects,
      Consumer<AisRecord> heard,
      Progress progress,
      Consumer<AisBatch> out,
      Marks marks) {
    this.marks = marks;
    this.inputs = inputs;
    this.forced = forced;
    this.date = date;
    this.lookAhead = lookAhead;
    this.rejects = rejects;
    this.progress = progress;
    this.infos = new SourceInfo[inputs.size()];
    this.reorder =
        new ReorderBuffer(
            latenessMillis,
            batch -> {
              for (int i = 0; i < batch.size(); i++) {
                batch.load(i, metered);
                heard.accept(metered);
              }
              out.accept(batch);
            },
            marks.everyMillis(),
            millis -> marks.passed().passed(millis, simulated));
  }

  /** Is told that event time has passed a mark. */
  @FunctionalInterface
  interface Passed {
    /**
     * All records known before the mark were handed on, and none after it.
     *
     * @param simulated whether a source read so far says that it is simulated
     */
    void passed(long markMillis, boolean simulated);
  }

  /**
   * Marks of event time at which a stream is looked at.
   *
   * @param everyMillis from mark to mark; 0 for none, and then sources hand on large pieces
   * @param passed is told each mark that is passed
   */
  record Marks(long everyMillis, Passed passed) {
    static final Marks NONE = new Marks(0, (millis, simulated) -> {});
  }

  /** A source that is being read. */
  private static final class Active {
    final SourceParser parser;
    final int[] stations = new int[Short.MAX_VALUE];
    int stationCount;
    SourceParser.@Nullable Chunk chunk;
    int at;

    Active(SourceParser parser) {
      this.parser = parser;
    }

    long headMillis() {
      SourceParser.Chunk c = chunk;
      return c == null ? Long.MAX_VALUE : c.batch().epochMillis(at);
    }
  }

  /** A source's place in the stream. */
  private record Start(int index, long epochMillis) {}

  /** Reads everything. */
  void run() throws IOException {
    try (ExecutorService threads =
        Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("bellbuoy-read-", 0).factory())) {
      Deque<Start> waiting = new ArrayDeque<>(starts(threads));
      Deque<SourceParser> parsing = new ArrayDeque<>();
      List<Active> active = new ArrayList<>();
      try {
        while (true) {
          while (parsing.size() < lookAhead && !waiting.isEmpty()) {
            parsing.add(start(waiting.removeFirst(), threads));
          }
          if (active.isEmpty()) {
            if (parsing.isEmpty()) {
              break;
            }
            activate(parsing.removeFirst(), active);
            continue;
          }
          long head = Long.MAX_VALUE;
          for (Active one : active) {
            head = Math.min(head, one.headMillis());
          }
          if (!parsing.isEmpty() && startOf(parsing.getFirst()) <= head) {
            activate(parsing.removeFirst(), active);
            continue;
          }
          drain(active, parsing.isEmpty() ? Long.MAX_VALUE : startOf(parsing.getFirst()));
        }
      } finally {
        active.forEach(one -> one.parser.stop());
        parsing.forEach(SourceParser::stop);
        threads.shutdownNow();
      }
      reorder.finish();
    }
  }

  private final Map<Integer, Long> startMillis = new HashMap<>();

  private long startOf(SourceParser parser) {
    return startMillis.getOrDefault(parser.index(), Long.MIN_VALUE);
  }

  private SourceParser start(Start start, ExecutorService threads) {
    SourceParser parser =
        new SourceParser(
            inputs.get(start.index()), start.index(), forced, date, marks.everyMillis() > 0);
    startMillis.put(start.index(), start.epochMillis());
    threads.execute(parser);
    return parser;
  }

  private void activate(SourceParser parser, List<Active> active) throws IOException {
    Active one = new Active(parser);
    if (fill(one)) {
      active.add(one);
    }
  }

  /** Hands on records of the earliest source until another is earlier, or the next one begins. */
  private void drain(List<Active> active, long nextStartMillis) throws IOException {
    Active best = active.getFirst();
    long limit = nextStartMillis;
    for (Active one : active) {
      if (one.headMillis() < best.headMillis()) {
        best = one;
      }
    }
    for (Active one : active) {
      if (one != best) {
        limit = Math.min(limit, one.headMillis());
      }
    }
    do {
      SourceParser.Chunk chunk = best.chunk;
      if (chunk == null) {
        break;
      }
      chunk.batch().load(best.at, record);
      if (record.station != AisRecord.UNKNOWN) {
        record.station = best.stations[record.station];
      }
      records++;
      reorder.add(record, record.source);
      best.at++;
      if (best.at == chunk.batch().size() && !fill(best)) {
        active.remove(best);
        return;
      }
    } while (best.headMillis() <= limit);
  }

  /** Takes chunks until one with records comes; false when the source has ended. */
  private boolean fill(Active one) throws IOException {
    SourceParser.Chunk last = one.chunk;
    if (last != null && last.end() != null) {
      return false;
    }
    while (true) {
      SourceParser.Chunk chunk = one.parser.take();
      for (Reject reject : chunk.rejects()) {
        rejects.add(reject);
      }
      for (String name : chunk.newStations()) {
        Integer id = stationIds.get(name);
        if (id == null) {
          id = Math.min(stationNames.size(), Short.MAX_VALUE - 1);
          stationIds.put(name, id);
          if (id == stationNames.size()) {
            stationNames.add(name);
          }
        }
        one.stations[one.stationCount++] = id;
      }
      simulated |= chunk.simulated();
      SourceParser.End end = chunk.end();
      if (end != null) {
        RuntimeException failure = end.failure();
        if (failure != null) {
          throw failure;
        }
        infos[one.parser.index()] = end.info();
        lines += end.lines();
        if (end.unknownFormat()) {
          unknownFormat.add(one.parser.index());
        }
        bytesRead += end.info().contentBytes();
      }
      progress.advance(bytesRead + (end == null ? chunk.contentBytes() : 0), records);
      one.chunk = chunk;
      one.at = 0;
      if (chunk.batch().size() > 0) {
        return true;
      }
      if (end != null) {
        return false;
      }
    }
  }

  /** Sources in order of their first event time; a lone source is not looked into twice. */
  private List<Start> starts(ExecutorService threads) {
    List<Start> starts = new ArrayList<>();
    if (inputs.size() == 1) {
      starts.add(new Start(0, Long.MIN_VALUE));
      return starts;
    }
    List<Future<Long>> firsts = new ArrayList<>();
    for (Input input : inputs) {
      Callable<Long> look = () -> FirstTime.of(input, forced, date);
      firsts.add(threads.submit(look));
    }
    for (int i = 0; i < inputs.size(); i++) {
      try {
        starts.add(new Start(i, firsts.get(i).get()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while looking into sources", e);
      } catch (ExecutionException e) {
        throw new IllegalStateException("looking into " + inputs.get(i).path() + " failed", e);
      }
    }
    starts.sort(Comparator.comparingLong(Start::epochMillis).thenComparingInt(Start::index));
    return starts;
  }

  /** What was read of each source, in the order of the inputs. */
  List<SourceInfo> infos() {
    return List.of(infos);
  }

  /** Paths of sources in no known format. */
  List<String> unknownFormat() {
    return unknownFormat.stream().sorted().map(i -> inputs.get(i).path()).toList();
  }

  /** Name of a station that was met. */
  String stationName(int index) {
    return stationNames.get(index);
  }

  /** Names of stations by index. */
  List<String> stationNames() {
    return List.copyOf(stationNames);
  }

  /** Records with a time. */
  long records() {
    return records;
  }

  /** Lines or entries of all sources. */
  long lines() {
    return lines;
  }

  /** Whether a source says of itself that it is simulated. */
  boolean simulated() {
    return simulated;
  }
}
