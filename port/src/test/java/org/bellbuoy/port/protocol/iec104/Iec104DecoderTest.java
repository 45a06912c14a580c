package org.bellbuoy.port.protocol.iec104;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
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

/** Messages in the forms of IEC 60870-5-101 and -104, and spoiled ones. */
class Iec104DecoderTest {
  private static final int PORT = 2404;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Type, count, cause, originator, station 2 bytes, object 3 bytes, element.
        "2d 01 0600 0100 0a0000 81|single-command|control"
            + "|unit 1 type 45 attribute 0 address 10 subfunction select|1",
        "2d 01 0600 0100 0a0000 05|single-command|control"
            + "|unit 1 type 45 attribute 1 address 10 subfunction execute|1",
        "2e 01 0600 0100 0a0001 02|double-command|control"
            + "|unit 1 type 46 attribute 0 address 65546 subfunction execute|2",
        "2f 01 0600 0100 0a0000 01|regulating-step-command|control"
            + "|unit 1 type 47 attribute 0 address 10 subfunction execute|1",
        "30 01 0600 0100 0a0000 0040 00|set-point-normalized|control"
            + "|unit 1 type 48 attribute 0 address 10 subfunction execute|0.5",
        "31 01 0600 0100 0a0000 f6ff 80|set-point-scaled|control"
            + "|unit 1 type 49 attribute 0 address 10 subfunction select|-10",
        "32 01 0600 0100 0a0000 0000c03f 00|set-point-float|control"
            + "|unit 1 type 50 attribute 0 address 10 subfunction execute|1.5",
        "33 01 0600 0100 0a0000 ffffffff|bitstring-command|control"
            + "|unit 1 type 51 address 10|4294967295",
        "3a 01 0600 0100 0a0000 01 00000000000000|single-command-with-time|control"
            + "|unit 1 type 58 attribute 0 address 10 subfunction execute|1",
        "3f 01 0600 0100 0a0000 0000c03f 00 00000000000000|set-point-float-with-time|control"
            + "|unit 1 type 63 attribute 0 address 10 subfunction execute|1.5",
        "2d 01 0800 0100 0a0000 01|single-command|control"
            + "|unit 1 type 45 attribute 0 address 10 subfunction deactivate|1",
        "64 01 0600 ffff 000000 14|interrogation|read"
            + "|unit 65535 type 100 attribute 20 address 0|''",
        "65 01 0600 0100 000000 05|counter-interrogation|read"
            + "|unit 1 type 101 attribute 5 address 0|''",
        "65 01 0600 0100 000000 85|counter-interrogation|control"
            + "|unit 1 type 101 attribute 133 address 0 subfunction freeze-and-reset|''",
        "66 01 0500 0100 0a0000|read|read|unit 1 type 102 address 10|''",
        "67 01 0600 0100 000000 01020304050607|clock-synchronization|configuration"
            + "|unit 1 type 103 address 0|01020304050607",
        "69 01 0600 0100 000000 01|reset-process|control"
            + "|unit 1 type 105 attribute 1 address 0|''",
        "6f 01 0600 0100 0a0000 0a00 01|parameter-scaled|configuration"
            + "|unit 1 type 111 attribute 1 address 10|10",
        "71 01 0600 0100 0a0000 03|parameter-activation|configuration"
            + "|unit 1 type 113 attribute 3 address 10|''",
      })
  void requestsHaveTargetAndValue(
      String asdu, String name, String kind, String target, String value) {
    Operation operation = talk(information(asdu)).operations.getFirst();

    assertThat(operation.functionName()).isEqualTo(name);
    assertThat(operation.operationClass().word()).isEqualTo(kind);
    assertThat(OperationText.target(operation)).isEqualTo(target);
    assertThat(OperationText.value(operation)).isEqualTo(value);
    assertThat(operation.result()).isEqualTo(OperationResult.UNANSWERED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2d 01 0700 0100 0a0000 01|accepted|0|''",
        "2d 01 4700 0100 0a0000 01|refused|7|negative",
        "2d 01 6c00 0100 0a0000 01|refused|44|unknown-type",
        "2d 01 6f00 0100 0a0000 01|refused|47|unknown-object-address",
        "2d 01 0a00 0100 0a0000 01|accepted|0|''",
      })
  void confirmationsSayWhatBecameOfACommand(String asdu, String result, int code, String name) {
    List<Operation> operations = answered("2d 01 0600 0100 0a0000 01", asdu);

    assertThat(operations).hasSize(1);
    assertThat(operations.getFirst().result().word()).isEqualTo(result);
    assertThat(operations.getFirst().resultCode()).isEqualTo(code);
    assertThat(operations.getFirst().resultName()).isEqualTo(name);
  }

  @Test
  void theConfirmationOfAnotherObjectIsNotTaken() {
    assertThat(answered("2d 01 0600 0100 0a0000 01", "2d 01 0700 0100 0b0000 01"))
        .extracting(o -> o.number(TargetPart.ADDRESS) + " " + o.result().word())
        .containsExactly("11 answer-only", "10 unanswered");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "01 01 0300 0100 0a0000 01|single-point-information|spontaneous|1",
        "03 82 1400 0100 0a0000 02 01|double-point-information|interrogated|2",
        "05 01 0300 0100 0a0000 7f 00|step-position-information|spontaneous|-1",
        "09 01 0100 0100 0a0000 00c0 00|measured-value-normalized|periodic|-0.5",
        "0b 01 0300 0100 0a0000 0080 00|measured-value-scaled|spontaneous|-32768",
        "0d 01 0300 0100 0a0000 0000c03f 00|measured-value-float|spontaneous|1.5",
        "24 01 0300 0100 0a0000 0000c03f 00 00000000000000"
            + "|measured-value-float-with-time|spontaneous|1.5",
        "0f 01 2500 0100 0a0000 05000000 00|integrated-totals|counters-interrogated|5",
      })
  void reportsAreReadsOfWhoSendsThem(String asdu, String name, String cause, String value) {
    Recorded recorded =
        Recorded.of(new Talk(PORT).open().answer(5001, 1001, information(asdu)).bytes());
    Operation operation = recorded.operations.getFirst();

    assertThat(operation.functionName()).isEqualTo(name);
    assertThat(operation.text(TargetPart.SUBFUNCTION)).isEqualTo(cause);
    assertThat(OperationText.value(operation)).isEqualTo(value);
    assertThat(operation.source().port()).isEqualTo(PORT);
    assertThat(operation.result()).isEqualTo(OperationResult.NO_ANSWER_DUE);
  }

  @Test
  void aReadIsAnsweredByTheReportThatWasAskedFor() {
    assertThat(answered("66 01 0500 0100 0a0000", "0b 01 0500 0100 0a0000 0100 00"))
        .extracting(o -> o.functionName() + " " + o.result().word())
        .containsExactly("measured-value-scaled no-answer-due", "read accepted");
  }

  @Test
  void aFileMovedInSegmentsIsTold() {
    // File 7, section 1, four bytes.
    Operation operation =
        talk(information("7d 01 0d00 0100 640000 0700 01 04 61626364")).operations.getFirst();

    assertThat(operation.functionName()).isEqualTo("file-segment");
    assertThat(operation.operationClass().word()).isEqualTo("program");
    assertThat(OperationText.target(operation)).contains("block 1 ").contains("instance 7 ");
    assertThat(OperationText.value(operation)).isEqualTo("61626364");
  }

  @Test
  void onAnyPortStartAndStopOfDataTransferArePaired() {
    Recorded recorded =
        Recorded.of(
            new Talk(9999)
                .open()
                .ask(1001, 5001, Datagrams.bytes("680407000000"))
                .answer(5001, 1007, Datagrams.bytes("68040b000000"))
                .ask(1007, 5007, Datagrams.bytes("680413000000"))
                .answer(5007, 1013, Datagrams.bytes("680423000000"))
                .bytes());

    assertThat(recorded.operations)
        .extracting(o -> o.functionName() + " " + o.result().word())
        .containsExactly("start-data-transfer accepted", "stop-data-transfer accepted");
  }

  @Test
  void severalMessagesInOneSegmentAndOneInSeveralSegmentsAreRead() {
    byte[] command = information("2d 01 0600 0100 0a0000 01");
    byte[] two = Arrays.copyOf(command, 2 * command.length);
    System.arraycopy(command, 0, two, command.length, command.length);
    int next = 1001 + two.length;
    Recorded recorded =
        Recorded.of(
            new Talk(PORT)
                .open()
                .ask(1001, 5001, two)
                .ask(next, 5001, Arrays.copyOf(command, 3))
                .ask(next + 3, 5001, Arrays.copyOfRange(command, 3, command.length))
                .bytes());

    assertThat(recorded.operations).hasSize(3);
  }

  @Test
  void eachObjectOfACommandIsAnOperation() {
    assertThat(
            talk(information("2d 02 0600 0100 0a0000 01 0b0000 00")).operations.stream()
                .map(o -> o.number(TargetPart.ADDRESS) + " = " + OperationText.value(o)))
        .containsExactly("10 = 1", "11 = 0");
  }

  @Test
  void bytesThatAreNoMessageAreToldAndPassedOver() {
    Recorded recorded =
        talk(
            information("2d 01 0600 0100 0a0000 01"),
            Datagrams.bytes("6801ffff6868"),
            information("2d 01 0600 0100 0b0000 01"));

    assertThat(recorded.operations)
        .extracting(o -> o.number(TargetPart.ADDRESS))
        .containsExactly(10L, 11L);
    assertThat(recorded.rejects.counts()).containsKeys("iec104-message");
  }

  @Test
  void objectsThatDoNotFitLeaveTheCommandInTheLedger() {
    Recorded recorded =
        talk(information("2d 01 0600 0100 0a0000 01"), information("30 01 0600 0100 0a0000 01"));

    assertThat(recorded.operations)
        .extracting(Operation::functionName)
        .containsExactly("single-command", "set-point-normalized");
    assertThat(recorded.rejects.counts()).containsKeys("iec104-objects");
  }

  private static List<Operation> answered(String ask, String answer) {
    byte[] asked = information(ask);
    return Recorded.of(
            new Talk(PORT)
                .open()
                .ask(1001, 5001, asked)
                .answer(5001, 1001 + asked.length, information(answer))
                .bytes())
        .operations;
  }

  private static Recorded talk(byte[]... asked) {
    Talk talk = new Talk(PORT).open();
    int sequence = 1001;
    for (byte[] bytes : asked) {
      talk.ask(sequence, 5001, bytes);
      sequence += bytes.length;
    }
    return Recorded.of(talk.bytes());
  }

  /** A message of format I with that application data. */
  static byte[] information(String asdu) {
    String hex = asdu.replace(" ", "");
    return Datagrams.bytes("68%02x00000000%s".formatted(4 + hex.length() / 2, hex));
  }
}
