package org.bellbuoy.sea.watch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.core.source.Content;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.core.source.SourceInfo;
import org.bellbuoy.sea.feed.AisBatch;
import org.bellbuoy.sea.feed.AisRecord;
import org.bellbuoy.sea.feed.FeedFormat;
import org.bellbuoy.sea.feed.FeedOptions;
import org.bellbuoy.sea.feed.FeedReader;
import org.bellbuoy.sea.feed.FeedSink;
import org.bellbuoy.sea.feed.Feeds;
import org.jspecify.annotations.Nullable;

/**
 * Reads one source on a thread of its own and hands on batches of records through a short queue.
 */
final class SourceParser implements Runnable {
  private static final int BATCH = 4096;
  private static final int QUEUE = 4;
  private static final int BUFFER = 1 << 17;

  /** A record this much newer than those before needs a second one that agrees. */
  private static final long CLOCK_JUMP_MILLIS = 36L * 3_600_000;

  /** 1995-01-01, before there was AIS, and 2150-01-01. */
  private static final long EARLIEST_MILLIS = 788_918_400_000L;

  private static final long LATEST_MILLIS = 5_680_281_600_000L;

  private final Input input;
  private final int index;
  private final @Nullable FeedFormat forced;
  private final @Nullable LocalDate date;
  private final ArrayBlockingQueue<Chunk> queue = new ArrayBlockingQueue<>(QUEUE);
  private final boolean prompt;
  private volatile boolean stopped;

  /**
   * What one source gives at a time.
   *
   * @param batch records in the order of the source
   * @param rejects of the same stretch
   * @param newStations names of stations first seen in this stretch, in order of index
   * @param contentBytes read so far
   * @param simulated whether the source says of itself that it is simulated, as far as read
   * @param end set on the last chunk
   */
  record Chunk(
      AisBatch batch,
      List<Reject> rejects,
      List<String> newStations,
      long contentBytes,
      boolean simulated,
      @Nullable End end) {}

  /**
   * How a source ended.
   *
   * @param info what was read
   * @param lines lines or entries
   * @param failure a bug's exception, to be thrown on
   */
  record End(
      SourceInfo info, long lines, boolean unknownFormat, @Nullable RuntimeException failure) {}

  /**
   * A parser of one source.
   *
   * @param prompt whether records are handed on as they come and not only in large pieces
   */
  SourceParser(
      Input input,
      int index,
      @Nullable FeedFormat forced,
      @Nullable LocalDate date,
      boolean prompt) {
    this.prompt = prompt;
    this.input = input;
    this.index = index;
    this.forced = forced;
    this.date = date;
  }

  int index() {
    return index;
  }

  Chunk take() {
    try {
      return queue.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading " + input.path(), e);
    }
  }

  void stop() {
    stopped = true;
    queue.clear();
  }

  @Override
  public void run() {
    Sink sink = new Sink();
    End end;
    try {
      end = read(sink);
    } catch (Stopped e) {
      return;
    } catch (RuntimeException e) {
      end = new End(failedInfo("it could not be read"), 0, false, e);
    } catch (Error e) {
      // Whoever waits for this source must not wait for ever.
      end =
          new End(
              failedInfo("it could not be read"),
              0,
              false,
              new IllegalStateException("reading " + input.path() + " failed: " + e, e));
    }
    sink.handOver(0, end);
  }

  private End read(Sink sink) {
    try (Content content = Content.open(input)) {
      byte[] head = prompt ? promptHead(content) : content.peek(Feeds.HEAD_BYTES);
      if (head.length == 0) {
        String problem = content.problem();
        return new End(
            failedInfo(
                problem != null
                    ? problem
                    : input.path() + " is empty; give a file with AIS messages in it."),
            0,
            false,
            null);
      }
      Optional<FeedFormat> format =
          forced != null ? Optional.of(forced) : Feeds.recognise(head, head.length, input.name());
      if (format.isEmpty()) {
        return new End(
            failedInfo(Feeds.unknownFormatSentence(input.path(), head, head.length)),
            0,
            true,
            null);
      }
      Beginning beginning = new Beginning(head);
      sink.simulated = beginning.saysSimulated();
      FeedReader reader = Feeds.open(format.get(), new FeedOptions(input.name(), date), sink);
      byte[] buffer = new byte[BUFFER];
      int n;
      while ((n = content.read(buffer)) > 0) {
        reader.read(buffer, 0, n);
        sink.contentBytes = content.offset();
        if (prompt) {
          beginning.take(buffer, n, sink.contentBytes - n);
          sink.simulated = beginning.saysSimulated();
          sink.handOverIfAny();
        }
        if (stopped) {
          throw new Stopped();
        }
      }
      reader.finish();
      sink.releaseHeld(null);
      return new End(content.finish(format.get().word()), reader.lines(), false, null);
    } catch (SourceException e) {
      return new End(failedInfo(String.valueOf(e.getMessage())), 0, false, null);
    }
  }

  private SourceInfo failedInfo(String sentence) {
    return new SourceInfo(
        input.name(), input.path(), "unknown", input.storedBytes(), null, 0, "", sentence);
  }

  /** As much of the head as tells the format: a quiet feed takes long to fill all of it. */
  private byte[] promptHead(Content content) {
    byte[] head = content.peekWhatComes(Feeds.HEAD_BYTES, 0);
    while (forced == null
        && head.length < Feeds.HEAD_BYTES
        && Feeds.recognise(head, head.length, input.name()).isEmpty()) {
      byte[] more = content.peekWhatComes(Feeds.HEAD_BYTES, head.length);
      if (more.length == head.length) {
        break;
      }
      head = more;
    }
    return head;
  }

  /** Thrown to leave a reader whose records nobody takes any more. */
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Collects records and rejects; holds back a record whose clock jumps until another agrees. */
  private final class Sink implements FeedSink {
    private final AisRecord record = new AisRecord();
    private final AisRecord held = new AisRecord();
    private final Map<String, Integer> stations = new HashMap<>();
    private AisBatch batch = new AisBatch(BATCH);
    private List<Reject> rejects = new ArrayList<>();
    private List<String> newStations = new ArrayList<>();
    private boolean holding;
    private long newestMillis = AisRecord.NO_TIME;
    private long contentBytes;
    private boolean simulated;

    @Override
    public AisRecord next() {
      record.clear();
      return record;
    }

    @Override
    public void accept() {
      long time = record.epochMillis;
      if (time == AisRecord.NO_TIME) {
        reject(
            "no-time",
            record.offset,
            record.length,
            record.line,
            "the message carries no time and none stands near it");
        return;
      }
      if (time < EARLIEST_MILLIS || time > LATEST_MILLIS) {
        reject(
            "impossible-time",
            record.offset,
            record.length,
            record.line,
            "time " + java.time.Instant.ofEpochMilli(time));
        return;
      }
      if (holding) {
        releaseHeld(record);
      }
      if (newestMillis != AisRecord.NO_TIME && time - newestMillis > CLOCK_JUMP_MILLIS) {
        copyTo(held);
        holding = true;
        return;
      }
      add(record);
    }

    /** Decides on the held record: with the next one for it, it was no error. */
    void releaseHeld(@Nullable AisRecord nextRecord) {
      if (!holding) {
        return;
      }
      holding = false;
      if (nextRecord != null
          && Math.abs(nextRecord.epochMillis - held.epochMillis) <= CLOCK_JUMP_MILLIS) {
        add(held);
      } else {
        reject(
            "clock-jump",
            held.offset,
            held.length,
            held.line,
            "time "
                + java.time.Instant.ofEpochMilli(held.epochMillis)
                + " is far from those around it");
      }
    }

    private void add(AisRecord r) {
      newestMillis = Math.max(newestMillis, r.epochMillis);
      batch.add(r, index);
      if (batch.size() == BATCH) {
        handOver(contentBytes, null);
      }
    }

    private void copyTo(AisRecord target) {
      AisBatch one = new AisBatch(1);
      one.add(record, index);
      one.load(0, target);
    }

    @Override
    public void reject(String reason, long offset, int length, long line, String detail) {
      rejects.add(new Reject(reason, index, offset, length, line, detail));
      if (rejects.size() == BATCH) {
        handOver(contentBytes, null);
      }
    }

    @Override
    public int station(String name) {
      Integer known = stations.get(name);
      if (known != null) {
        return known;
      }
      if (stations.size() > Short.MAX_VALUE - 1) {
        return AisRecord.UNKNOWN;
      }
      int station = stations.size();
      stations.put(name, station);
      newStations.add(name);
      return station;
    }

    /** Hands on what came; what is held back waits for the record after it. */
    void handOverIfAny() {
      if (batch.size() > 0 || !rejects.isEmpty()) {
        handOver(contentBytes, null);
      }
    }

    private void handOver(long bytes, @Nullable End end) {
      Chunk chunk = new Chunk(batch, rejects, newStations, bytes, simulated, end);
      batch = new AisBatch(BATCH);
      rejects = new ArrayList<>();
      newStations = new ArrayList<>();
      try {
        queue.put(chunk);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Stopped();
      }
      if (stopped) {
        throw new Stopped();
      }
    }
  }
}
