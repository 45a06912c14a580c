package org.bellbuoy.server.event;

import org.bellbuoy.core.reject.Reject;

/** Where a reader puts what it reads. One sink belongs to one reader. */
public interface EventSink {
  /**
   * Takes one event.
   *
   * @param text the record as text, made when asked for and only during this call
   */
  void event(WindowsEvent event, RecordText text);

  /**
   * Keeps a reject. Some are notes on a file whose records were read nevertheless, for example a
   * wrong checksum; their reasons are listed in {@code docs/server-events.md}.
   */
  void reject(Reject reject);

  /** A record as text. Untrusted. */
  @FunctionalInterface
  interface RecordText {
    /** XML of a binary record, the record's own text of an export. */
    String get();
  }
}
