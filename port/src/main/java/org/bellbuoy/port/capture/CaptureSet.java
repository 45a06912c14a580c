package org.bellbuoy.port.capture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.core.source.Content;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.core.source.SourceInfo;
import org.jspecify.annotations.Nullable;

/**
 * Several captures as one stream. Those that follow one another, as a rotated set does, are read
 * one after another; those that overlap are merged by time. A capture is opened when its first
 * packet is due. Within one capture the order stays as it stands there. Not thread safe.
 */
public final class CaptureSet implements AutoCloseable {
  /** Smaller inputs are read faster than a thread is started. */
  private static final long AHEAD_FROM_BYTES = 4 << 20;

  private final Consumer<Reject> rejects;
  private final List<Waiting> waiting = new ArrayList<>();
  private final List<Open> open = new ArrayList<>();
  private final List<CaptureReader> readers = new ArrayList<>();
  private final @Nullable SourceInfo[] infos;
  private final List<CaptureTally> tallies = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private @Nullable Open current;

  private record Waiting(Input input, int source, long firstNanos) {}

  private static final class Open {
    final Content content;
    final CaptureBytes bytes;
    final int source;
    final Packet packet = new Packet();
    private final @Nullable ReadAhead ahead;

    Open(Content content, int source, boolean ahead) {
      this.content = content;
      this.source = source;
      this.ahead = ahead ? new ReadAhead(content) : null;
      this.bytes = new CaptureBytes(this.ahead == null ? content::read : this.ahead);
    }

    /** The content is nobody else's any more. */
    void stop() {
      if (ahead != null) {
        ahead.close();
      }
    }
  }

  private CaptureSet(int sources, Consumer<Reject> rejects) {
    this.infos = new @Nullable SourceInfo[sources];
    this.rejects = rejects;
  }

  /**
   * Looks at the first packet of each input to know their order.
   *
   * @param inputs their index is the source's index
   * @param rejects takes what cannot be read
   */
  public static CaptureSet of(List<Input> inputs, Consumer<Reject> rejects) throws SourceException {
    CaptureSet set = new CaptureSet(inputs.size(), rejects);
    for (int i = 0; i < inputs.size(); i++) {
      Input input = inputs.get(i);
      // What comes once only (standard input, a pipe) is opened at once and stays open.
      boolean again = input.storedBytes() >= 0 && inputs.size() > 1;
      if (again) {
        set.waiting.add(new Waiting(input, i, firstNanos(input)));
      } else {
        set.start(input, i);
      }
    }
    set.waiting.sort(
        Comparator.comparingLong(Waiting::firstNanos).thenComparingInt(Waiting::source));
    return set;
  }

  /** Time of the first packet; the least number where there is none, so that it is told first. */
  private static long firstNanos(Input input) throws SourceException {
    try (Content content = Content.open(input)) {
      CaptureReader reader = CaptureReader.open(new CaptureBytes(content::read), 0, reject -> {});
      Packet packet = new Packet();
      return reader != null && reader.next(packet) ? packet.epochNanos : Long.MIN_VALUE;
    }
  }

  private void start(Input input, int source) throws SourceException {
    Content content = Content.open(input);
    boolean capture = CaptureReader.recognises(content.peek(4));
    boolean large = input.storedBytes() < 0 || input.storedBytes() > AHEAD_FROM_BYTES;
    Open opened = new Open(content, source, capture && large);
    CaptureReader reader = CaptureReader.open(opened.bytes, source, rejects);
    if (reader == null) {
      problems.add(input.path() + " holds no packets that can be read.");
      // The rest of what is no capture is not looked at: standard input may never end.
      finish(opened, "unknown", capture);
      return;
    }
    tallies.add(reader.tally());
    if (reader.next(opened.packet)) {
      open.add(opened);
      readers.add(reader);
    } else {
      finish(opened, reader.format(), true);
    }
  }

  private void finish(Open ended, String format, boolean whole) {
    if (whole) {
      ended.bytes.drain();
    }
    ended.stop();
    SourceInfo info = ended.content.finish(format);
    infos[ended.source] = info;
    if (info.problem() != null) {
      problems.add(info.problem());
    }
    ended.content.close();
  }

  /**
   * The next packet by time; null at the end. Valid until the next call.
   *
   * @throws SourceException when an input that was there before cannot be opened any more
   */
  public @Nullable Packet next() throws SourceException {
    Open last = current;
    current = null;
    if (last != null) {
      int index = open.indexOf(last);
      CaptureReader reader = readers.get(index);
      if (!reader.next(last.packet)) {
        open.remove(index);
        readers.remove(index);
        finish(last, reader.format(), true);
      }
    }
    Open first = earliest();
    while (!waiting.isEmpty()
        && (first == null || waiting.getFirst().firstNanos() <= first.packet.epochNanos)) {
      Waiting due = waiting.removeFirst();
      start(due.input(), due.source());
      first = earliest();
    }
    current = first;
    return first == null ? null : first.packet;
  }

  private @Nullable Open earliest() {
    Open first = null;
    for (int i = 0; i < open.size(); i++) {
      Open one = open.get(i);
      if (first == null
          || one.packet.epochNanos < first.packet.epochNanos
          || (one.packet.epochNanos == first.packet.epochNanos && one.source < first.source)) {
        first = one;
      }
    }
    return first;
  }

  /** What was read, in order of the inputs; complete after the last packet. */
  public List<SourceInfo> sources() {
    List<SourceInfo> all = new ArrayList<>();
    for (SourceInfo info : infos) {
      if (info != null) {
        all.add(info);
      }
    }
    return all;
  }

  /** What each capture held, in the order in which they were opened. */
  public List<CaptureTally> tallies() {
    return List.copyOf(tallies);
  }

  /** Sentences on inputs that could not be read, or not to their end. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  @Override
  public void close() {
    for (Open one : open) {
      one.stop();
      one.content.close();
    }
    open.clear();
    readers.clear();
    waiting.clear();
  }
}
