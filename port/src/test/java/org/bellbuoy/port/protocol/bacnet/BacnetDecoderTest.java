package org.bellbuoy.port.protocol.bacnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bellbuoy.port.operation.AttributeName;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationClass;
import org.bellbuoy.port.operation.OperationResult;
import org.bellbuoy.port.operation.OperationText;
import org.bellbuoy.port.operation.TargetPart;
import org.bellbuoy.port.stream.Datagrams;
import org.bellbuoy.port.watch.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages as the examples of ASHRAE 135, Annex F, have them, and spoiled ones. */
class BacnetDecoderTest {
  private static final int PORT = 30303;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0002000f0c0080000119553e44433400003f|write-property|write"
            + "|type 2 analog-value instance 1 attribute 85 present-value|180.0",
        "0002000f0c0080000119553e44433400003f4908|write-property|write"
            + "|type 2 analog-value instance 1 attribute 85 present-value priority 8|180.0",
        "0002000f0c0080000119553e003f4908|write-property|write"
            + "|type 2 analog-value instance 1 attribute 85 present-value priority 8|null",
        "0000010c0c000000051955|read-property|read"
            + "|type 0 analog-input instance 5 attribute 85 present-value|''",
        "0004020e0c000000211e095509671f|read-property-multiple|read"
            + "|type 0 analog-input instance 33 attribute 85 present-value count 2|''",
        "00040214 0901 1d09004162436445664768|reinitialize-device|control"
            + "|name with password subfunction 1 warmstart|''",
        "00040511 0905 1901 2d0800236567626466 21|device-communication-control|control"
            + "|name with password subfunction 1 disable|5",
        "00025507 c402800001 0e 311e 6504 01020304 0f|atomic-write-file|program"
            + "|area stream type 10 file instance 1 address 30|01020304",
        "0004560a 0e 090a 0f|create-object|configuration|type 10 file|''",
        "0004570b c401c00006|delete-object|configuration|type 7 command instance 6|''",
        "00045512 0919 1908 2e44429066662f|confirmed-private-transfer|other"
            + "|block 25 subfunction 8|4442906666",
        "00020f05 0912 1c0000000a 2901 3900|subscribe-cov|read"
            + "|type 0 analog-input instance 10|''",
      })
  void confirmedRequestsHaveTargetAndValue(
      String apdu, String name, String kind, String target, String value) {
    Operation operation = only(new Datagrams(40000, PORT).ask(unicast(apdu)));

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
        "20590f|accepted|0|''",
        "50590f 9102 9128|refused|40|write-access-denied",
        "605909|refused|9|reject-unrecognized-service",
        "715904|refused|4|abort-segmentation-not-supported",
      })
  void answersSayWhatBecameOfARequest(String answer, String result, int code, String name) {
    Operation operation =
        only(
            new Datagrams(40000, PORT)
                .ask(unicast("0004590f0c0080000119553e44433400003f"))
                .answer(unicast(answer)));

    assertThat(operation.result().word()).isEqualTo(result);
    assertThat(operation.resultCode()).isEqualTo(code);
    assertThat(operation.resultName()).isEqualTo(name);
    assertThat(operation.request().frame()).isEqualTo(1);
    assertThat(operation.response().frame()).isEqualTo(2);
  }

  @Test
  void eachPropertyOfAMultipleWriteIsAnOperation() {
    Recorded recorded =
        Recorded.of(
            new Datagrams(40000, PORT)
                .ask(threeWrites())
                .answer("810a000901002001 10".replace(" ", ""))
                .bytes());

    assertThat(recorded.operations)
        .extracting(OperationText::target)
        .containsExactly(
            "type 2 analog-value instance 5 attribute 85 present-value",
            "type 2 analog-value instance 6 attribute 85 present-value",
            "type 2 analog-value instance 7 attribute 85 present-value");
    assertThat(recorded.operations)
        .extracting(OperationText::value)
        .containsExactly("67.0", "67.0", "72.0");
    assertThat(recorded.operations)
        .allSatisfy(o -> assertThat(o.result()).isEqualTo(OperationResult.ACCEPTED));
  }

  @Test
  void whatWasWrittenBeforeTheFirstFailureIsAccepted() {
    // Error class property, code write-access-denied; first failed: analog-value 6, present value.
    String error = unicast("500110 0e910291280f 1e0c0080000619551f");
    Recorded recorded =
        Recorded.of(new Datagrams(40000, PORT).ask(threeWrites()).answer(error).bytes());

    assertThat(recorded.operations)
        .extracting(o -> o.number(TargetPart.INSTANCE) + " " + o.result().word())
        .containsExactly("5 accepted", "6 refused", "7 refused");
  }

  @Test
  void stationsBehindARouterHaveTheirNetworkAndAddress() {
    // To network 5, station 17; the answer comes from there.
    Operation operation =
        only(
            new Datagrams(40000, PORT)
                .ask(bvlc(10, "0124 0005 01 11 ff 0004590f0c0080000119553e44433400003f"))
                .answer(bvlc(10, "0108 0005 01 11 20590f")));

    assertThat(OperationText.target(operation)).startsWith("unit 5 slot 17 ");
    assertThat(operation.result()).isEqualTo(OperationResult.ACCEPTED);
  }

  @Test
  void anAnswerFromAnotherStationIsNotTaken() {
    Recorded recorded =
        Recorded.of(
            new Datagrams(40000, PORT)
                .ask(bvlc(10, "0124 0005 01 11 ff 0004590f0c0080000119553e44433400003f"))
                .answer(bvlc(10, "0108 0005 01 12 20590f"))
                .bytes());

    assertThat(recorded.operations)
        .extracting(o -> o.functionName() + " " + o.result().word())
        .containsExactly("write-property answer-only", "write-property unanswered");
  }

  @Test
  void foreignDevicesRegisterAndAreRefused() {
    Operation operation =
        only(new Datagrams(40000, PORT).ask("8105000600b4").answer("810000060030"));

    assertThat(operation.functionName()).isEqualTo("register-foreign-device");
    assertThat(operation.operationClass()).isEqualTo(OperationClass.CONFIGURATION);
    assertThat(operation.valueNumber()).isEqualTo(180);
    assertThat(operation.result()).isEqualTo(OperationResult.REFUSED);
    assertThat(operation.resultName()).isEqualTo("register-foreign-device-nak");
  }

  @Test
  void whoSaysIAmThroughABroadcastDeviceIsWhoHadItForwarded() {
    Recorded recorded =
        Recorded.of(
            new Datagrams(PORT, PORT)
                .ask(bvlc(4, "c0a80018 bac0 0120ffff00ff 1000c4020000012201e0910121 63"))
                .bytes());

    assertThat(recorded.attributes)
        .extracting(a -> a.address() + " " + a.unit() + " " + a.name() + " " + a.value())
        .containsExactly("192.168.0.24 -1 DEVICE_ID 1", "192.168.0.24 -1 VENDOR_ID 99");
  }

  @Test
  void readPropertiesOfADeviceBecomeAttributes() {
    // Device 1: model name "HVAC", then vendor name refused.
    String answer =
        unicast("300a0e 0c02000001 1e 2946 4e 7505004856 4143 4f 2979 5e 9102 9120 5f 1f");
    Recorded recorded =
        Recorded.of(
            new Datagrams(40000, PORT)
                .ask(unicast("00040a0e 0c02000001 1e 0946 0979 1f"))
                .answer(answer)
                .bytes());

    assertThat(recorded.attributes).hasSize(1);
    assertThat(recorded.attributes.getFirst().name()).isEqualTo(AttributeName.MODEL);
    assertThat(recorded.attributes.getFirst().value()).isEqualTo("HVAC");
    assertThat(recorded.attributes.getFirst().frame()).isEqualTo(2);
  }

  @Test
  void aRequestInPartsIsOneOperation() {
    Recorded recorded =
        Recorded.of(
            new Datagrams(40000, PORT)
                .ask(unicast("0c04 21 00 04 07 c402800001 0e 311e"))
                .ask(unicast("0c04 21 01 04 07 6508 01020304"))
                // Sent again.
                .ask(unicast("0c04 21 01 04 07 6508 01020304"))
                .ask(unicast("0804 21 02 04 07 05060708 0f"))
                .answer(unicast("302107 09 1e"))
                .bytes());

    assertThat(recorded.operations).hasSize(1);
    Operation operation = recorded.operations.getFirst();
    assertThat(OperationText.value(operation)).isEqualTo("0102030405060708");
    assertThat(operation.request().frame()).isEqualTo(4);
    assertThat(operation.result()).isEqualTo(OperationResult.ACCEPTED);
  }

  @Test
  void aRequestWhoseLastPartIsMissingStillStandsInTheLedger() {
    Recorded recorded =
        Recorded.of(
            new Datagrams(40000, PORT).ask(unicast("0c04 21 00 04 07 c402800001 0e 311e")).bytes());

    assertThat(recorded.operations)
        .extracting(Operation::functionName)
        .containsExactly("atomic-write-file");
    assertThat(recorded.rejects.counts()).containsKeys("bacnet-segments");
  }

  @Test
  void oneBadMessageNeitherVanishesNorSilencesTheOthers() {
    String good = unicast("0004590f0c0080000119553e44433400003f");
    Recorded recorded =
        Recorded.of(
            new Datagrams(40000, PORT)
                .ask(good)
                // A length beyond the end, a network header cut, a service without its object.
                .ask("810affff0104")
                .ask("810a0006 0124".replace(" ", ""))
                .ask(unicast("00045a0f0cff"))
                .ask(good)
                .bytes());

    assertThat(recorded.operations)
        .extracting(Operation::functionName)
        .containsExactly("write-property", "write-property", "write-property");
    assertThat(recorded.rejects.counts())
        .containsKeys("bacnet-length", "bacnet-network", "bacnet-request");
  }

  @Test
  void otherDatagramsOnTheUsualPortAreNotTakenForBacnet() {
    Recorded recorded =
        Recorded.of(
            new Datagrams(40000, 47808)
                .ask("810a0010 0104")
                .ask("8063000000010000")
                .ask("810d0004")
                .bytes());

    assertThat(recorded.operations).isEmpty();
    assertThat(recorded.conversations.getFirst().protocol().word()).isEqualTo("unknown");
  }

  private static Operation only(Datagrams datagrams) {
    List<Operation> operations = Recorded.of(datagrams.bytes()).operations;
    assertThat(operations).hasSize(1);
    return operations.getFirst();
  }

  private static String threeWrites() {
    return unicast(
        "00040110 0c00800005 1e 0955 2e 4442860000 2f 1f"
            + " 0c00800006 1e 0955 2e 4442860000 2f 1f"
            + " 0c00800007 1e 0955 2e 4442900000 2f 1f");
  }

  /** An application message to a station on this network. */
  private static String unicast(String apdu) {
    return bvlc(10, "0104" + apdu);
  }

  private static String bvlc(int function, String rest) {
    String hex = rest.replace(" ", "");
    return "81%02x%04x%s".formatted(function, 4 + hex.length() / 2, hex);
  }
}
