package org.bellbuoy.port.protocol.fins;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationResult;
import org.bellbuoy.port.watch.Recorded;
import org.bellbuoy.port.watch.Tshark;
import org.junit.jupiter.api.Test;

/** A real capture: what tshark reads there is what stands in the ledger. */
class FinsGoldenTest {
  private static final String CAPTURE = "other-ot/OmronFINS.pcap";

  @Test
  void everyRequestThatTsharkReadsIsInTheLedgerAndNoOther() {
    Path file = Recorded.shared(CAPTURE);
    Map<String, Integer> expected = new TreeMap<>();
    for (String[] row :
        Tshark.fields(
            file,
            "omron.command && !(omron.icf & 0x40)",
            "frame.number",
            "omron.command",
            "omron.icf")) {
      expected.merge(row[0] + " " + Integer.decode(row[1]), 1, Integer::sum);
    }
    Map<String, Integer> read = new TreeMap<>();
    for (Operation o : Recorded.of(file).operations) {
      if (o.protocol() == Protocol.FINS && o.result() != OperationResult.ANSWER_ONLY) {
        // Several bits forced by one request are several operations.
        read.putIfAbsent(o.request().frame() + " " + o.functionCode(), 1);
      }
    }
    assertThat(read).isEqualTo(expected).isNotEmpty();
  }

  @Test
  void aControllerThatIsAskedTellsModelAndVersion() {
    // Frames 17 and 18, the one exchange of real devices in datagrams.
    assertThat(Recorded.of(Recorded.shared(CAPTURE)).attributes)
        .filteredOn(a -> a.frame() == 18)
        .extracting(a -> a.unit() + " " + a.name() + " " + a.value())
        .containsExactly("200 MODEL CP1L-EL20DR-D", "200 FIRMWARE 01.00");
  }
}
