package org.bellbuoy.port.protocol.enip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellbuoy.port.protocol.enip.EnipBytes.connected;
import static org.bellbuoy.port.protocol.enip.EnipBytes.hex;
import static org.bellbuoy.port.protocol.enip.EnipBytes.many;
import static org.bellbuoy.port.protocol.enip.EnipBytes.message;
import static org.bellbuoy.port.protocol.enip.EnipBytes.routed;
import static org.bellbuoy.port.protocol.enip.EnipBytes.unconnected;

import java.util.List;
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

/**
 * Messages written byte by byte after the standards' tables and the vendor's data access manual.
 */
class EnipDecoderTest {
  /** Requests, and what the ledger says of them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # The examples of "Logix 5000 Controllers Data Access", 1756-PM020.
          4c03910472617465 0100                                   | read    | read-tag count 1 name rate =
          4d06910a436172746f6e53697a65 c4000100 0e000000          | write   | write-tag count 1 name CartonSize = 14
          5207910b436f6e74726f6c576f7264 00 0200 90010000          | read    | read-tag-fragmented address 400 count 2 name ControlWord =
          4d06910754616e6b735246 00 2803 ca000100 00002841          | write   | write-tag count 1 name TanksRF[3] = 10.5
          4d0391037461 67 00 a002 0fa0 0200 0102                   | write   | write-tag count 2 name tag = 0102
          4e0391037461 67 00 0400 01000000 ffffffff                | write   | read-modify-write-tag name tag = 040001000000ffffffff
          5503206b 2500 0002 0100 0200                            | discovery | get-instance-attribute-list type 107 symbol instance 512 =
          # Services that mean the same for all classes.
          0e0320042464 3003                                        | read    | get-attribute-single type 4 assembly instance 100 attribute 3 =
          100320042464 3003 01ff                                   | write   | set-attribute-single type 4 assembly instance 100 attribute 3 = 01ff
          100320f52401 3005 c0a80105                               | configuration | set-attribute-single type 245 tcp-ip-interface instance 1 attribute 5 = c0a80105
          100320292401 3003 01                                     | control | set-attribute-single type 41 control-supervisor instance 1 attribute 3 = 01
          0102200124 01                                            | discovery | get-attributes-all type 1 identity instance 1 =
          0502200124 01                                            | control | reset type 1 identity instance 1 subfunction 0 power-cycle =
          0502200124 01 01                                         | control | reset type 1 identity instance 1 subfunction 1 to-factory-settings =
          0702208e24 01                                            | control | stop type 142 controller instance 1 =
          0602208e24 01                                            | control | start type 142 controller instance 1 =
          040220 8b2401 0100 0600 8877665544332211                 | configuration | set-attribute-list type 139 wall-clock instance 1 attribute 6 count 1 = 8877665544332211
          # Services of vendors' classes.
          080220ac2401                                             | program | create type 172 project instance 1 =
          4d0220692401 00                                          | control | force type 105 io-map instance 1 = 00
          4c04208e2401 20742401                                    | control | unlock area controller block 1 type 116 edit-lock instance 1 =
          4d0220a12401 00112233                                    | firmware | firmware-data type 161 firmware instance 1 = 00112233
          5c02208e2401                                             | authentication | engineering-handshake type 142 controller instance 1 =
          """)
  void requestsAreToldByWhatTheyAsk(String digits, String kind, String expected) {
    Recorded recorded =
        Recorded.of(new Talk(44818).open().ask(1001, 5001, unconnected(7, hex(digits))).bytes());

    assertThat(recorded.operations).hasSize(1);
    assertThat(words(recorded.operations.getFirst())).isEqualTo(expected.strip());
    assertThat(recorded.operations.getFirst().operationClass().word()).isEqualTo(kind);
    assertThat(recorded.rejects.counts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # DF1 protocol and command set, 1770-6.5.16, chapter 7.
          0f00 0100 a2 020789 0500      | read    | protected-typed-logical-read-three-fields area integer block 7 type 137 instance 0 address 5 count 2 =
          0f00 0100 aa 020789 0500 d204 | write   | protected-typed-logical-write-three-fields area integer block 7 type 137 instance 0 address 5 count 2 = 1234
          0f00 0100 aa 0408 8a ff000100 0000c03f | write | protected-typed-logical-write-three-fields area float block 8 type 138 instance 0 address 256 count 4 = 1.5
          0f00 0100 ab 020385 0100 0100 0100 | write | protected-typed-logical-masked-write area binary block 3 type 133 instance 0 address 1 count 2 = 01000100
          0f00 0100 aa 0200a1 0000 ffff | control | protected-typed-logical-write-three-fields area output-force block 0 type 161 instance 0 address 0 count 2 = ffff
          0f00 0100 af 50 0100 0000 22 0011 | program | protected-typed-file-write area ladder block 1 type 34 address 0 count 80 = 0011
          0f00 0100 80 06               | control | change-mode subfunction 6 remote-run =
          0f00 0100 3a 00               | control | set-cpu-mode subfunction 0 program =
          0f00 0100 50                  | program | download-all-request =
          0f00 0100 52                  | program | download-completed =
          0f00 0100 53                  | program | upload-all-request =
          0f00 0100 57                  | program | initialize-memory =
          0f00 0100 41                  | control | disable-forces =
          0f00 0100 67 0000 0100 00244e373a3000 0500 | write | typed-write count 1 name $N7:0 = 0500
          0f00 0100 68 0000 0100 06 0705 | read  | typed-read block 7 address 5 count 1 =
          0600 0100 03                  | discovery | diagnostic-status =
          0700 0100 00                  | control | disable-outputs =
          0800 0100 1000 ff00           | write   | unprotected-write address 16 = ff00
          0100 0100 1000 02             | read    | unprotected-read address 16 count 2 =
          """)
  void pcccCommandsAreToldByWhatTheyAsk(String digits, String kind, String expected) {
    byte[] cip = many(hex("4b02206724 01 07 4d00 12345678"), hex(digits));
    Recorded recorded =
        Recorded.of(new Talk(44818).open().ask(1001, 5001, unconnected(7, cip)).bytes());

    Operation operation = recorded.operations.getFirst();
    assertThat(words(operation)).isEqualTo(expected.strip());
    assertThat(operation.protocol()).isEqualTo(Protocol.PCCC);
    assertThat(operation.operationClass().word()).isEqualTo(kind);
    assertThat(recorded.rejects.counts()).isEmpty();
  }

  @Test
  void aPcccAnswerWithAnErrorIsARefusalThoughItsCipStatusIsGood() {
    byte[] ask = unconnected(7, hex("4b022067240107 4d0012345678 0f00 0100 80 01"));
    byte[] answer = unconnected(7, hex("cb000000 07 4d0012345678 4ff0 0100 0b"));
    Recorded recorded =
        Recorded.of(new Talk(44818).open().ask(1001, 5001, ask).answer(5001, 2000, answer).bytes());

    assertThat(recorded.operations)
        .extracting(o -> o.functionName() + " " + o.result() + " " + o.resultName())
        .containsExactly("change-mode REFUSED access-denied");
  }

  @Test
  void theServicesOfAPacketAreOneOperationEachWithAnAnswerEach() {
    // The example of 1756-PM020, with its second answer changed to a refusal.
    byte[] ask =
        unconnected(
            7,
            hex(
                "0a02 2002 2401 0200 0600 1200 4c04 9105 7061727473 00 0100"
                    + "4c07 910b 436f6e74726f6c576f7264 00 0100"));
    byte[] answer = unconnected(7, hex("8a00 1e00 0200 0600 1000 cc000000 c400 2a000000 cc000400"));
    Recorded recorded =
        Recorded.of(new Talk(44818).open().ask(1001, 5001, ask).answer(5001, 2000, answer).bytes());

    assertThat(recorded.operations)
        .extracting(o -> words(o) + " " + o.result() + " " + o.resultName())
        .containsExactly(
            "read-tag count 1 name parts = ACCEPTED ",
            "read-tag count 1 name ControlWord = REFUSED path-segment-error");
  }

  @Test
  void whatIsRoutedStandsInTheLedgerWithItsSlotAndSharesTheFateOfItsCarrier() {
    byte[] first =
        unconnected(7, routed(3, hex("4d0391037461670 0 c3000100 0500".replace(" ", ""))));
    byte[] second = unconnected(8, routed(3, hex("0502200124 01")));
    Talk talk =
        new Talk(44818)
            .open()
            .ask(1001, 5001, many(first, second))
            .answer(
                5001,
                2000,
                many(unconnected(7, hex("cd000000")), unconnected(8, hex("d2000101 1203 01"))));
    Recorded recorded = Recorded.of(talk.bytes());

    assertThat(recorded.operations)
        .extracting(o -> words(o) + " " + o.result() + " " + o.resultName())
        .containsExactly(
            "write-tag slot 3 count 1 name tag = 5 ACCEPTED ",
            "reset slot 3 type 1 identity instance 1 subfunction 0 power-cycle = REFUSED connection-failure");
  }

  @Test
  void messagesOfAConnectionGetTheSlotThatItsOpeningNamed() {
    byte[] open =
        hex(
            "5402 2006 2401 0a0e 00000000 11110000 0100 4d00 99887766 01 000000 c0c60000 f443"
                + "c0c60000 f443 a3 03 0105 2002 2401");
    byte[] opened = hex("d4000000 22220000 11110000 0100 4d00 99887766 c0c60000 c0c60000 0000");
    Recorded recorded =
        Recorded.of(
            new Talk(44818)
                .open()
                .ask(1001, 5001, unconnected(7, open))
                .answer(5001, 2000, unconnected(7, opened))
                .ask(
                    1001 + unconnected(7, open).length,
                    6000,
                    connected(0x2222, 9, hex("0702208e2401")))
                .answer(
                    5001 + unconnected(7, opened).length,
                    2000,
                    connected(0x1111, 9, hex("87000000")))
                .bytes());

    assertThat(recorded.operations)
        .extracting(o -> words(o) + " " + o.result())
        .containsExactly(
            "forward-open slot 5 type 2 message-router instance 1 subfunction 3 explicit-messages = ACCEPTED",
            "stop slot 5 type 142 controller instance 1 = ACCEPTED");
  }

  @Test
  void anIoConnectionThatCarriesOutputsIsAWriteAndAHeartbeatIsARead() {
    String open =
        "5402 2006 2401 0a0e 00000000 11110000 0100 4d00 99887766 01 000000 c0c60000 %s"
            + "c0c60000 1048 01 05 2004 2401 2c65 2c64 0100";
    Recorded recorded =
        Recorded.of(
            new Talk(44818)
                .open()
                .ask(
                    1001,
                    5001,
                    many(
                        unconnected(1, hex(open.formatted("0e48"))),
                        unconnected(2, hex(open.formatted("0240")))))
                .bytes());

    assertThat(recorded.operations)
        .extracting(o -> o.operationClass().word() + " " + words(o))
        .containsExactly(
            "write forward-open slot 0 block 101 type 4 assembly instance 1 subfunction 1 implicit-data =",
            "read forward-open slot 0 block 101 type 4 assembly instance 1 subfunction 1 implicit-data =");
  }

  @Test
  void refusalsOfTheEncapsulationRefuseWhatWasInTheMessage() {
    Recorded recorded =
        Recorded.of(
            new Talk(44818)
                .open()
                .ask(1001, 5001, unconnected(7, hex("0702208e2401")))
                .answer(5001, 2000, message(0x6f, 0x64, 7, new byte[0]))
                .bytes());

    assertThat(recorded.operations)
        .extracting(o -> o.functionName() + " " + o.result() + " " + o.resultName())
        .containsExactly("stop REFUSED invalid-session-handle");
  }

  @Test
  void oneBadMessageNeverSilencesTheConnectionAndGapsAreCrossed() {
    byte[] stop = unconnected(7, hex("0702208e2401"));
    byte[] cutPath = unconnected(8, hex("0709208e2401"));
    byte[] noItems = message(0x6f, 0, 9, hex("00000000 0a00 0300 0000"));
    byte[] nonsense = hex("ffffffffffffffffffffffffffffffffffffffffffffffffffffff");
    byte[] all = many(stop, cutPath, noItems, nonsense, stop);
    Talk talk = new Talk(44818).open().ask(1001, 5001, all);
    int lost = 1001 + all.length + 10;
    talk.ask(lost, 5001, many(Frames.part(stop, 20, stop.length), stop, stop));
    Recorded recorded = Recorded.of(talk.bytes());

    assertThat(recorded.operations).filteredOn(o -> o.functionName().equals("stop")).hasSize(5);
    assertThat(recorded.rejects.counts())
        .containsOnlyKeys("cip-request", "enip-items", "enip-header");
  }

  @Test
  void otherProtocolsOnItsPortAreNotTakenForIt() {
    byte[] web =
        "GET / HTTP/1.1\r\nHost: crane.example\r\n\r\n"
            .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    byte[] tls = hex("16030100c8010000c40303" + "ab".repeat(40));
    Recorded recorded =
        Recorded.of(new Talk(44818).open().ask(1001, 5001, web).answer(5001, 1040, tls).bytes());

    assertThat(recorded.operations).isEmpty();
    assertThat(recorded.conversations.getFirst().protocol()).isEqualTo(Protocol.UNKNOWN);
  }

  @Test
  void itIsToldOnAnyPortAndInTheMiddleOfAConnection() {
    byte[] answer = unconnected(7, hex("cc000000 c400 2a000000"));
    byte[] ask = unconnected(8, hex("4c03910472617465 0100"));
    Recorded recorded =
        Recorded.of(
            new Talk(50001)
                .answer(5001, 1001, answer)
                .ask(1001, 5001 + answer.length, ask)
                .bytes());

    assertThat(recorded.conversations.getFirst().protocol()).isEqualTo(Protocol.ENIP);
    assertThat(recorded.conversations.getFirst().client().address()).hasToString("10.0.0.1");
    assertThat(recorded.operations)
        .extracting(o -> o.functionCode() + " " + o.result())
        .containsExactly("76 ANSWER_ONLY", "76 UNANSWERED");
  }

  @Test
  void identitiesOverUdpAndTheIdentityObjectBecomeAttributes() {
    String identity =
        "0100 0c00 2a00 0100 0002 af12 0a000002 0000000000000000 0100 0e00 3600 1404 6031 12345678"
            + "09 313735362d4c36312f 03";
    byte[] listed = message(0x63, 0, 5, hex(identity.replace(" ", "").replace("2a00", "2b00")));
    Recorded udp =
        Recorded.of(
            new Datagrams(40000, 44818)
                .send(true, message(0x63, 0, 5, new byte[0]))
                .send(false, listed)
                .bytes());
    assertThat(udp.operations)
        .extracting(o -> o.functionName() + " " + o.operationClass().word() + " " + o.result())
        .containsExactly("list-identity discovery ACCEPTED");
    assertThat(facts(udp))
        .containsExactly(
            "10.0.0.2 -1 vendor-id 1",
            "10.0.0.2 -1 vendor Rockwell Automation/Allen-Bradley",
            "10.0.0.2 -1 device-type Programmable Logic Controller",
            "10.0.0.2 -1 role controller",
            "10.0.0.2 -1 device-id 54",
            "10.0.0.2 -1 firmware 20.4",
            "10.0.0.2 -1 serial-number 78563412",
            "10.0.0.2 -1 model 1756-L61/");

    Recorded object =
        Recorded.of(
            new Talk(44818)
                .open()
                .ask(1001, 5001, unconnected(7, routed(2, hex("0302200124 01 0200 0600 0700"))))
                .answer(
                    5001,
                    2000,
                    unconnected(7, hex("83000000 0200 0600 0000 12345678 0700 0000 03 414243")))
                .bytes());
    assertThat(facts(object))
        .containsExactly("10.0.0.2 2 serial-number 78563412", "10.0.0.2 2 model ABC");
  }

  private static List<String> facts(Recorded recorded) {
    return recorded.attributes.stream()
        .map(a -> a.address() + " " + a.unit() + " " + a.name().word() + " " + a.value())
        .toList();
  }

  private static String words(Operation operation) {
    String target = OperationText.target(operation);
    String value = OperationText.value(operation);
    return (operation.functionName() + (target.isEmpty() ? "" : " " + target) + " = " + value)
        .strip();
  }
}
