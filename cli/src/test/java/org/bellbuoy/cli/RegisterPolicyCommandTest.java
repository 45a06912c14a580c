package org.bellbuoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bellbuoy.core.finding.Evidence;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.json.Jsonl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policy findings name the rows they rest on, and can be come to again from these. */
class RegisterPolicyCommandTest {
  @TempDir Path folder;

  private Path register;
  private Path out;

  @BeforeEach
  void ask() throws IOException {
    register = Files.createDirectories(folder.resolve("register"));
    out = folder.resolve("out");
    write("sources.csv", "id,title\nfiling,A filing\n");
    write(
        "parties.csv",
        """
        id,kind,name,country,source
        top,company,Top,XA,filing
        maker,company,Maker,XB,filing
        """);
    write(
        "assets.yaml",
        """
        - id: crane
          kind: crane
          name: Crané One
          source: filing
        - id: other
          kind: crane
          name: Crane Two
        """);
    write(
        "roles.csv",
        """
        holder,target,role,share,source,confidence
        top,maker,owner,60,filing,high
        maker,crane,maker,,filing,high
        """);
    Files.writeString(
        folder.resolve("rules.yaml"),
        """
        - id: hand
          version: 2
          title: Made under a hand of XA
          severity: high
          for: asset
          rule: asset.maker.ultimateController.country == "XA"
        """);
    Shell.Said said =
        Shell.run(
            "register",
            "policy",
            "--rules",
            folder.resolve("rules.yaml").toString(),
            "--register",
            register.toString(),
            "--as-of",
            "2026-01-01",
            "--out",
            out.toString());
    assertThat(said.status()).as(said.err()).isZero();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(register.resolve(name), text);
  }

  private List<Finding> found() throws IOException {
    return Jsonl.readAll(out.resolve("findings.jsonl"));
  }

  private Shell.Said verify(String... more) {
    String[] args = Arrays.copyOf(new String[] {"findings", "verify", "--all"}, 5 + more.length);
    args[3] = "--store";
    args[4] = out.toString();
    System.arraycopy(more, 0, args, 5, more.length);
    return Shell.run(args);
  }

  @Test
  void evidenceIsTheBytesOfTheRowsThatDecided() throws IOException {
    Finding broken = found().getFirst();
    assertThat(broken.assessment().level()).isEqualTo(Level.LIKELY);
    assertThat(broken.evidence())
        .extracting(Evidence::quote)
        .containsExactly(
            "- id: crane\n  kind: crane\n  name: Crané One\n  source: filing",
            "maker,crane,maker,,filing,high",
            "maker,company,Maker,XB,filing",
            "top,maker,owner,60,filing,high",
            "top,company,Top,XA,filing");
    for (Evidence one : broken.evidence()) {
      byte[] bytes = Files.readAllBytes(register.resolve(one.name()));
      String there = new String(bytes, (int) one.offset(), one.length(), StandardCharsets.UTF_8);
      assertThat(there.strip()).isEqualTo(one.quote());
    }
  }

  @Test
  void whatWasFoundIsFoundAgainFromTheSameFiles() throws IOException {
    assertThat(found()).hasSize(2);
    Shell.Said all = verify();
    assertThat(all.out()).as(all.err()).contains("2 findings of 1 run").contains("2 verified");
    assertThat(all.status()).isZero();
    assertThat(verify("--evidence-only").status()).isZero();
  }

  @Test
  void aFileThatWasMovedIsFoundByItsDigest() throws IOException {
    Path moved = Files.createDirectories(folder.resolve("moved"));
    Files.move(register.resolve("roles.csv"), moved.resolve("roles.csv"));
    assertThat(verify().out()).contains("source missing");
    assertThat(verify("--source", moved.toString()).status()).isZero();
  }

  @Test
  void aChangedRowIsNotRepeated() throws IOException {
    Path roles = register.resolve("roles.csv");
    Files.writeString(roles, Files.readString(roles).replace(",60,", ",40,"));

    Shell.Said said = verify();

    assertThat(said.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(said.out()).contains("2 source changed").contains("roles.csv has other bytes");
    assertThat(said.out()).doesNotContain(" verified");
  }

  @Test
  void changedRulesAreNotRepeatedEither() throws IOException {
    Path rules = folder.resolve("rules.yaml");
    Files.writeString(rules, Files.readString(rules).replace("\"XA\"", "\"XB\""));
    assertThat(verify().out()).contains("2 source changed").contains("rules.yaml has other bytes");
  }
}
