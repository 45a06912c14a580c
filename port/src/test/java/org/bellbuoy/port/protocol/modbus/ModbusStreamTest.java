package org.bellbuoy.port.protocol.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.bellbuoy.port.conversation.ConnectionState;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.Orientation;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationResult;
import org.bellbuoy.port.operation.OperationText;
import org.bellbuoy.port.packet.Frames;
import org.bellbuoy.port.stream.Talk;
import org.bellbuoy.port.watch.Recorded;
import org.junit.jupiter.api.Test;

/** What loss, disorder and odd framing do to the ledger of a connection. */
class ModbusStreamTest {
  @Test
  void manyMessagesInOneSegmentAreAllInTheLedger() {
    Recorded recorded =
        Recorded.of(
            new Talk(502)
                .open()
                .ask(1001, 5001, many(write(1, 10, 0xff00), write(2, 11, 0), write(3, 12, 0xff00)))
                .answer(5001, 1037, many(write(1, 10, 0xff00), write(2, 11, 0), refuse(3, 5, 2)))
                .bytes());

    assertThat(recorded.operations)
        .extracting(
            o -> OperationText.target(o) + " = " + OperationText.value(o) + " " + o.result())
        .containsExactly(
            "unit 9 area coil address 10 count 1 = 1 ACCEPTED",
            "unit 9 area coil address 11 count 1 = 0 ACCEPTED",
            "unit 9 area coil address 12 count 1 = 1 REFUSED");
    assertThat(recorded.operations.getLast().resultName()).isEqualTo("illegal-data-address");
  }

  @Test
  void aMessageCutIntoSingleBytesIsReadOnceAndStandsAtItsLastPacket() {
    Talk talk = new Talk(1502).open();
    byte[] message = write(7, 10, 0xff00);
    for (int i = 0; i < message.length; i++) {
      talk.ask(1001 + i, 5001, Frames.part(message, i, i + 1));
    }
    talk.ask(1013, 5001, write(8, 11, 0xff00));
    Recorded recorded = Recorded.of(talk.bytes());

    // On an unusual port single bytes tell nothing; the whole message behind them does.
    assertThat(recorded.operations).hasSize(1);
    Recorded usual =
        Recorded.of(
            new Talk(502)
                .open()
                .ask(1001, 5001, write(6, 9, 0))
                .ask(1013, 5001, Frames.part(message, 0, 5))
                .ask(1018, 5001, Frames.part(message, 5, 12))
                .bytes());
    assertThat(usual.operations).extracting(o -> o.request().frame()).containsExactly(4L, 6L);
  }

  @Test
  void retransmissionsAndSegmentsOutOfOrderChangeNothing() {
    Recorded recorded =
        Recorded.of(
            new Talk(502)
                .open()
                .ask(1001, 5001, write(1, 10, 0xff00))
                .ask(1025, 5001, write(3, 12, 0xff00))
                .ask(1013, 5001, write(2, 11, 0xff00))
                .ask(1001, 5001, write(1, 10, 0xff00))
                .ask(1031, 5001, many(Frames.part(write(3, 12, 0xff00), 6, 12), write(4, 13, 0)))
                .bytes());

    assertThat(addresses(recorded)).containsExactly(10L, 11L, 12L, 13L);
    Conversation conversation = recorded.conversations.getFirst();
    assertThat(conversation.retransmissions(Direction.TO_SERVER)).isEqualTo(2);
    assertThat(conversation.outOfOrder(Direction.TO_SERVER)).isEqualTo(1);
    assertThat(conversation.missingBytes(Direction.TO_SERVER)).isZero();
    assertThat(conversation.payloadBytes(Direction.TO_SERVER)).isEqualTo(48);
  }

  @Test
  void acrossALostSegmentAllOtherWritesAreInTheLedgerAndTheGapIsCounted() {
    // The second request is not captured, and the third begins within a segment.
    Recorded recorded =
        Recorded.of(
            new Talk(502)
                .open()
                .ask(1001, 5001, write(1, 10, 0xff00))
                .answer(5001, 1013, write(1, 10, 0xff00))
                .answer(5013, 1025, write(2, 11, 0xff00))
                .ask(1030, 5025, many(Frames.part(write(3, 12, 0), 5, 12), write(4, 13, 0)))
                .ask(1049, 5025, write(5, 14, 0xff00))
                .answer(5025, 1061, many(write(4, 13, 0), write(5, 14, 0xff00)))
                .bytes());

    assertThat(recorded.operations)
        .extracting(o -> OperationText.target(o) + " " + o.result())
        .containsExactlyInAnyOrder(
            "unit 9 area coil address 10 count 1 ACCEPTED",
            "unit 9 area coil address 11 count 1 ANSWER_ONLY",
            "unit 9 area coil address 13 count 1 ACCEPTED",
            "unit 9 area coil address 14 count 1 ACCEPTED");
    Conversation conversation = recorded.conversations.getFirst();
    assertThat(conversation.gaps(Direction.TO_SERVER)).isEqualTo(1);
    assertThat(conversation.missingBytes(Direction.TO_SERVER)).isEqualTo(17);
    assertThat(recorded.result.health().missingBytes()).isEqualTo(17);
  }

  @Test
  void oneBadMessageNeverSilencesTheConnection() {
    byte[] nonsense = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13};
    byte[] cut = {0, 2, 0, 0, 0, 3, 9, 15, 0};
    Recorded recorded =
        Recorded.of(
            new Talk(502)
                .open()
                .ask(1001, 5001, write(1, 10, 0xff00))
                .ask(1013, 5001, nonsense)
                .ask(1026, 5001, write(2, 11, 0xff00))
                .ask(1038, 5001, cut)
                .ask(1047, 5001, write(3, 12, 0xff00))
                .bytes());

    assertThat(addresses(recorded)).contains(10L, 11L, 12L);
    assertThat(recorded.rejects.counts()).containsEntry("modbus-header", 1L);
    assertThat(recorded.rejects.counts()).containsEntry("modbus-request", 1L);
  }

  @Test
  void aConnectionWithoutItsBeginningIsOrientedByWhatIsSaid() {
    // The server's port is the higher one, so that ports mislead.
    Recorded recorded =
        Recorded.of(
            new Talk(50000)
                .answer(5001, 1001, read(1, 2))
                .ask(1001, 5020, ask(2, 100, 2))
                .answer(5020, 1013, read(2, 2))
                .bytes());

    Conversation conversation = recorded.conversations.getFirst();
    assertThat(conversation.protocol()).isEqualTo(Protocol.MODBUS);
    assertThat(conversation.orientation()).isEqualTo(Orientation.CONTENT);
    assertThat(conversation.client().address()).hasToString("10.0.0.1");
    assertThat(conversation.state()).isEqualTo(ConnectionState.MIDSTREAM);
    assertThat(recorded.operations)
        .extracting(Operation::result)
        .containsExactly(OperationResult.ANSWER_ONLY, OperationResult.ACCEPTED);
  }

  @Test
  void otherProtocolsOnTheModbusPortAreNotTakenForModbus() {
    byte[] web =
        "GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    Recorded recorded = Recorded.of(new Talk(502).open().ask(1001, 5001, web).bytes());

    assertThat(recorded.operations).isEmpty();
    assertThat(recorded.conversations.getFirst().protocol()).isEqualTo(Protocol.UNKNOWN);
  }

  @Test
  void afterAResetThatMayBeForgedWritesAreStillRead() {
    Recorded recorded =
        Recorded.of(
            new Talk(502)
                .open()
                .ask(1001, 5001, write(1, 10, 0xff00))
                .segment(false, 5001, 1013, 4, new byte[0])
                .ask(1013, 5001, write(2, 11, 0xff00))
                .bytes());

    assertThat(addresses(recorded)).containsExactly(10L, 11L);
    assertThat(recorded.conversations).hasSize(1);
  }

  private static List<Long> addresses(Recorded recorded) {
    return recorded.operations.stream()
        .map(o -> o.number(org.bellbuoy.port.operation.TargetPart.ADDRESS))
        .toList();
  }

  private static byte[] many(byte[]... messages) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] message : messages) {
      all.writeBytes(message);
    }
    return all.toByteArray();
  }

  private static byte[] pdu(int transaction, int function, byte[] rest) {
    return ByteBuffer.allocate(8 + rest.length)
        .putShort((short) transaction)
        .putShort((short) 0)
        .putShort((short) (2 + rest.length))
        .put((byte) 9)
        .put((byte) function)
        .put(rest)
        .array();
  }

  private static byte[] two(int first, int second) {
    return ByteBuffer.allocate(4).putShort((short) first).putShort((short) second).array();
  }

  private static byte[] write(int transaction, int address, int value) {
    return pdu(transaction, 5, two(address, value));
  }

  private static byte[] refuse(int transaction, int function, int code) {
    return pdu(transaction, function | 0x80, new byte[] {(byte) code});
  }

  private static byte[] ask(int transaction, int address, int count) {
    return pdu(transaction, 3, two(address, count));
  }

  private static byte[] read(int transaction, int words) {
    byte[] rest = new byte[1 + words * 2];
    rest[0] = (byte) (words * 2);
    return pdu(transaction, 3, rest);
  }
}
