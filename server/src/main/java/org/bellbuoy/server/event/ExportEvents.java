package org.bellbuoy.server.event;

import java.time.ZoneId;
import org.bellbuoy.core.reject.Reject;

/** What all exports share: records come cut as text, go out as events or rejects. */
abstract class ExportEvents implements Cutter.Records {
  final ZoneId zone;

  private final String reason;
  private final int source;
  private final EventSink sink;
  private long frame;

  ExportEvents(String reason, int source, ZoneId zone, EventSink sink) {
    this.reason = reason;
    this.source = source;
    this.zone = zone;
    this.sink = sink;
  }

  /** A record that is no event; the message is the sentence of its reject. */
  static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    Unusable(String sentence) {
      super(sentence, null, false, false);
    }
  }

  /** Reads the text of one record. */
  abstract EventDraft draft(String text) throws Unusable;

  @Override
  public final void record(String text, long offset, int length, long line) {
    frame++;
    EventDraft draft;
    try {
      draft = draft(text);
    } catch (Unusable e) {
      sink.reject(new Reject(reason, source, offset, length, line, String.valueOf(e.getMessage())));
      return;
    }
    if (draft.isNothing()) {
      sink.reject(
          new Reject(
              reason,
              source,
              offset,
              length,
              line,
              "The record names no event number, no provider and no channel."));
      return;
    }
    String strange = draft.strangeTime;
    if (strange != null) {
      sink.reject(
          new Reject(
              "event-time",
              source,
              offset,
              length,
              line,
              "The time %s is in no known form; the event goes on without one."
                  .formatted(Shown.of(strange))));
    }
    sink.event(draft.made(source, offset, length, frame), () -> text);
  }

  @Override
  public final void broken(long offset, int length, long line, String sentence) {
    sink.reject(new Reject(reason, source, offset, length, line, sentence));
  }
}
