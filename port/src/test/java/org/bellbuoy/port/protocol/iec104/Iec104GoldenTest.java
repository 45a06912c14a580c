package org.bellbuoy.port.protocol.iec104;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationClass;
import org.bellbuoy.port.operation.OperationResult;
import org.bellbuoy.port.operation.OperationText;
import org.bellbuoy.port.operation.TargetPart;
import org.bellbuoy.port.watch.Recorded;
import org.bellbuoy.port.watch.Tshark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real captures: what other tools read there is what stands in the ledger. */
class Iec104GoldenTest {
  @ParameterizedTest
  @ValueSource(strings = {"iec104/TestDissectIec104.pcap", "iec104/JavaRMI_and_IEC_Misc.pcap"})
  void requestsConfirmationsAndReportsAreThoseOfTshark(String capture) {
    Path file = Recorded.shared(capture);
    Map<String, Integer> expected = new TreeMap<>();
    for (String[] row :
        Tshark.fields(
            file,
            "iec60870_asdu && !_ws.malformed",
            "frame.number",
            "iec60870_asdu.typeid",
            "iec60870_asdu.causetx",
            "iec60870_asdu.nega")) {
      String[] types = row[1].split(",", -1);
      String[] causes = row[2].split(",", -1);
      String[] negative = row[3].split(",", -1);
      for (int i = 0; i < types.length; i++) {
        int type = Integer.parseInt(types[i]);
        int cause = Integer.parseInt(causes[i]);
        if (Types.reports(type)) {
          count(expected, row[0] + " report " + type + " cause " + cause);
        } else if (cause == Asdu.ACTIVATION) {
          count(expected, row[0] + " request " + type);
        } else if (cause == Asdu.ACTIVATION_CONFIRMED) {
          boolean refused = negative[i].equals("1") || negative[i].equals("True");
          count(expected, row[0] + " answer " + type + (refused ? " refused" : " accepted"));
        }
      }
    }
    Map<String, Integer> read = new TreeMap<>();
    for (Operation o : Recorded.of(file).operations) {
      if (!o.hasNumber(TargetPart.TYPE)) {
        // Start and stop of data transfer are no application data.
        continue;
      }
      int type = o.functionCode();
      if (Types.reports(type)) {
        long cause = o.number(TargetPart.SUBFUNCTION);
        count(read, o.request().frame() + " report " + type + " cause " + cause);
      } else {
        count(read, o.request().frame() + " request " + type);
        if (o.hasResponse()) {
          count(read, o.response().frame() + " answer " + type + " " + o.result().word());
        }
      }
    }
    assertThat(expected).isNotEmpty();
    assertThat(read).isEqualTo(expected);
  }

  @Test
  void startsOfDataTransferAreThoseOfTshark() {
    Path file = Recorded.shared("iec104/TestDissectIec104.pcap");
    List<Long> expected =
        Tshark.fields(file, "iec60870_104.utype == 0x01", "frame.number").stream()
            .map(row -> Long.valueOf(row[0]))
            .toList();

    assertThat(
            Recorded.of(file).operations.stream()
                .filter(o -> o.functionName().equals("start-data-transfer"))
                .map(o -> o.request().frame()))
        .isEqualTo(expected)
        .hasSize(6);
  }

  @Test
  void commandsHaveTheirObjectValueAndResult() {
    assertThat(
            Recorded.of(Recorded.shared("iec104/TestDissectIec104.pcap")).operations.stream()
                .filter(o -> o.operationClass() == OperationClass.CONTROL)
                .map(
                    o ->
                        "%d %s %s %d = %s %s"
                            .formatted(
                                o.request().frame(),
                                o.functionName(),
                                o.text(TargetPart.SUBFUNCTION),
                                o.number(TargetPart.ADDRESS),
                                OperationText.value(o),
                                o.result().word())))
        .containsExactlyInAnyOrder(
            "117 double-command select 15000 = 2 refused",
            "124 single-command select 10010 = 1 accepted",
            "126 single-command execute 10010 = 1 accepted",
            "133 single-command select 22222 = 1 refused",
            "136 single-command select 33333 = 1 unanswered");
  }

  /** By its provenance this capture holds interrogations only. */
  @Test
  void theBenignCaptureHoldsNoCommand() {
    Recorded recorded = Recorded.of(Recorded.shared("iec104/JavaRMI_and_IEC_Misc.pcap"));

    assertThat(recorded.operations)
        .extracting(Operation::operationClass)
        .doesNotContain(OperationClass.CONTROL, OperationClass.WRITE, OperationClass.CONFIGURATION);
    assertThat(recorded.operations)
        .filteredOn(o -> o.functionName().equals("interrogation"))
        .hasSize(21)
        .allSatisfy(o -> assertThat(o.result()).isEqualTo(OperationResult.ACCEPTED));
  }

  private static void count(Map<String, Integer> counts, String what) {
    counts.merge(what, 1, Integer::sum);
  }
}
