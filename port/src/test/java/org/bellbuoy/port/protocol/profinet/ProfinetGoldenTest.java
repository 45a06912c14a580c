package org.bellbuoy.port.protocol.profinet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.operation.AttributeName;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationResult;
import org.bellbuoy.port.operation.TargetPart;
import org.bellbuoy.port.watch.Recorded;
import org.bellbuoy.port.watch.Tshark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real captures: what other tools read there is what stands in the ledger. */
class ProfinetGoldenTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "profinet/implicit-messages-plc4x-testsuite.pcapng",
        "profinet/profinet_io_cm_mixed_1.pcap",
        "profinet/working-profinet-recording-plc4x.pcapng"
      })
  void whoIsSearchedForOnTheLinkIsWhatTsharkReads(String capture) {
    Path file = Recorded.shared(capture);
    // These captures hold most frames twice, some microseconds apart; the second is a duplicate.
    Set<String> seen = new HashSet<>();
    List<String> expected = new ArrayList<>();
    for (String[] row :
        Tshark.fields(
            file,
            "pn_dcp && pn_dcp.service_type == 0",
            "frame.number",
            "eth.src",
            "pn_dcp.service_id",
            "pn_dcp.xid",
            "pn_dcp.suboption_device_nameofstation")) {
      if (seen.add(row[1] + row[2] + row[3])) {
        expected.add(row[0] + " " + row[1] + " " + row[2] + " " + row[4]);
      }
    }
    List<String> read =
        Recorded.of(file).operations.stream()
            .filter(o -> o.protocol() == Protocol.PROFINET_DCP)
            .map(
                o ->
                    o.request().frame()
                        + " "
                        + Endpoint.macText(o.source().mac())
                        + " "
                        + o.functionCode()
                        + " "
                        + (o.text(TargetPart.NAME) == null ? "" : o.text(TargetPart.NAME)))
            .toList();
    assertThat(read).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void whoAnswersASearchTellsWhatItIs() {
    Recorded recorded = Recorded.of(Recorded.shared("profinet/profinet_io_cm_mixed_1.pcap"));
    List<String> told =
        recorded.attributes.stream()
            .filter(a -> a.protocol() == Protocol.PROFINET_DCP && a.frame() == 466)
            .map(
                a ->
                    a.address()
                        + " "
                        + Endpoint.macText(a.mac())
                        + " "
                        + a.name()
                        + " "
                        + a.value())
            .toList();

    // Frame 466 as tshark reads it; vendor 0x015a and device 3.
    String who = "192.168.1.2 00:09:91:43:e0:67 ";
    assertThat(told)
        .containsExactlyInAnyOrder(
            who + "NAME versamax-pns11",
            who + "MODEL IC200PNS001",
            who + "VENDOR_ID 346",
            who + "DEVICE_ID 3",
            who + "ROLE io-device",
            who + "IP 192.168.1.2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "profinet/implicit-messages-plc4x-testsuite.pcapng",
        "profinet/profinet_io_cm_mixed_1.pcap",
        "profinet/profinet_io_cm_write.pcapng",
        "profinet/working-profinet-recording-plc4x.pcapng"
      })
  void everyCallThatTsharkReadsIsInTheLedgerAndNoOther(String capture) {
    Path file = Recorded.shared(capture);
    Map<String, Double> seen = new HashMap<>();
    Map<String, Integer> expected = new TreeMap<>();
    for (String[] row :
        Tshark.fields(
            file,
            "dcerpc.pkt_type == 0"
                + " && (dcerpc.dg_flags1_frag == 0 || dcerpc.dg_flags1_last_frag == 1)",
            "frame.number",
            "dcerpc.opnum",
            "ip.src",
            "ip.id",
            "dcerpc.dg_seqnum",
            "dcerpc.dg_act_id",
            "pn_io.index",
            "pn_io.block_type",
            "frame.time_epoch")) {
      double time = Double.parseDouble(row[8]);
      Double before = seen.put(String.join(" ", row[2], row[3], row[4], row[5], row[1]), time);
      if (before == null || time - before > 0.005) {
        // A write of several is as many operations as records; the first header is about all.
        boolean several = row[6].startsWith("0xe040,");
        long headers = Stream.of(row[7].split(",")).filter("0x0008"::equals).count();
        expected.put(row[0] + " " + row[1], several ? (int) headers - 1 : 1);
      }
    }
    Map<String, Integer> read = new TreeMap<>();
    for (Operation o : Recorded.of(file).operations) {
      if (o.protocol() == Protocol.PROFINET_IO && o.result() != OperationResult.ANSWER_ONLY) {
        read.merge(o.request().frame() + " " + o.functionCode(), 1, Integer::sum);
      }
    }
    assertThat(read).isEqualTo(expected).isNotEmpty();
  }

  /** The logs that the ICSNPP parser for Zeek gives for the same traces, kept by its authors. */
  @ParameterizedTest
  @ValueSource(strings = {"profinet_io_cm_mixed_1.pcap", "profinet_io_cm_write.pcapng"})
  void theTracesOfIcsnppReadAsItsAuthorsReadThem(String capture) {
    String name = capture.substring(0, capture.indexOf('.'));
    // Connect, implicit read and others are named so there too.
    Set<String> expected = new TreeSet<>();
    for (String line :
        new String(
                Recorded.bytes("profinet-expected/tests." + name + "/profinet_io_cm.log"),
                StandardCharsets.UTF_8)
            .lines()
            .filter(l -> !l.startsWith("#"))
            .toList()) {
      String[] f = line.split("\t", -1);
      if (f[10].equals("Request")) {
        expected.add(String.join(" ", f[4], f[5], f[6], f[7], f[31].toLowerCase(Locale.ROOT)));
      }
    }
    Set<String> read = new TreeSet<>();
    for (Operation o : Recorded.of(Recorded.shared("profinet/" + capture)).operations) {
      if (o.protocol() == Protocol.PROFINET_IO && o.result() != OperationResult.ANSWER_ONLY) {
        read.add(
            "%s %d %s %d %s"
                .formatted(
                    o.source().address(),
                    o.source().port(),
                    o.destination().address(),
                    o.destination().port(),
                    o.functionName()));
      }
    }
    assertThat(read).isEqualTo(expected).isNotEmpty();
  }

  @Test
  void answersFromAnotherPortArePaired() {
    Recorded recorded = Recorded.of(Recorded.shared("profinet/profinet_io_cm_mixed_1.pcap"));
    List<Operation> calls =
        recorded.operations.stream().filter(o -> o.protocol() == Protocol.PROFINET_IO).toList();

    assertThat(calls).hasSizeGreaterThan(10);
    assertThat(calls).allSatisfy(o -> assertThat(o.result()).isEqualTo(OperationResult.ACCEPTED));
    assertThat(recorded.attributes)
        .filteredOn(a -> a.protocol() == Protocol.PROFINET_IO && a.name() == AttributeName.NAME)
        .isNotEmpty();
  }
}
