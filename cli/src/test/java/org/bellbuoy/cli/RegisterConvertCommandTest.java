package org.bellbuoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterConvertCommandTest {
  private static final Path ROOT = Path.of(System.getProperty("bellbuoy.root", "."));
  private static final Path EXAMPLE = ROOT.resolve("docs/examples/register");

  @TempDir Path folder;

  private Outcome convert(String from, Path in, String to, Path out) {
    return Outcome.of(
        "register", "convert", "--from", from, "--to", to, "--out", out.toString(), in.toString());
  }

  @Test
  void aFolderWrittenAgainAnswersAsTheFirstDid() {
    Path copy = folder.resolve("copy");
    Outcome made = convert("folder", EXAMPLE, "folder", copy);
    assertThat(made.status()).as(made.err()).isEqualTo(Bellbuoy.OK);
    for (String name : new String[] {"ships", "Example One", "marine"}) {
      Outcome first = Outcome.of("register", "control", name, "--register", EXAMPLE.toString());
      Outcome second = Outcome.of("register", "control", name, "--register", copy.toString());
      assertThat(second.out()).isNotEmpty().isEqualTo(first.out());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bods", "ftm", "graphml", "geojson", "cyclonedx"})
  void everyWrittenFormIsAFileAndSaysWhatItLeavesOut(String to) throws IOException {
    Path out = folder.resolve("out." + to);
    Outcome made = convert("folder", EXAMPLE, to, out);
    assertThat(made.status()).as(made.err()).isEqualTo(Bellbuoy.OK);
    assertThat(Files.size(out)).isPositive();
    assertThat(made.out()).contains("parties").contains("Not in " + to + ":");
  }

  @Test
  void sharesThatWentThroughTheOwnershipStandardAnswerAlike() {
    Path bods = folder.resolve("a.json");
    Path back = folder.resolve("back");
    assertThat(convert("folder", EXAMPLE, "bods", bods).status()).isEqualTo(Bellbuoy.OK);
    Outcome read = convert("bods", bods, "folder", back);
    assertThat(read.status()).as(read.err()).isEqualTo(Bellbuoy.OK);
    Outcome control =
        Outcome.of("register", "control", "Example One", "--register", back.toString());
    assertThat(control.status()).isNotEqualTo(Bellbuoy.OK);
    Outcome ships = Outcome.of("register", "control", "ships", "--register", back.toString());
    assertThat(ships.out()).contains("26.117 %");
  }

  @Test
  void theOwnershipStandardsSampleComesIntoAFolderThatNamesWhatCannotBe() throws IOException {
    Path sample = ROOT.resolve("../shared/data/register/bods/fixtures/sample_300_statements.json");
    Assumptions.assumeTrue(Files.exists(sample), "The sample is not here.");
    Path register = folder.resolve("register");
    assertThat(convert("bods", sample, "folder", register).out())
        .contains("200 parties, 0 assets, 100 roles read; 0 could not be used");
    Outcome check = Outcome.of("register", "check", "--register", register.toString());
    // The sample gives one company number to all its hundred companies, which the folder says.
    assertThat(check.out().lines().filter(line -> line.startsWith("same-identifier"))).hasSize(100);
  }

  /** Two of a list may have one number: both stay, and both rows are told of. */
  @Test
  void whatTheWrittenFolderWouldRejectIsSaidWhenItIsWritten() {
    Path list = ROOT.resolve("../shared/data/register/sanctions/eu_32014R0833_consolidated.csv");
    Assumptions.assumeTrue(Files.exists(list), "The list is not here.");
    Path register = folder.resolve("eu");
    Outcome made = convert("list", list, "folder", register);
    assertThat(made.err())
        .contains("Reading the written folder again would find fault with 8 of its rows")
        .contains("same-identifier");
    Outcome check = Outcome.of("register", "check", "--register", register.toString());
    assertThat(check.out().lines().filter(line -> line.startsWith("same-identifier"))).hasSize(8);
  }

  @Test
  void wrongUseIsOneSentence() throws IOException {
    Path full = Files.createDirectories(folder.resolve("full"));
    Files.writeString(full.resolve("mine.txt"), "x");
    assertThat(convert("folder", EXAMPLE, "folder", full).status()).isEqualTo(Bellbuoy.USAGE);
    assertThat(convert("graphml", EXAMPLE, "bods", folder.resolve("x")).err())
        .contains("written only");
    Path broken = Files.writeString(folder.resolve("broken.json"), "[{\"statementId\": ");
    Outcome read = convert("bods", broken, "folder", folder.resolve("y"));
    assertThat(read.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(read.err()).contains("is no JSON from here on").contains("nothing was written");
    assertThat(folder.resolve("y")).doesNotExist();
  }
}
