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
  private final Consumer<Reject> rejects;
  private final List<Waiting> waiting = new ArrayList<>();
  private final List<Open> open = new ArrayList<>();
  private final @Nullable SourceInfo[] infos;
  private final List<CaptureTally> tallies = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private @Nullable Open current;

  private record Waiting(Input input, int source, long firstNanos) {}

  private static final class Open {
    final Content content;
    final CaptureReader reader;
    final Packet packet = new Packet();
    final int source;

    Open(Content content, CaptureReader reader, int source) {
      this.content = content;
      this.reader = reader;
      this.source = source;
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
      CaptureReader reader = CaptureReader.open(content, 0, reject -> {});
      Packet packet = new Packet();
      return reader != null && reader.next(packet) ? packet.epochNanos : Long.MIN_VALUE;
    }
  }

  private void start(Input input, int source) throws SourceException {
    Content content = Content.open(input);
    CaptureReader reader = CaptureReader.open(content, source, rejects);
    if (reader == null) {
      problems.add(input.path() + " holds no packets that can be read; see the rejects.");
      finish(content, source, "unknown");
      return;
    }
    tallies.add(reader.tally());
    Open opened = new Open(content, reader, source);
    if (reader.next(opened.packet)) {
      open.add(opened);
    } else {
      finish(content, source, reader.format());
    }
  }

  private void finish(Content content, int source, String format) {
    SourceInfo info = content.finish(format);
    infos[source] = info;
    if (info.problem() != null) {
      problems.add(info.problem());
    }
    content.close();
  }

  /**
   * The next packet by time; null at the end. Valid until the next call.
   *
   * @throws SourceException when an input that was there before cannot be opened any more
   */
  public @Nullable Packet next() throws SourceException {
    Open last = current;
    current = null;
    if (last != null && !last.reader.next(last.packet)) {
      open.remove(last);
      finish(last.content, last.source, last.reader.format());
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
    open.forEach(one -> one.content.close());
    open.clear();
    waiting.clear();
  }
}
