package org.bellbuoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.bellbuoy.core.finding.Assessment;
import org.bellbuoy.core.finding.Coverage;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.PartyRef;
import org.bellbuoy.core.finding.Severity;
import org.bellbuoy.core.finding.State;
import org.bellbuoy.core.finding.Subject;
import org.bellbuoy.core.json.FindingJson;
import org.bellbuoy.core.json.RunJson;
import org.bellbuoy.core.run.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader may rely on in a page about a party or asset. */
class RegisterPageCommandTest {
  private static final Path ROOT = Path.of(System.getProperty("bellbuoy.root", "."));
  private static final String STARTER =
      ROOT.resolve("register/src/main/resources/org/bellbuoy/register/starter").toString();

  @TempDir Path folder;

  private String page(String name, String... more) throws IOException {
    Path file = folder.resolve("page.html");
    List<String> all =
        new ArrayList<>(
            List.of("register", "page", name, "--register", STARTER, "--out", file.toString()));
    all.addAll(List.of(more));
    Outcome made = Outcome.of(all.toArray(String[]::new));
    assertThat(made.status()).as(made.err()).isEqualTo(Bellbuoy.OK);
    return Files.readString(file);
  }

  private static Finding silence(long id, String ship, PartyRef... parties) {
    return new Finding(
        new UUID(1, id),
        "sea.silence",
        3,
        State.FINAL,
        Severity.MEDIUM,
        new Subject("vessel", Map.of("mmsi", "00000000" + id), ship),
        List.of(),
        Instant.parse("2026-11-05T00:00:00Z"),
        Instant.parse("2026-11-05T06:00:00Z"),
        null,
        new Assessment(Level.POSSIBLE, 0.4, List.of()),
        List.of(),
        new Coverage("Well heard.", 0.9, JsonNodeFactory.instance.objectNode()),
        List.of(),
        List.of(parties),
        "run-1");
  }

  private String given(boolean simulated, Finding... findings) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Finding finding : findings) {
      lines.append(FindingJson.write(finding)).append('\n');
    }
    Files.writeString(folder.resolve("findings.jsonl"), lines);
    Run run =
        new Run(
            "run-1",
            "1",
            "sea watch",
            Map.of(),
            Map.of(),
            List.of(),
            Map.of(),
            Map.of(),
            1,
            simulated);
    Files.writeString(folder.resolve("run.json"), RunJson.write(run));
    return folder.toString();
  }

  private static PartyRef operator(String id, String... controllers) {
    return new PartyRef(
        id,
        "operator",
        Stream.of(controllers).map(PartyRef.Controller::of).toList(),
        "fact",
        PartyRef.SUBJECT,
        PartyRef.STATED,
        "Name of " + id);
  }

  @Test
  void findingsAreListedWithWhatTheSubjectIsInThem() throws IOException {
    String findings =
        given(
            true,
            silence(1, "FU HAI", operator("sbss", "china-telecom", "state-cn")),
            silence(2, "Another", operator("subcom")),
            silence(3, "Third"));

    assertThat(page("sbss", "--findings", findings))
        .contains("3 findings were read; 2 of them name parties. It stands in 1.")
        .contains("Control is not behaviour")
        .contains("sea.silence 3", "possible", "2026-11-05T00:00:00Z to 2026-11-05T06:00:00Z")
        .contains("operator of the subject (FU HAI)", new UUID(1, 1).toString())
        .contains("1 name no party")
        .contains("SIMULATED: 1 of these findings rest on simulated data")
        .contains("a register that is not known to be this one")
        .doesNotContain(new UUID(1, 2).toString(), new UUID(1, 3).toString());
    assertThat(page("china-telecom", "--findings", findings))
        .contains("stands above Name of sbss, operator of the subject (FU HAI)");
    assertThat(page("ccs", "--findings", findings))
        .as("between the operator and who stands above all")
        .contains("controls S.B. Submarine Systems for certain, which is operator of the subject");
    assertThat(page("fu-hai", "--findings", findings)).contains("the subject (FU HAI)");
    assertThat(page("yokohama", "--findings", findings))
        .contains("Fu Hai, a part of it, is the subject (FU HAI)");
    assertThat(page("sbss", "--dossier", "--findings", findings))
        .contains("Findings: it stands in 1 of 3 that were read.");
  }

  @Test
  void noneFoundSaysHowManyWereRead() throws IOException {
    assertThat(page("zpmc")).contains("No findings were given");
    assertThat(page("zpmc", "--findings", given(false, silence(1, "X", operator("sbss")))))
        .contains("1 findings were read; 1 of them name parties. In none does it stand")
        .doesNotContain("SIMULATED");
    assertThat(page("zpmc", "--findings", given(false)))
        .contains("None found, for 0 findings were read", "no all-clear");
  }

  @Test
  void findingsThatCannotBeReadAreNamed() throws IOException {
    Files.writeString(folder.resolve("findings.jsonl"), "{\n");
    String file = folder.resolve("findings.jsonl").toString();
    String out = folder.resolve("p.html").toString();

    Outcome broken =
        Outcome.of("register", "page", "zpmc", "--starter", "--out", out, "--findings", file);
    assertThat(broken.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(broken.err()).contains("findings.jsonl, line 1");
    Outcome none =
        Outcome.of("register", "page", "zpmc", "--starter", "--out", out, "--findings", file + "x");
    assertThat(none.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(none.err()).contains("--findings", "is not there");
    assertThat(Path.of(out)).doesNotExist();
  }

  @Test
  void aDossierFillsItsHeadingsOrSaysWhatWould() throws IOException {
    String dossier = page("sbss", "--dossier");

    assertThat(dossier)
        .contains("China Telecom Group of CN (certain)", "China of CN (stated)")
        .contains("no row says that it has any, and none says that it has none")
        .contains("installation+maintenance")
        .contains("Legal regime: its own country is CN")
        .contains("As service-provider of agreement the register names 5 others")
        .contains("Yokohama Zone: 0 of 1")
        .contains("time to switch", "they are not added up")
        .contains("Confidence, as whoever entered them judged: high")
        .contains("That is no clearance")
        .doesNotContain("The register holds nothing on this");
    assertThat(page("zpmc", "--dossier"))
        .contains("80 % of STS cranes of US (cranes in use) as of 2024-09")
        .contains("China Communications Construction Company", "63.84 %");
  }

  @Test
  void anAgreementTellsShipsConcentrationAndWhatIsLeft() throws IOException {
    String zone = page("yokohama", "--faults-per-year", "20", "--job-days", "10");

    assertThat(zone)
        .contains("Maintenance is provided by S.B. Submarine Systems")
        .contains("Fu Hai", "there may be others")
        .contains("10,000", "repair ships of the zone by operator")
        .contains("0 of 1", "No ship is left; nothing is repaired.")
        .contains("No ship is left without any one of: country CN, China Communications Services");
  }

  @Test
  void sourcesAreThoseOfThePictureAndParametersAreNoNumberOnlyInWords() throws IOException {
    String page = page("zpmc");

    assertThat(page)
        .as("of the roles above the one in the subject too")
        .contains("http://en1.ccccltd.cn/investorrelations/")
        .contains("https://fdocuments.in/document/")
        .contains("not given")
        .doesNotContain("NaN");
    assertThat(page("sbss")).containsPattern("<table class=\"data cards\"[^>]*>.*share, %");
  }
}
