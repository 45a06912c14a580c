package org.bellbuoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.bellbuoy.port.simulate.PortScenario;
import org.bellbuoy.port.simulate.PortSimulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PortEvidenceCommandTest {
  @TempDir Path folder;

  private Path capture() throws IOException {
    Path simulated = folder.resolve("simulated");
    PortSimulation.of(
            PortScenario.demo().withSize(1, 4, 1).withStart(Instant.parse("2026-05-04T00:00:00Z")))
        .write(simulated);
    return simulated.resolve("simulated-20260504.pcapng");
  }

  private Outcome evidence(String rule, Path capture, String... more) {
    String[] args = new String[7 + more.length];
    System.arraycopy(
        new String[] {
          "port", "evidence", "--rule", rule, capture.toString(), "--out", folder + "/out"
        },
        0,
        args,
        0,
        7);
    System.arraycopy(more, 0, args, 7, more.length);
    return Outcome.of(args);
  }

  @Test
  void fileAndPageAndLedgerAreWrittenAndTheTableSaysWhatItIsNot() throws IOException {
    Outcome done = evidence("33cfr101.650", capture(), "--least-window", "23h", "--sees", "border");

    assertThat(done.status()).as(done.err()).isEqualTo(Bellbuoy.OK);
    assertThat(done.out())
        .startsWith("SIMULATED data")
        .contains("(f)(3)")
        .contains("no statement that a rule is kept or broken")
        .contains("must be checked against the eCFR");
    Path out = folder.resolve("out");
    JsonNode json = new ObjectMapper().readTree(out.resolve("evidence.json").toFile());
    JsonNode run = new ObjectMapper().readTree(out.resolve("run.json").toFile());
    assertThat(json.path("run").asText()).isEqualTo(run.path("id").asText());
    assertThat(run.path("parameters").path("rule").asText()).isEqualTo("33cfr101.650");
    assertThat(Files.readString(out.resolve("evidence.html")))
        .contains("SIMULATED")
        .contains("must be checked against the eCFR")
        .contains("invisible");
  }

  @Test
  void aChecklistOfOnesOwnIsReadAndWhatIsWrongInItIsTold() throws IOException {
    Path capture = capture();
    Path own = folder.resolve("own.yaml");
    String text =
        """
        rule: own
        title: Own
        paragraphs:
          - id: "4.2"
            says: No crane is reached from outside.
            evidence: [inbound-from-public]
        """;
    Files.writeString(own, text);
    Outcome done = evidence(own.toString(), capture);
    assertThat(done.status()).as(done.err()).isEqualTo(Bellbuoy.OK);
    assertThat(done.out()).contains("4.2                  cannot tell");

    Files.writeString(own, text.replace("inbound-from-public", "inbound"));
    Outcome wrong = evidence(own.toString(), capture);
    assertThat(wrong.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(wrong.err()).contains("own.yaml:6:16: the evidence kind 'inbound' is not known");
  }

  @Test
  void withoutAPacketThereIsNoVerdict() throws IOException {
    Path empty = folder.resolve("empty.pcap");
    byte[] header = new byte[24];
    byte[] known = {(byte) 0xd4, (byte) 0xc3, (byte) 0xb2, (byte) 0xa1, 2, 0, 4, 0};
    System.arraycopy(known, 0, header, 0, known.length);
    header[17] = 1;
    header[20] = 1;
    Files.write(empty, header);
    Outcome done = evidence("33cfr101.650", empty);
    assertThat(done.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(done.err()).contains("No packet was read in empty.pcap");
    assertThat(folder.resolve("out").resolve("evidence.json")).doesNotExist();
  }

  @Test
  void thePolicyIsReadFirstAndWhatItDeclaresIsInTheEvidence() throws IOException {
    Path capture = capture();
    Path policy = folder.resolve("policy.yaml");
    Path out = folder.resolve("out");
    for (String wrong : List.of("", "zones:\n  - nam: a\n")) {
      Files.writeString(policy, wrong);
      Outcome refused = evidence("33cfr101.650", capture, "--policy", policy.toString());
      assertThat(refused.status()).isEqualTo(Bellbuoy.FAILED);
      assertThat(refused.err()).contains("policy.yaml").hasLineCount(1);
      assertThat(out.resolve("evidence.json")).doesNotExist();
    }
    assertThat(evidence("33cfr101.650", capture).status()).isEqualTo(Bellbuoy.OK);
    JsonNode without = new ObjectMapper().readTree(out.resolve("evidence.json").toFile());
    Files.writeString(
        policy,
        """
        zones:
          - name: terminal
            level: 1
            addresses: [10.20.0.0/16]
          - name: office
            level: 4
            addresses: [10.30.0.0/16]
        conduits:
          - name: within
            from: [terminal]
            to: [terminal]
            protocols: any
            operations: any
        """);
    Outcome done = evidence("33cfr101.650", capture, "--policy", policy.toString());
    assertThat(done.status()).as(done.err()).isEqualTo(Bellbuoy.OK);
    JsonNode with = new ObjectMapper().readTree(out.resolve("evidence.json").toFile());
    assertThat(verdict(without, "(h)(1)")).isEqualTo("cannot tell");
    assertThat(verdict(with, "(h)(1)")).isEqualTo("contradicts");
  }

  private static String verdict(JsonNode evidence, String paragraph) {
    for (JsonNode one : evidence.path("paragraphs")) {
      if (one.path("id").asText().equals(paragraph)) {
        return one.path("verdict").asText();
      }
    }
    throw new AssertionError("no paragraph " + paragraph + " in " + evidence);
  }

  @Test
  void wrongWordsOnTheCommandLineAreWrongUsage() throws IOException {
    Path capture = folder.resolve("none.pcap");
    assertThat(evidence("33cfr101.651", capture).status()).isEqualTo(Bellbuoy.USAGE);
    assertThat(evidence("33cfr101.650", capture, "--sees", "all").err())
        .contains("--sees is 'all'; allowed are border, zones, devices.");
    assertThat(evidence("33cfr101.650", capture, "--party", "vendor").err())
        .contains("--party: 'vendor' is no network.");
  }
}
