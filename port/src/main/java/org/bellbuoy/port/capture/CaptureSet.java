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
  private final List<String> breaks = new ArrayList<>();
  private @Nullable Open current;

  private record Waiting(Input input, int source, long firstNanos) {}

  private static final class Open {
    final Content content;
    final CaptureBytes bytes;
    final Input input;
    final int source;
    final Packet packet = new Packet();
    private final @Nullable ReadAhead ahead;

    /** The first reason that was told of it. */
    @Nullable String reason;

    Open(Input input, Content content, int source, boolean ahead) {
      this.input = input;
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
    Open opened = new Open(input, content, source, capture && large);
    CaptureReader reader =
        CaptureReader.open(
            opened.bytes,
            source,
            reject -> {
              opened.reason = opened.reason == null ? reject.detail() : opened.reason;
              rejects.accept(reject);
            });
    if (reader == null) {
      problems.add(CaptureBreaks.nothing(input.path(), opened.reason));
      // The rest of what is no capture is not looked at: standard input may never end.
      finish(opened, "unknown", capture, null);
      return;
    }
    tallies.add(reader.tally());
    if (reader.next(opened.packet)) {
      open.add(opened);
      readers.add(reader);
    } else {
      finish(opened, reader.format(), true, reader);
    }
  }

  private void finish(Open ended, String format, boolean whole, @Nullable CaptureReader reader) {
    long read = ended.bytes.position();
    if (whole) {
      ended.bytes.drain();
    }
    ended.stop();
    if (reader != null) {
      reader.leftUnread(ended.bytes.position() - read);
      tell(ended, reader.tally());
    }
    SourceInfo info = ended.content.finish(format);
    infos[ended.source] = info;
    if (info.problem() != null) {
      problems.add(info.problem());
    }
    ended.content.close();
  }

  private void tell(Open ended, CaptureTally tally) {
    if (tally.packets() == 0 && ended.reason != null) {
      problems.add(CaptureBreaks.nothing(ended.input.path(), ended.reason));
    } else {
      CaptureBreaks.of(ended.input.path(), tally).forEach(told -> problems.add(told + "."));
    }
    breaks.addAll(CaptureBreaks.of(ended.input.name(), tally));
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
        finish(last, reader.format(), true, reader);
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

  /** What of each capture was not read, phrases that name it; empty where all was. */
  public List<String> breaks() {
    return List.copyOf(breaks);
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
