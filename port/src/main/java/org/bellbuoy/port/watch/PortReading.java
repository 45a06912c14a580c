package org.bellbuoy.port.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.core.source.SourceInfo;
import org.bellbuoy.port.capture.CaptureSet;
import org.bellbuoy.port.capture.CaptureTally;
import org.bellbuoy.port.capture.Packet;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.decode.ConversationListener;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.decode.Decoders;
import org.bellbuoy.port.decode.PacketListener;
import org.bellbuoy.port.operation.AttributeSink;
import org.bellbuoy.port.operation.Ledger;
import org.bellbuoy.port.operation.OperationSink;
import org.bellbuoy.port.packet.Duplicates;
import org.bellbuoy.port.packet.PacketParser;
import org.bellbuoy.port.packet.PacketView;
import org.bellbuoy.port.stream.ConversationTracker;

/** Reads captures once, from bytes to operations, and shows all of it to who listens. */
public final class PortReading {
  private static final int PROGRESS_EVERY = 1 << 14;

  /**
   * Who is shown what is read. All are called from the thread that reads.
   *
   * @param operations the ledger
   * @param attributes facts about devices
   * @param packets every packet
   * @param conversations their beginnings and ends
   */
  public record Listeners(
      OperationSink operations,
      AttributeSink attributes,
      PacketListener packets,
      ConversationListener conversations) {}

  /**
   * What was read.
   *
   * @param sources the inputs, in their order
   * @param health how well the capture could see
   * @param operations operations told
   * @param problems sentences on inputs that could not be read, or not to their end
   * @param simulated whether any capture says of itself that it is SIMULATED
   */
  public record Result(
      List<SourceInfo> sources,
      CaptureHealth health,
      long operations,
      List<String> problems,
      boolean simulated) {}

  private final Function<DecodeContext, Decoders> decoders;

  /** A reading with those decoders, normally {@link PortProtocols#all}. */
  public PortReading(Function<DecodeContext, Decoders> decoders) {
    this.decoders = decoders;
  }

  /**
   * Reads all inputs to their ends.
   *
   * @throws SourceException when an input cannot be opened
   */
  public Result read(List<Input> inputs, Listeners listeners, RejectLog rejects, Progress progress)
      throws SourceException {
    Consumer<Reject> rejected = reject -> add(rejects, reject);
    Ledger ledger = new Ledger(listeners.operations());
    DecodeContext context = new DecodeContext(ledger, listeners.attributes(), rejected);
    HealthCounter health = new HealthCounter(listeners.conversations());
    ConversationTracker tracker = new ConversationTracker(decoders.apply(context), context, health);
    PacketParser parser = new PacketParser();
    Duplicates duplicates = new Duplicates();
    PacketView view = new PacketView();
    FrameMark mark = new FrameMark();
    try (CaptureSet captures = CaptureSet.of(inputs, rejected)) {
      long packets = 0;
      long bytes = 0;
      Packet packet = captures.next();
      while (packet != null) {
        packets++;
        bytes += packet.length();
        if (packets % PROGRESS_EVERY == 0) {
          progress.advance(bytes, packets);
        }
        mark.set(
            packet.epochNanos(),
            packet.source(),
            packet.frame(),
            packet.fileOffset(),
            packet.recordLength());
        health.firstNanos = Math.min(health.firstNanos, packet.epochNanos());
        health.lastNanos = Math.max(health.lastNanos, packet.epochNanos());
        switch (parser.parse(packet, view)) {
          case WHOLE -> {
            if (duplicates.isDuplicate(view)) {
              listeners.packets().duplicate(view, mark);
            } else {
              listeners.packets().packet(view, mark);
              tracker.packet(view, mark);
            }
          }
          case FRAGMENT -> listeners.packets().packet(view, mark);
          case CUT_HEADER -> {
            health.cutHeaders++;
            reject(rejected, packet, "cut-header", "the capture cut it off within its headers");
          }
          case MALFORMED -> {
            health.malformed++;
            reject(rejected, packet, "malformed-packet", "a header says what cannot be");
          }
        }
        packet = captures.next();
      }
      tracker.finish();
      progress.done();
      return new Result(
          captures.sources(),
          health.health(captures, duplicates, parser.fragments()),
          ledger.emitted(),
          captures.problems(),
          captures.tallies().stream().anyMatch(CaptureTally::simulated));
    }
  }

  private static void reject(
      Consumer<Reject> rejected, Packet packet, String reason, String detail) {
    rejected.accept(
        new Reject(
            reason,
            packet.source(),
            packet.fileOffset(),
            packet.length(),
            0,
            "frame %d of %d bytes: %s.".formatted(packet.frame(), packet.length(), detail)));
  }

  static void add(RejectLog rejects, Reject reject) {
    try {
      rejects.add(reject);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
