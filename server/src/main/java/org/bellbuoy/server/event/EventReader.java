package org.bellbuoy.server.event;

import java.time.ZoneId;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.core.source.Content;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.core.source.SourceInfo;

/**
 * Reads the Windows events of one source, whatever it was written as. What the bytes hold never
 * throws: it is an event or a reject. Memory is bounded by one chunk of 64 KB for EVTX and by one
 * record of at most 4 MB for exports. Each call stands alone and may run on any thread.
 */
public final class EventReader {
  private EventReader() {}

  /**
   * Reads an input to its end. A content in no known format gives one reject and format {@code
   * unknown}.
   *
   * @param source index that events and rejects carry
   * @param zone of times that tell none
   * @throws SourceException when it cannot be opened
   */
  public static SourceInfo read(Input input, int source, ZoneId zone, EventSink sink)
      throws SourceException {
    try (Content content = Content.open(input)) {
      byte[] head = content.peek(EventFormat.HEAD_BYTES);
      EventFormat format = EventFormat.recognise(head, head.length, content.name()).orElse(null);
      if (format == null) {
        sink.reject(
            new Reject(
                "event-format",
                source,
                0,
                0,
                0,
                "%s is no EVTX file and no JSON or XML export of events."
                    .formatted(Shown.of(content.name()))));
        return content.finish("unknown");
      }
      return read(content, format, source, zone, sink);
    }
  }

  /**
   * Reads a content that is already open as that format, to its end.
   *
   * @param source index that events and rejects carry
   * @param zone of times that tell none
   */
  public static SourceInfo read(
      Content content, EventFormat format, int source, ZoneId zone, EventSink sink) {
    String lost = null;
    switch (format) {
      case EVTX -> lost = new EvtxReader(source, zone, sink).read(content);
      case JSON -> {
        JsonEvents events = new JsonEvents(source, zone, sink);
        TextUnits.feed(content, new JsonCutter(events));
      }
      case XML -> {
        XmlEvents events = new XmlEvents(source, zone, sink);
        TextUnits.feed(content, new XmlCutter(events));
      }
    }
    SourceInfo info = content.finish(format.word());
    return lost == null ? info : withProblem(info, lost);
  }

  private static SourceInfo withProblem(SourceInfo info, String problem) {
    return new SourceInfo(
        info.name(),
        info.path(),
        info.format(),
        info.storedBytes(),
        info.storedSha256(),
        info.contentBytes(),
        info.contentSha256(),
        problem);
  }
}
