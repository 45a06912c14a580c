package org.bellbuoy.port.protocol.fins;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationText;
import org.bellbuoy.port.stream.Datagrams;
import org.bellbuoy.port.stream.Talk;
import org.bellbuoy.port.watch.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands as the manual lays them out, and spoiled ones. */
class FinsDecoderTest {
  private static final String ASK = "80000200010000020007";
  private static final String ANSWER = "c0000200020000010007";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0101 82 0064 00 0003|memory-area-read|read|area D type 130 address 100 count 3|''",
        "0102 82 0064 00 0002 0001 0203|memory-area-write|write"
            + "|area D type 130 address 100 count 2|1 515",
        "0102 30 0000 05 0001 01|memory-area-write|write"
            + "|area CIO type 48 address 0 bit 5 count 1|01",
        "0103 b1 0000 00 0010 ffff|memory-area-fill|write"
            + "|area W type 177 address 0 count 16|65535",
        "0105 82 0000 00 b2 0005 00 0002|memory-area-transfer|write"
            + "|area H type 178 address 5 count 2|82000000",
        "0202 8010 0000 0001 0102|parameter-area-write|configuration"
            + "|block 32784 address 0 count 1|0102",
        "0307 ffff 00000010 8002 aabb|program-area-write|program"
            + "|block 65535 address 16 count 2|aabb",
        "0401 ffff 04|run|control|subfunction 4 run|''",
        "0402|stop|control|''|''",
        "0702 2411250900|clock-write|configuration|''|2411250900",
        "0c02 ffff|access-right-forced-acquire|authentication|''|ffff",
        "2301 0001 0001 30 0010 03|forced-set-reset|control"
            + "|area CIO type 48 address 16 bit 3 subfunction 1 force-set|''",
        "0305 ffff 0000000000000000 50415353|program-area-protect-clear|program|''|''",
        "7777 01|unknown-command|other|''|01",
      })
  void everyCommandHasClassTargetAndValue(
      String command, String name, String kind, String target, String value) {
    List<Operation> operations =
        Recorded.of(new Datagrams(40000, 9600).ask(ASK + "0402").ask(ASK + command).bytes())
            .operations;

    assertThat(operations).hasSize(2);
    Operation operation = operations.getLast();
    assertThat(operation.functionName()).isEqualTo(name);
    assertThat(operation.operationClass().word()).isEqualTo(kind);
    assertThat(OperationText.target(operation)).isEqualTo(("unit 1 " + target).trim());
    assertThat(OperationText.value(operation)).isEqualTo(value);
  }

  @Test
  void answersArePairedByCommandServiceAndNode() {
    Recorded recorded =
        Recorded.of(
            new Datagrams(40000, 9600)
                .ask(ASK + "0102 82 0064 00 0001 0001")
                .answer(ANSWER + "0102 2101")
                .ask(ASK + "2301 0002 0001 30 0010 03 0000 30 0010 04")
                .answer(ANSWER + "2301 0040")
                .answer(ANSWER + "0402 0000")
                .bytes());

    assertThat(recorded.operations)
        .extracting(o -> o.functionName() + " " + o.result().word() + " " + o.resultName())
        .containsExactly(
            "memory-area-write refused write-not-possible",
            "forced-set-reset accepted ",
            "forced-set-reset accepted ",
            "stop answer-only ");
  }

  @Test
  void overTcpManyMessagesAndBadOnesAreRead() {
    String good = tcp(ASK + "0402");
    Recorded recorded =
        Recorded.of(
            new Talk(29600)
                .open()
                .ask(1001, 5001, Datagrams.bytes(good + good))
                .ask(1057, 5001, Datagrams.bytes("0102030405060708090a"))
                .ask(1067, 5001, Datagrams.bytes(tcp("8000") + good))
                .ask(1113, 5001, Datagrams.bytes(tcp(ASK + "0102 82")))
                .bytes());

    assertThat(recorded.conversations.getFirst().protocol()).isEqualTo(Protocol.FINS);
    assertThat(recorded.operations)
        .extracting(Operation::functionName)
        .containsExactlyInAnyOrder("stop", "stop", "stop", "memory-area-write");
    assertThat(recorded.rejects.counts()).containsKeys("fins-header", "fins-frame", "fins-request");
  }

  @Test
  void onAnUnusualPortADoubtfulDatagramIsNotTakenForFins() {
    Recorded recorded = Recorded.of(new Datagrams(40000, 40001).ask(ASK + "0402").bytes());
    assertThat(recorded.operations).isEmpty();

    Recorded sure =
        Recorded.of(new Datagrams(40000, 40001).ask(ASK + "0101 82 0064 00 0003").bytes());
    assertThat(sure.operations).hasSize(1);
  }

  private static String tcp(String frame) {
    String hex = frame.replace(" ", "");
    return "46494e53%08x0000000200000000%s".formatted(8 + hex.length() / 2, hex);
  }
}
