package org.bellbuoy.port.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.DatagramProtocol;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.decode.Decoders;
import org.bellbuoy.port.decode.FrameDecoder;
import org.bellbuoy.port.decode.Identity;
import org.bellbuoy.port.decode.StreamDecoder;
import org.bellbuoy.port.decode.StreamProtocol;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationResult;
import org.bellbuoy.port.operation.OperationText;

/**
 * What must hold of any reading, however its bytes were spoilt: decoders keep to the bytes they are
 * given and to their own bounds, every byte of a stream is taken, skipped or still waits, and what
 * is told lies within packets that are there.
 */
public final class Upright {
  private static final int LONGEST_TEXT = 2000;
  private static final int LONGEST_ATTRIBUTE = 400;

  private final List<Checked> streams = new ArrayList<>();

  private Upright() {}

  /** Reads captures with those protocols, and checks. */
  public static Recorded check(
      List<StreamProtocol> streams, List<DatagramProtocol> datagrams, byte[]... captures) {
    return check(streams, datagrams, context -> List.of(), captures);
  }

  /** The same with decoders of frames. */
  public static Recorded check(
      List<StreamProtocol> streams,
      List<DatagramProtocol> datagrams,
      Function<DecodeContext, List<FrameDecoder>> frames,
      byte[]... captures) {
    Upright upright = new Upright();
    List<StreamProtocol> checked =
        streams.stream().<StreamProtocol>map(one -> upright.new CheckedProtocol(one)).toList();
    Recorded recorded =
        Recorded.with(context -> new Decoders(checked, datagrams, frames.apply(context)), captures);
    upright.streams.forEach(Checked::accounted);
    told(recorded, captures);
    return recorded;
  }

  private static void told(Recorded recorded, byte[]... captures) {
    assertThat(recorded.result.operations()).isEqualTo(recorded.operations.size());
    long all = Arrays.stream(captures).mapToLong(capture -> capture.length).sum();
    assertThat((long) recorded.operations.size()).isLessThan(all);
    for (Operation operation : recorded.operations) {
      assertThat(operation.functionName()).matches("[\\x21-\\x7e][\\x20-\\x7e]*");
      assertThat(OperationText.target(operation).length()).isLessThan(LONGEST_TEXT);
      assertThat(OperationText.value(operation).length()).isLessThan(LONGEST_TEXT);
      within(operation.request(), captures);
      if (operation.hasResponse()) {
        within(operation.response(), captures);
        if (operation.request().source() == operation.response().source()) {
          assertThat(operation.response().frame())
              .isGreaterThanOrEqualTo(operation.request().frame());
        }
      } else {
        assertThat(operation.result()).isNotIn(OperationResult.ACCEPTED, OperationResult.REFUSED);
      }
    }
    assertThat(recorded.attributes)
        .allSatisfy(
            attribute -> {
              assertThat(attribute.value().length()).isBetween(1, LONGEST_ATTRIBUTE);
              assertThat(attribute.frame()).isBetween(1L, recorded.result.health().packets());
            });
  }

  private static void within(FrameMark mark, byte[]... captures) {
    assertThat(mark.frame()).isPositive();
    assertThat(mark.length()).isPositive();
    assertThat(mark.offset()).isPositive();
    assertThat(mark.offset() + mark.length()).isLessThanOrEqualTo(captures[mark.source()].length);
  }

  /** A message so often that together they have as many bytes or more. */
  public static byte[] often(byte[] message, int bytes) {
    int times = Math.max(2, (bytes + message.length - 1) / message.length);
    byte[] all = new byte[times * message.length];
    for (int i = 0; i < times; i++) {
      System.arraycopy(message, 0, all, i * message.length, message.length);
    }
    return all;
  }

  /** That what was sent from that packet on is read, whatever came before it. */
  public static void readsFrom(Recorded recorded, long frame) {
    assertThat(recorded.operations)
        .as("operations from frame %d on", frame)
        .anyMatch(operation -> operation.request().frame() >= frame);
  }

  private final class CheckedProtocol implements StreamProtocol {
    private final StreamProtocol protocol;
    private long asked;

    CheckedProtocol(StreamProtocol protocol) {
      this.protocol = protocol;
    }

    @Override
    public Protocol protocol() {
      return protocol.protocol();
    }

    @Override
    public int[] usualPorts() {
      return protocol.usualPorts();
    }

    @Override
    public Identity identify(byte[] buffer, int offset, int length) {
      asked += length;
      return protocol.identify(exactly(buffer, offset, length), 0, length);
    }

    @Override
    public StreamDecoder open(Conversation conversation, DecodeContext context) {
      Checked checked = new Checked(this, conversation, protocol.open(conversation, context));
      streams.add(checked);
      return checked;
    }
  }

  /** An array that ends where the bytes do, so that reading on fails. */
  private static byte[] exactly(byte[] buffer, int offset, int length) {
    return Arrays.copyOfRange(buffer, offset, offset + length);
  }

  private static final class Checked implements StreamDecoder {
    private final CheckedProtocol protocol;
    private final Conversation conversation;
    private final StreamDecoder decoder;
    private long taken;

    Checked(CheckedProtocol protocol, Conversation conversation, StreamDecoder decoder) {
      this.protocol = protocol;
      this.conversation = conversation;
      this.decoder = decoder;
    }

    @Override
    public int consume(Direction direction, byte[] buffer, int offset, int length, FrameMark mark) {
      byte[] given = exactly(buffer, offset, length);
      byte[] before = given.clone();
      int used = decoder.consume(direction, given, 0, length, mark);
      assertThat(used).isBetween(LOST, length);
      assertThat(given).isEqualTo(before);
      taken += Math.max(0, used);
      return used;
    }

    @Override
    public int resynchronise(Direction direction, byte[] buffer, int offset, int length) {
      int found = decoder.resynchronise(direction, exactly(buffer, offset, length), 0, length);
      assertThat(found).isBetween(0, length);
      return found;
    }

    @Override
    public void gap(Direction direction, long missingBytes) {
      decoder.gap(direction, missingBytes);
    }

    @Override
    public int longestMessageBytes() {
      assertThat(decoder.longestMessageBytes()).isBetween(8, 1 << 20);
      return decoder.longestMessageBytes();
    }

    @Override
    public void close() {
      decoder.close();
    }

    /** Bytes that are neither taken nor skipped wait, were asked about only, or stood before. */
    void accounted() {
      long payload = 0;
      long skipped = 0;
      for (Direction direction : Direction.values()) {
        payload += conversation.payloadBytes(direction);
        skipped += conversation.skippedBytes(direction);
      }
      assertThat(taken).isLessThanOrEqualTo(payload);
      assertThat(payload - skipped - taken)
          .isLessThanOrEqualTo(2L * decoder.longestMessageBytes() + protocol.asked);
    }
  }
}
