package org.bellbuoy.server.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FleetTest {
  private static final String WHOLE =
      """
      secretFile: secret.txt
      publicKeys: /known/keys.txt
      servers:
        - host: SP01
          product: SharePoint 2019
          organisation: Harbour
          farm: north
          owner: team web
          zone: Europe/Oslo
          build: 16.0.10417.20037
          patchedOn: 2025-07-22
          paths: [sp01, logs/sp01]
        - host: mx1
          paths: mx1.zip
      """;

  @TempDir Path folder;

  @Test
  void allThatAFleetFileSaysIsTaken() throws Exception {
    Path file = Files.writeString(folder.resolve("fleet.yaml"), WHOLE);
    Fleet fleet = Fleet.read(file);
    assertThat(fleet.secretFile()).isEqualTo(folder.resolve("secret.txt"));
    assertThat(fleet.publicKeys()).isEqualTo(Path.of("/known/keys.txt"));
    assertThat(fleet.servers().getFirst())
        .isEqualTo(
            new FleetServer(
                "SP01",
                Product.SHAREPOINT_2019,
                "Harbour",
                "north",
                "team web",
                ZoneId.of("Europe/Oslo"),
                List.of(folder.resolve("sp01"), folder.resolve("logs/sp01")),
                "16.0.10417.20037",
                LocalDate.of(2025, 7, 22)));
    assertThat(fleet.servers().getLast().product()).isNull();
    assertThat(fleet.servers().getLast().zone()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "server: []|f.yaml:1: the key 'server' is not known; allowed are servers, secretFile, publicKeys.",
        "servers: []|f.yaml:1: servers must be a list with at least one server.",
        "servers: [{hots: a}]|f.yaml:1: the key 'hots' is not known; allowed are host, product, organisation, farm, owner, zone, paths, build, patchedOn.",
        "servers: [{host: a, host: b}]|f.yaml:1: the key 'host' stands there twice.",
        "servers: [{paths: a}]|f.yaml:1: a server without host; each needs one.",
        "servers: [{host: a}]|f.yaml:1: server 'a' has no paths; it needs one.",
        "servers: [{host: a/b, paths: x}]|f.yaml:1: host is 'a/b'; allowed are letters, digits, '.', '-' and '_'.",
        "servers: [{host: a, paths: x}, {host: A, paths: y}]|f.yaml:1: host 'A' stands there twice.",
        "servers: [{host: a, paths: x, zone: Mars}]|f.yaml:1: zone is 'Mars', which is no time zone like Europe/Oslo, UTC or +02:00.",
        "servers: [{host: a, paths: x, build: '16'}]|f.yaml:1: build is '16', which is no build number like 16.0.10417.20037.",
        "servers: [{host: a, paths: x, patchedOn: July}]|f.yaml:1: patchedOn is 'July', which is no day like 2025-07-22.",
        "servers: [{host: a, paths: x, owner: [b]}]|f.yaml:1: owner must be one value.",
        "servers: [{host: &a a, paths: x}, *a]|f.yaml:1: a server must be keys with values; allowed are host, product, organisation, farm, owner, zone, paths, build, patchedOn."
      })
  void whatDoesNotFitIsRefusedWithItsLine(String text, String message) {
    assertThatThrownBy(() -> FleetReader.read(Path.of("f.yaml"), text)).hasMessage(message);
  }

  @Test
  void aProductThatIsUnknownIsRefusedWithWhatIsAllowed() {
    assertThatThrownBy(
            () ->
                FleetReader.read(
                    Path.of("f.yaml"), "servers:\n- host: a\n  paths: x\n  product: SP19\n"))
        .hasMessageStartingWith("f.yaml:4: product is 'SP19'; allowed are SharePoint 2010, ");
  }

  @Test
  void onePathOfTwoServersIsRefused() {
    assertThatThrownBy(
            () ->
                FleetReader.read(
                    Path.of("f.yaml"),
                    "servers:\n- {host: a, paths: x}\n- {host: b, paths: ./x}\n"))
        .hasMessageContaining("f.yaml:3: the path '")
        .hasMessageEndingWith("' is also of 'a'.");
  }

  @Test
  void textThatIsNoYamlIsRefusedWithItsLine() {
    assertThatThrownBy(() -> FleetReader.read(Path.of("f.yaml"), "servers:\n- [a\n"))
        .isInstanceOf(FleetException.class)
        .hasMessageStartingWith("f.yaml:3: no YAML: ");
    assertThatThrownBy(() -> FleetReader.read(Path.of("f.yaml"), ""))
        .hasMessage("f.yaml is empty; it must name servers.");
    assertThatThrownBy(() -> Fleet.read(folder.resolve("none.yaml")))
        .hasMessageContaining("cannot be read");
  }

  @Test
  void deepNestingIsRefusedBeforeItTakesTheStack() {
    assertThatThrownBy(() -> FleetReader.read(Path.of("f.yaml"), "[".repeat(1_000_000)))
        .hasMessage("f.yaml:1: more than 16 lists and keys within each other; a fleet file has 4.");
  }

  @FuzzTest(maxDuration = "10m")
  void noTextMakesTheReaderThrowAnythingButASentence(FuzzedDataProvider data) {
    check(data.consumeRemainingAsString());
  }

  @Test
  void damagedFleetFilesAreReadOrRefused() {
    Random random = new Random(5);
    int read = 0;
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder(WHOLE);
      for (int c = random.nextInt(3); c >= 0; c--) {
        text.setCharAt(random.nextInt(text.length()), (char) (random.nextInt(120) + 8));
      }
      read += check(text.toString()) ? 1 : 0;
    }
    assertThat(read).isBetween(100, 4_900);
  }

  private static boolean check(String text) {
    try {
      return !FleetReader.read(Path.of("f.yaml"), text).servers().isEmpty();
    } catch (FleetException e) {
      assertThat(e.getMessage()).startsWith("f.yaml").endsWith(".");
      return false;
    }
  }
}
