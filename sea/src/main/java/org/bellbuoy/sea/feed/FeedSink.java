package org.bellbuoy.sea.feed;

/** Where a feed puts what it reads. One sink belongs to one reader. */
public interface FeedSink {
  /** The record to fill next, already cleared. The same object may come again after each accept. */
  AisRecord next();

  /** Takes the record that {@link #next} gave. */
  void accept();

  /**
   * Keeps a reject.
   *
   * @param reason short stable word, for example {@code bad-checksum}
   * @param offset first byte in the content
   * @param length bytes it takes
   * @param line line number from 1
   * @param detail a phrase that names the field and the value
   */
  void reject(String reason, long offset, int length, long line, String detail);

  /** Names a receiving station; the index is what {@link AisRecord#station} then holds. */
  int station(String name);
}
