package org.bellbuoy.sea.watch;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.source.Content;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.sea.ais.AisJson;
import org.bellbuoy.sea.ais.AisMessage;
import org.bellbuoy.sea.ais.NmeaContext;
import org.bellbuoy.sea.ais.NmeaHandler;
import org.bellbuoy.sea.ais.NmeaReader;
import org.bellbuoy.sea.ais.NmeaReject;
import org.bellbuoy.sea.feed.AisRecord;
import org.bellbuoy.sea.feed.FeedFormat;
import org.bellbuoy.sea.feed.FeedOptions;
import org.bellbuoy.sea.feed.FeedReader;
import org.bellbuoy.sea.feed.FeedSink;
import org.bellbuoy.sea.feed.Feeds;
import org.jspecify.annotations.Nullable;

/** Decodes inputs one after the other, each message to one line of JSON, in the order read. */
public final class MessageDecoder {
  private static final int BUFFER = 1 << 17;
  private static final int FLUSH = 1 << 16;

  private final @Nullable FeedFormat forced;
  private final @Nullable LocalDate date;
  private final AisJson json;
  private final @Nullable OutputStream out;
  private final RejectLog rejects;
  private final Progress progress;
  private final DecodeTally tally = new DecodeTally();
  private final List<String> problems = new ArrayList<>();
  private final StringBuilder text = new StringBuilder(FLUSH + (FLUSH >> 2));
  private long bytesBefore;

  /**
   * A decoder.
   *
   * @param forced format of all inputs, null to recognise each
   * @param date day for feeds that tell only a time of day
   * @param raw whether NMEA messages are written as the integers they hold
   * @param out takes the lines of JSON, null when they are not wanted; not closed
   * @param rejects takes every reject; not closed
   */
  public MessageDecoder(
      @Nullable FeedFormat forced,
      @Nullable LocalDate date,
      boolean raw,
      @Nullable OutputStream out,
      RejectLog rejects,
      Progress progress) {
    this.forced = forced;
    this.date = date;
    this.json = raw ? AisJson.raw() : AisJson.scaled();
    this.out = out;
    this.rejects = rejects;
    this.progress = progress;
  }

  /** Decodes all; what cannot be read is told in {@link #problems}. */
  public DecodeTally decode(List<Input> inputs) throws IOException {
    try {
      for (int i = 0; i < inputs.size(); i++) {
        decode(inputs.get(i), i);
        flush();
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      progress.done();
    }
    return tally;
  }

  /** Sentences about inputs that could not be read, or not to their end. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** Reads bytes of one content. */
  private interface Reader {
    void read(byte[] buffer, int to);

    void finish();
  }

  private void decode(Input input, int index) {
    try (Content content = Content.open(input)) {
      byte[] head = content.peek(Feeds.HEAD_BYTES);
      if (head.length == 0) {
        String problem = content.problem();
        problems.add(
            problem != null
                ? problem
                : input.path() + " is empty; give a file with AIS messages in it.");
        return;
      }
      Optional<FeedFormat> format =
          forced != null ? Optional.of(forced) : Feeds.recognise(head, head.length, input.name());
      if (format.isEmpty()) {
        problems.add(Feeds.unknownFormatSentence(input.path(), head, head.length));
        return;
      }
      StringBuilder suffix = new StringBuilder(",\"source\":");
      RecordJson.quote(input.name(), suffix);
      String ending = suffix.append("}\n").toString();
      Reader reader =
          format.get() == FeedFormat.NMEA
              ? new Sentences(index, ending)
              : new Records(format.get(), input, index, ending);
      byte[] buffer = new byte[BUFFER];
      int n;
      while ((n = content.read(buffer)) > 0) {
        reader.read(buffer, n);
        progress.advance(bytesBefore + content.offset(), tally.messages());
      }
      reader.finish();
      bytesBefore += content.offset();
      String problem = content.problem();
      if (problem != null) {
        problems.add(problem);
      }
    } catch (SourceException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
  }

  private void lineDone(String ending) {
    text.append(ending);
    if (text.length() >= FLUSH) {
      flush();
    }
  }

  /** The text is ASCII throughout, so that its bytes are a plain copy. */
  private void flush() {
    OutputStream to = out;
    if (to == null || text.isEmpty()) {
      return;
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
    text.setLength(0);
    try {
      to.write(bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void keep(Reject reject) {
    try {
      rejects.add(reject);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** NMEA: every message of all 27 types. */
  private final class Sentences implements Reader, NmeaHandler {
    private final NmeaReader reader = new NmeaReader(this);
    private final int index;
    private final String ending;
    private int stationsKnown;

    Sentences(int index, String ending) {
      this.index = index;
      this.ending = ending;
    }

    @Override
    public void read(byte[] buffer, int to) {
      reader.read(buffer, 0, to);
    }

    @Override
    public void finish() {
      reader.finish();
    }

    @Override
    public void message(AisMessage message, NmeaContext context) {
      tally.message(message.type(), message.mmsi());
      if (context.epochMillis() != NmeaContext.UNKNOWN_MILLIS) {
        tally.time(context.epochMillis());
      }
      while (stationsKnown < context.stationCount()) {
        String name = context.stationName(stationsKnown++);
        if (name != null) {
          tally.station(name);
        }
      }
      if (out != null) {
        json.write(message, context, text);
        // The object is opened again for the name of its source.
        text.setLength(text.length() - 1);
        lineDone(ending);
      }
    }

    @Override
    public void reject(NmeaReject reason, long offset, int length, long line, String detail) {
      String word = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
      keep(new Reject(word, index, offset, length, line, detail));
    }
  }

  /** Every other feed: a record each. */
  private final class Records implements Reader, FeedSink {
    private final AisRecord record = new AisRecord();
    private final RecordJson recordJson = new RecordJson(text);
    private final List<String> stations = new ArrayList<>();
    private final FeedReader reader;
    private final int index;
    private final String ending;

    Records(FeedFormat format, Input input, int index, String ending) {
      this.index = index;
      this.ending = ending;
      this.reader = Feeds.open(format, new FeedOptions(input.name(), date), this);
    }

    @Override
    public void read(byte[] buffer, int to) {
      reader.read(buffer, 0, to);
    }

    @Override
    public void finish() {
      reader.finish();
    }

    @Override
    public AisRecord next() {
      record.clear();
      return record;
    }

    @Override
    public void accept() {
      tally.message(record.type, record.mmsi);
      if (record.epochMillis != AisRecord.NO_TIME) {
        tally.time(record.epochMillis);
      }
      if (out != null) {
        recordJson.write(
            record, record.station == AisRecord.UNKNOWN ? null : stations.get(record.station));
        lineDone(ending);
      }
    }

    @Override
    public void reject(String reason, long offset, int length, long line, String detail) {
      keep(new Reject(reason, index, offset, length, line, detail));
    }

    @Override
    public int station(String name) {
      int known = stations.indexOf(name);
      if (known >= 0) {
        return known;
      }
      tally.station(name);
      stations.add(name);
      return stations.size() - 1;
    }
  }
}
