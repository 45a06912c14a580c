package org.bellbuoy.port.protocol.enip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
class EnipGoldenTest {
  private static final Set<String> CARRIERS = Set.of("10", "82");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "enip/enip_cip_example.pcap",
        "enip/EIP-FirmwareChange.pcap",
        "enip/EIP-SoftwareDownload.pcap",
        "enip/EIP-RemoteModeChangeAttempt.pcap",
        "enip/EIP-ChangeTimeAttempt.pcap",
        "enip/EIP-ViewDeviceStatus.pcap",
        "enip/cip_stop_plc.pcap",
        "enip/cip_unlock_cpu.pcap",
        "s4x15/WinXP.pcap"
      })
  void everyServiceThatTsharkReadsIsInTheLedgerAndNoOther(String capture) {
    Path file = Recorded.shared(capture);
    // What comes after its own acknowledgment is a retransmission to tshark, which passes it over.
    Set<Long> passedOver =
        Tshark.fields(file, "tcp.analysis.spurious_retransmission", "frame.number").stream()
            .map(row -> Long.valueOf(row[0]))
            .collect(Collectors.toSet());
    Map<String, Integer> asked = new TreeMap<>();
    Map<String, Integer> answered = new TreeMap<>();
    for (String[] row : Tshark.fields(file, "cip", "frame.number", "cip.service", "cip.genstat")) {
      boolean request = row[2].isEmpty();
      List<String> statuses = request ? List.of() : List.of(row[2].split(",", -1));
      List<String> services = List.of(row[1].split(",", -1));
      for (int i = 0; i < services.size(); i++) {
        int service = Integer.decode(services.get(i)) & 0x7f;
        boolean carrier =
            i == 0 && services.size() > 1 && CARRIERS.contains(Integer.toString(service));
        if (carrier) {
          continue;
        }
        if (request) {
          asked.merge(row[0] + " service " + service, 1, Integer::sum);
        } else {
          String status = Integer.toString(Integer.decode(statuses.get(i)));
          answered.merge(row[0] + " service " + service + " status " + status, 1, Integer::sum);
        }
      }
    }
    Map<String, Integer> read = new TreeMap<>();
    Map<String, Integer> readAnswers = new TreeMap<>();
    for (Operation o : Recorded.of(file).operations) {
      boolean compared =
          (o.protocol() == Protocol.CIP || o.protocol() == Protocol.PCCC)
              && !o.functionName().equals("implicit-data");
      if (!compared) {
        continue;
      }
      boolean pccc = o.protocol() == Protocol.PCCC;
      int service = pccc ? CipServices.EXECUTE_PCCC : o.functionCode();
      boolean asks = o.result() != OperationResult.ANSWER_ONLY;
      if (asks && !passedOver.contains(o.request().frame())) {
        read.merge(o.request().frame() + " service " + service, 1, Integer::sum);
      }
      if (o.hasResponse() && !passedOver.contains(o.response().frame())) {
        readAnswers.merge(
            "%d service %d status %d"
                .formatted(o.response().frame(), service, pccc ? 0 : o.resultCode()),
            1,
            Integer::sum);
      }
    }
    assertThat(difference(read, asked)).isEmpty();
    assertThat(difference(readAnswers, answered)).isEmpty();
    assertThat(read).hasSameSizeAs(asked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"enip/enip_cip_example.pcap", "enip/EIP-FirmwareChange.pcap"})
  void everyCommandOfTheEncapsulationIsInTheLedger(String capture) {
    Path file = Recorded.shared(capture);
    List<String> expected =
        Tshark.fields(
                file,
                "enip.command && !(enip.command in {0x6f, 0x70}) && tcp.dstport == 44818",
                "frame.number",
                "enip.command")
            .stream()
            .map(row -> row[0] + " " + Encapsulation.name(Integer.decode(row[1])))
            .toList();
    assertThat(expected).isNotEmpty();
    assertThat(
            Recorded.of(file).operations.stream()
                .filter(o -> o.protocol() == Protocol.ENIP)
                .map(o -> o.request().frame() + " " + o.functionName()))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void theFirmwareUpdateIsCompleteAndEndsWithAReset() {
    List<Operation> operations =
        Recorded.of(Recorded.shared("enip/EIP-FirmwareChange.pcap")).operations;

    // Figures of PROVENANCE: class 0xA1 services 0x4b, 0x4d 5,243 times, 0x51; then a reset. The
    // addresses are those of tshark; PROVENANCE has them the other way round.
    assertThat(count(operations, OperationClass.FIRMWARE))
        .isEqualTo(
            Map.of(
                "begin-firmware-update accepted", 1,
                "firmware-data accepted", 5243,
                "end-firmware-update refused", 1));
    assertThat(count(operations, OperationClass.CONTROL)).isEqualTo(Map.of("reset accepted", 1));
    assertThat(
            operations.stream()
                .filter(o -> o.operationClass() == OperationClass.FIRMWARE)
                .map(
                    o ->
                        "%s > %s %s"
                            .formatted(
                                o.source().address(),
                                o.destination().address(),
                                o.text(TargetPart.TYPE)))
                .distinct())
        .containsExactly("192.168.10.105 > 192.168.10.120 firmware");
  }

  @Test
  void stopModeChangeUnlockClockAndDownloadAreToldByWhatTheyDo() {
    assertThat(words("enip/cip_stop_plc.pcap", OperationClass.CONTROL))
        .containsExactly("stop type 142 controller instance 1");
    assertThat(words("enip/cip_unlock_cpu.pcap", OperationClass.CONTROL))
        .containsExactly("unlock area controller block 1 type 116 edit-lock instance 1");
    assertThat(words("enip/EIP-RemoteModeChangeAttempt.pcap", OperationClass.CONTROL))
        .contains("stop type 142 controller instance 1");
    assertThat(words("enip/EIP-ChangeTimeAttempt.pcap", OperationClass.CONFIGURATION))
        .containsExactly("set-attribute-list type 139 wall-clock instance 1 attribute 6 count 1");
    List<String> download = words("enip/EIP-SoftwareDownload.pcap", OperationClass.PROGRAM);
    assertThat(download).anyMatch(w -> w.startsWith("create") && w.contains("172 project"));
    assertThat(download).filteredOn(w -> w.startsWith("create")).hasSizeGreaterThan(30);
    assertThat(
            words("enip/EIP-SoftwareDownload.pcap", OperationClass.CONTROL).stream()
                .map(w -> w.substring(0, w.indexOf(' ')))
                .distinct())
        .containsExactlyInAnyOrder("lock", "stop", "reset", "start", "unlock");
  }

  /** The logs that the ICSNPP parser for Zeek gives for the same trace, kept by its authors. */
  @Test
  void servicesOfIcsnppReadAsItsAuthorsReadThem() {
    List<String[]> log = log("cip.log");
    List<String> asked = new ArrayList<>();
    List<String> answered = new ArrayList<>();
    for (String[] f : log) {
      if (f[13].equals("0x0a")) {
        continue;
      }
      if (f[12].equals("request")) {
        String attribute = f[22].equals("-") ? "" : " attribute " + f[22];
        asked.add(
            "%s > %s service %s class %s instance %s%s"
                .formatted(f[7], f[9], f[13], f[19], f[21], attribute));
      } else {
        answered.add("%s > %s service %s status %s".formatted(f[7], f[9], f[13], f[15]));
      }
    }
    List<Operation> operations =
        Recorded.of(Recorded.shared("enip/enip_cip_example.pcap")).operations.stream()
            .filter(o -> o.protocol() == Protocol.CIP && !o.functionName().equals("implicit-data"))
            .toList();

    assertThat(asked).hasSizeGreaterThan(500);
    assertThat(
            operations.stream()
                .filter(o -> o.result() != OperationResult.ANSWER_ONLY)
                .map(
                    o ->
                        "%s > %s service 0x%02x class 0x%02x instance 0x%02x"
                            .formatted(
                                o.source().address(),
                                o.destination().address(),
                                o.functionCode(),
                                o.number(TargetPart.TYPE),
                                o.number(TargetPart.INSTANCE))))
        .containsExactlyInAnyOrderElementsOf(asked);
    assertThat(
            operations.stream()
                .filter(Operation::hasResponse)
                .map(
                    o ->
                        "%s > %s service 0x%02x status 0x%02x"
                            .formatted(
                                o.destination().address(),
                                o.source().address(),
                                o.functionCode(),
                                o.resultCode())))
        .containsExactlyInAnyOrderElementsOf(answered);
  }

  @Test
  void theIdentityThatIcsnppReadsIsAmongTheAttributes() {
    String[] f = log("cip_identity.log").getFirst();
    Map<AttributeName, String> told = new LinkedHashMap<>();
    Recorded.of(Recorded.shared("enip/enip_cip_example.pcap")).attributes.stream()
        .filter(a -> a.protocol() == Protocol.ENIP && a.address().toString().equals(f[7]))
        .forEach(a -> told.put(a.name(), a.value()));

    // The role is concluded from the type; their log has none.
    assertThat(told.remove(AttributeName.ROLE)).isEqualTo("gateway");
    assertThat(told)
        .isEqualTo(
            Map.of(
                AttributeName.VENDOR_ID, "1",
                AttributeName.VENDOR, f[15],
                AttributeName.DEVICE_TYPE, f[17],
                AttributeName.DEVICE_ID, f[18],
                AttributeName.FIRMWARE, f[19],
                AttributeName.SERIAL_NUMBER, f[21].substring(2),
                AttributeName.MODEL, f[22]));
  }

  @Test
  void eachConnectionOfImplicitDataStandsInTheLedgerOnceWithItsFirstData() {
    Map<String, String> first = new LinkedHashMap<>();
    for (String[] f : log("cip_io.log")) {
      first.putIfAbsent(f[7] + " > " + f[9] + " " + Long.decode(f[11]), f[13] + " " + f[14]);
    }
    Map<String, String> read = new LinkedHashMap<>();
    for (Operation o : Recorded.of(Recorded.shared("enip/enip_cip_example.pcap")).operations) {
      if (o.functionName().equals("implicit-data")) {
        String key =
            "%s > %s %d"
                .formatted(
                    o.source().address(), o.destination().address(), o.number(TargetPart.INSTANCE));
        String value = OperationText.value(o).replace(" ...", "");
        read.put(key, o.valueLength() + " " + value);
      }
    }
    assertThat(read.keySet()).isEqualTo(first.keySet());
    first.forEach((key, value) -> assertThat(value).startsWith(read.get(key)));
  }

  @Test
  void theControllerBehindPcccTellsItsCatalogueNumber() {
    Recorded recorded = Recorded.of(Recorded.shared("s4x15/WinXP.pcap"));
    Set<String> models =
        recorded.attributes.stream()
            .filter(a -> a.protocol() == Protocol.PCCC && a.name() == AttributeName.MODEL)
            .map(a -> a.value())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(models).containsExactly("1763-LEC");
    assertThat(
            recorded.operations.stream()
                .filter(o -> o.protocol() == Protocol.PCCC)
                .map(Operation::functionName)
                .distinct())
        .containsExactly("diagnostic-status");
  }

  private static List<String> difference(Map<String, Integer> ours, Map<String, Integer> theirs) {
    Set<String> all = new TreeSet<>(ours.keySet());
    all.addAll(theirs.keySet());
    return all.stream()
        .filter(key -> !ours.getOrDefault(key, 0).equals(theirs.getOrDefault(key, 0)))
        .map(key -> key + ": ours " + ours.get(key) + ", theirs " + theirs.get(key))
        .toList();
  }

  private static Map<String, Integer> count(List<Operation> operations, OperationClass kind) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Operation o : operations) {
      if (o.operationClass() == kind) {
        counts.merge(o.functionName() + " " + o.result().word(), 1, Integer::sum);
      }
    }
    return counts;
  }

  private static List<String> words(String capture, OperationClass kind) {
    return Recorded.of(Recorded.shared(capture)).operations.stream()
        .filter(o -> o.operationClass() == kind)
        .map(o -> o.functionName() + " " + OperationText.target(o))
        .toList();
  }

  private static List<String[]> log(String name) {
    return new String(
            Recorded.bytes("enip-expected/analyzer.basic/" + name), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .toList();
  }
}
