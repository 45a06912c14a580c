package org.bellbuoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bellbuoy.core.finding.Evidence;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.json.Jsonl;
import org.bellbuoy.server.simulate.FarmScenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promise that findings of a sweep can be derived again, and that tampering shows. */
class SweepVerifyTest {
  private static final String LOGS = "C/inetpub/logs/LogFiles/W3SVC1";

  @TempDir Path folder;
  private Path farm = Path.of("");
  private Path out = Path.of("");

  @BeforeEach
  void sweep() throws IOException {
    farm = folder.resolve("farm");
    out = folder.resolve("out");
    ServerSimulateCommand.write(FarmScenario.demo().withRequestsPerDay(60), farm);
    Shell.Said said = sweep(out, "--fleet", fleet());
    assertThat(said.status()).as(said.err()).isZero();
  }

  private String fleet() {
    return farm.resolve(ServerSimulateCommand.FLEET).toString();
  }

  private static Shell.Said sweep(Path out, String... more) {
    return Shell.run(
        Stream.concat(Stream.of("server", "sweep", "--out", out.toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  private static Shell.Said verify(Path store, String... more) {
    return Shell.run(
        Stream.concat(
                Stream.of("findings", "verify", "--all", "--store", store.toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private List<Finding> findings() throws IOException {
    return Jsonl.readAll(out.resolve(Outputs.FINDINGS));
  }

  /** A log of IIS on which findings rest. */
  private Path citedLog() throws IOException {
    for (Finding finding : findings()) {
      for (Evidence evidence : finding.evidence()) {
        Path log = farm.resolve(evidence.name());
        String host = finding.assets().getFirst().id();
        if (evidence.name().startsWith(host + "/" + LOGS) && Files.isRegularFile(log)) {
          return log;
        }
      }
    }
    throw new AssertionError("no finding rests on a log of IIS");
  }

  @Test
  void everythingIsVerifiedAndNothingIsWritten() throws IOException {
    int count = findings().size();
    assertThat(count).isGreaterThan(20);
    List<String> before = Listings.of(folder);
    Shell.Said said = verify(out);
    assertThat(said.status()).as(said.out() + said.err()).isZero();
    assertThat(said.err()).isEmpty();
    assertThat(said.out()).contains(count + " findings of 1 run").contains(count + " verified");
    assertThat(verify(out, "--evidence-only").status()).isZero();
    assertThat(Listings.of(folder)).isEqualTo(before);
  }

  @Test
  void optionsOfTheSweepAreRepeatedAsTheyWere() throws IOException {
    Path names = Files.writeString(folder.resolve("names.csv"), "zz-own\\.aspx;9;own;ours\n");
    Path other = folder.resolve("other");
    Shell.Said swept =
        sweep(
            other,
            "--fleet",
            fleet(),
            "--names",
            names.toString(),
            "--date",
            "2025-08-01",
            "--chain",
            "90m",
            "--most-clients",
            "2",
            "--thin-share",
            "0.5",
            "--weak");
    assertThat(swept.status()).as(swept.err()).isZero();
    Shell.Said said = verify(other);
    assertThat(said.status()).as(said.out()).isZero();
    Files.writeString(names, "zz-changed\\.aspx;9;own;ours\n");
    Shell.Said changed = verify(other);
    assertThat(changed.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(changed.out().replaceAll("\\s+", " "))
        .contains("cannot repeat")
        .contains("--names names has other bytes");
  }

  @Test
  void oneChangedByteOfALogShows() throws IOException {
    Path log = citedLog();
    byte[] bytes = Files.readAllBytes(log);
    bytes[bytes.length / 2] ^= 1;
    Files.write(log, bytes);
    Shell.Said said = verify(out);
    assertThat(said.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(said.out().replaceAll("\\s+", " "))
        .contains("source changed")
        .contains(log + " has other bytes than the run read")
        .doesNotContain("verified");
    Shell.Said bytesOnly = verify(out, "--evidence-only");
    assertThat(bytesOnly.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(bytesOnly.out()).contains("source changed").contains("verified");
  }

  @Test
  void aMissingLogShowsAndWhatIsFoundElsewhereServesForTheBytesOnly() throws IOException {
    Path log = citedLog();
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.move(log, elsewhere.resolve("archived.log"));
    Shell.Said said = verify(out);
    assertThat(said.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(said.out()).contains("source missing").contains("--source");
    assertThat(verify(out, "--evidence-only", "--source", elsewhere.toString()).status()).isZero();
    assertThat(verify(out, "--source", elsewhere.toString()).out().replaceAll("\\s+", " "))
        .contains("cannot repeat")
        .contains("is not in its place");
  }

  @Test
  void aScriptThatCameLaterShows() throws IOException {
    Path pages = farm.resolve("sp02.bravo.example.test/C/inetpub/wwwroot");
    Files.createDirectories(pages);
    Files.writeString(pages.resolve("later.aspx"), "<%@ Page Language=\"C#\" %>\n");
    Shell.Said said = verify(out);
    assertThat(said.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(said.out().replaceAll("\\s+", " "))
        .contains("cannot repeat")
        .contains("hold other files than the run read");
    assertThat(verify(out, "--evidence-only").status()).isZero();
  }

  @Test
  void serversInZipsAreVerifiedThere() throws IOException {
    List<String> zips = new ArrayList<>();
    for (String host : List.of("sp01.alfa.example.test", "ex01.alfa.example.test")) {
      Path zip = folder.resolve(host + ".zip");
      pack(farm.resolve(host), zip);
      zips.add(zip.toString());
    }
    Path zipped = folder.resolve("zipped");
    Shell.Said swept = sweep(zipped, zips.toArray(String[]::new));
    assertThat(swept.status()).as(swept.err()).isZero();
    Shell.Said said = verify(zipped);
    assertThat(said.status()).as(said.out()).isZero();
    assertThat(said.out()).contains("verified").contains("server.web-script");
  }

  private static void pack(Path tree, Path zip) throws IOException {
    try (OutputStream to = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(to, StandardCharsets.UTF_8);
        Stream<Path> all = Files.walk(tree)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        ZipEntry entry = new ZipEntry(tree.relativize(file).toString());
        entry.setLastModifiedTime(Files.getLastModifiedTime(file));
        entries.putNextEntry(entry);
        Files.copy(file, entries);
        entries.closeEntry();
      }
    }
  }
}
