package org.bellbuoy.port.protocol.opcua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellbuoy.port.protocol.opcua.UaBytes.bytes;
import static org.bellbuoy.port.protocol.opcua.UaBytes.chunk;
import static org.bellbuoy.port.protocol.opcua.UaBytes.many;
import static org.bellbuoy.port.protocol.opcua.UaBytes.message;
import static org.bellbuoy.port.protocol.opcua.UaBytes.request;
import static org.bellbuoy.port.protocol.opcua.UaBytes.response;

import java.util.Arrays;
import java.util.List;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationText;
import org.bellbuoy.port.packet.Frames;
import org.bellbuoy.port.stream.Talk;
import org.bellbuoy.port.watch.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages written field by field after the tables of OPC 10000-4 and 10000-6. */
class OpcUaDecoderTest {
  /** Nodes and values of writes, and what the ledger says of them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # Identifiers as OPC 10000-6, 5.2.2.9 has them, its examples among them: Hot and 720.
          03 0100 06000000 486f74e6b0b4 | 0d000000 | 01 06 d2040000 | write | attribute 13 value name ns=1;s=Hot水 = 1234
          00 48                         | 0d000000 | 01 01 01       | write | attribute 13 value name i=72 = 1
          01 05 0104                    | 0d000000 | 01 0a 0000c03f | write | attribute 13 value name ns=5;i=1025 = 1.5
          02 0100 00000100              | 0d000000 | 01 0b 0000000000002940 | write | attribute 13 value name ns=1;i=65536 = 12.5
          04 0200 912b9672 75fa e64a 8d28b404dc7daf63 | 0d000000 | 01 0c 02000000 6f6e | write | attribute 13 value name ns=2;g=72962b91-fa75-4ae6-8d28-b404dc7daf63 = on
          05 0300 02000000 abcd         | 0d000000 | 01 04 feff     | write | attribute 13 value name ns=3;b=abcd = -2
          00 48                         | 0d000000 | 01 85 02000000 0100 0200 | write | attribute 13 value name i=72 = 0200000001000200
          00 48                         | 0d000000 | 03 05 ffff 00000080 | write | attribute 13 value name i=72 = 65535
          00 48                         | 0d000000 | 0d 03 07 0000000000000000 0000000000000000 | write | attribute 13 value name i=72 = 7
          00 48                         | 04000000 | 01 15 02 02000000 6162 | configuration | attribute 4 display-name name i=72 = 02020000006162
          """)
  void writesAreToldByNodeAttributeAndValue(
      String node, String attribute, String value, String kind, String expected) {
    byte[] fields = new UaBytes().u32(1).hex(node).hex(attribute).none().hex(value).done();
    Recorded recorded = asked(message("MSGF", 7, request(673, fields)));

    assertThat(words(recorded)).containsExactly("write " + expected.strip());
    assertThat(recorded.operations.getFirst().operationClass().word()).isEqualTo(kind);
    assertThat(recorded.rejects.counts()).isEmpty();
  }

  @Test
  void eachNodeOfAWriteHasItsOwnResult() {
    byte[] one = new UaBytes().hex("0048").u32(13).none().hex("01 03 05").done();
    byte[] two = new UaBytes().hex("01010900").u32(13).none().hex("01 03 06").done();
    byte[] ask = message("MSGF", 7, request(673, new UaBytes().u32(2).raw(one).raw(two).done()));
    byte[] answer =
        message(
            "MSGF",
            7,
            response(676, 0, new UaBytes().u32(2).u32(0).u32(0x803b0000L).none().done()));
    Recorded recorded =
        Recorded.of(new Talk(4840).open().ask(1001, 5001, ask).answer(5001, 2000, answer).bytes());

    assertThat(recorded.operations)
        .extracting(o -> words(o) + " " + o.result() + " " + o.resultName())
        .containsExactly(
            "write attribute 13 value name i=72 = 5 ACCEPTED ",
            "write attribute 13 value name ns=1;i=9 = 6 REFUSED bad-not-writable");
  }

  @Test
  void methodsAreControlAndSessionsSayWhoTheUserIs() {
    byte[] call =
        message(
            "MSGF",
            7,
            request(
                712,
                new UaBytes().u32(1).hex("0055").hex("01014df4").u32(1).hex("06 2a000000").done()));
    byte[] called =
        message(
            "MSGF",
            7,
            response(
                715, 0, new UaBytes().u32(1).u32(0x80750000L).none().none().none().none().done()));
    byte[] token =
        new UaBytes()
            .text("policy")
            .text("engineer")
            .text("secret")
            .text("http://www.w3.org/2001/04/xmlenc#rsa-oaep")
            .done();
    byte[] activate =
        message(
            "MSGF",
            8,
            request(
                467,
                new UaBytes()
                    .none()
                    .none()
                    .none()
                    .none()
                    .hex("01004401 01")
                    .u32(token.length)
                    .raw(token)
                    .none()
                    .none()
                    .done()));
    byte[] fault = message("MSGF", 8, response(397, 0x801f0000L, new byte[0]));
    Recorded recorded =
        Recorded.of(
            new Talk(4840)
                .open()
                .ask(1001, 5001, many(call, activate))
                .answer(5001, 3000, many(called, fault))
                .bytes());

    assertThat(recorded.operations)
        .extracting(
            o ->
                o.operationClass().word()
                    + " "
                    + words(o)
                    + " "
                    + o.result()
                    + " "
                    + o.resultName())
        .containsExactly(
            "control call count 1 name i=85 subfunction ns=1;i=62541 = 42 REFUSED bad-method-invalid",
            "authentication activate-session name engineer subfunction user-name = REFUSED bad-user-access-denied");
  }

  @Test
  void theBuildInfoThatIsReadTellsMakerProductAndVersion() {
    // ServerStatus.CurrentTime is no part of it; ManufacturerName and BuildInfo are.
    UaBytes nodes = new UaBytes().hex("0000000000000000").u32(0).u32(3);
    for (int node : new int[] {2258, 2263, 2260}) {
      nodes.hex("0100").raw(new byte[] {(byte) node, (byte) (node >> 8)});
      nodes.u32(13).none().hex("0000").none();
    }
    byte[] info =
        new UaBytes()
            .text("urn:maker:product")
            .text("Maker")
            .text("Crane Controller")
            .text("2.9")
            .text("17")
            .hex("0000000000000000")
            .done();
    byte[] values =
        new UaBytes()
            .u32(3)
            .hex("01 0d 0000000000000000")
            .hex("05 0c")
            .text("Maker AG")
            .hex("0000000000000000")
            .hex("01 16 01005401 01")
            .u32(info.length)
            .raw(info)
            .none()
            .done();
    Recorded recorded =
        Recorded.of(
            new Talk(4840)
                .open()
                .ask(1001, 5001, message("MSGF", 7, request(631, nodes.done())))
                .answer(5001, 2000, message("MSGF", 7, response(634, 0, values)))
                .bytes());

    assertThat(recorded.attributes)
        .extracting(a -> a.address() + " " + a.name().word() + " " + a.value())
        .containsExactly(
            "10.0.0.2 vendor Maker AG",
            "10.0.0.2 vendor Maker",
            "10.0.0.2 model Crane Controller",
            "10.0.0.2 software version 2.9");
  }

  @Test
  void aMessageInManyChunksIsOneAndAnAbortedOneIsNone() {
    byte[] body =
        request(
            673,
            new UaBytes()
                .u32(1)
                .hex("0048")
                .u32(13)
                .none()
                .hex("01 0c")
                .text("x".repeat(90))
                .done());
    byte[] first = message("MSGC", 7, Arrays.copyOfRange(body, 0, 40));
    byte[] second = message("MSGC", 7, Arrays.copyOfRange(body, 40, 70));
    byte[] last = message("MSGF", 7, Arrays.copyOfRange(body, 70, body.length));
    byte[] aborted = message("MSGA", 8, bytes("00000a80 ffffffff"));
    Recorded recorded =
        asked(
            many(
                first,
                second,
                last,
                message("MSGC", 8, Arrays.copyOfRange(body, 0, 40)),
                aborted,
                first,
                second,
                last));

    assertThat(words(recorded))
        .containsExactly(
            "write attribute 13 value name i=72 = " + "x".repeat(64) + " ...",
            "write attribute 13 value name i=72 = " + "x".repeat(64) + " ...");
    assertThat(recorded.operations.getFirst().valueLength()).isEqualTo(90);
  }

  @Test
  void refusalsOfTheConnectionAreTold() {
    byte[] hello =
        chunk(
            "HELF",
            new UaBytes()
                .u32(0)
                .u32(65535)
                .u32(65535)
                .u32(0)
                .u32(0)
                .text("opc.tcp://plc:4840")
                .done());
    byte[] error = chunk("ERRF", new UaBytes().u32(0x80830000L).text("no such endpoint").done());
    Recorded recorded =
        Recorded.of(
            new Talk(48010).open().ask(1001, 5001, hello).answer(5001, 2000, error).bytes());

    assertThat(recorded.conversations.getFirst().protocol()).isEqualTo(Protocol.OPC_UA);
    assertThat(recorded.operations)
        .extracting(o -> words(o) + " " + o.result() + " " + o.resultName())
        .containsExactly("hello name opc.tcp://plc:4840 = REFUSED bad-tcp-endpoint-url-invalid");
  }

  @Test
  void oneBadMessageNeverSilencesTheConnectionAndGapsAreCrossed() {
    byte[] write =
        message(
            "MSGF",
            7,
            request(673, new UaBytes().u32(1).hex("0048").u32(13).none().hex("01 03 05").done()));
    byte[] manyNodes = message("MSGF", 8, request(673, new UaBytes().u32(0x7fffffff).done()));
    byte[] nonsense =
        "this is no message of any kind".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    byte[] all = many(write, manyNodes, nonsense, write);
    Talk talk = new Talk(4840).open().ask(1001, 5001, all);
    talk.ask(
        1001 + all.length + 10, 5001, many(Frames.part(write, 10, write.length), write, write));
    Recorded recorded = Recorded.of(talk.bytes());

    assertThat(words(recorded))
        .filteredOn("write attribute 13 value name i=72 = 5"::equals)
        .hasSize(4);
    assertThat(recorded.rejects.counts()).containsOnlyKeys("opcua-request", "opcua-header");
  }

  @Test
  void itIsToldOnAnyPortAndInTheMiddleOfAConnection() {
    byte[] answer = message("MSGF", 6, response(634, 0, new UaBytes().none().none().done()));
    byte[] ask =
        message(
            "MSGF",
            7,
            request(
                631,
                new UaBytes()
                    .hex("0000000000000000")
                    .u32(0)
                    .u32(2)
                    .hex("0048")
                    .u32(13)
                    .none()
                    .hex("0000")
                    .none()
                    .hex("0049")
                    .u32(13)
                    .none()
                    .hex("0000")
                    .none()
                    .done()));
    Recorded recorded =
        Recorded.of(
            new Talk(50001)
                .answer(5001, 1001, answer)
                .ask(1001, 5001 + answer.length, ask)
                .bytes());

    assertThat(recorded.conversations.getFirst().protocol()).isEqualTo(Protocol.OPC_UA);
    assertThat(recorded.conversations.getFirst().client().address()).hasToString("10.0.0.1");
    assertThat(recorded.operations)
        .extracting(o -> words(o) + " " + o.result())
        .containsExactly(
            "read = ANSWER_ONLY", "read attribute 13 value count 2 name i=72 = UNANSWERED");
  }

  private static Recorded asked(byte[] bytes) {
    return Recorded.of(new Talk(4840).open().ask(1001, 5001, bytes).bytes());
  }

  private static List<String> words(Recorded recorded) {
    return recorded.operations.stream().map(OpcUaDecoderTest::words).toList();
  }

  private static String words(Operation operation) {
    String target = OperationText.target(operation);
    String value = OperationText.value(operation);
    return (operation.functionName() + (target.isEmpty() ? "" : " " + target) + " = " + value)
        .strip();
  }
}
