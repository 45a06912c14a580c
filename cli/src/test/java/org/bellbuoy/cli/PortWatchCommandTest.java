package org.bellbuoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.json.Jsonl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The port watch as a command: what it writes, how it ends, and that it can be repeated. */
final class PortWatchCommandTest {
  private static final String HEADER = "d4c3b2a1020004000000000000000000ffff000001000000";

  /** A pcap: 10.0.0.1:40000 restarts the communications of 10.0.0.2:502, which answers. */
  private static final String CAPTURE =
      HEADER
          + "00f1536501000000420000004200000002000000000202000000000108004500003400010000"
          + "400600000a0000010a0000029c4001f6000003e9000013895018100000000000"
          + "000100000006090800010000"
          + "00f1536502000000420000004200000002000000000102000000000208004500003400020000"
          + "400600000a0000020a00000101f69c4000001389000003f55018100000000000"
          + "000100000006090800010000";

  @TempDir Path folder;

  private Path capture() throws IOException {
    return Files.write(folder.resolve("crane.pcap"), HexFormat.of().parseHex(CAPTURE));
  }

  private Outcome watch(Path out, String... more) {
    return Outcome.of(
        Stream.concat(Stream.of("port", "watch", "--out", out.toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  private static Outcome verify(Path out, String... more) {
    return Outcome.of(
        Stream.concat(
                Stream.of("findings", "verify", "--all", "--store", out.toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void aRestartIsAFindingWithItsBytesAndWithWhatCouldNotBeSeen() throws IOException {
    Path out = folder.resolve("out");
    Outcome outcome = watch(out, capture().toString());

    assertThat(outcome.status()).as(outcome.err()).isEqualTo(Bellbuoy.OK);
    assertThat(outcome.out()).contains("2 packets").contains("run-state").contains("10.0.0.1");
    List<Finding> findings = Jsonl.readAll(out.resolve(Outputs.FINDINGS));
    assertThat(findings).hasSize(1);
    Finding finding = findings.getFirst();
    assertThat(finding.rule()).isEqualTo("port.control");
    assertThat(finding.evidence()).extracting(e -> e.offset()).containsExactly(24L, 106L);
    assertThat(finding.evidence()).extracting(e -> e.length()).containsExactly(82, 82);
    assertThat(finding.evidence()).extracting(e -> e.frame()).containsExactly(1L, 2L);
    assertThat(finding.coverage().summary())
        .contains("1 TCP conversation captured without the beginning")
        .contains("modem on a controller's second port");
    JsonNode run = new ObjectMapper().readTree(out.resolve(Outputs.RUN).toFile());
    assertThat(run.path("command").asText()).isEqualTo("port watch");
    assertThat(run.path("rules").path("port.control").asInt()).isEqualTo(3);
    assertThat(run.path("inputs").get(0).path("contentSha256").asText()).hasSize(64);
    assertThat(run.path("counts").path("operations").asInt()).isEqualTo(1);
    assertThat(Files.readString(out.resolve(Outputs.REPORT)))
        .contains("Who commands whom")
        .contains("run-state")
        .contains("crane.pcap, frame 1, byte 24")
        .contains("invisible here");
    assertThat(Files.readString(out.resolve(Outputs.CSV))).contains("port.control");
  }

  @Test
  void theExitStatusIsThatOfTheLevelAskedFor() throws IOException {
    String file = capture().toString();
    assertThat(watch(folder.resolve("a"), file, "--no-store", "--fail-on", "possible").status())
        .isEqualTo(Bellbuoy.FOUND);
    assertThat(watch(folder.resolve("b"), file, "--no-store", "--fail-on", "likely").status())
        .isEqualTo(Bellbuoy.OK);
    Outcome json = watch(folder.resolve("c"), file, "--no-store", "--json");
    assertThat(json.out().lines()).hasSize(1).allMatch(line -> line.startsWith("{\"schema\":"));
  }

  @Test
  void findingsAreDerivedAgainAlsoWhereTheCaptureWasMoved() throws IOException {
    Path out = folder.resolve("out");
    Path capture = capture();
    assertThat(watch(out, capture.toString()).status()).isZero();
    Outcome said = verify(out);
    assertThat(said.status()).as(said.out() + said.err()).isZero();
    assertThat(said.out()).contains("1 verified");

    Path archive = Files.createDirectory(folder.resolve("archive"));
    Files.move(capture, archive.resolve("kept.pcap"));
    assertThat(verify(out).out()).contains("source missing");
    Outcome moved = verify(out, "--source", archive.toString());
    assertThat(moved.status()).as(moved.out() + moved.err()).isZero();

    byte[] bytes = Files.readAllBytes(archive.resolve("kept.pcap"));
    bytes[bytes.length - 1] ^= 1;
    Files.write(capture, bytes);
    assertThat(verify(out).out()).contains("source changed");
  }

  @Test
  void aRunWithPolicyAndKnownGoodCaptureIsDerivedAgain() throws IOException {
    Path out = folder.resolve("out");
    Path good = folder.resolve("good.pcap");
    // The known-good capture holds a read (function 3) in place of the restart.
    Files.write(
        good, HexFormat.of().parseHex(CAPTURE.replace("0006090800010000", "0006090300010001")));
    Path policy = folder.resolve("policy.yaml");
    assertThat(Outcome.of("port", "learn", good.toString(), "--out", policy.toString()).status())
        .isZero();
    Outcome outcome =
        watch(
            out,
            capture().toString(),
            "--policy",
            policy.toString(),
            "--learn-from",
            good.toString(),
            "--slave-span",
            "90s");
    assertThat(outcome.status()).as(outcome.err()).isZero();
    List<Finding> findings = Jsonl.readAll(out.resolve(Outputs.FINDINGS));
    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst().assessment().level().word()).isEqualTo("likely");
    assertThat(findings.getFirst().reasons())
        .anyMatch(reason -> reason.text().contains("does not permit such commands"));
    Outcome said = verify(out);
    assertThat(said.status()).as(said.out() + said.err()).isZero();
    Files.writeString(policy, Files.readString(policy).replace("level: 1", "level: 0"));
    assertThat(verify(out).out()).contains("source changed");
  }

  @Test
  void standardInputIsKeptAndDerivedAgain() {
    Path out = folder.resolve("out");
    Outcome outcome =
        Outcome.withInput(
            HexFormat.of().parseHex(CAPTURE), "port", "watch", "-", "--out", out.toString());
    assertThat(outcome.status()).as(outcome.err()).isZero();
    assertThat(verify(out).status()).isZero();
  }

  /** A host that tries eight ports of another in vain, as Zeek logs it. */
  private static byte[] connections() {
    StringBuilder log = new StringBuilder();
    for (int port = 1; port <= 8; port++) {
      log.append(
          """
          {"_path":"conn","ts":"2026-03-02T10:00:0%dZ","uid":"C%d","id.orig_h":"10.0.0.9","id.orig_p":40000,"id.resp_h":"10.0.0.2","id.resp_p":%d,"proto":"tcp","conn_state":"REJ"}
          """
              .formatted(port, port, port));
    }
    return log.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  @Test
  void aLogOnStandardInputIsRecognisedCompressedOrNotAndDerivedAgain() throws IOException {
    List<byte[]> forms = List.of(connections(), gzip(connections()), Zstd.compress(connections()));
    for (int i = 0; i < forms.size(); i++) {
      Path out = folder.resolve("out" + i);
      Outcome outcome =
          Outcome.withInput(forms.get(i), "port", "watch", "-", "--out", out.toString());

      assertThat(outcome.status()).as(outcome.err()).isZero();
      List<Finding> findings = Jsonl.readAll(out.resolve(Outputs.FINDINGS));
      assertThat(findings).extracting(Finding::rule).containsExactly("port.scan");
      assertThat(findings.getFirst().evidence()).hasSize(8);
      assertThat(findings.getFirst().evidence().getLast().line()).isEqualTo(8);
      Outcome said = verify(out);
      assertThat(said.out()).as(said.err()).contains("1 verified");
    }
  }

  @Test
  void aCompressedCaptureOnStandardInputIsReadAsACapture() throws IOException {
    Path out = folder.resolve("out");
    Outcome outcome =
        Outcome.withInput(
            gzip(HexFormat.of().parseHex(CAPTURE)), "port", "watch", "-", "--out", out.toString());
    assertThat(outcome.status()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("2 packets").contains("run-state");
    assertThat(verify(out).status()).isZero();
    // Nothing at all, and the beginning of something compressed.
    for (byte[] nothing : List.of(new byte[0], Arrays.copyOf(gzip(connections()), 12))) {
      Outcome none =
          Outcome.withInput(nothing, "port", "watch", "-", "--no-store", "--out", out.toString());
      assertThat(none.status()).isEqualTo(Bellbuoy.FAILED);
      assertThat(none.err()).contains("which is no all-clear");
    }
  }

  @Test
  void nothingReadIsAnErrorAndNoAllClear() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "no capture at all");
    Path none = Files.write(folder.resolve("none.pcap"), HexFormat.of().parseHex(HEADER));
    for (Path file : new Path[] {text, none}) {
      Outcome outcome = watch(folder.resolve("out"), file.toString(), "--no-store");
      assertThat(outcome.status()).isEqualTo(Bellbuoy.FAILED);
      assertThat(outcome.err()).contains("which is no all-clear");
      assertThat(outcome.out()).contains("This is no all-clear.");
    }
    byte[] bytes = HexFormat.of().parseHex(CAPTURE);
    Path cut = Files.write(folder.resolve("cut.pcap"), Arrays.copyOf(bytes, bytes.length - 3));
    Path out = folder.resolve("cut");
    assertThat(watch(out, cut.toString(), "--no-store").out()).contains("1 reject");
    assertThat(Files.readString(out.resolve(Outputs.REJECTS))).contains("cut-capture");
  }

  /** Each with one sentence that says which file and what; nothing that was readable is lost. */
  @Test
  void whatIsNoCaptureOrOfAnotherLinkIsToldInOneSentence() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "no capture at all");
    // Link type 195: IEEE 802.15.4, which is not read.
    Path radio =
        Files.write(
            folder.resolve("radio.pcap"),
            HexFormat.of()
                .parseHex(
                    "d4c3b2a1020004000000000000000000ffff0000c3000000"
                        + CAPTURE.substring(HEADER.length())));
    for (Path file : List.of(text, radio)) {
      Outcome outcome = watch(folder.resolve("bad"), file.toString(), "--no-store");
      assertThat(outcome.status()).isEqualTo(Bellbuoy.FAILED);
      assertThat(outcome.err().lines().filter(line -> line.contains(file.getFileName().toString())))
          .as(outcome.err())
          .hasSizeLessThanOrEqualTo(2)
          .isNotEmpty();
      Outcome both = watch(folder.resolve("both"), file.toString(), capture().toString());
      assertThat(both.out()).contains("run-state");
    }
  }

  @Test
  void aUnitOfOneIsNoPluralInFindingsShow() throws IOException {
    Path out = folder.resolve("out");
    Path log = Files.write(folder.resolve("conn.log"), connections());
    assertThat(watch(out, log.toString()).status()).isZero();
    Finding scan = Jsonl.readAll(out.resolve(Outputs.FINDINGS)).getFirst();
    Outcome shown = Outcome.of("findings", "show", scan.id().toString(), "--store", out.toString());
    assertThat(shown.out()).as(shown.err()).contains("[1 host]").doesNotContain("[1 hosts]");
  }

  @Test
  void badPoliciesAreRefusedWithLineAndColumnBeforeAnythingIsRead() throws IOException {
    Path policy = Files.writeString(folder.resolve("policy.yaml"), "zones:\n  - nam: a\n");
    Path out = folder.resolve("out");
    Outcome outcome = watch(out, capture().toString(), "--policy", policy.toString());
    assertThat(outcome.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(outcome.err())
        .contains("policy.yaml:2:5: the key 'nam' is not known in a zone; allowed are name, level");
    assertThat(out).doesNotExist();
    Files.writeString(policy, "");
    assertThat(watch(out, capture().toString(), "--policy", policy.toString()).err())
        .contains("is empty; an empty policy would forbid everything");
    assertThat(watch(out, capture().toString(), "--learn-share", "1.5").status())
        .isEqualTo(Bellbuoy.USAGE);
  }

  @Test
  void learningWritesNoFileOverAnotherAndNoneWhereNothingSpoke() throws IOException {
    Path policy = folder.resolve("policy.yaml");
    String file = capture().toString();
    assertThat(Outcome.of("port", "learn", file, "--out", policy.toString()).status()).isZero();
    assertThat(Files.readString(policy)).contains("protocols: [modbus]", "operations: [control]");
    Outcome again = Outcome.of("port", "learn", file, "--out", policy.toString());
    assertThat(again.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(again.err()).contains("is there already");
    Path none = Files.write(folder.resolve("none.pcap"), HexFormat.of().parseHex(HEADER));
    Path other = folder.resolve("other.yaml");
    assertThat(Outcome.of("port", "learn", none.toString(), "--out", other.toString()).status())
        .isEqualTo(Bellbuoy.FAILED);
    assertThat(other).doesNotExist();
  }

  @Test
  void everyThresholdOfTheRulesIsAnOptionWithTheSameDefault() {
    String help = Outcome.of("port", "watch", "--help").out().replaceAll("\\s+", " ");
    org.bellbuoy.port.detect.PortRules.all().stream()
        .flatMap(rule -> rule.parameters().stream())
        .filter(parameter -> !parameter.name().equals("policy"))
        .forEach(
            parameter ->
                assertThat(help)
                    .contains("--" + parameter.name() + "=")
                    .contains("Default: " + parameter.defaultValue() + "."));
  }

  /** The prefix of the answering device's MAC address was assigned to Siemens by the IEEE. */
  @Test
  void theMakerOfADeviceIsAPartyOfTheFindingAndTheJoinIsRepeated() throws IOException {
    String made =
        CAPTURE
            .replace("020000000002020000000001", "000e8c000002020000000001")
            .replace("020000000001020000000002", "020000000001000e8c000002");
    Path capture = Files.write(folder.resolve("made.pcap"), HexFormat.of().parseHex(made));
    Path register = Files.createDirectories(folder.resolve("register"));
    Files.writeString(
        register.resolve("parties.csv"), "id,kind,name,country\nworks,company,Siemens AG,DE\n");
    Path out = folder.resolve("made-out");

    Outcome outcome = watch(out, "--register", register.toString(), capture.toString());

    assertThat(outcome.status()).as(outcome.err()).isEqualTo(Bellbuoy.OK);
    Finding finding = Jsonl.readAll(out.resolve(Outputs.FINDINGS)).getFirst();
    assertThat(finding.parties())
        .anySatisfy(
            party -> {
              assertThat(party.id()).isEqualTo("works");
              assertThat(party.role()).isEqualTo("maker");
              assertThat(party.of()).isEqualTo("device:10.0.0.2:502 unit 9");
              assertThat(party.basis())
                  .contains("the prefix of its MAC address, frame 2 of made.pcap", "'Siemens'");
            });
    assertThat(verify(out).status()).isEqualTo(Bellbuoy.OK);
  }
}
