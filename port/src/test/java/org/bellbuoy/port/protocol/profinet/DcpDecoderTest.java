package org.bellbuoy.port.protocol.profinet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellbuoy.port.protocol.profinet.LinkFrames.dcp;

import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationResult;
import org.bellbuoy.port.operation.OperationText;
import org.bellbuoy.port.watch.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DCP frames of every service, written by hand. */
class DcpDecoderTest {
  private static final String SET = "fefd0400";
  private static final String SET_ANSWER = "fefd0401";
  private static final String GET = "fefd0300";
  private static final String GET_ANSWER = "fefd0301";
  private static final String IDENTIFY = "fefe0500";
  private static final String IDENTIFIED = "feff0501";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0202 0007 0001 6372616e65 00|configuration"
            + "|type 2 attribute 2 name-of-station name crane|crane",
        "0102 000e 0001 c0a80005 ffffff00 c0a80001|configuration"
            + "|type 1 attribute 2 ip-parameter|c0a80005ffffff00c0a80001",
        "0505 0002 0000|control|type 5 attribute 5 factory-reset|''",
        "0506 0002 0004|control|type 5 attribute 6 reset-to-factory|''",
        "0503 0004 0000 0100|diagnostic|type 5 attribute 3 signal|0100",
        "033d 0005 0001 000000 00|configuration|type 3 attribute 61 dhcp|000000",
      })
  void everythingThatCanBeSetIsAnOperation(String block, String kind, String target, String value) {
    Recorded recorded =
        Recorded.of(
            new LinkFrames()
                .frame(1, 2, dcp(SET, "00000001", block))
                .frame(
                    2,
                    1,
                    dcp(SET_ANSWER, "00000001", "0504 0003" + block.substring(0, 4) + "00 00"))
                .bytes());

    assertThat(recorded.operations).hasSize(1);
    Operation operation = recorded.operations.getFirst();
    assertThat(operation.functionName()).isEqualTo("set");
    assertThat(operation.operationClass().word()).isEqualTo(kind);
    assertThat(OperationText.target(operation)).isEqualTo(target);
    assertThat(OperationText.value(operation)).isEqualTo(value);
    assertThat(operation.result()).isEqualTo(OperationResult.ACCEPTED);
    assertThat(Endpoint.macText(operation.destination().mac())).isEqualTo("02:00:00:00:00:02");
  }

  @Test
  void eachBlockHasItsOwnResult() {
    Recorded recorded =
        Recorded.of(
            new LinkFrames()
                .frame(
                    1,
                    2,
                    dcp(
                        SET,
                        "00000007",
                        "0202 0003 0001 61 00 0102 000e 0001 c0a80005 ffffff00 00000000"))
                .frame(2, 1, dcp(SET_ANSWER, "00000007", "0504 0003 020200 00 0504 0003 010206 00"))
                .bytes());

    assertThat(recorded.operations)
        .extracting(o -> o.result() + " " + o.resultName())
        .containsExactly("ACCEPTED ", "REFUSED in-operation-set-not-possible");
  }

  @Test
  void manyAnswerOneSearchAndAllTellWhoTheyAre() {
    Recorded recorded =
        Recorded.of(
            new LinkFrames()
                .frame(1, LinkFrames.ALL, dcp(IDENTIFY, "00000009", "ffff 0000"))
                .frame(2, 1, dcp(IDENTIFIED, "00000009", "0202 0007 0000 6372616e65 00"))
                .frame(3, 1, dcp(IDENTIFIED, "00000009", "0202 0006 0000 706c6332"))
                .bytes());

    assertThat(recorded.operations)
        .extracting(o -> o.functionName() + " " + OperationText.target(o) + " " + o.result())
        .containsExactly("identify type 255 attribute 255 all ACCEPTED");
    assertThat(recorded.attributes)
        .extracting(a -> Endpoint.macText(a.mac()) + " " + a.name() + " " + a.value())
        .containsExactly("02:00:00:00:00:02 NAME crane", "02:00:00:00:00:03 NAME plc2");
  }

  @Test
  void aGetIsPairedAndItsAnswerTells() {
    Recorded recorded =
        Recorded.of(
            new LinkFrames()
                .frame(1, 2, dcp(GET, "0000000a", "0203 0204"))
                .frame(2, 1, dcp(GET_ANSWER, "0000000a", "0203 0006 0000 002a 0101"))
                .bytes());

    assertThat(recorded.operations)
        .extracting(o -> OperationText.target(o) + " " + o.result())
        .containsExactly("type 2 attribute 3 device-id count 2 ACCEPTED");
    assertThat(recorded.attributes)
        .extracting(a -> a.name() + " " + a.value())
        .containsExactly("VENDOR_ID 42", "DEVICE_ID 257");
  }

  @Test
  void whatIsNotSupportedIsRefusedAndLoneAnswersAreToldAsSuch() {
    Recorded recorded =
        Recorded.of(
            new LinkFrames()
                .frame(1, 2, dcp(SET, "0000000b", "0505 0002 0000"))
                .frame(2, 1, dcp("fefd0405", "0000000b", ""))
                .frame(2, 1, dcp(SET_ANSWER, "0000000c", "0504 0003 020200 00"))
                .bytes());

    assertThat(recorded.operations)
        .extracting(o -> o.result() + " " + o.destination())
        .containsExactly("REFUSED 02:00:00:00:00:02", "ANSWER_ONLY 02:00:00:00:00:02");
  }

  @Test
  void badFramesAreRejectedAndCyclicDataPassedOver() {
    Recorded recorded =
        Recorded.of(
            new LinkFrames()
                .frame(1, 2, "8000 0102030405060708")
                // Blocks beyond the frame, a block beyond the blocks, an unknown service.
                .frame(1, 2, "fefd0400 00000001 0000 0400 0202 0400 0001 61")
                .frame(1, 2, dcp(SET, "00000002", "0202 0040 0001 6162"))
                .frame(1, 2, dcp("fefd0900", "00000003", "0202 0003 0001 6100"))
                .frame(1, 2, dcp(SET, "00000004", "0505 0002 0000"))
                .bytes());

    assertThat(recorded.operations)
        .extracting(Operation::functionName)
        .containsOnly("set")
        .hasSize(3);
    assertThat(recorded.rejects.counts()).containsKeys("dcp-length", "dcp-block", "dcp-service");
  }
}
