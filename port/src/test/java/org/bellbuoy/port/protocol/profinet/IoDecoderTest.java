package org.bellbuoy.port.protocol.profinet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellbuoy.port.protocol.profinet.IoCalls.arguments;
import static org.bellbuoy.port.protocol.profinet.IoCalls.call;
import static org.bellbuoy.port.protocol.profinet.IoCalls.record;

import java.util.List;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationText;
import org.bellbuoy.port.stream.Datagrams;
import org.bellbuoy.port.watch.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls of PROFINET IO, written by hand, on ports that are not usual. */
class IoDecoderTest {
  private static final String GOOD = "00000000";

  @ParameterizedTest
  @CsvSource({
    "3, 0x0008, 0x0001, write, write, slot 2 type 0 instance 1 attribute 1 user-specific, 0102",
    "3, 0x0008, 0xaff1, write, configuration,"
        + " slot 2 type 0 instance 1 attribute 45041 identification-maintenance-1, 0102",
    "2, 0x0009, 0x8028, read, read, slot 2 type 0 instance 1 attribute 32808 input-data, ''",
    "5, 0x0009, 0xaff0, read-implicit, discovery,"
        + " slot 2 type 0 instance 1 attribute 45040 identification-maintenance-0, ''",
  })
  void recordsHaveTheirPlaceAndValue(
      int operation,
      String type,
      String index,
      String name,
      String kind,
      String target,
      String value) {
    int header = Integer.decode(type);
    String data = header == 8 ? "0102" : "";
    String body = arguments(GOOD, record(header, 2, 1, Integer.decode(index), data));
    for (boolean little : new boolean[] {false, true}) {
      Operation read =
          Recorded.of(
                  new Datagrams(50000, 50001)
                      .ask(call(little, 0, 0x20, 5, operation, 0, body))
                      .bytes())
              .operations
              .getFirst();
      assertThat(read.functionName()).isEqualTo(name);
      assertThat(read.operationClass().word()).isEqualTo(kind);
      assertThat(OperationText.target(read)).isEqualTo(target);
      assertThat(OperationText.value(read)).isEqualTo(value);
    }
  }

  @Test
  void whoConnectsIsNamed() {
    String block =
        "0101003b0100 0001"
            + "22".repeat(16)
            + "0002 020000000001"
            + "33".repeat(16)
            + "00000011 0258 8892 0005 6372616e65";
    Recorded recorded =
        Recorded.of(
            new Datagrams(50000, 34964)
                .ask(call(false, 0, 0x20, 1, 0, 0, arguments(GOOD, block)))
                .bytes());

    assertThat(recorded.operations)
        .extracting(
            o -> o.functionName() + " " + o.operationClass() + " " + OperationText.target(o))
        .containsExactly("connect CONTROL name crane subfunction io-controller");
    assertThat(recorded.attributes)
        .extracting(a -> a.address() + " " + a.name() + " " + a.value())
        .containsExactly("10.0.0.1 NAME crane");
  }

  @Test
  void answersFromAnotherPortAndInAnotherByteOrderArePaired() {
    String request = call(false, 0, 0x20, 9, 3, 0, arguments(GOOD, record(8, 0, 1, 1, "ff")));
    String good = call(true, 2, 0x0a, 9, 3, 0, arguments(GOOD, record(0x8008, 0, 1, 1, "")));
    // Status df 80 b6 00, low byte first: access denied.
    String refused = call(true, 2, 0x0a, 9, 3, 0, arguments("00b680df", ""));
    byte[] from = new Datagrams(50000, 34964).ask(request).bytes();

    assertThat(results(from, new Datagrams(50000, 49161).answer(good).bytes()))
        .containsExactly("accepted ");
    assertThat(results(from, new Datagrams(50000, 49161).answer(refused).bytes()))
        .containsExactly("refused access-denied");
    assertThat(results(new Datagrams(50000, 49161).answer(good).bytes()))
        .containsExactly("answer-only ");
  }

  private static List<String> results(byte[]... captures) {
    return Recorded.of(captures).operations.stream()
        .map(o -> o.result().word() + " " + o.resultName())
        .toList();
  }

  @Test
  void recordsOfAMultipleWriteAreOperationsWithTheirOwnResults() {
    String inner = record(8, 0, 1, 1, "0102") + "0000" + record(8, 0, 2, 0x8071, "03040506");
    String status = record(0x8008, 0, 2, 0x8071, "").replaceFirst("(.{88}).{8}", "$1df80b600");
    Recorded recorded =
        Recorded.of(
            new Datagrams(50000, 34964)
                .ask(call(false, 0, 0x20, 9, 3, 0, arguments(GOOD, record(8, 0, 0, 0xe040, inner))))
                .answer(
                    call(
                        false,
                        2,
                        0x0a,
                        9,
                        3,
                        0,
                        arguments(
                            GOOD,
                            record(0x8008, 0, 0, 0xe040, "")
                                + record(0x8008, 0, 1, 1, "")
                                + status)))
                .bytes());

    assertThat(recorded.operations)
        .extracting(o -> OperationText.value(o) + " " + o.result() + " " + o.resultName())
        .containsExactly("0102 ACCEPTED ", "03040506 REFUSED access-denied");
  }

  @Test
  void fragmentsArePutTogether() {
    String body = arguments(GOOD, record(8, 0, 1, 1, "0102030405060708"));
    Recorded recorded =
        Recorded.of(
            new Datagrams(50000, 34964)
                .ask(call(false, 0, 0x24, 9, 3, 0, body.substring(0, 100)))
                .ask(call(false, 0, 0x24, 9, 3, 1, body.substring(100, 170)))
                .ask(call(false, 0, 0x26, 9, 3, 2, body.substring(170)))
                .bytes());

    assertThat(recorded.operations)
        .extracting(o -> o.request().frame() + " " + OperationText.value(o))
        .containsExactly("3 0102030405060708");
  }

  @Test
  void identificationBecomesAttributes() {
    String im0 =
        "002000380100 002a"
            + "36455337203331352d32454831342d3041423020"
            + "532041423132330000000000000000ff".replace("ff", "00")
            + "0003 56030207 0000 0000 0000 0101 0000";
    Recorded recorded =
        Recorded.of(
            new Datagrams(50000, 34964)
                .ask(call(false, 0, 0x20, 9, 5, 0, arguments(GOOD, record(9, 0, 1, 0xaff0, ""))))
                .answer(
                    call(
                        true, 2, 0x0a, 9, 5, 0, arguments(GOOD, record(0x8009, 0, 1, 0xaff0, im0))))
                .bytes());

    assertThat(recorded.attributes)
        .extracting(a -> a.name() + " " + a.value())
        .containsExactly(
            "VENDOR_ID 42",
            "ORDER_NUMBER 6ES7 315-2EH14-0AB0",
            "SERIAL_NUMBER S AB123",
            "HARDWARE_REVISION 3",
            "FIRMWARE V3.2.7");
  }

  @Test
  void badCallsAreRejectedAndTheNextIsRead() {
    String good = call(false, 0, 0x20, 9, 3, 0, arguments(GOOD, record(8, 0, 1, 1, "ff")));
    Recorded recorded =
        Recorded.of(
            new Datagrams(50000, 50001)
                .ask(good)
                .ask(call(false, 0, 0x20, 10, 3, 0, "0000"))
                .ask(call(false, 0, 0x20, 11, 3, 0, arguments(GOOD, "0008003c0100 0001")))
                .ask(call(false, 0, 0x24, 12, 3, 0, arguments(GOOD, "0008003c0100 0001")))
                .ask(call(false, 0, 0x24, 12, 3, 2, "00"))
                .ask(good.substring(0, 180))
                .ask(good)
                .bytes());

    assertThat(recorded.operations).extracting(Operation::functionName).hasSizeGreaterThan(4);
    assertThat(recorded.rejects.counts())
        .containsKeys(
            "profinet-io-blocks",
            "profinet-io-block",
            "profinet-io-fragments",
            "profinet-io-length");
  }

  @Test
  void otherCallsOverTheSameProtocolAreNotTakenForProfinet() {
    String other =
        call(false, 0, 0x20, 9, 3, 0, "00000000").replace("dea000016c9711d1", "12345678abcdef00");
    Recorded recorded = Recorded.of(new Datagrams(50000, 34964).ask(other).bytes());

    assertThat(recorded.operations).isEmpty();
    assertThat(recorded.conversations.getFirst().protocol()).isEqualTo(Protocol.UNKNOWN);
  }
}
