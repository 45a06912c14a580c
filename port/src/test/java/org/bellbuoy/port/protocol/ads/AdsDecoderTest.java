package org.bellbuoy.port.protocol.ads;

import static org.assertj.core.api.Assertions.assertThat;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationText;
import org.bellbuoy.port.packet.Frames;
import org.bellbuoy.port.stream.Datagrams;
import org.bellbuoy.port.stream.Talk;
import org.bellbuoy.port.watch.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands as the ADS/AMS specification lays them out, and spoiled ones. */
class AdsDecoderTest {
  private static final String UNIT = "unit 851 5.1.2.3.1.1";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1||read-device-info|discovery|''|''",
        "2|20400000 08000000 04000000|read|read| type 16416 M instance 8 count 4|''",
        "3|20400000 08000000 02000000 0102|write|write" + "| type 16416 M instance 8 count 2|0102",
        "3|06f00000 00000000 04000000 34020034|write|diagnostic"
            + "| type 61446 release-handle instance 0 count 4|34020034",
        "4||read-state|diagnostic|''|''",
        "5|0600 0000 00000000|write-control|control| subfunction 6 stop|''",
        "5|0500 0000 01000000 09|write-control|control| subfunction 5 run|09",
        "6|20400000 08000000 04000000 04000000 00000000 00000000"
            + "|add-device-notification|read| type 16416 M instance 8 count 4|''",
        "7|09000000|delete-device-notification|read| instance 9|''",
        "9|03f00000 00000000 04000000 06000000 4d41494e2e61|read-write|read"
            + "| type 61443 handle-by-name instance 0 count 4 name MAIN.a|''",
        "9|80f00000 01000000 08000000 0c000000 204000000000000004000000|read-write|read"
            + "| type 61568 sum-read instance 1 count 8|204000000000000004000000",
      })
  void everyCommandHasClassTargetAndValue(
      int command, String data, String name, String kind, String target, String value) {
    Recorded recorded =
        Recorded.of(new AdsMessages().ask(1, command, data == null ? "" : data).bytes());

    assertThat(recorded.operations).hasSize(1);
    Operation operation = recorded.operations.getFirst();
    assertThat(operation.functionName()).isEqualTo(name);
    assertThat(operation.operationClass().word()).isEqualTo(kind);
    assertThat(OperationText.target(operation)).isEqualTo((UNIT + " " + target).trim());
    assertThat(OperationText.value(operation)).isEqualTo(value);
    assertThat(recorded.rejects.counts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3|123|file-write|program",
        "3|500|start-process|control",
        "3|801|add-route|configuration",
        "9|131|file-delete|program",
        "9|122|file-read|read",
      })
  void theSystemServiceHasGroupsOfItsOwn(int command, int group, String name, String kind) {
    String index =
        "%08x0000000000000000".formatted(Integer.reverseBytes(group))
            + (command == 9 ? "00000000" : "");
    Operation operation =
        Recorded.of(
                new AdsMessages()
                    .send(true, AdsMessages.message(10000, 30000, command, 4, 0, 1, index))
                    .bytes())
            .operations
            .getFirst();

    assertThat(OperationText.target(operation)).contains("type " + group + " " + name);
    assertThat(operation.operationClass().word()).isEqualTo(kind);
  }

  @Test
  void answersArePairedByCallAndHandlesKeepTheirNames() {
    String write = "05f00000 34020034 01000000 01";
    Recorded recorded =
        Recorded.of(
            new AdsMessages()
                .ask(1, 9, "03f00000 00000000 04000000 06000000 4d41494e2e61")
                .answer(1, 9, 0, "00000000 04000000 34020034")
                .ask(2, 3, write)
                .ask(3, 3, write)
                // Refused by the router, then by the device.
                .answer(3, 3, 6, "00000000")
                .answer(2, 3, 0, "04070000")
                .answer(9, 3, 0, "00000000")
                .bytes());

    String target = UNIT + " type 61445 value-by-handle instance 872415796 count 1 name MAIN.a ";
    assertThat(recorded.operations)
        .extracting(o -> OperationText.target(o) + " " + o.result().word() + " " + o.resultName())
        .containsExactly(
            UNIT + " type 61443 handle-by-name instance 0 count 4 name MAIN.a accepted ",
            target + "refused target-port-not-found",
            target + "refused access-not-permitted",
            "unit 851 5.1.2.4.1.1 answer-only ");
  }

  @Test
  void eachWriteOfASumIsAnOperationWithItsOwnResult() {
    String sum =
        "81f00000 02000000 08000000 1b000000"
            + "20400000 00000000 02000000 05f00000 07000000 01000000 0102 03";
    Recorded recorded =
        Recorded.of(
            new AdsMessages()
                .ask(1, 9, sum)
                .answer(1, 9, 0, "00000000 08000000 00000000 10070000")
                .bytes());

    assertThat(recorded.operations)
        .extracting(
            o ->
                o.operationClass()
                    + " "
                    + OperationText.target(o).substring(UNIT.length())
                    + " = "
                    + OperationText.value(o)
                    + " "
                    + o.resultName())
        .containsExactly(
            "WRITE  type 16416 M instance 0 count 2 subfunction 61569 sum-write = 0102 ",
            "WRITE  type 61445 value-by-handle instance 7 count 1 subfunction 61569 sum-write = 03"
                + " symbol-not-found");
  }

  @Test
  void deviceInformationBecomesAnAttribute() {
    Recorded recorded =
        Recorded.of(
            new AdsMessages()
                .ask(1, 1, "")
                .answer(1, 1, 0, "00000000 03 01 b80f 506c6333302041707000000000000000")
                .bytes());

    assertThat(recorded.attributes)
        .extracting(a -> a.unit() + " " + a.name() + " " + a.value())
        .containsExactly("851 SOFTWARE Plc30 App 3.1.4024");
  }

  @Test
  void lossAndBadMessagesDoNotSilenceTheConnection() {
    String write = "20400000 08000000 02000000 0102";
    byte[] one = AdsMessages.message(851, 30000, 3, 4, 0, 2, write);
    Recorded recorded =
        Recorded.of(
            new AdsMessages()
                .ask(1, 3, write)
                .lose(20)
                .send(true, AdsMessages.joined(Frames.part(one, 20, one.length), one))
                .send(true, Datagrams.bytes("ffffffffffffffffffff"))
                .ask(3, 3, "2040")
                .ask(4, 3, "20400000 08000000 ff000000 0102")
                .send(true, AdsMessages.joined(one, one))
                .bytes());

    assertThat(recorded.operations).hasSize(6);
    assertThat(recorded.rejects.counts())
        .containsEntry("ads-header", 1L)
        .containsEntry("ads-request", 2L);
  }

  @Test
  void notificationsAreNoOperations() {
    Recorded recorded =
        Recorded.of(
            new AdsMessages()
                .send(false, AdsMessages.message(30000, 851, 8, 4, 0, 0, "00000000"))
                .ask(1, 4, "")
                .bytes());

    assertThat(recorded.operations)
        .extracting(Operation::functionName)
        .containsExactly("read-state");
  }

  @Test
  void otherBytesOnTheUsualPortAreNotTakenForAds() {
    Conversation conversation =
        Recorded.of(
                new Talk(48898)
                    .open()
                    .ask(1001, 5001, Datagrams.bytes("000020000000" + "00".repeat(31)))
                    .bytes())
            .conversations
            .getFirst();

    assertThat(conversation.protocol()).isEqualTo(Protocol.UNKNOWN);
  }

  @Test
  void routersThatAnswerASearchTellWhatTheyAre() {
    String sender = "050102030101 1027 ";
    Recorded recorded =
        Recorded.of(
            new Datagrams(40000, 40001)
                .ask("03661471 07000000 01000000 " + sender + "00000000")
                .answer(
                    "03661471 07000000 01000080 "
                        + sender
                        + "03000000 0500 0600 43582d313200 0300 0400 0301b80f"
                        + "0400 1400 14000000 0a000000 00000000 63450000 02000000")
                // A part that is longer than the datagram.
                .ask("03661471 08000000 06000000 " + sender + "01000000 0c00 ff00 41")
                .bytes());

    assertThat(recorded.operations)
        .extracting(o -> o.functionName() + " " + o.operationClass() + " " + o.result())
        .containsExactly("identify DISCOVERY ACCEPTED", "add-route CONFIGURATION UNANSWERED");
    assertThat(recorded.attributes)
        .extracting(a -> a.name() + " " + a.value())
        .containsExactly(
            "DEVICE_ID 5.1.2.3.1.1",
            "NAME CX-12",
            "SOFTWARE TwinCAT 3.1.4024",
            "SOFTWARE operating system 10.0.17763");
    assertThat(recorded.rejects.counts()).containsEntry("ads-router-part", 1L);
  }
}
