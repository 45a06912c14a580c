package org.bellbuoy.port.protocol.s7;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellbuoy.port.conversation.Direction;
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
class S7GoldenTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "s7/snap7_s300_everything.pcapng",
        "s7/step7_s300_stop.pcapng",
        "s7/step7_s300_download.pcapng",
        "s7/tia_s300_downloadHwConfig.pcapng",
        "s7/step7_s300_AuthPassword.pcapng",
        "s7/tia_s300_flashLed.pcapng",
        "s7/wincc_s400_production.pcapng",
        "s7/s7comm_plus.pcap",
        "s7/s7ident.pcap",
        "s7/s7comm_reading_plc_status.pcap"
      })
  void everyRequestThatTsharkReadsIsInTheLedgerAndNoOther(String capture) {
    Path file = Recorded.shared(capture);
    Map<String, Integer> expected = new TreeMap<>();
    for (String[] row :
        Tshark.fields(
            file,
            "s7comm.header.rosctr == 1 || s7comm.param.userdata.type == 4",
            "frame.number",
            "s7comm.param.func",
            "s7comm.param.itemcount",
            "s7comm.param.userdata.funcgroup",
            "s7comm.param.userdata.subfunc")) {
      int function = row[1].isEmpty() ? -1 : Integer.decode(row[1]);
      if (function < 0) {
        int group = Integer.decode(row[3].split(",")[0]);
        String code = "7." + group + "." + Integer.decode(row[4].split(",")[0]);
        expected.merge(row[0] + " " + code, 1, Integer::sum);
      } else {
        boolean variables = function == Variables.READ || function == Variables.WRITE;
        expected.put(
            row[0] + " " + function, variables ? Integer.parseInt(row[2].split(",")[0]) : 1);
      }
    }
    Map<String, Integer> read = new TreeMap<>();
    for (Operation o : asked(file)) {
      int code = o.functionCode();
      boolean userData = code >> 16 == Header.USER_DATA;
      String function = userData ? "7." + (code >> 8 & 15) + "." + (code & 0xff) : "" + code;
      read.merge(o.request().frame() + " " + function, 1, Integer::sum);
    }
    assertThat(read).isEqualTo(expected).isNotEmpty();
  }

  private static List<Operation> asked(Path file) {
    return Recorded.of(file).operations.stream()
        .filter(o -> o.protocol() == Protocol.S7COMM)
        .filter(o -> o.result() != OperationResult.ANSWER_ONLY)
        .filter(o -> o.result() != OperationResult.NO_ANSWER_DUE)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s7/snap7_s300_everything.pcapng",
        "s7/wincc_s400_production.pcapng",
        "s7/s7comm_plus.pcap"
      })
  void variablesLieWhereTsharkSaysTheyLie(String capture) {
    Path file = Recorded.shared(capture);
    List<String> expected = new ArrayList<>();
    for (String[] row :
        Tshark.fields(
            file,
            "s7comm.header.rosctr == 1 && s7comm.param.func in {4,5}",
            "frame.number",
            "s7comm.param.item.area",
            "s7comm.param.item.db",
            "s7comm.param.item.address.byte",
            "s7comm.param.item.length")) {
      if (row[1].isEmpty()) {
        continue;
      }
      String[] areas = row[1].split(",");
      String[] blocks = row[2].split(",");
      String[] lengths = row[4].split(",");
      // Counters and timers have no byte: only rows without them are compared by address.
      String[] bytes = row[3].split(",");
      for (int i = 0; i < areas.length; i++) {
        int area = Integer.decode(areas[i]);
        String at = bytes.length == areas.length ? Integer.decode(bytes[i]).toString() : "-";
        String block = area == 0x84 ? Integer.decode(blocks[i]).toString() : "0";
        expected.add(
            String.join(
                " ", row[0], Variables.area(area), block, at, Integer.decode(lengths[i]) + ""));
      }
    }
    Map<Long, Boolean> numbered = new TreeMap<>();
    List<Operation> variables =
        asked(file).stream()
            .filter(o -> o.functionCode() == Variables.READ || o.functionCode() == Variables.WRITE)
            .filter(o -> o.hasNumber(TargetPart.TYPE))
            .toList();
    for (Operation o : variables) {
      String area = o.text(TargetPart.AREA);
      numbered.merge(o.request().frame(), "C".equals(area) || "T".equals(area), Boolean::logicalOr);
    }
    List<String> read = new ArrayList<>();
    for (Operation o : variables) {
      boolean counted = Boolean.TRUE.equals(numbered.get(o.request().frame()));
      read.add(
          o.request().frame()
              + " "
              + o.text(TargetPart.AREA)
              + " "
              + o.number(TargetPart.BLOCK)
              + " "
              + (counted ? "-" : o.number(TargetPart.ADDRESS))
              + " "
              + o.number(TargetPart.COUNT));
    }
    assertThat(read).containsExactlyInAnyOrderElementsOf(expected).isNotEmpty();
  }

  @Test
  void theControlOperationsOfTheReferenceAreToldByName() {
    assertThat(classes("s7/tia_s300_downloadHwConfig.pcapng"))
        .containsEntry("request-download", 7)
        .containsEntry("plc-control", 12)
        .containsEntry("plc-stop", 1);
    assertThat(classes("s7/snap7_s300_everything.pcapng"))
        .containsEntry("read-var", 6)
        .containsEntry("write-var", 6)
        .containsEntry("start-upload", 5)
        .containsEntry("plc-control", 3)
        .containsEntry("plc-stop", 1)
        .containsEntry("set-clock", 1);
    assertThat(classes("s7/step7_s300_AuthPassword.pcapng")).containsEntry("plc-password", 1);
  }

  private static Map<String, Integer> classes(String capture) {
    Map<String, Integer> counts = new TreeMap<>();
    asked(Recorded.shared(capture)).forEach(o -> counts.merge(o.functionName(), 1, Integer::sum));
    return counts;
  }

  @Test
  void servicesOfProgramInvocationAreToldWithTheirBlocks() {
    assertThat(services("s7/snap7_s300_everything.pcapng"))
        .containsExactly(
            "copy-ram-to-rom PROGRAM ACCEPTED",
            "compress-memory PROGRAM ACCEPTED",
            "cold-start CONTROL ACCEPTED");
    assertThat(services("s7/step7_s300_download.pcapng"))
        .containsExactly("insert-block DB1 PROGRAM ACCEPTED");
    assertThat(services("s7/tia_s300_downloadHwConfig.pcapng"))
        .hasSize(12)
        .startsWith(
            "delete-block SDB2000 PROGRAM ACCEPTED",
            "delete-block SDB1000 PROGRAM ACCEPTED",
            "delete-block SDB4 PROGRAM ACCEPTED");
  }

  private static List<String> services(String capture) {
    return asked(Recorded.shared(capture)).stream()
        .filter(o -> o.functionCode() == Blocks.PLC_CONTROL)
        .map(
            o ->
                o.text(TargetPart.SUBFUNCTION)
                    + (o.hasNumber(TargetPart.BLOCK)
                        ? " " + o.text(TargetPart.AREA) + o.number(TargetPart.BLOCK)
                        : "")
                    + " "
                    + o.operationClass()
                    + " "
                    + o.result())
        .toList();
  }

  @Test
  void inADownloadTheControllerFetches() {
    Recorded recorded = Recorded.of(Recorded.shared("s7/step7_s300_download.pcapng"));
    Operation fetched =
        recorded.operations.stream()
            .filter(o -> o.functionCode() == Blocks.DOWNLOAD_BLOCK)
            .findFirst()
            .orElseThrow();

    assertThat(fetched.direction()).isEqualTo(Direction.TO_CLIENT);
    assertThat(fetched.source().port()).isEqualTo(102);
    assertThat(fetched.result()).isEqualTo(OperationResult.ACCEPTED);
    assertThat(OperationText.target(fetched)).isEqualTo("area DB block 1");
  }

  @Test
  void aPasswordIsAnOperationWithoutTheSecret() {
    Operation login =
        asked(Recorded.shared("s7/step7_s300_AuthPassword.pcapng")).stream()
            .filter(o -> o.operationClass() == OperationClass.AUTHENTICATION)
            .findFirst()
            .orElseThrow();

    assertThat(login.result()).isEqualTo(OperationResult.ACCEPTED);
    assertThat(OperationText.value(login)).isEmpty();
  }

  @Test
  void refusedUploadsHaveTheirReason() {
    List<Operation> refused =
        asked(Recorded.shared("s7/snap7_s300_everything.pcapng")).stream()
            .filter(o -> o.result() == OperationResult.REFUSED)
            .toList();

    // As tshark reads frames 24 and 44; the rest are variables.
    assertThat(refused)
        .filteredOn(o -> o.functionCode() > 5)
        .extracting(o -> o.response().frame() + " " + Integer.toHexString(o.resultCode()))
        .containsExactly("24 d209", "44 d20c");
  }

  /** The logs that the ICSNPP parser for Zeek gives for the same traces, kept by its authors. */
  @ParameterizedTest
  @ValueSource(strings = {"s7comm_plus", "s7ident"})
  void theTracesOfIcsnppReadAsItsAuthorsReadThem(String trace) {
    List<String> expected =
        log("s7-expected/analyzer." + trace + "/s7comm.log")
            .filter(f -> f[6].equals("T"))
            .map(f -> Integer.decode(f[14]) + " " + f[16])
            .toList();
    // Their function of user data is the byte of kind and group, and a job is one record however
    // many variables it has.
    List<String> read =
        asked(Recorded.shared("s7/" + trace + ".pcap")).stream()
            .collect(
                Collectors.toMap(
                    o -> o.request().frame(), o -> o, (first, second) -> first, LinkedHashMap::new))
            .values()
            .stream()
            .map(
                o ->
                    o.functionCode() >> 16 == Header.USER_DATA
                        ? (0x40 | o.functionCode() >> 8 & 15)
                            + " 0x%02x".formatted(o.functionCode() & 0xff)
                        : o.functionCode() + " -")
            .toList();
    assertThat(read).containsExactlyElementsOf(expected);
  }

  @Test
  void requestsOfS7CommPlusAreThoseOfIcsnpp() {
    List<String> expected =
        log("s7-expected/analyzer.s7comm_plus/s7comm_plus.log")
            .filter(f -> f[12].equals("0x31"))
            .map(f -> f[14] + " " + f[15].toLowerCase(Locale.ROOT).replace(' ', '-'))
            .toList();
    List<Operation> operations =
        Recorded.of(Recorded.shared("s7/s7comm_plus.pcap")).operations.stream()
            .filter(o -> o.protocol() == Protocol.S7COMM_PLUS)
            .toList();

    assertThat(operations)
        .extracting(o -> "0x%04x %s".formatted(o.functionCode(), o.functionName()))
        .containsExactlyInAnyOrderElementsOf(expected)
        .hasSize(34);
    // All eight answers that their log has are paired.
    assertThat(operations).filteredOn(o -> o.result() == OperationResult.ACCEPTED).hasSize(8);
  }

  @Test
  void identityInPartsIsPutTogetherAsIcsnppTellsIt() {
    String[] device =
        log("s7-expected/analyzer.s7ident/s7comm_known_devices.log").findFirst().orElseThrow();
    Recorded recorded = Recorded.of(Recorded.shared("s7/s7ident.pcap"));

    assertThat(value(recorded, AttributeName.NAME)).isEqualTo(device[11]);
    assertThat(value(recorded, AttributeName.DESCRIPTION)).isEqualTo(device[12]);
    assertThat(value(recorded, AttributeName.SERIAL_NUMBER)).isEqualTo(device[14]);
    // The line reads "Original Siemens Equipment", which is no maker's name.
    assertThat(value(recorded, AttributeName.VENDOR)).isEqualTo("Siemens");

    // The list over two answers, of which tshark puts the parts together too.
    Recorded parts = Recorded.of(Recorded.shared("s7/snap7_s300_everything.pcapng"));
    assertThat(value(parts, AttributeName.ORDER_NUMBER)).isEqualTo("6ES7 315-2EH14-0AB0");
    assertThat(value(parts, AttributeName.FIRMWARE)).isEqualTo("V3.2.7");
    assertThat(value(parts, AttributeName.MODEL)).isEqualTo("CPU 315-2 PN/DP");
    assertThat(value(parts, AttributeName.VENDOR_ID)).isEqualTo("42");
  }

  private static Stream<String[]> log(String path) {
    return new String(Recorded.bytes(path), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1));
  }

  private static String value(Recorded recorded, AttributeName name) {
    return recorded.attributes.stream()
        .filter(a -> a.name() == name)
        .findFirst()
        .orElseThrow()
        .value();
  }
}
