package org.bellbuoy.port.protocol.s7;

import static org.assertj.core.api.Assertions.assertThat;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Orientation;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationResult;
import org.bellbuoy.port.operation.OperationText;
import org.bellbuoy.port.operation.TargetPart;
import org.bellbuoy.port.packet.Frames;
import org.bellbuoy.port.watch.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages of every form, written by hand from how they are laid out, and spoiled ones. */
class S7DecoderTest {
  /** Reads a bit of memory; used where it does not matter what is asked. */
  private static final String READ = "0401 120a 10 01 0001 0000 83 000053";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0501 120a 10 01 0001 0000 83 000053|00 03 0001 01"
            + "|area M type 1 bit address 10 bit 3 count 1|1",
        "0501 120a 10 02 0003 0005 84 000028|00 04 0018 0a0b0c"
            + "|area DB block 5 type 2 byte address 5 count 3|0a0b0c",
        "0501 120a 10 05 0001 0007 84 000010|00 04 0010 fff6"
            + "|area DB block 7 type 5 int address 2 count 1|-10",
        "0501 120a 10 05 0002 0007 84 000010|00 04 0020 0001 0203"
            + "|area DB block 7 type 5 int address 2 count 2|1 515",
        "0501 120a 10 08 0001 0007 84 000020|00 07 0004 42440000"
            + "|area DB block 7 type 8 real address 4 count 1|49.0",
        "0501 120a 10 07 0001 0000 83 000020|00 06 0004 ffffffff"
            + "|area M type 7 dint address 4 count 1|-1",
        "0501 120a 10 06 0001 0000 82 000020|00 06 0004 ffffffff"
            + "|area Q type 6 dword address 4 count 1|4294967295",
        "0501 120a 10 1c 0001 0000 1c 000009|00 09 0002 0123"
            + "|area C type 28 counter address 9 count 1|0123",
        "0501 1207 b0 01 08 0012 0020|00 09 0001 07|area DB block 18 address 32 count 8|07",
        "0501 120e b2 00 8a0e 0001 12345678 20000009|00 04 0008 01"
            + "|area DB block 1 instance 305419896 address 9|01",
        "0501 120a b2 00 0000 0052 12345678|00 04 0008 01|area M instance 305419896|01",
        "0501 1208 82 21 0005 0001 7f 01|00 09 0001 07"
            + "|unit 1 area NCK block 127 instance 1 address 5 count 1|07",
        "0501 1202 13 00|00 09 0001 07|type 19 pbc-r-id|07",
      })
  void everyFormOfAnAddressIsRead(String parameters, String data, String target, String value) {
    Operation operation = only(new S7Talk().ask(S7Talk.job(7, parameters, data)));

    assertThat(operation.functionName()).isEqualTo("write-var");
    assertThat(OperationText.target(operation)).isEqualTo(target);
    assertThat(OperationText.value(operation)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1d 00000000000000 09 5f30413030303031 41|start-upload|program|area DB block 1",
        "1e 00000000000007|upload|program|instance 7",
        "1f 00000000000007|end-upload|program|instance 7",
        "1a 00010000000000 09 5f30383030303031 50 0d 31303030323136303030303838"
            + "|request-download|program|area OB block 1",
        "1a 00010000000000 03 414243|request-download|program|name ABC",
        "28 000000000000fd 0000 09 505f50524f4752414d|plc-control|control"
            + "|name P_PROGRAM subfunction warm-start",
        "28 000000000000fd 0002 4320 09 505f50524f4752414d|plc-control|control"
            + "|name P_PROGRAM subfunction cold-start",
        "28 000000000000fd 000a 0100 3045303030303250 05 5f494e5345|plc-control|program"
            + "|area FB block 2 count 1 name _INSE subfunction insert-block",
        "28 000000000000fd 0000 09 5f4e5f4c4f47494e5f|plc-control|authentication"
            + "|name _N_LOGIN_ subfunction login",
        "29 0000000000 09 505f50524f4752414d|plc-stop|control|name P_PROGRAM",
        "f0 00 0001 0001 01e0|setup-communication|diagnostic|''",
        "42 0102|unknown-function|other|''",
      })
  void otherJobsHaveClassAndTarget(String parameters, String name, String kind, String target) {
    Operation operation = only(new S7Talk().ask(S7Talk.job(1, parameters, "")));

    assertThat(operation.functionName()).isEqualTo(name);
    assertThat(operation.operationClass().word()).isEqualTo(kind);
    assertThat(OperationText.target(operation)).isEqualTo(target);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "44 01|0011 0001|read-szl|discovery|type 17 module-identification instance 1",
        "44 01|0132 0004|read-szl|diagnostic|type 306 communication-status instance 4",
        "43 01||list-blocks|diagnostic|''",
        "43 02|3041|list-blocks-of-type|diagnostic|area DB",
        "43 03|3041303030303141|get-block-info|diagnostic|area DB block 1",
        "45 01|213a1b1d6e681b1d|plc-password|authentication|''",
        "45 02||plc-password-logout|authentication|''",
        "47 01||read-clock|diagnostic|''",
        "47 02|00191602082308100002|set-clock|configuration|''",
        "41 08|0000|modify-variable|write|''",
        "41 09|0000|force|control|''",
        "41 0c|0000|memory-reset|control|''",
        "41 16|0000|flash-led|diagnostic|''",
        "42 01|0001 01 02 120a10020001000083000050|cyclic-transfer|read"
            + "|area M type 2 byte address 10 count 1",
        "46 01|0000|block-send-receive|write|''",
        "4f 01|0000|nc-request-download|program|''",
        "49 01|0000|unknown-user-data-function|other|''",
      })
  void userDataHaveClassAndTarget(
      String function, String data, String name, String kind, String target) {
    String hex = data == null ? "" : data.replace(" ", "");
    String body = hex.isEmpty() ? "0a000000" : "ff09%04x%s".formatted(hex.length() / 2, hex);
    Operation operation =
        only(new S7Talk().ask(S7Talk.user(3, "00011204 11" + function + "00", body)));

    assertThat(operation.functionName()).isEqualTo(name);
    assertThat(operation.operationClass().word()).isEqualTo(kind);
    assertThat(OperationText.target(operation)).isEqualTo(target);
  }

  @Test
  void eachVariableHasItsOwnResult() {
    String three =
        "0503 120a10020001000083000000 120a10020001000083000008 120a10020001000083000010";
    Recorded recorded =
        Recorded.of(
            new S7Talk()
                .ask(S7Talk.job(9, three, "00040008 0100 00040008 0200 00040008 03"))
                .answer(S7Talk.done(9, "0503", "ff05ff"))
                .bytes());

    assertThat(recorded.operations)
        .extracting(
            o ->
                o.number(TargetPart.ADDRESS)
                    + " "
                    + OperationText.value(o)
                    + " "
                    + o.result()
                    + " "
                    + o.resultName())
        .containsExactly("0 1 ACCEPTED ", "1 2 REFUSED invalid-address", "2 3 ACCEPTED ");
  }

  @Test
  void readAnswersArePassedOverValueByValue() {
    String two = "0402 120a10020003000083000000 120a10020001000084000008";
    Recorded recorded =
        Recorded.of(
            new S7Talk()
                .ask(S7Talk.job(9, two, ""))
                .answer(S7Talk.done(9, "0402", "ff040018 010203 00 0a000000"))
                .bytes());

    assertThat(recorded.operations)
        .extracting(o -> o.result() + " " + o.resultName())
        .containsExactly("ACCEPTED ", "REFUSED object-does-not-exist");
  }

  @Test
  void anErrorOfTheWholeMessageIsThatOfEachVariable() {
    Recorded recorded =
        Recorded.of(
            new S7Talk()
                .ask(S7Talk.job(9, READ, ""))
                .answer(S7Talk.s7(2, 9, "8104", "", ""))
                .bytes());

    assertThat(recorded.operations)
        .extracting(o -> o.result() + " " + o.resultName())
        .containsExactly("REFUSED function-not-available");
  }

  @Test
  void answersWithoutTheirQuestionsTellThatSomethingWasAsked() {
    Recorded recorded = Recorded.of(new S7Talk().answer(S7Talk.done(9, "0501", "ff")).bytes());

    assertThat(recorded.operations)
        .extracting(o -> o.functionName() + " " + o.result().word())
        .containsExactly("write-var answer-only");
  }

  @Test
  void theRackAndSlotThatWereCalledStandWithTheSetup() {
    Recorded recorded =
        Recorded.of(
            new S7Talk()
                .ask(S7Talk.tpkt("11e00000000f00 c1020100 c2020122 c0010a"))
                .answer(S7Talk.tpkt("11d0000f000300 c0010a c1020100 c2020122"))
                .ask(S7Talk.job(0, "f0 00 0001 0001 01e0", ""))
                .bytes());

    assertThat(recorded.operations)
        .extracting(OperationText::target)
        .containsExactly("slot 2 rack 1");
  }

  @Test
  void aMessageInPartsAndManyInOneSegmentAreRead() {
    String whole = "32010000000b000e0000" + READ.replace(" ", "");
    Recorded recorded =
        Recorded.of(
            new S7Talk()
                .ask(S7Talk.job(10, READ, ""), S7Talk.part(whole.substring(0, 24)))
                .ask(S7Talk.part(""), S7Talk.data(whole.substring(24)), S7Talk.job(12, READ, ""))
                .answer(S7Talk.done(11, "0401", "ff03000101"))
                .bytes());

    assertThat(recorded.operations)
        .extracting(o -> OperationText.target(o) + " " + o.result())
        .containsExactly(
            "area M type 1 bit address 10 bit 3 count 1 ACCEPTED",
            "area M type 1 bit address 10 bit 3 count 1 UNANSWERED",
            "area M type 1 bit address 10 bit 3 count 1 UNANSWERED");
  }

  @Test
  void acrossALostSegmentTheNextMessageIsFound() {
    byte[] job = S7Talk.joined(S7Talk.job(2, READ, ""));
    Recorded recorded =
        Recorded.of(
            new S7Talk()
                .ask(S7Talk.job(1, READ, ""))
                .lose(10)
                .send(true, Frames.part(job, 10, job.length))
                .ask(S7Talk.job(3, READ, ""))
                .answer(S7Talk.done(3, "0401", "ff03000101"))
                .bytes());

    assertThat(recorded.operations)
        .extracting(Operation::result)
        .containsExactlyInAnyOrder(OperationResult.ACCEPTED, OperationResult.UNANSWERED);
  }

  @Test
  void oneBadMessageNeverSilencesTheConnection() {
    Recorded recorded =
        Recorded.of(
            new S7Talk()
                .ask(S7Talk.job(1, READ, ""))
                // No TPKT, then lengths that cannot be, a variable cut, an unknown kind.
                .ask("0102030405060708090a")
                .ask(S7Talk.data("3201000000020fff0fff0401"))
                .ask(S7Talk.job(3, "0502 120a 10", ""))
                .ask(S7Talk.data("32090000000200000000"))
                .ask(S7Talk.data("99"))
                .ask(S7Talk.job(4, READ, ""))
                .bytes());

    assertThat(recorded.operations)
        .extracting(Operation::functionName)
        .containsExactly("read-var", "read-var", "write-var", "read-var");
    assertThat(recorded.rejects.counts())
        .containsKeys("s7-tpkt", "s7-header", "s7-request", "s7-kind", "s7-protocol");
  }

  @Test
  void aConnectionWithoutItsBeginningIsOrientedByWhatIsSaid() {
    Conversation conversation =
        Recorded.of(
                new org.bellbuoy.port.stream.Talk(50000)
                    .answer(5001, 1001, S7Talk.joined(S7Talk.done(1, "0501", "ff")))
                    .bytes())
            .conversations
            .getFirst();

    assertThat(conversation.protocol()).isEqualTo(Protocol.S7COMM);
    assertThat(conversation.orientation()).isEqualTo(Orientation.CONTENT);
    assertThat(conversation.client().address()).hasToString("10.0.0.1");
  }

  @ParameterizedTest
  @CsvSource({
    // A remote desktop's request, MMS, and a TPKT with other data.
    "0300002b26e00000000000436f6f6b69653a206d737473686173683d61646d696e0d0a0100080003000000",
    "030000161 1e00000000100c1020000c2020001c0010a",
    "0300000902f080a00b",
  })
  void otherProtocolsOverTheSameTransportAreNotTakenForS7(String hex) {
    Recorded recorded =
        Recorded.of(
            new org.bellbuoy.port.stream.Talk(102)
                .open()
                .ask(1001, 5001, S7Talk.joined(hex))
                .bytes());

    assertThat(recorded.operations).isEmpty();
    assertThat(recorded.conversations.getFirst().protocol()).isEqualTo(Protocol.UNKNOWN);
  }

  @Test
  void aControllerThatSaysItHasStoppedIsHeard() {
    Operation operation =
        only(new S7Talk().answer(S7Talk.done(1, "", ""), S7Talk.user(0, "0100101000000000", "")));

    assertThat(operation.functionName()).isEqualTo("mode-transition-indication");
    assertThat(OperationText.target(operation)).isEqualTo("subfunction 0 stop");
  }

  private static Operation only(S7Talk talk) {
    Recorded recorded = Recorded.of(talk.bytes());
    assertThat(recorded.operations)
        .filteredOn(o -> o.result() != OperationResult.ANSWER_ONLY)
        .hasSize(1);
    return recorded.operations.stream()
        .filter(o -> o.result() != OperationResult.ANSWER_ONLY)
        .findFirst()
        .orElseThrow();
  }
}
