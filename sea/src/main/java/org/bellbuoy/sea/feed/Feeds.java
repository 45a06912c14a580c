package org.bellbuoy.sea.feed;

import java.util.Optional;

/** Finds out how AIS was written and opens a reader for it. */
public final class Feeds {
  /** Bytes of content that {@link #recognise} is best given. */
  public static final int HEAD_BYTES = 1 << 14;

  private Feeds() {}

  /**
   * The format of a content, by its first bytes.
   *
   * @param head holds them
   * @param length how many of them count
   * @param name of the content, which only helps where the bytes alone leave doubt
   */
  public static Optional<FeedFormat> recognise(byte[] head, int length, String name) {
    return Recogniser.recognise(head, length, name);
  }

  /** A reader of one content. */
  public static FeedReader open(FeedFormat format, FeedOptions options, FeedSink sink) {
    return switch (format) {
      case SBARC -> new SbarcFeed(options, sink);
      case MARINECADASTRE, DMA, EXACTEARTH, CSV -> new CsvFeed(format, sink);
      case NMEA -> new NmeaFeed(sink);
      case DIGITRAFFIC -> new DigitrafficFeed(sink);
      case AISSTREAM -> new AisstreamFeed(sink);
    };
  }

  /** Says in one sentence that a content is in no known format, and what to do. */
  public static String unknownFormatSentence(String name, byte[] head, int length) {
    StringBuilder words = new StringBuilder();
    for (FeedFormat format : FeedFormat.values()) {
      words.append(words.isEmpty() ? "" : ", ").append(format.word());
    }
    return "%s is in no known AIS format (it begins with %s); known are %s: name one with --format."
        .formatted(name, Texts.told(head, 0, length), words);
  }
}
