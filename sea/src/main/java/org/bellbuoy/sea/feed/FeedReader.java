package org.bellbuoy.sea.feed;

/** Reads one source's content, in pieces as they come, and puts records into its sink. */
public interface FeedReader {
  /**
   * Takes the next bytes of the content; lines may run over pieces.
   *
   * @param buffer holds the bytes
   * @param from first index
   * @param to index after the last
   */
  void read(byte[] buffer, int from, int to);

  /** Tells that the content has ended; a last line without an end is read. */
  void finish();

  /** Lines or entries read so far, blank and ignored ones included. */
  long lines();
}
