package org.bellbuoy.sea.feed;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a feed is told besides its bytes.
 *
 * @param contentName name of the content, in which some feeds keep their date
 * @param date day on which the content begins, UTC, where nothing in it or its name says so
 */
public record FeedOptions(String contentName, @Nullable LocalDate date) {
  /** Options with a name only. */
  public static FeedOptions named(String contentName) {
    return new FeedOptions(contentName, null);
  }
}
