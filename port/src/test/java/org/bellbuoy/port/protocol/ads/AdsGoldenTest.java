package org.bellbuoy.port.protocol.ads;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.operation.AttributeName;
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
class AdsGoldenTest {
  @ParameterizedTest
  @ValueSource(strings = {"ads/manual-test-capture.pcapng", "ads/addroute1.pcapng"})
  void everyRequestThatTsharkReadsIsInTheLedgerAndNoOther(String capture) {
    Path file = Recorded.shared(capture);
    Map<String, Integer> expected = new TreeMap<>();
    for (String[] row :
        Tshark.fields(
            file, "ams.state_response == 0 && ams.cmdid != 8", "frame.number", "ams.cmdid")) {
      for (String command : row[1].split(",")) {
        expected.merge(row[0] + " " + Integer.decode(command), 1, Integer::sum);
      }
    }
    Map<String, Integer> read = new TreeMap<>();
    for (Operation o : Recorded.of(file).operations) {
      boolean stream = o.protocol() == Protocol.ADS && o.functionCode() <= Ams.READ_WRITE;
      if (stream && o.result() != OperationResult.ANSWER_ONLY) {
        read.merge(o.request().frame() + " " + o.functionCode(), 1, Integer::sum);
      }
    }
    assertThat(read).isEqualTo(expected).isNotEmpty();
  }

  @Test
  void allCallsOfAWholeCaptureAreAnsweredAndHandlesHaveTheirNames() {
    List<Operation> operations =
        Recorded.of(Recorded.shared("ads/manual-test-capture.pcapng")).operations;

    assertThat(operations).hasSize(146);
    assertThat(operations)
        .allSatisfy(o -> assertThat(o.result()).isEqualTo(OperationResult.ACCEPTED));
    assertThat(operations)
        .filteredOn(o -> o.functionCode() == Ams.READ)
        .hasSize(23)
        .allSatisfy(o -> assertThat(o.text(TargetPart.NAME)).startsWith("main.hurz_"));
    assertThat(OperationText.target(operations.getFirst()))
        .isEqualTo(
            "unit 851 192.168.23.20.1.1 type 61443 handle-by-name instance 0 count 4"
                + " name main.hurz_BOOL");
  }

  /** PROVENANCE and the reference: routes are added over UDP port 48899, twice. */
  @Test
  void addedRoutesAreConfigurationWithTheirName() {
    Recorded recorded = Recorded.of(Recorded.shared("ads/addroute1.pcapng"));
    List<Operation> routes =
        recorded.operations.stream().filter(o -> o.functionName().equals("add-route")).toList();

    assertThat(routes)
        .extracting(
            o ->
                "%d %s %s %s %s %s"
                    .formatted(
                        o.request().frame(),
                        o.source().address(),
                        o.destination().address(),
                        o.operationClass(),
                        o.text(TargetPart.NAME),
                        o.result()))
        .containsExactly(
            "10 192.168.1.99 192.168.1.8 CONFIGURATION SHENHUAJ6-PC ACCEPTED",
            "59 192.168.1.99 192.168.1.8 CONFIGURATION SHENHUAJ6-PC ACCEPTED");
    assertThat(routes)
        .allSatisfy(o -> assertThat(o.operationClass()).isEqualTo(OperationClass.CONFIGURATION));
    assertThat(recorded.attributes)
        .filteredOn(a -> a.name() == AttributeName.DEVICE_ID)
        .extracting(a -> a.frame() + " " + a.address() + " " + a.value())
        .containsExactly("11 192.168.1.8 5.13.117.96.1.1", "60 192.168.1.8 5.13.117.96.1.1");
  }
}
