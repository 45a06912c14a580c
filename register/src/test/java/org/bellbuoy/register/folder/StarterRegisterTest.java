package org.bellbuoy.register.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.register.control.ControlAnswer;
import org.bellbuoy.register.control.ControlOptions;
import org.bellbuoy.register.control.Controllers;
import org.bellbuoy.register.model.Confidence;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.Identifier;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.Statement;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StarterRegisterTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final Consumer<Reject> NONE =
      reject -> {
        throw new AssertionError(reject.detail());
      };

  private static Register starter() throws SourceException {
    return StarterRegister.load(NONE).register();
  }

  @Test
  void everyRowOfItIsUsed() throws Exception {
    RegisterFolder.Loaded loaded = StarterRegister.load(NONE);

    assertThat(loaded.rejects()).isZero();
    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.notes()).isEmpty();
    assertThat(loaded.register().assets()).hasSize(51);
    assertThat(loaded.files())
        .extracting(file -> file.name())
        .containsExactly(
            "starter/sources.csv",
            "starter/parties.csv",
            "starter/assets.csv",
            "starter/roles.csv");
  }

  @Test
  void everyRowHasSourceDateAndConfidence() throws Exception {
    Register register = starter();
    Stream.concat(
            register.entities().stream().map(Entity::statement),
            register.roles().stream().map(Role::statement))
        .forEach(
            statement -> {
              assertThat(register.source(statement.source()))
                  .as("source of %s", statement.place())
                  .isPresent();
              assertThat(statement.recorded()).as("date of %s", statement.place()).isNotNull();
              assertThat(statement.confidence())
                  .as("confidence of %s", statement.place())
                  .isNotEqualTo(Confidence.UNKNOWN);
            });
  }

  @Test
  void nothingOfItRestsOnAShareAlikeSourceAndMostSourcesHaveADate() throws Exception {
    assertThat(starter().sources())
        .noneMatch(source -> source.url().matches(".*(wikipedia|wikimedia|zxc\\.wiki).*"));
    assertThat(starter().sources().stream().filter(source -> source.date() == null))
        .as("those of which no date was told")
        .hasSize(8);
    assertThat(starter().sources().stream().filter(source -> source.url().isEmpty()))
        .extracting(source -> source.id())
        .containsExactly("gcaptain-2019");
  }

  @Test
  void globalMarineHasAHolderAtAnyTimeOfTheYearInWhichItWasSoldTwice() throws Exception {
    for (LocalDate day = LocalDate.of(2025, 1, 1); day.getYear() == 2025; day = day.plusDays(7)) {
      ControlAnswer answer =
          Controllers.of(starter(), day, ControlOptions.defaults()).answer("global-marine");
      assertThat(answer.controllers())
          .as(day.toString())
          .filteredOn(ControlAnswer.Controller::certain)
          .singleElement()
          .satisfies(
              controller ->
                  assertThat(controller.ids()).containsAnyOf("jf-lehman", "kif").hasSize(1));
    }
    ControlAnswer june =
        Controllers.of(starter(), LocalDate.of(2025, 6, 1), ControlOptions.defaults())
            .answer("global-marine");
    assertThat(june.controllers().getFirst().ids()).containsExactly("kif");
  }

  @Test
  void anOperatorOfOldTimesIsRecordedThenAndHasLowConfidence() throws Exception {
    for (Role role : starter().roles()) {
      Statement statement = role.statement();
      if (statement.note().startsWith("As of 20") && statement.recorded() != null) {
        int year = statement.recorded().first().getYear();
        assertThat(statement.note()).contains(Integer.toString(year));
        if (year <= 2017) {
          assertThat(statement.confidence()).as(statement.note()).isEqualTo(Confidence.LOW);
        }
      }
    }
    assertThat(starter().rolesIn("global-sentinel"))
        .singleElement()
        .satisfies(role -> assertThat(role.statement().recorded()).hasToString("2008"));
  }

  @Test
  void chinaTelecomControlsTheYokohamaShipsThroughItsSubsidiary() throws Exception {
    Controllers controllers = Controllers.of(starter(), DAY, ControlOptions.defaults());

    ControlAnswer ship = controllers.answer("sbss");

    assertThat(ship.controllers())
        .filteredOn(ControlAnswer.Controller::certain)
        .singleElement()
        .satisfies(
            controller -> {
              assertThat(controller.ids()).containsExactly("china-telecom");
              assertThat(controller.steps())
                  .extracting(ControlAnswer.Step::id)
                  .containsExactly("ccs", "sbss");
            });
    assertThat(ship.stated()).extracting(ControlAnswer.Stated::id).containsExactly("state-cn");
  }

  @Test
  void fortyNinePercentOfTheSameShipsControlNothing() throws Exception {
    Controllers controllers = Controllers.of(starter(), DAY, ControlOptions.defaults());

    assertThat(controllers.answer("global-marine").controls().certain()).doesNotContain("sbss");
    assertThat(controllers.answer("global-marine").controls().possible()).doesNotContain("sbss");
    assertThat(controllers.answer("kif").controls().certain()).contains("global-marine");
  }

  /** The reference's figures; of China Telecom only that it has more than half of CCS is known. */
  @Test
  void integratedSharesAreTheReferencesWithTheRangeThatSourcesLeave() throws Exception {
    ControlAnswer answer = Controllers.of(starter(), DAY, ControlOptions.defaults()).answer("sbss");

    owned(answer, "global-marine", 0.49, 0.49);
    owned(answer, "kif", 0.26117, 0.26117);
    owned(answer, "kit", 0.22883, 0.22883);
    owned(answer, "ccs", 0.51, 0.51);
    owned(answer, "china-telecom", 0.255, 0.51);
  }

  private static void owned(ControlAnswer answer, String holder, double low, double high) {
    assertThat(answer.owners())
        .filteredOn(owner -> owner.id().equals(holder))
        .singleElement()
        .satisfies(
            owner -> {
              assertThat(owner.share().low()).isCloseTo(low, within(1e-9));
              assertThat(owner.share().high()).isCloseTo(high, within(1e-9));
            });
  }

  @Test
  void imoNumbersHaveTheRightCheckDigit() throws Exception {
    List<Identifier> numbers =
        starter().entities().stream()
            .flatMap(entity -> entity.identifiers().stream())
            .filter(identifier -> identifier.scheme().equals("imo"))
            .toList();

    assertThat(numbers).hasSize(5);
    for (Identifier number : numbers) {
      String digits = number.value();
      assertThat(digits).matches("[0-9]{7}");
      int sum = 0;
      for (int i = 0; i < 6; i++) {
        sum += (7 - i) * (digits.charAt(i) - '0');
      }
      assertThat(sum % 10).as(digits).isEqualTo(digits.charAt(6) - '0');
    }
  }

  /** Notes are the project's own words: none is also a cell of the facts that were looked up. */
  @Test
  void noNoteIsCopied() throws Exception {
    Path staged =
        Path.of(System.getProperty("bellbuoy.root", "."), "..", "shared", "data", "register")
            .resolve("starter");
    Assumptions.assumeTrue(Files.isDirectory(staged), "the shared data are not here: starter");
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(staged)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
        texts.add(Files.readString(file).toLowerCase(Locale.ROOT));
      }
    }
    assertThat(texts).isNotEmpty();
    Register register = starter();
    Stream.concat(
            register.entities().stream().map(Entity::statement),
            register.roles().stream().map(Role::statement))
        .map(Statement::note)
        .filter(note -> !note.startsWith("As of ") && note.split(" ").length > 2)
        .forEach(
            note ->
                assertThat(texts)
                    .as(note)
                    .noneMatch(text -> text.contains(withoutStop(note).toLowerCase(Locale.ROOT))));
  }

  private static String withoutStop(String note) {
    return note.endsWith(".") ? note.substring(0, note.length() - 1) : note;
  }

  @Test
  void anIdInTwoFoldersIsToldAndASourceWithOtherWordsIsRejected(@TempDir Path folder)
      throws Exception {
    write(
        folder,
        "sources.csv",
        "id,title,url,types\nmine,My own,,\norange-com,Something else,,thirdParty\n");
    write(
        folder,
        "parties.csv",
        "id,kind,name,country,source\norange,company,Orange of mine,FR,mine\n");
    List<Reject> rejects = new ArrayList<>();

    RegisterFolder.Loaded loaded =
        RegisterFolder.load(
            List.of(StarterRegister.part(), RegisterFolder.part(folder.toString()).called("mine")),
            FolderOptions.defaults(),
            rejects::add);

    assertThat(loaded.notes())
        .singleElement()
        .asString()
        .contains("'orange'", "starter/parties.csv line", "mine/parties.csv line 2");
    assertThat(rejects)
        .singleElement()
        .satisfies(reject -> assertThat(reject.reason()).isEqualTo("duplicate-id"));
    assertThat(loaded.register().statementsOf("orange")).hasSize(2);
  }

  private static void write(Path folder, String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
