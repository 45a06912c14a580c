package org.bellbuoy.port.protocol.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.operation.Attribute;
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
class ModbusGoldenTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "modbus/modbusBig.pcap",
        "modbus/modbus_test_data_part1.pcap",
        "modbus/modbus_test_data_part2.pcap",
        "modbus/modbus_example.pcap",
        "modbus/manual-test-capture.pcapng",
        "modbus/send_a_fake_command_modbus_6RTU_with_operate.pcap",
        "modbus/moving_two_files_modbus_6RTU.pcap",
        "modbus/modbus-and-non-modbus-p502.pcap",
        "modbus/4SICS-GeekLounge-151022-min.pcap",
        "modbus/modicon_test.pcap",
        "s4x15/Modicon.pcap"
      })
  void everyRequestThatTsharkReadsIsInTheLedgerAndNoOther(String capture) {
    Path file = Recorded.shared(capture);
    Map<String, Integer> expected = new TreeMap<>();
    for (String[] row :
        Tshark.fields(file, "modbus && tcp.dstport == 502", "frame.number", "modbus.func_code")) {
      for (String function : row[1].split(",", -1)) {
        expected.merge(row[0] + " function " + function, 1, Integer::sum);
      }
    }
    // A request captured after its own answer is a retransmission to tshark, which passes it over.
    Set<Long> passedOver =
        Tshark.fields(file, "tcp.analysis.spurious_retransmission", "frame.number").stream()
            .map(row -> Long.valueOf(row[0]))
            .collect(Collectors.toSet());
    Map<String, Integer> read = new TreeMap<>();
    for (Operation operation : Recorded.of(file).operations) {
      // tshark goes by the port, the ledger by who opened the connection.
      boolean compared =
          (operation.protocol() == Protocol.MODBUS || operation.protocol() == Protocol.UMAS)
              && operation.result() != OperationResult.ANSWER_ONLY
              && operation.source().port() != 502
              && !passedOver.contains(operation.request().frame());
      if (compared) {
        int function = operation.protocol() == Protocol.UMAS ? 90 : operation.functionCode();
        read.merge(operation.request().frame() + " function " + function, 1, Integer::sum);
      }
    }
    assertThat(read).isEqualTo(expected);
  }

  /** The logs that the ICSNPP parser for Zeek gives for the same trace, kept by its authors. */
  @Test
  void theTraceOfIcsnppReadsAsItsAuthorsReadIt() {
    List<String> log =
        new String(
                Recorded.bytes("modbus-expected/analyzer.basic/modbus_detailed.log"),
                StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.startsWith("#"))
            .toList();
    List<Operation> operations =
        Recorded.of(Recorded.shared("modbus/modbus_example.pcap")).operations;

    // They keep mask writes, read-write, device identification and others elsewhere.
    List<String> detailed =
        log.stream()
            .map(line -> line.split("\t", -1))
            .filter(f -> f.length > 11 && f[8].matches("(READ|WRITE)_.*(COIL|REGISTER|INPUT).*"))
            .filter(f -> !f[9].equals("-"))
            .map(
                f ->
                    "%s %s unit %s address %s count %s value %s"
                        .formatted(
                            f[2],
                            f[8].toLowerCase(Locale.ROOT).replace('_', '-'),
                            f[7],
                            f[9],
                            f[10],
                            f[11].equals("-") ? "" : f[11].replace(",", " ")))
            .toList();
    List<String> ours =
        operations.stream()
            .filter(
                o ->
                    o.functionName().matches("(read|write)-.*(coil|register|input).*")
                        && o.functionCode() != 23)
            .map(
                o ->
                    "%s %s unit %d address %d count %d value %s"
                        .formatted(
                            o.source().address(),
                            o.functionName(),
                            o.number(TargetPart.UNIT),
                            o.number(TargetPart.ADDRESS),
                            o.number(TargetPart.COUNT),
                            o.functionCode() == 15
                                ? String.join(" ", OperationText.value(o).split(""))
                                : OperationText.value(o)))
            .toList();

    assertThat(detailed).hasSizeGreaterThan(10);
    assertThat(ours).containsExactlyInAnyOrderElementsOf(detailed);
  }

  @Test
  void theRemoteUnitThatTurnedMasterWritesOneCoil() {
    Recorded recorded =
        Recorded.of(Recorded.shared("modbus/send_a_fake_command_modbus_6RTU_with_operate.pcap"));
    List<String> writes =
        recorded.operations.stream()
            .filter(o -> o.operationClass() == OperationClass.WRITE)
            .map(o -> o.source().address() + " > " + o.destination().address())
            .toList();

    assertThat(writes).hasSize(9);
    assertThat(writes).filteredOn("192.168.1.101 > 192.168.1.102"::equals).hasSize(1);
    assertThat(writes).filteredOn("192.168.1.100 > 192.168.1.101"::equals).hasSize(4);
    assertThat(writes).filteredOn("192.168.1.100 > 192.168.1.102"::equals).hasSize(3);
    assertThat(writes).filteredOn("192.168.1.100 > 192.168.1.103"::equals).hasSize(1);
    Operation odd =
        recorded.operations.stream()
            .filter(o -> o.source().address().toString().equals("192.168.1.101"))
            .findFirst()
            .orElseThrow();
    assertThat(odd.request().frame()).isBetween(4782L, 4791L);
    assertThat(odd.functionName()).isEqualTo("write-single-coil");
  }

  @Test
  void diagnosticsOfQuickdrawAreToldByTheirSubfunction() {
    Map<Long, Integer> bySubfunction = new TreeMap<>();
    for (Operation o :
        Recorded.of(Recorded.shared("modbus/modbus_test_data_part1.pcap")).operations) {
      if (o.functionCode() == 8) {
        bySubfunction.merge(o.number(TargetPart.SUBFUNCTION), 1, Integer::sum);
      }
    }
    assertThat(bySubfunction).isEqualTo(Map.of(1L, 3, 4L, 3, 10L, 2));
  }

  @Test
  void deviceIdentificationBecomesAttributesWithTheirFrame() {
    Recorded recorded = Recorded.of(Recorded.shared("modbus/modbus_example.pcap"));
    List<String> frames =
        Tshark.fields(
                Recorded.shared("modbus/modbus_example.pcap"),
                "modbus.object_str_value",
                "frame.number",
                "modbus.object_str_value")
            .stream()
            .map(row -> row[0] + " " + row[1])
            .toList();
    List<Attribute> vendor =
        recorded.attributes.stream().filter(a -> a.name() == AttributeName.VENDOR).toList();

    assertThat(frames).isNotEmpty();
    assertThat(vendor).hasSize(1);
    assertThat(frames.getFirst())
        .startsWith(vendor.getFirst().frame() + " " + vendor.getFirst().value());
  }
}
