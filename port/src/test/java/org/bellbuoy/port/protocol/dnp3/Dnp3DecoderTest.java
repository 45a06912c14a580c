package org.bellbuoy.port.protocol.dnp3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.bellbuoy.port.operation.AttributeName;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationResult;
import org.bellbuoy.port.operation.OperationText;
import org.bellbuoy.port.operation.TargetPart;
import org.bellbuoy.port.stream.Datagrams;
import org.bellbuoy.port.stream.Talk;
import org.bellbuoy.port.watch.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages in the forms of IEEE 1815, and spoiled ones. */
class Dnp3DecoderTest {
  private static final String SELECT = "c103 0c01 28 0100 0300 41 03 d0070000 b80b0000 00";
  private static final String SELECTED = "c181 0000 0c01 28 0100 0300 41 03 d0070000 b80b0000 ";

  @Test
  void theCheckSumIsThatOfTheStandard() {
    // The published check value of CRC-16/DNP over the digits 1 to 9.
    byte[] digits = "123456789".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    assertThat(Link.sum(digits, 0, 9)).isEqualTo(0xea82);
    assertThat(Dnp3Frames.sum(digits, 0, 9)).isEqualTo(0xea82);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "c001 3c0206 3c0306|read|read|unit 10 type 60 class-1 attribute 2|''",
        "c001 1e01 00 0507|read|read"
            + "|unit 10 type 30 analog-input attribute 1 address 5 count 3|''",
        "c002 3201 0701 00f7e9d93401|write|configuration"
            + "|unit 10 type 50 time-and-date attribute 1 count 1|1326505916160",
        "c002 5001 0007 07 00|write|write"
            + "|unit 10 type 80 internal-indications attribute 1 address 7 count 1|00",
        SELECT
            + "|select|control|unit 10 type 12 binary-output-command attribute 1 address 3"
            + " count 3 subfunction 65 pulse-on close|on 2000 ms off 3000 ms",
        "c005 2902 17 01 07 39ff 00|direct-operate|control"
            + "|unit 10 type 41 analog-output attribute 2 address 7|-199",
        "c005 2903 28 0100 0700 0000c03f 00|direct-operate|control"
            + "|unit 10 type 41 analog-output attribute 3 address 7|1.5",
        "c007 140006|immediate-freeze|control|unit 10 type 20 counter attribute 0|''",
        "c00d|cold-restart|control|unit 10|''",
        "c00e|warm-restart|control|unit 10|''",
        "c012 5a01 5b 01 0000|stop-application|control"
            + "|unit 10 type 90 application-identifier attribute 1 count 1|''",
        "c014 3c0206|enable-unsolicited|configuration|unit 10 type 60 class-1 attribute 2|''",
        "c015 3c0406|disable-unsolicited|configuration|unit 10 type 60 class-3 attribute 4|''",
        "c018|record-current-time|configuration|unit 10|''",
        "c01f|activate-configuration|configuration|unit 10|''",
        "c020 7801 5b 01 0200 aabb|authenticate-request|authentication"
            + "|unit 10 type 120 authentication attribute 1 count 1|aabb",
        "c055|unknown-function|other|unit 10|''",
      })
  void requestsHaveTargetAndValue(
      String application, String name, String kind, String target, String value) {
    Operation operation = talk(Dnp3Frames.ask(application.replace(" ", ""))).operations.getFirst();

    assertThat(operation.functionName()).isEqualTo(name);
    assertThat(operation.operationClass().word()).isEqualTo(kind);
    assertThat(OperationText.target(operation)).isEqualTo(target);
    assertThat(OperationText.value(operation)).isEqualTo(value);
    assertThat(operation.result()).isEqualTo(OperationResult.UNANSWERED);
  }

  @ParameterizedTest
  @CsvSource({
    "00,accepted,0,''",
    "02,refused,2,no-select",
    "09,refused,9,not-authorized",
  })
  void thePointsOwnStatusSaysWhatBecameOfACommand(
      String status, String result, int code, String name) {
    Operation operation =
        answered(Dnp3Frames.ask(SELECT), Dnp3Frames.answer(SELECTED + status)).getFirst();

    assertThat(operation.result().word()).isEqualTo(result);
    assertThat(operation.resultCode()).isEqualTo(code);
    assertThat(operation.resultName()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "0001,refused,function-not-supported",
    "0002,refused,object-unknown",
    "0004,refused,parameter-error",
    "8000,accepted,''",
    "1200,accepted,''",
  })
  void internalIndicationsSayWhatBecameOfOthers(String indications, String result, String name) {
    Operation operation =
        answered(Dnp3Frames.ask("c10d"), Dnp3Frames.answer("c181" + indications)).getFirst();

    assertThat(operation.result().word()).isEqualTo(result);
    assertThat(operation.resultName()).isEqualTo(name);
    assertThat(operation.resultCode()).isEqualTo(Integer.parseInt(indications, 16));
  }

  @Test
  void eachPointOfACommandHasItsOwnResult() {
    String points = "c103 0c01 17 02 01 41 01 64000000 00000000 00 02 81 01 64000000 00000000 00";
    String echo =
        "c181 0000 0c01 17 02 01 41 01 64000000 00000000 00 02 81 01 64000000 00000000 07";
    List<Operation> operations = answered(Dnp3Frames.ask(points), Dnp3Frames.answer(echo));

    assertThat(operations)
        .extracting(
            o ->
                o.number(TargetPart.ADDRESS)
                    + " "
                    + o.text(TargetPart.SUBFUNCTION)
                    + " "
                    + o.result().word()
                    + " "
                    + o.resultName())
        .containsExactly("1 pulse-on close accepted ", "2 pulse-on trip refused local");
  }

  @Test
  void directOperateWithoutAcknowledgementExpectsNoAnswer() {
    Operation operation =
        talk(Dnp3Frames.ask("c006 0c01 17 01 07 03 01 00000000 00000000 00")).operations.getFirst();

    assertThat(operation.functionName()).isEqualTo("direct-operate-no-ack");
    assertThat(operation.text(TargetPart.SUBFUNCTION)).isEqualTo("latch-on");
    assertThat(operation.result()).isEqualTo(OperationResult.NO_ANSWER_DUE);
  }

  @Test
  void severalFramesInOneSegmentAndOneFrameInSeveralSegmentsAreRead() {
    byte[] two = Dnp3Frames.join(Dnp3Frames.ask("c10d"), Dnp3Frames.ask("c20e"));
    byte[] third = Dnp3Frames.ask("c314 3c0206");
    Recorded recorded =
        Recorded.of(
            new Talk(4321)
                .open()
                .ask(1001, 5001, two)
                .ask(1001 + two.length, 5001, Arrays.copyOfRange(third, 0, 5))
                .ask(1006 + two.length, 5001, Arrays.copyOfRange(third, 5, third.length))
                .bytes());

    assertThat(recorded.operations)
        .extracting(Operation::functionName)
        .containsExactly("cold-restart", "warm-restart", "enable-unsolicited");
  }

  @Test
  void aMessageInSeveralFramesIsPutTogether() {
    byte[] start = Datagrams.bytes("40 c102 6e0a 17 02 01 30313233343536373839".replace(" ", ""));
    byte[] end = Datagrams.bytes("81 02 39383736353433323130".replace(" ", ""));
    Operation operation =
        talk(Dnp3Frames.frame(0xc4, 10, 1, start), Dnp3Frames.frame(0xc4, 10, 1, end))
            .operations
            .getFirst();

    assertThat(OperationText.target(operation))
        .isEqualTo("unit 10 type 110 octet-string attribute 10 address 1 count 2");
    assertThat(operation.valueLength()).isEqualTo(22);
    assertThat(operation.request().frame()).isEqualTo(5);
  }

  @Test
  void afterAHoleTheNextFrameIsFound() {
    byte[] first = Dnp3Frames.ask("c10d");
    byte[] rest = Arrays.copyOfRange(first, 7, first.length);
    Recorded recorded =
        Recorded.of(
            new Talk(20000)
                .open()
                .ask(1001, 5001, first)
                .ask(2008, 5001, Dnp3Frames.join(rest, Dnp3Frames.ask("c20e")))
                .segment(false, 5001, 2008 + rest.length + first.length, 16, new byte[0])
                .bytes());

    assertThat(recorded.operations)
        .extracting(Operation::functionName)
        .containsExactly("cold-restart", "warm-restart");
  }

  @Test
  void aFrameWithABadCheckSumIsToldAndPassedOver() {
    byte[] bad = Dnp3Frames.ask("c10d");
    bad[bad.length - 3] ^= 1;
    Recorded recorded = talk(bad, Dnp3Frames.ask("c20e"));

    assertThat(recorded.operations)
        .extracting(Operation::functionName)
        .containsExactly("warm-restart");
    assertThat(recorded.rejects.counts()).containsEntry("dnp3-check-sum", 1L);
  }

  @Test
  void objectsThatCannotBeReadLeaveTheRequestInTheLedger() {
    Recorded recorded = talk(Dnp3Frames.ask("c102 3201"), Dnp3Frames.ask("c20e"));

    assertThat(recorded.operations)
        .extracting(Operation::functionName)
        .containsExactly("write", "warm-restart");
    assertThat(recorded.rejects.counts()).containsKeys("dnp3-objects");
  }

  @Test
  void deviceAttributesBecomeFactsAboutTheStation() {
    Recorded recorded =
        Recorded.of(
            new Talk(20000)
                .open()
                .ask(1001, 5001, Dnp3Frames.ask("c101 00fc 00 0000"))
                .answer(5001, 1022, Dnp3Frames.answer("c181 0000 00fc 00 0000 01 04 41636d65"))
                .bytes());

    assertThat(recorded.attributes).hasSize(1);
    assertThat(recorded.attributes.getFirst().name()).isEqualTo(AttributeName.VENDOR);
    assertThat(recorded.attributes.getFirst().value()).isEqualTo("Acme");
    assertThat(recorded.attributes.getFirst().unit()).isEqualTo(10);
  }

  @Test
  void datagramsCarryTheSameFrames() {
    Recorded recorded =
        Recorded.of(
            new Datagrams(40000, 20001)
                .send(true, Dnp3Frames.ask("c10d"))
                .send(false, Dnp3Frames.answer("c181 0000"))
                .bytes());

    assertThat(recorded.operations)
        .extracting(o -> o.functionName() + " " + o.result().word())
        .containsExactly("cold-restart accepted");
  }

  private static List<Operation> answered(byte[] ask, byte[] answer) {
    return Recorded.of(
            new Talk(20000)
                .open()
                .ask(1001, 5001, ask)
                .answer(5001, 1001 + ask.length, answer)
                .bytes())
        .operations;
  }

  private static Recorded talk(byte[]... asked) {
    Talk talk = new Talk(20000).open();
    int sequence = 1001;
    for (byte[] bytes : asked) {
      talk.ask(sequence, 5001, bytes);
      sequence += bytes.length;
    }
    return Recorded.of(talk.bytes());
  }
}
