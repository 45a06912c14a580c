package org.bellbuoy.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.bellbuoy.sea.cable.Cables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows of the design, and what detectors may not touch. */
class ArchitectureTest {
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.bellbuoy");

  private static final String[] DETECTORS = {
    "org.bellbuoy.sea.track..",
    "org.bellbuoy.sea.reception..",
    "org.bellbuoy.sea.detect..",
    "org.bellbuoy.sea.cable..",
    "org.bellbuoy.sea.route..",
    "org.bellbuoy.server.log..",
    "org.bellbuoy.server.event..",
    "org.bellbuoy.server.page..",
    "org.bellbuoy.server.content..",
    "org.bellbuoy.server.build..",
    "org.bellbuoy.server.sigma..",
    "org.bellbuoy.server.detect..",
    "org.bellbuoy.port.packet..",
    "org.bellbuoy.port.conversation..",
    "org.bellbuoy.port.operation..",
    "org.bellbuoy.port.decode..",
    "org.bellbuoy.port.stream..",
    "org.bellbuoy.port.protocol..",
    "org.bellbuoy.port.policy..",
    "org.bellbuoy.port.detect..",
    "org.bellbuoy.port.identity..",
    "org.bellbuoy.port.inventory..",
    "org.bellbuoy.register.control..",
    "org.bellbuoy.register.join..",
    "org.bellbuoy.register.match..",
    "org.bellbuoy.register.lockin.."
  };

  private static final String SEEDED = "org.bellbuoy.server.content.MinHash";

  /** They are handed a path by whoever wants their tables and rules. */
  private static final String[] LOADERS = {
    "org.bellbuoy.server.build.BuildTables", "org.bellbuoy.server.sigma.RuleFolder"
  };

  @Test
  void allModulesAreLookedAt() {
    for (String module :
        new String[] {
          "core", "atlas", "sea", "server", "port", "register", "store", "report", "cli"
        }) {
      assertThat(
              ALL.stream().anyMatch(c -> c.getPackageName().startsWith("org.bellbuoy." + module)))
          .as(module)
          .isTrue();
    }
  }

  @ParameterizedTest(name = "{0} knows only {1}")
  @CsvSource({
    "core, core",
    "atlas, atlas",
    "sea, sea core atlas",
    "server, server core",
    "port, port core",
    "register, register core",
    "store, store core register.model",
    "report, report core atlas"
  })
  void modulesKnowOnlyThoseBelowThem(String module, String known) {
    onlyKnows(module, known);
  }

  @ParameterizedTest(name = "{0} knows only {1}")
  @CsvSource({
    "sea.ais, sea.ais",
    "sea.geo, sea.geo",
    "sea.feed, sea.feed sea.ais core",
    "sea.track, sea.track sea.feed sea.geo core",
    "sea.reception, sea.reception sea.track sea.feed sea.geo core",
    "sea.detect, sea.detect sea.reception sea.track sea.feed sea.geo core",
    "sea.cable, sea.cable sea.geo core",
    "sea.route, sea.route sea.geo core atlas",
    "sea.judge, sea.judge sea.detect sea.reception sea.track sea.feed sea.geo core atlas",
    "sea.evaluate, sea.evaluate sea.detect sea.reception sea.track sea.feed sea.geo core",
    "sea.simulate, sea.simulate"
  })
  void roomsOfTheSeaKnowOnlyThoseBeforeThem(String room, String known) {
    onlyKnows(room, known);
  }

  @ParameterizedTest(name = "{0} knows only {1}")
  @CsvSource({
    "server.log, server.log core",
    "server.event, server.event core",
    "server.tree, server.tree core",
    "server.config, server.config core",
    "server.content, server.content server.config core",
    "server.page, server.page server.log core",
    "server.build, server.build server.tree core",
    "server.sigma, server.sigma server.log server.event core",
    "server.detect, server.detect server.page server.log server.event core",
    "server.simulate, server.simulate"
  })
  void roomsOfTheServersKnowOnlyThoseBeforeThem(String room, String known) {
    onlyKnows(room, known);
  }

  @ParameterizedTest(name = "{0} knows only {1}")
  @CsvSource({
    "port.capture, port.capture core",
    "port.packet, port.packet port.capture port.conversation core",
    "port.conversation, port.conversation core",
    "port.operation, port.operation port.conversation core",
    "port.decode, port.decode port.operation port.conversation port.packet port.capture core",
    "port.stream, port.stream port.decode port.operation port.conversation port.packet port.capture"
        + " core",
    "port.protocol, port.protocol port.decode port.operation port.conversation port.packet core",
    "port.simulate, port.simulate",
    "port.policy, port.policy port.decode port.operation port.conversation core",
    "port.detect, port.detect port.policy port.decode port.operation port.conversation port.packet"
        + " core",
    "port.identity, port.identity port.decode port.operation port.conversation port.packet core",
    "port.inventory, port.inventory port.decode port.operation port.conversation port.packet core"
  })
  void roomsOfThePortKnowOnlyThoseBeforeThem(String room, String known) {
    onlyKnows(room, known);
  }

  @ParameterizedTest(name = "{0} knows only {1}")
  @CsvSource({
    "register.model, register.model core",
    "register.folder, register.folder register.exchange register.match register.model core",
    "register.control, register.control register.model core",
    "register.join, register.join register.match register.control register.model core",
    "register.policy, register.policy register.control register.model core",
    "register.lockin, register.lockin",
    "register.lock, register.lock register.lockin register.control register.model core",
    "register.page, register.page register.join register.lock register.lockin register.control"
        + " register.model core"
  })
  void roomsOfTheRegisterKnowOnlyThoseBeforeThem(String room, String known) {
    onlyKnows(room, known);
  }

  private static void onlyKnows(String module, String known) {
    String[] allowed =
        Arrays.stream(known.trim().split(" "))
            .map(name -> "org.bellbuoy." + name + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage("org.bellbuoy." + module + "..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.bellbuoy..").and(not(resideInAnyPackage(allowed))))
        .check(ALL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sea", "server", "port"})
  void noWatchKnowsItsSimulator(String watch) {
    noClasses()
        .that()
        .resideInAPackage("org.bellbuoy." + watch + "..")
        .and()
        .resideOutsideOfPackages(
            "org.bellbuoy." + watch + ".simulate..", "org.bellbuoy." + watch + ".trial..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.bellbuoy." + watch + ".simulate..")
        .check(ALL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sea", "server"})
  void noWatchKnowsItsTrials(String watch) {
    noClasses()
        .that()
        .resideInAPackage("org.bellbuoy." + watch + "..")
        .and()
        .resideOutsideOfPackage("org.bellbuoy." + watch + ".trial..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.bellbuoy." + watch + ".trial..")
        .check(ALL);
  }

  @Test
  void nobodyKnowsTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.bellbuoy.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.bellbuoy.cli..")
        .check(ALL);
  }

  @Test
  void packagesDoNotGoInCircles() {
    slices().matching("org.bellbuoy.(**)").should().beFreeOfCycles().check(ALL);
  }

  @Test
  void detectorsReadNoClock() {
    noClasses()
        .that()
        .resideInAnyPackage(DETECTORS)
        .should()
        .accessTargetWhere(
            describe(
                "the target tells the time of day or of the machine",
                (JavaAccess<?> access) -> {
                  String owner = access.getTargetOwner().getName();
                  String name = access.getName();
                  return (owner.equals("java.time.Clock") && name.startsWith("system"))
                      || (owner.equals("java.lang.System")
                          && (name.equals("currentTimeMillis") || name.equals("nanoTime")))
                      || (owner.startsWith("java.time.") && name.equals("now"))
                      || (owner.equals("java.util.Date") && name.equals("<init>"));
                }))
        .check(ALL);
  }

  @Test
  void detectorsRollNoDice() {
    noClasses()
        .that()
        .resideInAnyPackage(DETECTORS)
        .and()
        .doNotHaveFullyQualifiedName(SEEDED)
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Random.class, SplittableRandom.class, ThreadLocalRandom.class)
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethod(java.util.UUID.class, "randomUUID")
        .check(ALL);
  }

  /** Its hash functions are numbers drawn from a seed that stands in the code. */
  @Test
  void theLikenessOfScriptsDrawsFromASeedOnly() {
    noClasses()
        .that()
        .haveFullyQualifiedName(SEEDED)
        .should()
        .callConstructor(SplittableRandom.class)
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(Random.class, ThreadLocalRandom.class)
        .check(ALL);
  }

  @Test
  void detectorsOpenNoFilesExceptThatCablesTablesAndRulesAreReadFromAPath() {
    noClasses()
        .that()
        .resideInAnyPackage(DETECTORS)
        .and()
        .doNotBelongToAnyOf(Cables.class)
        .and(not(describe("load tables or rules", ArchitectureTest::loads)))
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(File.class, Files.class)
        .check(ALL);
  }

  private static boolean loads(JavaClass type) {
    return Arrays.stream(LOADERS)
        .anyMatch(name -> type.getName().equals(name) || type.getName().startsWith(name + '$'));
  }

  @Test
  void theLoadersThatMayOpenFilesAreThere() {
    assertThat(LOADERS).allSatisfy(name -> assertThat(ALL.contain(name)).isTrue());
  }

  @Test
  void onlyTheLauncherEndsTheProgram() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(Main.class)
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(ALL);
  }
}
