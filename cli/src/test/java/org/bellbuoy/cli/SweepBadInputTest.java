package org.bellbuoy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is broken or hostile is told in a sentence, and the rest is judged. */
class SweepBadInputTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int ROWS = 40;
  private static final String HEADER =
      "#Software: Microsoft Internet Information Services 10.0\n"
          + "#Version: 1.0\n"
          + "#Date: 2025-07-14 00:00:00\n"
          + "#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip"
          + " cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken\n";

  @TempDir Path folder;

  private Path out() {
    return folder.resolve("out");
  }

  /** A server whose one log has {@link #ROWS} ordinary rows. */
  private Path server(String name) throws IOException {
    Path root = folder.resolve(name);
    write(root.resolve("C/inetpub/logs/LogFiles/W3SVC1/u_ex250714.log"), log());
    return root;
  }

  private static String log() {
    StringBuilder log = new StringBuilder(HEADER);
    for (int i = 0; i < ROWS; i++) {
      log.append(
          String.format(
              Locale.ROOT,
              "2025-07-14 08:%02d:00 192.0.2.1 GET /_layouts/15/start.aspx - 443 - 192.0.2.%d"
                  + " Mozilla/5.0 https://portal.example.test/ 200 0 0 15%n",
              i,
              10 + i));
    }
    return log.toString();
  }

  private static Path write(Path file, String text) throws IOException {
    return write(file, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static Path write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  private CommandLines.Said sweep(Object... arguments) {
    List<Object> all = new ArrayList<>(List.of("server", "sweep", "--no-store"));
    if (!Arrays.asList(arguments).contains("--out")) {
      all.add("--out");
      all.add(out());
    }
    all.addAll(List.of(arguments));
    return CommandLines.run(all.toArray());
  }

  private long count(String name) throws IOException {
    return JSON.readTree(Files.readString(out().resolve(Outputs.RUN)))
        .get("counts")
        .get(name)
        .asLong();
  }

  private List<JsonNode> rejects() throws IOException {
    List<JsonNode> all = new ArrayList<>();
    for (String line : Files.readAllLines(out().resolve(Outputs.REJECTS))) {
      all.add(JSON.readTree(line));
    }
    return all;
  }

  /** Failed, and said why in sentences of one line; no stack trace. */
  private static void failed(CommandLines.Said said, String... words) {
    assertThat(said.status()).as(said.out() + said.err()).isEqualTo(Bellbuoy.FAILED);
    assertThat(said.errLines())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).startsWith("bellbuoy: "))
        .noneMatch(line -> line.contains("Exception") || line.contains("\tat "));
    for (String word : words) {
      assertThat(said.err()).containsIgnoringCase(word);
    }
  }

  /** All ordinary rows were read and told of in every file, in spite of what else was there. */
  private void judged() throws IOException {
    assertThat(count("rows")).isEqualTo(ROWS);
    for (String name :
        List.of(Outputs.FINDINGS, Outputs.REPORT, Outputs.CSV, SweepRun.SERVERS, SweepRun.SARIF)) {
      assertThat(out().resolve(name)).exists();
    }
  }

  @Test
  void anOrdinaryServerIsSweptWithoutAWord() throws IOException {
    CommandLines.Said said = sweep(server("srv1"));
    assertThat(said.status()).as(said.err()).isZero();
    assertThat(said.err()).isEmpty();
    judged();
    assertThat(count("rejects")).isZero();
  }

  @Test
  void anEventLogThatEndsEarly() throws IOException {
    Path root = server("srv1");
    byte[] head = new byte[4096];
    System.arraycopy("ElfFile\0".getBytes(StandardCharsets.US_ASCII), 0, head, 0, 8);
    head[32] = (byte) 128;
    head[38] = 3;
    head[40] = 0;
    head[41] = 0x10;
    head[42] = 1;
    byte[] cut = Arrays.copyOf(head, 4096 + 300);
    System.arraycopy("ElfChnk\0".getBytes(StandardCharsets.US_ASCII), 0, cut, 4096, 8);
    write(root.resolve("C/Windows/System32/winevt/Logs/Application.evtx"), cut);
    CommandLines.Said said = sweep(root);
    failed(said, "Application.evtx is damaged at byte 4096, chunk 1", "No event could be kept");
    judged();
    assertThat(rejects())
        .as(said.err())
        .isNotEmpty()
        .allSatisfy(r -> assertThat(r.toString()).contains("Application.evtx"));
  }

  @Test
  void aLogThatIsCutWithinALine() throws IOException {
    Path root = server("srv1");
    String whole = log().replace("2025-07-14", "2025-07-15");
    write(
        root.resolve("C/inetpub/logs/LogFiles/W3SVC1/u_ex250715.log"),
        whole.substring(0, whole.length() - 40));
    CommandLines.Said said = sweep(root);
    assertThat(said.err()).doesNotContain("Exception");
    assertThat(count("rows")).isEqualTo(2 * ROWS - 1);
    assertThat(rejects()).hasSize(1);
    assertThat(rejects().getFirst().toString()).contains("u_ex250715.log");
  }

  @Test
  void bytesThatAreNoTextWithinALog() throws IOException {
    Path root = server("srv1");
    byte[] noise = new byte[3000];
    new Random(7).nextBytes(noise);
    byte[] text = log().replace("2025-07-14", "2025-07-15").getBytes(StandardCharsets.ISO_8859_1);
    byte[] both = Arrays.copyOf(text, text.length + noise.length + 1);
    System.arraycopy(noise, 0, both, text.length, noise.length);
    both[both.length - 1] = '\n';
    write(root.resolve("C/inetpub/logs/LogFiles/W3SVC1/u_ex250715.log"), both);
    CommandLines.Said said = sweep(root);
    assertThat(said.err() + said.out()).doesNotContain("Exception").doesNotContain("\u001b");
    assertThat(count("rows")).isEqualTo(2L * ROWS);
    assertThat(rejects()).isNotEmpty();
  }

  @Test
  void aLinkThatLeadsInACircleAndOneThatLeadsOut() throws IOException {
    Path root = server("srv1");
    Path secret = write(folder.resolve("outside/u_ex250716.log"), log());
    Files.createSymbolicLink(root.resolve("C/inetpub/again"), root.resolve("C"));
    Files.createSymbolicLink(root.resolve("C/inetpub/logs/out"), secret.getParent());
    CommandLines.Said said = sweep(root);
    judged();
    assertThat(said.err()).contains("link");
    assertThat(Files.readString(out().resolve(Outputs.RUN))).doesNotContain("u_ex250716.log");
  }

  /**
   * A zip with one log, one entry whose path climbs out, and one that unpacks to a thousand times
   * its size.
   *
   * @param ballast bytes besides that do not shrink, so that only the entry swells and not the
   *     whole
   */
  private Path bomb(int ballast) throws IOException {
    Path zip = folder.resolve("srv1.zip");
    byte[] noise = new byte[ballast];
    new Random(7).nextBytes(noise);
    try (OutputStream to = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(to)) {
      entry(
          entries,
          "C/inetpub/logs/LogFiles/W3SVC1/u_ex250714.log",
          log().getBytes(StandardCharsets.ISO_8859_1));
      entry(
          entries,
          "C/inetpub/wwwroot/../../../../climbed.aspx",
          "<%@ Page %>".getBytes(StandardCharsets.US_ASCII));
      entry(entries, "C/inetpub/wwwroot/noise.bin", noise);
      entry(entries, "C/inetpub/wwwroot/swells.aspx", new byte[100 << 20]);
    }
    return zip;
  }

  private static void entry(ZipOutputStream to, String name, byte[] bytes) throws IOException {
    to.putNextEntry(new ZipEntry(name));
    to.write(bytes);
    to.closeEntry();
  }

  @Test
  void anEntryOfAZipThatSwellsAndAPathThatClimbs() throws IOException {
    failed(sweep(bomb(2 << 20)), "climbed.aspx", "swells.aspx");
    judged();
    assertThat(count("scripts")).isZero();
    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all.map(Path::toString)).noneMatch(p -> p.contains("climbed"));
    }
  }

  @Test
  void aZipThatSwellsAsAWhole() throws IOException {
    failed(sweep(bomb(0)), "zip bomb", "no all-clear");
  }

  @Test
  void aFolderThatMayNotBeRead() throws IOException {
    assumeFalse("root".equals(System.getProperty("user.name")), "root may read everything");
    Path root = server("srv1");
    Path closed = Files.createDirectories(root.resolve("C/inetpub/closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    try {
      failed(sweep(root), "closed", "cannot be read");
      judged();
    } finally {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void aRootThatIsNotThere() {
    Path missing = folder.resolve("missing");
    failed(sweep(missing), missing.toString(), "There is no file or folder");
    assertThat(out()).as("nothing was begun").doesNotExist();
  }

  @Test
  void anEmptyFolderIsNoAllClear() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("nothing"));
    failed(sweep(empty), empty.toString(), "no all-clear");
    assertThat(Files.readString(out().resolve(Outputs.FINDINGS))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no YAML|servers: [ {|fleet.yaml:1",
        "nothing in it|''|empty",
        "an unknown key|servers:\\n  - host: a\\n    colour: red|colour",
        "an unknown key of a server's own line|servers:\\n  - host: a\\n    pathes: [x]|pathes",
        "two servers of one name|servers:\\n  - {host: a, paths: [b]}\\n  - {host: A, paths: [c]}|:3",
        "an unknown zone|servers:\\n  - host: a\\n    zone: Mars/Base|Mars/Base"
      })
  void aFleetFileThatIsBroken(String what, String text, String named) throws IOException {
    Path fleet = write(folder.resolve("fleet.yaml"), text.replace("\\n", "\n"));
    CommandLines.Said said = sweep(server("srv1"), "--fleet", fleet);
    failed(said, fleet.toString(), named);
    assertThat(said.errLines()).as(what).hasSize(1);
    assertThat(out()).doesNotExist();
  }

  @Test
  void aFleetFileWhosePathIsNotThere() throws IOException {
    Path fleet =
        write(folder.resolve("fleet.yaml"), "servers:\n  - host: a\n    paths: [not-there]\n");
    failed(sweep("--fleet", fleet), "not-there", "There is no file or folder");
  }

  @Test
  void filesOfOnesOwnThatCannotBeUsed() throws IOException {
    Path root = server("srv1");
    Path missing = folder.resolve("no-such");
    for (String option :
        List.of("--rules", "--builds", "--names", "--hashes", "--public-keys", "--secret")) {
      CommandLines.Said said = sweep(root, option, missing);
      failed(said, missing.toString());
      assertThat(said.errLines()).as(option).hasSize(1);
    }
    Path builds = folder.resolve("builds");
    write(builds.resolve("builds.csv"), "# asOf: 2025-07-01\nproduct,colour\nSharePoint,red\n");
    failed(sweep(root, "--builds", builds), "builds.csv", "colour");
    Path shortSecret = write(folder.resolve("secret"), "short\n");
    failed(sweep(root, "--secret", shortSecret), shortSecret.toString(), "5 bytes");
    Path names = write(folder.resolve("names"), "a;b\n");
    failed(sweep(root, "--names", names), names.toString(), "line 1");
    Path hashes = write(folder.resolve("hashes"), "abc,what,source\n");
    failed(sweep(root, "--hashes", hashes), hashes.toString(), "line 1");
    assertThat(out()).as("nothing was begun").doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "--chain,soon",
    "--most-clients,0",
    "--most-clients,few",
    "--thin-share,1",
    "--thin-share,-0.1",
    "--date,yesterday",
    "--fail-on,awful"
  })
  void aBadOptionIsWrongUsageAndNamed(String option, String value) throws IOException {
    CommandLines.Said said = sweep(server("srv1"), option + "=" + value);
    assertThat(said.status()).as(said.err()).isEqualTo(Bellbuoy.USAGE);
    assertThat(said.err()).contains(option).doesNotContain("Exception");
    assertThat(out()).doesNotExist();
  }

  @Test
  void withoutRootsOrFleetTheUsageIsTold() {
    assertThat(sweep().status()).isEqualTo(Bellbuoy.USAGE);
    assertThat(sweep().err()).contains("ROOT").contains("--fleet");
  }

  @Test
  void nothingIsWrittenAmongWhatIsRead() throws IOException {
    Path root = server("srv1");
    List<String> before = Listings.of(folder);
    CommandLines.Said within = sweep(root, "--out", root.resolve("out/deep"));
    assertThat(within.status()).isEqualTo(Bellbuoy.USAGE);
    assertThat(within.err()).contains("lies within", "for example --out " + folder.toRealPath());
    CommandLines.Said kept =
        CommandLines.run("server", "sweep", root, "--out", out(), "--store", root.resolve("db"));
    assertThat(kept.status()).isEqualTo(Bellbuoy.USAGE);
    assertThat(kept.err()).contains("--store", "lies within");
    assertThat(Listings.of(folder)).isEqualTo(before);
    List<String> roots = Listings.of(root);
    assertThat(sweep(root).status()).isZero();
    assertThat(Listings.of(root)).isEqualTo(roots);
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all.toList()).containsExactlyInAnyOrder(root, out());
    }
  }
}
