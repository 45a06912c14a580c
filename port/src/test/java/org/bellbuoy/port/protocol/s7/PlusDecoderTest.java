package org.bellbuoy.port.protocol.s7;

import static org.assertj.core.api.Assertions.assertThat;

import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationClass;
import org.bellbuoy.port.operation.OperationText;
import org.bellbuoy.port.watch.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S7comm-plus as far as it is read. */
class PlusDecoderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "04f2|00000034 01 9077 00 08 01|set-variable|control"
            + "|instance 52 attribute 2167 subfunction operating-state-request|1",
        "04f2|00000034 01 9077 00 08 03|set-variable|control"
            + "|instance 52 attribute 2167 subfunction operating-state-request|3",
        "04f2|70000e51 01 881d 00 04 8105|set-variable|write"
            + "|instance 1879051857 attribute 1053|133",
        "04f2|70000e51 01 881d 00 08 7f|set-variable|write"
            + "|instance 1879051857 attribute 1053|-1",
        "04f2|70000e51 01 881d 10 07 02 0001 0002|set-variable|write"
            + "|instance 1879051857 attribute 1053|0200010002",
        "04bb|00000031 00|explore|discovery|instance 49|''",
        "04ca|0000011d 00|create-object|other|instance 285|''",
        "054c|00000000 03 06|get-multi-variables|read|instance 0 count 3|''",
        "0542|00000000 02 04|set-multi-variables|write|instance 0 count 2|''",
        "05b3|00000000|init-ssl|authentication|''|''",
      })
  void requestsHaveClassTargetAndValue(
      String function, String body, String name, String kind, String target, String value) {
    Recorded recorded = Recorded.of(new S7Talk().ask(request(1, function, 5, body)).bytes());

    assertThat(recorded.conversations.getFirst().protocol()).isEqualTo(Protocol.S7COMM_PLUS);
    Operation operation = recorded.operations.getFirst();
    assertThat(operation.functionName()).isEqualTo(name);
    assertThat(operation.operationClass().word()).isEqualTo(kind);
    assertThat(OperationText.target(operation)).isEqualTo(target);
    assertThat(OperationText.value(operation)).isEqualTo(value);
  }

  @Test
  void answersArePairedAndErrorsTold() {
    Recorded recorded =
        Recorded.of(
            new S7Talk()
                .ask(request(2, "04f2", 1, "00000034 01 9077 00 08 01"))
                .ask(request(2, "04f2", 2, "00000034 01 9077 00 08 01"))
                // Good, and an error whose lower 16 bits are -15.
                .answer(answer("04f2", 1, "00"), answer("04f2", 2, "bfffffffffffffff f1"))
                .bytes());

    assertThat(recorded.operations)
        .extracting(o -> o.result().word() + " " + o.resultCode())
        .containsExactly("accepted 0", "refused -15");
  }

  @Test
  void theNextPartsOfALongMessageAreNoMessagesOfTheirOwn() {
    String head = "31000004f200000005 00000001 34 00000034 01 9077 00 08 01";
    String first = "7201%04x%s".formatted(head.replace(" ", "").length() / 2, head);
    Recorded recorded =
        Recorded.of(
            new S7Talk()
                .ask(S7Talk.data(first), S7Talk.data("72010004 31000004 72010000"))
                .ask(request(1, "04bb", 6, "00000031"))
                .bytes());

    assertThat(recorded.operations)
        .extracting(Operation::functionName)
        .containsExactly("set-variable", "explore");
    assertThat(recorded.rejects.counts()).isEmpty();
  }

  @Test
  void whatGoesOnEncryptedIsToldOnce() {
    Recorded recorded =
        Recorded.of(
            new S7Talk()
                .ask(request(1, "05b3", 1, "00000000"))
                .ask(S7Talk.data("160301000401000000"), S7Talk.data("170303000401020304"))
                .bytes());

    assertThat(recorded.operations)
        .extracting(o -> o.functionName() + " " + o.operationClass())
        .containsExactlyInAnyOrder(
            "init-ssl " + OperationClass.AUTHENTICATION,
            "encrypted-session " + OperationClass.OTHER);
  }

  @Test
  void badMessagesAreRejectedOneByOne() {
    Recorded recorded =
        Recorded.of(
            new S7Talk()
                .ask(request(1, "04bb", 6, "00000031"))
                .ask(S7Talk.data("7209"), S7Talk.data("7201ffff31"))
                .ask(S7Talk.data("72010002 3100 72010000"))
                .ask(S7Talk.data("72010009 390000000000000000 72010000"))
                .ask(request(1, "04bb", 7, "00000031"))
                .bytes());

    assertThat(recorded.operations).hasSize(2);
    assertThat(recorded.rejects.counts())
        .containsEntry("s7-plus-header", 3L)
        .containsEntry("s7-plus-opcode", 1L);
  }

  private static String request(int version, String function, int sequence, String body) {
    return whole(
        version, "310000" + function + "0000%04x".formatted(sequence) + "0000000134" + body);
  }

  private static String answer(String function, int sequence, String body) {
    return whole(2, "320000" + function + "0000%04x".formatted(sequence) + "34" + body);
  }

  private static String whole(int version, String message) {
    String hex = message.replace(" ", "");
    return S7Talk.data("72%02x%04x%s72%02x0000".formatted(version, hex.length() / 2, hex, version));
  }
}
