package org.bellbuoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bellbuoy.core.finding.Assessment;
import org.bellbuoy.core.finding.Evidence;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.json.Jsonl;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.store.Store;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promise that every finding can be derived again, and that tampering shows. */
class FindingsCommandVerifyTest {
  @TempDir static Path folder;
  @TempDir static Path kept;
  @TempDir Path own;

  private static Path simulated;
  private static Path nmea;
  private static Path out;

  @BeforeAll
  static void watch() throws IOException {
    simulated = folder.resolve("simulated");
    Shell.simulate(simulated, 1);
    nmea = simulated.resolve(SeaSimulateCommand.NMEA);
    out = folder.resolve("out");
    assertThat(Shell.watch(simulated, out).status()).isZero();
    copy(folder, kept);
  }

  /** Undoes what the test before did to sources and store. */
  @BeforeEach
  void restore() throws IOException {
    copy(kept, folder);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  @Test
  void everythingIsVerifiedAndNothingIsWritten() throws IOException {
    List<String> before = files();
    Shell.Said all = verify("--all");
    assertThat(all.err()).isEmpty();
    assertThat(all.status()).isZero();
    int count = found().size();
    assertThat(all.out()).contains(count + " findings of 1 run").contains(count + " verified");
    assertThat(verify("--run", found().getFirst().run().substring(0, 6)).status()).isZero();
    assertThat(verify("--all", "--evidence-only").status()).isZero();
    Shell.Said one = verify("--json", found().getLast().id().toString());
    assertThat(one.out().lines()).hasSize(1);
    assertThat(one.out()).contains("\"verdict\":\"verified\"");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void anUnusualConfigurationIsRepeatedAsItWas() {
    Path other = own.resolve("other");
    Shell.Said watched =
        Shell.run(
            "sea",
            "watch",
            nmea.toString(),
            "--out",
            other.toString(),
            "--min-silence",
            "1234.567s",
            "--min-position-loss",
            "7m",
            "--lateness",
            "90s",
            "--prior",
            "0.2",
            "--likely",
            "0.8",
            "--format",
            "nmea",
            "--date",
            "2026-01-10",
            "--threads",
            "3");
    assertThat(watched.status()).as(watched.err()).isZero();
    Shell.Said said = Shell.run("findings", "verify", "--all", "--store", other.toString());
    assertThat(said.status()).as(said.out()).isZero();
  }

  @Test
  void oneChangedByteOfTheSourceShows() throws IOException {
    byte[] bytes = Files.readAllBytes(nmea);
    bytes[bytes.length / 2] ^= 1;
    Files.write(nmea, bytes);
    for (String[] how :
        List.of(new String[] {"--all"}, new String[] {"--all", "--evidence-only"})) {
      Shell.Said said = verify(how);
      assertThat(said.status()).isEqualTo(Bellbuoy.FAILED);
      assertThat(said.out().replaceAll("\\s+", " "))
          .contains("source changed")
          .contains("other bytes than the run read")
          .doesNotContain("verified");
    }
  }

  @Test
  void aMissingSourceShowsAndIsFoundElsewhereByItsDigest() throws IOException {
    Path elsewhere = Files.createDirectories(own.resolve("elsewhere"));
    Path packed = elsewhere.resolve("archived.gz");
    try (GZIPOutputStream to = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(nmea, to);
    }
    Files.delete(nmea);
    Shell.Said missing = verify("--all");
    assertThat(missing.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(missing.out()).contains("source missing").contains("--source");
    Shell.Said found = verify("--all", "--source", elsewhere.toString());
    assertThat(found.status()).as(found.out()).isZero();
  }

  @Test
  void missingCablesLeaveTheEvidenceVerifiableButNotTheFinding() throws IOException {
    Files.delete(simulated.resolve(SeaSimulateCommand.CABLES));
    assertThat(verify("--all", "--evidence-only").status()).isZero();
    Shell.Said said = verify("--all");
    assertThat(said.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(said.out()).contains("source missing").contains(SeaSimulateCommand.CABLES);
  }

  @Test
  void aTamperedFindingDiffersAndTheRestIsVerified() throws IOException {
    Finding honest =
        found().stream()
            .filter(f -> f.assessment().level() == Level.LIKELY)
            .findFirst()
            .orElseThrow();
    save(with(honest, new Assessment(Level.UNLIKELY, 0.01, List.of()), honest.evidence()));
    Shell.Said said = verify("--all");
    assertThat(said.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(said.out().replaceAll("\\s+", " "))
        .contains("differs " + honest.id())
        .contains("comes to another finding: assessment differs.")
        .contains("1 differs")
        .contains(found().size() - 1 + " verified");
    assertThat(verify("--all", "--evidence-only").status()).isZero();
  }

  @Test
  void aTamperedQuoteOrPlaceIsSeenInTheBytesAlone() throws IOException {
    Finding honest = found().getFirst();
    Evidence one = honest.evidence().getFirst();
    for (Evidence bad :
        List.of(
            new Evidence(
                one.source(), one.name(), one.offset(), one.length(), one.line(), 0, "!AIVDM,no"),
            new Evidence(
                one.source(), one.name(), one.offset() + 1, one.length(), 0, 0, one.quote()),
            new Evidence(one.source(), one.name(), Long.MAX_VALUE, 9, 0, 0, null),
            new Evidence(one.source(), one.name(), -1, -1, 0, 0, null),
            new Evidence("sha256:00", one.name(), 0, 1, 1, 0, null))) {
      save(with(honest, honest.assessment(), List.of(bad)));
      Shell.Said said = verify(honest.id().toString(), "--evidence-only");
      assertThat(said.status()).as(bad.toString()).isEqualTo(Bellbuoy.FAILED);
      assertThat(said.out()).contains("differs");
    }
  }

  @Test
  void anInventedFindingIsNotFoundAgain() throws IOException {
    Finding honest = found().getFirst();
    java.util.UUID id = java.util.UUID.randomUUID();
    save(
        new Finding(
            id,
            honest.rule(),
            honest.ruleVersion(),
            honest.state(),
            honest.severity(),
            honest.subject(),
            honest.assets(),
            honest.from(),
            honest.to(),
            honest.place(),
            honest.assessment(),
            honest.reasons(),
            honest.coverage(),
            honest.evidence(),
            honest.parties(),
            honest.run()));
    Shell.Said said = verify(id.toString());
    assertThat(said.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(said.out().replaceAll("\\s+", " ")).contains("differs").contains("does not find it");
  }

  @Test
  void aSourceWithinAnArchiveIsReadThere() throws IOException {
    Path zip = own.resolve("two.zip");
    try (ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String name : List.of("day/" + SeaSimulateCommand.NMEA, "README")) {
        to.putNextEntry(new ZipEntry(name));
        if (name.endsWith(".nmea")) {
          Files.copy(nmea, to);
        }
        to.closeEntry();
      }
    }
    Path other = own.resolve("zipped");
    // The empty entry is a problem that is told; what could be read was judged.
    Shell.Said watched = Shell.run("sea", "watch", zip.toString(), "--out", other.toString());
    assertThat(watched.err()).contains("is empty");
    Shell.Said said = Shell.run("findings", "verify", "--all", "--store", other.toString());
    assertThat(said.status()).as(said.out()).isZero();
  }

  private Shell.Said verify(String... args) {
    return Shell.run(
        Stream.concat(Stream.of("findings", "verify", "--store", out.toString()), Stream.of(args))
            .toArray(String[]::new));
  }

  private List<Finding> found() throws IOException {
    return Jsonl.readAll(out.resolve(Outputs.FINDINGS));
  }

  private void save(Finding finding) {
    try (Store store = Store.open(out.resolve("bellbuoy.duckdb"))) {
      Run run = store.run(finding.run()).orElseThrow();
      store.save(run, List.of(finding));
    }
  }

  private static Finding with(Finding f, Assessment assessment, List<Evidence> evidence) {
    return new Finding(
        f.id(),
        f.rule(),
        f.ruleVersion(),
        f.state(),
        f.severity(),
        f.subject(),
        f.assets(),
        f.from(),
        f.to(),
        f.place(),
        assessment,
        f.reasons(),
        f.coverage(),
        evidence,
        f.parties(),
        f.run());
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).map(f -> f + " " + digest(f)).sorted().toList();
    }
  }

  private static String digest(Path file) {
    try {
      return java.util.HexFormat.of()
          .formatHex(
              java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (IOException | java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
