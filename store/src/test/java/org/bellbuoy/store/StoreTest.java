package org.bellbuoy.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.State;
import org.bellbuoy.core.run.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
  @TempDir Path folder;

  @Test
  void whatWasSavedIsThereAfterOpeningAgain() {
    List<Finding> findings = Samples.findings("r1", 0, 50);
    List<Finding> shuffled = new ArrayList<>(findings);
    Collections.shuffle(shuffled, new Random(1));
    try (Store store = open()) {
      assertThat(store.save(Samples.run("r1"), shuffled)).isEqualTo(new Saved(50, 0, 0));
    }
    try (Store store = open()) {
      assertThat(store.findings(FindingFilter.all())).isEqualTo(findings);
      assertThat(store.runs()).containsExactly(Samples.run("r1"));
      assertThat(store.run("r1")).contains(Samples.run("r1"));
      assertThat(store.run("r2")).isEmpty();
    }
  }

  @Test
  void savingTheSameRunAgainChangesNothing() {
    List<Finding> findings = Samples.findings("r1", 0, 20);
    try (Store store = open()) {
      store.save(Samples.run("r1"), findings);
      Saved again = store.save(Samples.run("r1", "0.1.0", 99), findings);
      assertThat(again).isEqualTo(new Saved(0, 0, 20));
      assertThat(store.runs()).containsExactly(Samples.run("r1"));
      assertThat(store.findings(FindingFilter.all().withRun("r1"))).isEqualTo(findings);
    }
  }

  @Test
  void aNewerRunReplacesAFindingAndAnOlderOneDoesNot() {
    Finding before = Samples.finding("r1", 4, 0.1, "OLD");
    Finding after = Samples.finding("r2", 4, 0.9, "NEW");
    assertThat(before.id()).isEqualTo(after.id());
    try (Store store = open()) {
      store.save(Samples.run("r1"), List.of(before, Samples.finding("r1", 5)));
      assertThat(store.save(Samples.run("r2"), List.of(after))).isEqualTo(new Saved(0, 1, 0));
      assertThat(store.finding(after.id())).contains(after);
      assertThat(store.save(Samples.run("r1"), List.of(before))).isEqualTo(new Saved(0, 0, 1));
      assertThat(store.finding(after.id())).contains(after);
      assertThat(store.findings(FindingFilter.all())).hasSize(2);
      assertThat(store.runs()).extracting(Run::id).containsExactly("r1", "r2");
      assertThat(store.findings(FindingFilter.all().withRun("r1"))).hasSize(2);
      assertThat(store.findings(FindingFilter.all().withAsset("c1"))).containsExactly(after);
    }
  }

  @Test
  void theSameCommandRunByANewerVersionIsANewRunInTheHistory() {
    try (Store store = open()) {
      store.save(Samples.run("r1"), List.of(Samples.finding("r1", 1, 0.1, "A")));
      store.save(Samples.run("r1", "0.2.0", 1), List.of(Samples.finding("r1", 1, 0.2, "A")));
      assertThat(store.runs()).extracting(Run::version).containsExactly("0.1.0", "0.2.0");
      assertThat(store.run("r1").orElseThrow().version()).isEqualTo("0.2.0");
      assertThat(store.findings(FindingFilter.all()).getFirst().assessment().probability())
          .isEqualTo(0.2);
    }
  }

  @Test
  void findingsAreFilteredByEverythingThatCanBeAsked() {
    try (Store store = open()) {
      store.save(Samples.run("r1"), Samples.findings("r1", 0, 30));
      FindingFilter all = FindingFilter.all();
      assertThat(store.findings(all.withRule("sea.silence"))).hasSize(30);
      assertThat(store.findings(all.withRule("' OR true --"))).isEmpty();
      assertThat(store.findings(all.withLevel(Level.LIKELY))).hasSize(6);
      assertThat(store.findings(all.withLevel(Level.CANNOT_TELL))).hasSize(24);
      assertThat(store.findings(all.withState(State.OPEN))).hasSize(15);
      assertThat(store.findings(all.withSubject("ship 29"))).hasSize(1);
      assertThat(store.findings(all.withSubject("MMSI=29"))).hasSize(1);
      assertThat(store.findings(all.withSubject("%"))).isEmpty();
      assertThat(store.findings(all.withAsset("c0"))).hasSize(10);
      assertThat(store.findings(all.withLimit(3))).isEqualTo(Samples.findings("r1", 0, 3));
      assertThat(store.findings(all.between(null, Samples.START.plusSeconds(120)))).hasSize(2);
      // Closed ones that ended before are left out, open ones still go on.
      assertThat(
              store.findings(
                  all.between(Samples.START.plusSeconds(60L * 20), null).withState(State.FINAL)))
          .hasSize(5);
      assertThat(
              store.findings(
                  all.between(Samples.START.plusSeconds(60L * 20), null).withState(State.OPEN)))
          .hasSize(15);
    }
  }

  @Test
  void aFindingIsFoundByTheStartOfItsIdWhenThatIsEnough() {
    try (Store store = open()) {
      List<Finding> findings = Samples.findings("r1", 0, 40);
      store.save(Samples.run("r1"), findings);
      String id = findings.getFirst().id().toString();
      assertThat(store.finding(id.substring(0, 12).toUpperCase(java.util.Locale.ROOT)))
          .contains(findings.getFirst());
      assertThat(store.finding("%")).isEmpty();
      assertThatThrownBy(() -> store.finding(""))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("Several findings");
    }
  }

  @Test
  void hostileTextIsKeptWithoutHarm() {
    Finding hostile = Samples.finding("r1", 1, 0.5, "'; DROP TABLE findings; --\u0000\u202e😀\"");
    Finding lone = Samples.finding("r1", 2, 0.5, "half \ud800");
    try (Store store = open()) {
      store.save(Samples.run("r1"), List.of(hostile, lone));
      assertThat(store.finding(hostile.id())).contains(hostile);
      assertThat(store.finding(lone.id()).orElseThrow().subject().name()).isEqualTo("half \ufffd");
    }
  }

  @Test
  void aFindingOfAnotherRunIsRefusedAndNothingIsSaved() {
    try (Store store = open()) {
      assertThatThrownBy(() -> store.save(Samples.run("r1"), Samples.findings("r2", 0, 2)))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(store.runs()).isEmpty();
    }
  }

  @Test
  void aFailureHalfWayLeavesNothingOfTheRun() {
    Finding tooFar =
        new Finding(
            java.util.UUID.randomUUID(),
            "r",
            1,
            State.OPEN,
            org.bellbuoy.core.finding.Severity.LOW,
            Samples.finding("r2", 1).subject(),
            List.of(),
            java.time.Instant.MAX,
            null,
            null,
            Samples.finding("r2", 1).assessment(),
            List.of(),
            Samples.finding("r2", 1).coverage(),
            List.of(),
            List.of(),
            "r2");
    List<Finding> findings = new ArrayList<>(Samples.findings("r2", 0, 5));
    findings.add(tooFar);
    try (Store store = open()) {
      store.save(Samples.run("r1"), Samples.findings("r1", 0, 2));
      assertThatThrownBy(() -> store.save(Samples.run("r2"), findings))
          .isInstanceOf(RuntimeException.class);
      assertThat(store.runs()).hasSize(1);
      assertThat(store.save(Samples.run("r3"), Samples.findings("r3", 10, 12)).added())
          .isEqualTo(2);
    }
    try (Store store = open()) {
      assertThat(store.findings(FindingFilter.all())).hasSize(4);
    }
  }

  @Test
  void aFileThatIsNoStoreIsNamedInAPlainSentence() throws Exception {
    Path text = Files.writeString(folder.resolve("notes.txt"), "no database ".repeat(2000));
    assertThatThrownBy(() -> Store.open(text))
        .isInstanceOf(StoreException.class)
        .hasMessage("The file " + text + " is not a Bellbuoy store.");
    assertThatThrownBy(() -> Store.open(folder)).hasMessageContaining("is a folder, not a store");
    Path other = folder.resolve("other.db");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + other)) {
      assertThat(connection.isValid(1)).isTrue();
    }
    assertThatThrownBy(() -> Store.open(other)).hasMessageContaining("but no Bellbuoy store");
    try (Store again = open()) {
      assertThat(again.runs()).isEmpty();
    }
  }

  @Test
  void aStoreOfANewerVersionIsNotTouched() throws Exception {
    open().close();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file());
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE bellbuoy_schema SET version = 7");
    }
    assertThatThrownBy(this::open).hasMessageContaining("newer Bellbuoy (layout 7");
  }

  @Test
  void anEmptyFileLeftByAKilledProcessBecomesAStore() throws Exception {
    Files.createFile(file());
    try (Store store = open()) {
      store.save(Samples.run("r1"), Samples.findings("r1", 0, 2));
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file());
    }
  }

  @Test
  void aFolderThatCannotBeWrittenToIsNamed() {
    assertThatThrownBy(() -> Store.open(Path.of("/proc/nowhere/bellbuoy.db")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("/proc/nowhere/bellbuoy.db");
  }

  @Test
  void aFullDiskAndMissingRightsAreToldAsSuch() {
    SQLException full =
        new SQLException("IO Error: Could not write file \"x\": No space left on device");
    assertThat(Problems.with(file(), full)).hasMessageStartingWith("The disk is full");
    IOException denied = new java.nio.file.AccessDeniedException("x");
    assertThat(Problems.with(file(), denied)).hasMessageContaining("cannot be written to");
  }

  @Test
  void theStoreReachesNothingOutsideItsFile() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.csv"), "a,b\n1,2\n");
    try (Connection connection = Database.open(file());
        Statement first = connection.createStatement();
        Statement second = connection.createStatement();
        Statement third = connection.createStatement()) {
      assertThatThrownBy(() -> first.execute("FROM '" + secret + "'"))
          .hasMessageContaining("disabled by configuration");
      assertThatThrownBy(() -> second.execute("INSTALL spatial")).isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> third.execute("SET enable_external_access=true"))
          .isInstanceOf(SQLException.class);
    }
  }

  private Path file() {
    return folder.resolve("bellbuoy.db");
  }

  private Store open() {
    return Store.open(file());
  }
}
