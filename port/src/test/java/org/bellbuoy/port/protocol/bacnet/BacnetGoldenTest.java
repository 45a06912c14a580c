package org.bellbuoy.port.protocol.bacnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
class BacnetGoldenTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "bacnet/BACnet_device_control.pcap",
        "bacnet/bacnet_services.pcap",
        "bacnet/bacnet_error_reject_abort.pcap",
        "s4x15/BACnet_Host.pcap"
      })
  void everyRequestThatTsharkReadsIsInTheLedgerAndNoOther(String capture) {
    Path file = Recorded.shared(capture);
    // ICMP quotes messages that did not arrive; they stand in the ledger where they were sent.
    Map<Long, String> expected = new TreeMap<>();
    Tshark.fields(
            file, "bvlc && !icmp && bacapp.type == 0", "frame.number", "bacapp.confirmed_service")
        .forEach(
            row ->
                expected.put(Long.valueOf(row[0]), Services.confirmed(Integer.parseInt(row[1]))));
    Tshark.fields(
            file, "bvlc && !icmp && bacapp.type == 1", "frame.number", "bacapp.unconfirmed_service")
        .forEach(
            row ->
                expected.put(Long.valueOf(row[0]), Services.unconfirmed(Integer.parseInt(row[1]))));
    Tshark.fields(file, "!icmp && bvlc.function in {1,2,5,6,8}", "frame.number", "bvlc.function")
        .forEach(row -> expected.put(Long.valueOf(row[0]), Bvlc.name(Integer.decode(row[1]))));
    Set<Long> elsewhere =
        Tshark.fields(file, "udp && !bvlc", "frame.number").stream()
            .map(row -> Long.valueOf(row[0]))
            .collect(Collectors.toSet());
    Map<Long, String> read = new TreeMap<>();
    for (Operation operation : Recorded.of(file).operations) {
      boolean compared =
          operation.result() != OperationResult.ANSWER_ONLY
              && !"network".equals(operation.text(TargetPart.AREA))
              // Where its ports mislead it, tshark takes BACnet for another protocol.
              && !elsewhere.contains(operation.request().frame());
      if (compared) {
        read.put(operation.request().frame(), operation.functionName());
      }
    }
    assertThat(expected).isNotEmpty();
    assertThat(read).isEqualTo(expected);
  }

  @Test
  void writesAndReinitializationsOfTheDeviceControlCaptureHaveTheirResults() {
    Recorded recorded = Recorded.of(Recorded.shared("bacnet/BACnet_device_control.pcap"));

    Map<String, Integer> results = new TreeMap<>();
    for (Operation o : recorded.operations) {
      if (o.functionName().matches("write-property|reinitialize-device")) {
        String key = o.functionName() + " " + o.result().word() + " " + o.resultName();
        results.merge(key.strip(), 1, Integer::sum);
      }
    }
    // 38 and 31 requests; 6 and 15 were answered with Error, as the provenance has it.
    assertThat(results)
        .isEqualTo(
            Map.of(
                "write-property accepted", 32,
                "write-property refused value-out-of-range", 6,
                "reinitialize-device refused service-request-denied", 15,
                "reinitialize-device refused reject-parameter-out-of-range", 15,
                "reinitialize-device unanswered", 1));
  }

  @Test
  void writtenPointsPrioritiesAndValuesAreThoseOfTshark() {
    Path file = Recorded.shared("bacnet/BACnet_device_control.pcap");
    List<String> expected =
        Tshark.fields(
                file,
                "bacapp.type == 0 && bacapp.confirmed_service == 15",
                "frame.number",
                "bacapp.objectType",
                "bacapp.instance_number",
                "bacapp.property_identifier",
                "bacapp.present_value.real")
            .stream()
            .map(
                row ->
                    "%s type %s instance %s property %s%s"
                        .formatted(
                            row[0],
                            row[1].split(",")[0],
                            row[2].split(",")[0],
                            row[3].split(",")[0],
                            row[4].isEmpty() ? "" : " real " + Double.parseDouble(row[4])))
            .toList();
    List<String> read =
        Recorded.of(file).operations.stream()
            .filter(o -> o.functionName().equals("write-property"))
            .sorted((a, c) -> Long.compare(a.request().frame(), c.request().frame()))
            .map(
                o ->
                    "%d type %d instance %d property %d%s"
                        .formatted(
                            o.request().frame(),
                            o.number(TargetPart.TYPE),
                            o.number(TargetPart.INSTANCE),
                            o.number(TargetPart.ATTRIBUTE),
                            switch (o.valueKind()) {
                              case REAL -> " real " + (double) (float) o.valueReal();
                              default -> "";
                            }))
            .toList();

    assertThat(expected).hasSize(38);
    assertThat(read).isEqualTo(expected);
  }

  @Test
  void foreignRegistrationsOfTheCtfHostAreCounted() {
    Path file = Recorded.shared("s4x15/BACnet_Host.pcap");
    int expected = Tshark.fields(file, "bvlc.function == 5", "frame.number").size();

    assertThat(Recorded.of(file).operations)
        .filteredOn(o -> o.functionName().equals("register-foreign-device"))
        .hasSize(expected)
        .hasSizeGreaterThan(1900);
  }

  /** The log that the ICSNPP parser for Zeek gives for the same trace, kept by its authors. */
  @Test
  void deviceControlOfIcsnppReadsAsItsAuthorsReadIt() {
    List<String[]> log = log("bacnet_device_control.log");
    Recorded recorded = Recorded.of(Recorded.shared("bacnet/bacnet_services.pcap"));

    List<String> asked =
        log.stream()
            .filter(f -> f[6].equals("T"))
            .map(
                f ->
                    "%s > %s %s %s minutes %s password %s"
                        .formatted(f[7], f[9], f[12], f[14], f[13], !f[15].equals("(empty)")))
            .toList();
    List<String> answered =
        log.stream().filter(f -> f[6].equals("F")).map(f -> f[16] + " " + f[17]).toList();
    List<Operation> ours =
        recorded.operations.stream()
            .filter(o -> o.functionName().matches("device-communication-.*|reinitialize-device"))
            .toList();

    assertThat(asked).hasSize(8);
    assertThat(
            ours.stream()
                .map(
                    o ->
                        "%s > %s %s %s minutes %s password %s"
                            .formatted(
                                o.source().address(),
                                o.destination().address(),
                                o.functionName().replace('-', '_'),
                                o.text(TargetPart.SUBFUNCTION),
                                o.valueNumber() == 0 ? "-" : o.valueNumber(),
                                o.text(TargetPart.NAME) != null)))
        .isEqualTo(asked);
    assertThat(
            ours.stream()
                .map(
                    o ->
                        o.result() == OperationResult.ACCEPTED
                            ? "SUCCESS -"
                            : "ERROR " + o.resultName()))
        .isEqualTo(answered);
  }

  @Test
  void discoveryOfIcsnppIsInTheLedgerAndAmongTheAttributes() {
    Recorded recorded = Recorded.of(Recorded.shared("bacnet/bacnet_services.pcap"));
    // Their log tells a broadcast a second time as sent by the broadcast address.
    Set<String> expected =
        log("bacnet_discovery.log").stream()
            .filter(f -> f[6].equals("T"))
            .filter(f -> f[11].equals("i-am"))
            .map(f -> f[7] + " " + f[15])
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> read =
        recorded.operations.stream()
            .filter(o -> o.functionName().equals("i-am"))
            .map(o -> o.source().address() + " " + o.number(TargetPart.INSTANCE))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> devices =
        recorded.attributes.stream()
            .filter(a -> a.name() == AttributeName.DEVICE_ID)
            .map(a -> a.address() + " " + a.value())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(expected).hasSizeGreaterThan(30);
    assertThat(read).containsAll(expected);
    assertThat(devices).isEqualTo(read);
    // 24 is the number that ASHRAE gave to Automated Logic.
    List<String> automatedLogic =
        recorded.attributes.stream()
            .filter(a -> a.name() == AttributeName.VENDOR_ID && a.value().equals("24"))
            .map(a -> a.address().toString())
            .distinct()
            .toList();
    assertThat(automatedLogic)
        .isEqualTo(
            log("bacnet_discovery.log").stream()
                .filter(f -> f[16].equals("Automated Logic Corporation") && f[6].equals("T"))
                .map(f -> f[7])
                .distinct()
                .toList());
  }

  private static List<String[]> log(String name) {
    return new String(
            Recorded.bytes("bacnet-expected/analyzer.services/" + name), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .filter(fields -> fields.length > 15)
        .toList();
  }

  @Test
  void requestsInFramesThatPortsDoNotGiveAwayAreReadToo() {
    byte[] capture = Recorded.bytes("bacnet/BACnet_device_control.pcap");
    Recorded usual = Recorded.of(capture);
    byte[] moved = capture.clone();
    for (int i = 0; i + 1 < moved.length; i++) {
      // 47808 is bac0; both ports become 4660.
      if (moved[i] == (byte) 0xba && moved[i + 1] == (byte) 0xc0) {
        moved[i] = 0x12;
        moved[i + 1] = 0x34;
      }
    }
    assertThat(names(Recorded.of(moved))).isEqualTo(names(usual));
  }

  private static Map<String, Long> names(Recorded recorded) {
    return Stream.of(recorded.operations)
        .flatMap(List::stream)
        .collect(
            Collectors.groupingBy(Operation::functionName, TreeMap::new, Collectors.counting()));
  }
}
