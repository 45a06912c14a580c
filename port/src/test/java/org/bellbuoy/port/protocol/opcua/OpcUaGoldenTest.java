package org.bellbuoy.port.protocol.opcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
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
import org.bellbuoy.port.operation.OperationText;
import org.bellbuoy.port.operation.TargetPart;
import org.bellbuoy.port.watch.Recorded;
import org.bellbuoy.port.watch.Tshark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real captures: what other tools read there is what stands in the ledger. */
class OpcUaGoldenTest {
  private static final String CLEAR = "opcua/open62541_client-server_mainloop.pcap";
  private static final String ENCRYPTED = "opcua/open62541_client-server_encrypted.pcap";

  @ParameterizedTest
  @ValueSource(strings = {CLEAR, ENCRYPTED, "opcua/opcua_with-gap.pcap"})
  void everyServiceThatTsharkReadsIsInTheLedgerAndNoOther(String capture) {
    Path file = Recorded.shared(capture);
    Map<String, Integer> asked = new TreeMap<>();
    Map<String, Integer> answered = new TreeMap<>();
    for (String[] row :
        Tshark.fields(file, "opcua", "frame.number", "opcua.servicenodeid.numeric")) {
      for (String type : row[1].split(",", -1)) {
        if (type.isEmpty()) {
          continue;
        }
        int number = Integer.parseInt(type);
        if (UaServices.isRequest(number)) {
          asked.merge(row[0] + " " + UaServices.name(number), 1, Integer::sum);
        } else {
          int request = UaServices.request(number);
          assertThat(request).as("type %d", number).isPositive();
          answered.merge(row[0] + " " + UaServices.name(request), 1, Integer::sum);
        }
      }
    }
    // What comes after its own acknowledgment is a retransmission to tshark, which passes it over.
    Set<String> passedOver =
        Tshark.fields(file, "tcp.analysis.spurious_retransmission", "frame.number").stream()
            .map(row -> row[0])
            .collect(Collectors.toSet());
    Map<String, Integer> read = new TreeMap<>();
    Map<String, Integer> readAnswers = new TreeMap<>();
    for (Operation o : Recorded.of(file).operations) {
      if (o.functionCode() == 0) {
        continue;
      }
      if (o.result() != OperationResult.ANSWER_ONLY) {
        read.merge(o.request().frame() + " " + o.functionName(), 1, Integer::sum);
      }
      if (o.hasResponse() && !passedOver.contains(Long.toString(o.response().frame()))) {
        readAnswers.merge(o.response().frame() + " " + o.functionName(), 1, Integer::sum);
      }
    }
    // No write or call in these captures is of more than one node.
    assertThat(difference(read, asked)).isEmpty();
    assertThat(difference(readAnswers, answered)).isEmpty();
    assertThat(read).isNotEmpty();
  }

  private static List<String> difference(Map<String, Integer> ours, Map<String, Integer> theirs) {
    Set<String> all = new TreeSet<>(ours.keySet());
    all.addAll(theirs.keySet());
    return all.stream()
        .filter(key -> !ours.getOrDefault(key, 0).equals(theirs.getOrDefault(key, 0)))
        .map(key -> key + ": ours " + ours.get(key) + ", theirs " + theirs.get(key))
        .toList();
  }

  @Test
  void ofEncryptedMessagesOnlyTheirBeingIsTold() {
    Path file = Recorded.shared(ENCRYPTED);
    List<Operation> operations = Recorded.of(file).operations;
    List<String> closed =
        Tshark.fields(
                file,
                "opcua.transport.type in {\"MSG\", \"CLO\"} && !opcua.servicenodeid.numeric && tcp.dstport == 4840",
                "frame.number")
            .stream()
            .map(row -> row[0])
            .toList();

    assertThat(closed).hasSize(5);
    assertThat(
            operations.stream()
                .filter(o -> o.functionName().equals("closed-message"))
                .map(o -> Long.toString(o.request().frame())))
        .isEqualTo(closed);
    assertThat(
            operations.stream()
                .filter(o -> o.functionName().equals("closed-message"))
                .map(o -> o.operationClass().word() + " " + OperationText.target(o))
                .distinct())
        .containsExactly("other area closed name Basic128Rsa15");
    assertThat(
            operations.stream()
                .filter(o -> o.functionName().equals("open-secure-channel"))
                .map(o -> OperationText.target(o) + " " + o.result()))
        .containsExactly(
            "name None subfunction none ACCEPTED",
            "name Basic128Rsa15 subfunction closed ACCEPTED");
  }

  /** The logs that the ICSNPP parser for Zeek gives for the same trace, kept by its authors. */
  @Test
  void servicesOfIcsnppReadAsItsAuthorsReadThem() {
    List<String> expected =
        log("opcua_binary.log").stream()
            .flatMap(Arrays::stream)
            .filter(field -> field.matches("[A-Z][A-Za-z]+(Request|Response)"))
            .map(OpcUaGoldenTest::hyphens)
            .sorted()
            .toList();
    List<String> read =
        Recorded.of(Recorded.shared(CLEAR)).operations.stream()
            .filter(o -> o.functionCode() != 0)
            .flatMap(
                o ->
                    o.hasResponse()
                        ? Stream.of(o.functionName() + "-request", o.functionName() + "-response")
                        : Stream.of(o.functionName() + "-request"))
            .sorted()
            .toList();

    assertThat(expected).hasSizeGreaterThan(50);
    assertThat(read).isEqualTo(expected);
  }

  @Test
  void nodesSessionsAndUsersOfIcsnppReadAsItsAuthorsReadThem() {
    List<Operation> operations = Recorded.of(Recorded.shared(CLEAR)).operations;

    List<String[]> writes = requests("opcua_binary_write.log");
    assertThat(nodes(operations, "write"))
        .isEqualTo(writes.stream().map(f -> "ns=" + f[0] + ";s=" + f[1] + " " + f[2]).toList());
    assertThat(writes).hasSize(2);
    // What they leave out of their logs is read here as tshark reads it.
    assertThat(
            Tshark.fields(Recorded.shared(CLEAR), "opcua.Int32", "opcua.Int32").stream()
                .map(row -> row[0]))
        .containsAll(
            operations.stream()
                .filter(o -> o.functionName().equals("write"))
                .map(OperationText::value)
                .toList());

    assertThat(nodes(operations, "read")).containsExactly("ns=1;s=the.answer value");
    assertThat(
            operations.stream()
                .filter(o -> o.functionName().equals("browse"))
                .map(o -> o.text(TargetPart.NAME)))
        .containsExactlyElementsOf(
            log("opcua_binary_browse_description.log").stream()
                .map(f -> "i=" + field(f, "\\d{2}"))
                .toList());
    assertThat(
            operations.stream()
                .filter(o -> o.functionName().equals("activate-session"))
                .map(OperationText::target))
        // Their log has the password beside the name; it stands nowhere here.
        .containsExactly("attribute password-in-clear name user1 subfunction user-name");
  }

  private static List<String> nodes(List<Operation> operations, String function) {
    return operations.stream()
        .filter(o -> o.functionName().equals(function))
        .map(o -> o.text(TargetPart.NAME) + " " + o.text(TargetPart.ATTRIBUTE))
        .toList();
  }

  @Test
  void theServerTellsItsNameAndWhatItOffers() {
    String[] endpoint = log("opcua_binary_get_endpoints_description.log").getFirst();
    Recorded recorded = Recorded.of(Recorded.shared(CLEAR));

    assertThat(told(recorded, AttributeName.NAME))
        .contains(field(endpoint, "urn:open62541.*"), "urn:unconfigured:application");
    assertThat(told(recorded, AttributeName.SOFTWARE))
        .contains(field(endpoint, "http://open62541.*"));
    assertThat(told(recorded, AttributeName.DESCRIPTION))
        .contains(field(endpoint, "open62541-based.*"));
    assertThat(told(recorded, AttributeName.SERVICE))
        .containsExactly("opcua security none policy None");
    assertThat(told(Recorded.of(Recorded.shared(ENCRYPTED)), AttributeName.SERVICE))
        .contains("opcua security sign-and-encrypt policy Basic256Sha256");
  }

  private static List<String> told(Recorded recorded, AttributeName name) {
    return recorded.attributes.stream()
        .filter(a -> a.name() == name)
        .map(a -> a.value())
        .distinct()
        .toList();
  }

  private static String field(String[] fields, String pattern) {
    return Arrays.stream(fields).filter(f -> f.matches(pattern)).findFirst().orElseThrow();
  }

  /** Name space, name and attribute of what clients asked for. */
  private static List<String[]> requests(String name) {
    return log(name).stream()
        .filter(f -> Arrays.asList(f).contains("the.answer"))
        .map(
            f ->
                new String[] {
                  "1",
                  field(f, "the\\.answer"),
                  field(f, "Value").toLowerCase(java.util.Locale.ROOT)
                })
        .toList();
  }

  private static String hyphens(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
  }

  private static List<String[]> log(String name) {
    return new String(
            Recorded.bytes("opcua-expected/analyzer.basic/" + name), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .toList();
  }
}
