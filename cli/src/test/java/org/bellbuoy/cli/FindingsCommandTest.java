package org.bellbuoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.json.FindingJson;
import org.bellbuoy.core.json.Jsonl;
import org.bellbuoy.core.json.RunJson;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.store.FindingFilter;
import org.bellbuoy.store.Store;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Listing, showing and exporting what a watch found. */
class FindingsCommandTest {
  @TempDir static Path shared;
  @TempDir Path own;

  private static Path out;
  private static List<Finding> found;

  @BeforeAll
  static void watch() throws IOException {
    Shell.simulate(shared.resolve("simulated"), 1);
    out = shared.resolve("out");
    assertThat(Shell.watch(shared.resolve("simulated"), out).status()).isZero();
    found = Jsonl.readAll(out.resolve(Outputs.FINDINGS));
    assertThat(found).hasSizeGreaterThan(3);
  }

  @Test
  void listShowsEveryFindingAndTakesTheFolderOrTheFile() {
    Shell.Said folder = Shell.run("findings", "list", "--store", out.toString());
    Shell.Said file =
        Shell.run("findings", "list", "--store", out.resolve("bellbuoy.duckdb").toString());
    assertThat(folder.status()).isZero();
    assertThat(folder.out()).isEqualTo(file.out());
    found.forEach(f -> assertThat(folder.out()).contains(f.id().toString().substring(0, 8)));
  }

  @Test
  void listAsJsonGivesTheFindingsByteForByte() throws IOException {
    Shell.Said said = Shell.run("findings", "list", "--json", "--store", out.toString());
    assertThat(said.out()).isEqualTo(Files.readString(out.resolve(Outputs.FINDINGS)));
  }

  @Test
  void listSaysHowManyMoreThereAre() {
    Shell.Said said = Shell.run("findings", "list", "--limit", "2", "--store", out.toString());
    assertThat(said.status()).isZero();
    assertThat(said.out().lines()).hasSize(5).first().isEqualTo(FindingsCommandText.SIMULATED);
    assertThat(said.out()).contains("... and " + (found.size() - 2) + " more");
  }

  @Test
  void filtersLeaveWhatWasAskedFor() {
    Finding one = found.get(1);
    String mmsi = String.join("", one.subject().ids().values());
    Shell.Said said =
        Shell.run(
            "findings",
            "list",
            "--json",
            "--store",
            out.toString(),
            "--rule",
            one.rule(),
            "--level",
            one.assessment().level().word(),
            "--state",
            FindingsCommandText.word(one.state()),
            "--subject",
            mmsi,
            "--from",
            one.from().toString(),
            "--to",
            one.from().plusSeconds(1).toString(),
            "--run",
            one.run().substring(0, 8));
    assertThat(said.err()).isEmpty();
    assertThat(said.out().lines()).contains(FindingJson.write(one)).allMatch(l -> l.contains(mmsi));
  }

  @Test
  void noFindingsAreToldTogetherWithTheRunsAndWhatTheyRead() throws IOException {
    Shell.Said said =
        Shell.run("findings", "list", "--subject", "no such ship", "--store", out.toString());
    Run run = RunJson.read(Files.readString(out.resolve(Outputs.RUN)));
    assertThat(said.status()).isZero();
    assertThat(said.out())
        .contains("No findings match")
        .contains(run.id())
        .contains(String.format("%,d records", run.counts().get("records")));
  }

  @Test
  void aRunThatReadNothingIsNoAllClear() throws IOException {
    Path store = own.resolve("empty.duckdb");
    Run run = RunJson.read(Files.readString(out.resolve(Outputs.RUN)));
    try (Store opened = Store.open(store)) {
      assertThat(opened.runs()).isEmpty();
    }
    Shell.Said none = Shell.run("findings", "list", "--store", store.toString());
    assertThat(none.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(none.err()).contains("holds no run").contains("no all-clear");
    try (Store opened = Store.open(store)) {
      opened.save(
          new Run(
              run.id(),
              run.version(),
              run.command(),
              run.parameters(),
              run.rules(),
              run.inputs(),
              java.util.Map.of("records", 0L),
              run.rejects(),
              0,
              true),
          List.of());
    }
    Shell.Said zero = Shell.run("findings", "list", "--store", store.toString());
    assertThat(zero.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(zero.err()).contains("No record was read").contains("no all-clear");
  }

  @Test
  void aMissingStoreIsAFailureAndIsNotMade() throws IOException {
    Path missing = own.resolve("missing.duckdb");
    for (List<String> verb :
        List.of(
            List.of("list"),
            List.of("show", "ab"),
            List.of("verify", "--all"),
            List.of("export", "--to", own.resolve("x.csv").toString()))) {
      String[] line =
          Stream.of(List.of("findings"), verb, List.of("--store", missing.toString()))
              .flatMap(List::stream)
              .toArray(String[]::new);
      Shell.Said said = Shell.run(line);
      assertThat(said.status()).as(verb.getFirst()).isEqualTo(Bellbuoy.FAILED);
      assertThat(said.err()).contains("There is no store " + missing);
    }
    try (Stream<Path> files = Files.list(own)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void helpLoadsNothingOfTheDatabase() throws Exception {
    for (String verb : List.of("list", "show", "export", "verify")) {
      Path log = own.resolve(verb);
      Process help =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xlog:class+load:file=" + log,
                  "-cp",
                  System.getProperty("java.class.path"),
                  "org.bellbuoy.cli.Main",
                  "findings",
                  verb,
                  "--help")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      assertThat(help.waitFor()).isZero();
      assertThat(Files.readString(log))
          .contains("org.bellbuoy.cli.FindingsCommandStore")
          .doesNotContain("org.duckdb");
    }
  }

  @Test
  void wrongUsageExitsWithTwo() {
    String store = out.toString();
    for (String[] line :
        List.of(
            new String[] {"findings", "list", "--store", store, "--rule", "sea.silnce"},
            new String[] {"findings", "list", "--store", store, "--level", "sure"},
            new String[] {"findings", "list", "--store", store, "--state", "gone"},
            new String[] {"findings", "list", "--store", store, "--from", "yesterday"},
            new String[] {"findings", "list", "--store", store, "--limit", "0"},
            new String[] {
              "findings", "list", "--store", store, "--from", "2026-01-11", "--to", "2026-01-10"
            },
            new String[] {"findings", "show", "--store", store},
            new String[] {"findings", "export", "--store", store},
            new String[] {"findings", "export", "--store", store, "--to", "x.pdf"},
            new String[] {"findings", "verify", "--store", store},
            new String[] {"findings", "verify", "--store", store, "--all", "--run", "a"},
            new String[] {"findings", "nothing"})) {
      Shell.Said said = Shell.run(line);
      assertThat(said.status()).as(String.join(" ", line)).isEqualTo(Bellbuoy.USAGE);
      assertThat(said.err()).as(String.join(" ", line)).isNotBlank();
    }
  }

  @Test
  void showTellsEverythingTheFindingHolds() {
    for (Finding finding : found) {
      Shell.Said said =
          Shell.run(
              "findings",
              "show",
              finding.id().toString().substring(0, 13),
              "--store",
              out.toString());
      assertThat(said.status()).isZero();
      String text = said.out().replaceAll("\\s+", " ");
      assertThat(text)
          .contains("SIMULATED data")
          .contains(finding.id().toString())
          .contains(finding.run())
          .contains(finding.assessment().level().word())
          .contains(finding.coverage().summary());
      finding.reasons().forEach(r -> assertThat(text).contains(r.text()));
      finding.assets().forEach(a -> assertThat(text).contains(a.id()));
      finding
          .evidence()
          .forEach(
              e -> {
                assertThat(text).contains("offset " + e.offset());
                assertThat(said.out())
                    .contains(e.source())
                    .contains(String.valueOf(e.quote()).lines().toList());
              });
    }
    assertThat(
            Shell.run(
                    "findings",
                    "show",
                    "--json",
                    found.getFirst().id().toString(),
                    "--store",
                    out.toString())
                .out()
                .strip())
        .isEqualTo(FindingJson.write(found.getFirst()));
  }

  @Test
  void anAmbiguousOrUnknownIdIsToldInASentence() {
    String two =
        found.stream()
            .map(f -> f.id().toString().substring(0, 1))
            .filter(c -> found.stream().filter(f -> f.id().toString().startsWith(c)).count() > 1)
            .findFirst()
            .orElseThrow();
    Shell.Said several = Shell.run("findings", "show", two, "--store", out.toString());
    assertThat(several.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(several.err()).contains("Several findings start with '" + two + "'");
    Shell.Said none = Shell.run("findings", "show", "xyz", "--store", out.toString());
    assertThat(none.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(none.err()).contains("No finding").contains("'xyz'");
  }

  @Test
  void exportWritesEachFormatAndNeverOverwritesUnasked() throws IOException {
    Path jsonl = own.resolve("all.jsonl");
    assertThat(export(jsonl).status()).isZero();
    assertThat(Jsonl.readAll(jsonl)).isEqualTo(stored());
    Path csv = own.resolve("all.csv");
    assertThat(export(csv).status()).isZero();
    assertThat(csv).hasSameTextualContentAs(out.resolve(Outputs.CSV));
    Path map = own.resolve("all.geojson");
    assertThat(export(map).status()).isZero();
    assertThat(map).hasSameTextualContentAs(out.resolve(Outputs.GEOJSON));

    Files.writeString(csv, "mine", StandardCharsets.UTF_8);
    Shell.Said refused = export(csv);
    assertThat(refused.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(refused.err()).contains("--force");
    assertThat(csv).hasContent("mine");
    assertThat(export(csv, "--force", "--level", "cannot-tell").status()).isZero();
    assertThat(csv).content().contains("cannot-tell").doesNotContain("unlikely");
    try (Stream<Path> files = Files.list(own)) {
      assertThat(files).hasSize(3);
    }
  }

  @Test
  void theSameRunAgainChangesNothingInTheStore() throws IOException {
    Path again = own.resolve("again");
    Path simulated = shared.resolve("simulated");
    assertThat(Shell.watch(simulated, again).status()).isZero();
    List<Run> runs;
    List<Finding> findings;
    try (Store store = Store.open(again.resolve("bellbuoy.duckdb"))) {
      runs = store.runs();
      findings = store.findings(FindingFilter.all());
    }
    assertThat(findings).isEqualTo(stored());
    assertThat(Shell.watch(simulated, again).status()).isZero();
    try (Store store = Store.open(again.resolve("bellbuoy.duckdb"))) {
      assertThat(store.runs()).isEqualTo(runs).hasSize(1);
      assertThat(store.findings(FindingFilter.all())).isEqualTo(findings);
    }
  }

  private Shell.Said export(Path to, String... more) {
    return Shell.run(
        Stream.concat(
                Stream.of("findings", "export", "--store", out.toString(), "--to", to.toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private static List<Finding> stored() {
    try (Store store = Store.open(out.resolve("bellbuoy.duckdb"))) {
      return store.findings(FindingFilter.all());
    }
  }
}
