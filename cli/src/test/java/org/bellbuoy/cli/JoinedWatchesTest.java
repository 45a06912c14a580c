package org.bellbuoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.PartyRef;
import org.bellbuoy.core.json.Jsonl;
import org.bellbuoy.server.simulate.FarmScenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings of watches joined to a register: control is told, and behaviour is judged as before. */
class JoinedWatchesTest {
  @TempDir Path folder;

  private Path register(String assets, String roles) throws IOException {
    Path register = Files.createDirectories(folder.resolve("register"));
    Files.writeString(
        register.resolve("sources.csv"), "id,title,date\nmade,Made up for a test,2025-06-30\n");
    Files.writeString(
        register.resolve("parties.csv"),
        """
        id,kind,name,country,source,recorded
        op,company,Operator,XB,made,2025-06-30
        holding,company,Owner Holding,XD,made,2025-06-30
        maker,company,Maker,XC,made,2025-06-30
        """);
    Files.writeString(
        register.resolve("assets.csv"), "id,kind,name,identifiers,source,recorded\n" + assets);
    Files.writeString(
        register.resolve("roles.csv"),
        "holder,target,role,share,source,recorded\nholding,op,owner,60,made,2025-06-30\n" + roles);
    return register;
  }

  private List<Finding> findings(String out) throws IOException {
    return Jsonl.readAll(folder.resolve(out).resolve(Outputs.FINDINGS));
  }

  /** The same findings with the same assessments, whatever the register says. */
  private static void sameBehaviour(List<Finding> alone, List<Finding> joined) {
    Map<Object, Finding> byId =
        alone.stream().collect(Collectors.toMap(Finding::id, Function.identity()));
    assertThat(joined)
        .hasSameSizeAs(alone)
        .allSatisfy(
            f -> {
              Finding before = Objects.requireNonNull(byId.get(f.id()));
              assertThat(f.assessment()).isEqualTo(before.assessment());
              assertThat(f.evidence()).isEqualTo(before.evidence());
            });
  }

  @Test
  void aVesselsOperatorIsNamedUpToWhoControlsItAndTheAssessmentStays() throws IOException {
    Path simulated = folder.resolve("strait");
    Shell.simulate(simulated, 7);
    assertThat(Shell.watch(simulated, folder.resolve("alone")).status()).isZero();
    List<Finding> alone = findings("alone");
    String mmsi = Objects.requireNonNull(alone.getFirst().subject().ids().get("mmsi"));
    Path register =
        register(
            "v1,vessel,SIMULATED VESSEL,mmsi:" + mmsi + ",made,2025-06-30\n",
            "op,v1,operator,,made,2025-06-30\n");

    CommandLines.Said said =
        CommandLines.run(
            "sea",
            "watch",
            simulated.resolve(SeaSimulateCommand.NMEA),
            "--cables",
            simulated.resolve(SeaSimulateCommand.CABLES),
            "--register",
            register,
            "--watch-country",
            "XD",
            "--out",
            folder.resolve("joined"));
    assertThat(said.status()).as(said.err()).isZero();
    List<Finding> joined = findings("joined");

    sameBehaviour(alone, joined);
    assertThat(joined)
        .filteredOn(f -> mmsi.equals(f.subject().ids().get("mmsi")))
        .isNotEmpty()
        .allSatisfy(
            f -> {
              PartyRef operator =
                  f.parties().stream().filter(p -> p.id().equals("op")).findFirst().orElseThrow();
              assertThat(operator.role()).isEqualTo("operator");
              assertThat(operator.controllers())
                  .extracting(PartyRef.Controller::id)
                  .containsExactly("holding");
              assertThat(f.reasons())
                  .anyMatch(
                      r ->
                          r.code().equals("severity-by-register")
                              && r.text().contains("Owner Holding of XD (certain)")
                              && r.text().contains("assessment is as without a register"));
            });
    assertThat(joined)
        .filteredOn(f -> !mmsi.equals(f.subject().ids().get("mmsi")))
        .allSatisfy(f -> assertThat(f.parties()).noneMatch(p -> p.id().equals("op")));
  }

  @Test
  void aServersMakerIsNamedAndTheVerdictStays() throws IOException {
    Path farm = folder.resolve("farm");
    ServerSimulateCommand.write(FarmScenario.demo(), farm);
    Path fleet = farm.resolve(ServerSimulateCommand.FLEET);
    assertThat(
            CommandLines.run(
                    "server",
                    "sweep",
                    "--no-store",
                    "--fleet",
                    fleet,
                    "--out",
                    folder.resolve("alone"))
                .status())
        .isZero();
    Path register =
        register(
            "srv1,server-fleet,Portal,host:sp01.alfa.example.test,made,2025-06-30\n",
            "op,srv1,operator,,made,2025-06-30\nmaker,srv1,maker,,made,2025-06-30\n");

    CommandLines.Said said =
        CommandLines.run(
            "server",
            "sweep",
            "--no-store",
            "--fleet",
            fleet,
            "--register",
            register,
            "--out",
            folder.resolve("joined"));
    assertThat(said.status()).as(said.err()).isZero();
    List<Finding> joined = findings("joined");

    sameBehaviour(findings("alone"), joined);
    assertThat(joined)
        .filteredOn(f -> f.parties().stream().anyMatch(p -> p.id().equals("maker")))
        .isNotEmpty()
        .allSatisfy(
            f ->
                assertThat(f.assets().toString() + f.subject()).contains("sp01.alfa.example.test"));
  }
}
