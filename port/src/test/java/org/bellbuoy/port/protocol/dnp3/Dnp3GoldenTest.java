package org.bellbuoy.port.protocol.dnp3;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationResult;
import org.bellbuoy.port.operation.OperationText;
import org.bellbuoy.port.operation.TargetPart;
import org.bellbuoy.port.watch.Recorded;
import org.bellbuoy.port.watch.Tshark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real captures: what other tools read there is what stands in the ledger. */
class Dnp3GoldenTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "dnp3/dnp3_example.pcap",
        "dnp3/dnp3_file_write.pcap",
        "dnp3/dnp3_write.pcap",
        "dnp3/dnp3_en_spon.pcap",
        "enip/EIP-ViewDeviceStatus.pcap"
      })
  void everyRequestThatTsharkReadsIsInTheLedgerAndNoOther(String capture) {
    Path file = Recorded.shared(capture);
    Set<String> expected = new TreeSet<>();
    Tshark.fields(file, "dnp3.al.func > 0 && dnp3.al.func < 129", "frame.number", "dnp3.al.func")
        .forEach(row -> expected.add(row[0] + " " + Functions.name(Integer.parseInt(row[1]))));
    // Several objects of one request are operations of their own.
    Set<String> read = new TreeSet<>();
    for (Operation o : Recorded.of(file).operations) {
      if (Functions.isRequest(o.functionCode())) {
        read.add(o.request().frame() + " " + o.functionName());
      }
    }

    assertThat(expected).isNotEmpty();
    assertThat(read).isEqualTo(expected);
  }

  @Test
  void selectsAndOperatesOfTheExampleAreCounted() {
    Map<String, Integer> counts = new TreeMap<>();
    for (Operation o : Recorded.of(Recorded.shared("dnp3/dnp3_example.pcap")).operations) {
      if (Functions.commands(o.functionCode())) {
        counts.merge(o.functionName() + " " + o.result().word(), 1, Integer::sum);
      }
    }
    assertThat(counts).isEqualTo(Map.of("select accepted", 134, "operate accepted", 133));
  }

  /** The logs that the ICSNPP parser for Zeek gives for the same trace, kept by its authors. */
  @Test
  void controlsOfIcsnppReadAsItsAuthorsReadThem() {
    List<String[]> log = log("dnp3_control.log", 21);
    List<Operation> controls =
        Recorded.of(Recorded.shared("dnp3/dnp3_example.pcap")).operations.stream()
            .filter(o -> Functions.commands(o.functionCode()))
            .toList();

    assertThat(
            controls.stream()
                .map(
                    o ->
                        "%d %s %d %s count %d %s"
                            .formatted(
                                o.source().port(),
                                o.functionName(),
                                o.number(TargetPart.ADDRESS),
                                o.text(TargetPart.SUBFUNCTION),
                                o.number(TargetPart.COUNT),
                                OperationText.value(o))))
        .containsExactlyInAnyOrderElementsOf(
            log.stream()
                .filter(f -> f[6].equals("T"))
                .map(
                    f ->
                        "%s %s %s %s %s count %s on %s ms off %s ms"
                            .formatted(
                                f[3],
                                f[12].toLowerCase(Locale.ROOT),
                                f[13],
                                f[15].toLowerCase(Locale.ROOT).replace(' ', '-'),
                                f[14].toLowerCase(Locale.ROOT),
                                f[17],
                                f[18],
                                f[19]))
                .toList());
    assertThat(log.stream().filter(f -> f[6].equals("F")).map(f -> f[20]).distinct())
        .containsExactly("Success");
    assertThat(controls)
        .allSatisfy(o -> assertThat(o.result()).isEqualTo(OperationResult.ACCEPTED))
        .hasSize((int) log.stream().filter(f -> f[6].equals("F")).count());
  }

  @Test
  void objectsThatIcsnppSeesReadAreThoseOfTheLedger() {
    Map<String, Integer> expected = new TreeMap<>();
    for (String[] f : log("dnp3_objects.log", 16)) {
      if (f[11].equals("READ")) {
        expected.merge(f[12].replace(" Data", "").toLowerCase(Locale.ROOT), 1, Integer::sum);
      }
    }
    Map<String, Integer> read = new TreeMap<>();
    for (Operation o : Recorded.of(Recorded.shared("dnp3/dnp3_example.pcap")).operations) {
      String type = o.text(TargetPart.TYPE);
      if (o.functionCode() == Functions.READ && type != null) {
        read.merge(type.replace('-', ' '), 1, Integer::sum);
      }
    }
    assertThat(expected).containsEntry("class 0", 97);
    assertThat(read).isEqualTo(expected);
  }

  @Test
  void aFileThatIsWrittenHasItsName() {
    List<Operation> operations =
        Recorded.of(Recorded.shared("dnp3/dnp3_file_write.pcap")).operations;

    assertThat(operations)
        .extracting(o -> o.functionName() + " " + o.operationClass().word())
        .containsExactly("open-file program", "write program", "close-file read");
    assertThat(operations.getFirst().text(TargetPart.NAME))
        .isEqualTo("C:/temp/DNPDeviceConfiguration written to Remote Device.xml");
    assertThat(operations.getFirst().text(TargetPart.SUBFUNCTION)).isEqualTo("write");
    assertThat(operations).allSatisfy(o -> assertThat(o.hasResponse()).isTrue());
  }

  @Test
  void settingTheClockIsConfiguration() {
    Operation operation =
        Recorded.of(Recorded.shared("dnp3/dnp3_write.pcap")).operations.getFirst();

    // As tshark shows the time that is set.
    assertThat(operation.operationClass().word()).isEqualTo("configuration");
    assertThat(Instant.ofEpochMilli(operation.valueNumber()))
        .isEqualTo(Instant.parse("2011-12-19T22:06:33.859Z"));
  }

  private static List<String[]> log(String name, int fields) {
    return new String(
            Recorded.bytes("dnp3-expected/analyzer.basic/" + name), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .filter(f -> f.length >= fields)
        .toList();
  }
}
