package org.bellbuoy.sea.watch;

import java.time.LocalDate;
import java.util.Optional;
import org.bellbuoy.core.source.Content;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.sea.feed.AisRecord;
import org.bellbuoy.sea.feed.FeedFormat;
import org.bellbuoy.sea.feed.FeedOptions;
import org.bellbuoy.sea.feed.FeedReader;
import org.bellbuoy.sea.feed.FeedSink;
import org.bellbuoy.sea.feed.Feeds;
import org.jspecify.annotations.Nullable;

/** A look at a source's head for its first event time, to know its place in the stream. */
final class FirstTime {
  private FirstTime() {}

  /** The first event time within the head, or the smallest number where there is none. */
  static long of(Input input, @Nullable FeedFormat forced, @Nullable LocalDate date) {
    if (input.path().equals("-")) {
      return Long.MIN_VALUE;
    }
    First first = new First();
    try (Content content = Content.open(input)) {
      byte[] head = content.peek(Feeds.HEAD_BYTES);
      Optional<FeedFormat> format =
          forced != null ? Optional.of(forced) : Feeds.recognise(head, head.length, input.name());
      if (format.isPresent()) {
        FeedReader reader = Feeds.open(format.get(), new FeedOptions(input.name(), date), first);
        reader.read(head, 0, head.length);
      }
    } catch (SourceException e) {
      // Said when the source is read in its turn.
      return Long.MIN_VALUE;
    }
    return first.millis;
  }

  private static final class First implements FeedSink {
    private final AisRecord record = new AisRecord();
    private long millis = Long.MIN_VALUE;

    @Override
    public AisRecord next() {
      record.clear();
      return record;
    }

    @Override
    public void accept() {
      if (millis == Long.MIN_VALUE && record.epochMillis != AisRecord.NO_TIME) {
        millis = record.epochMillis;
      }
    }

    @Override
    public void reject(String reason, long offset, int length, long line, String detail) {}

    @Override
    public int station(String name) {
      return AisRecord.UNKNOWN;
    }
  }
}
