package org.bellbuoy.port.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationResult;
import org.bellbuoy.port.operation.OperationText;
import org.bellbuoy.port.operation.TargetPart;
import org.bellbuoy.port.watch.Recorded;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the reading of captures finds is what the truth says was put in. */
class SimulatedLedgerTest {
  private static final PortScenario SMALL = PortScenario.demo().withSize(4, 5, 0.5);

  @TempDir static Path folder;
  private static Written demo;
  private static Recorded read;

  @BeforeAll
  static void write() {
    demo = Written.of(PortScenario.demo(), folder.resolve("demo"));
    read = Recorded.of(demo.captures());
  }

  @Test
  void everyModbusRequestIsInTheLedgerOnce() {
    assertThat(asked(read)).isEqualTo(told(demo)).hasSizeGreaterThan(100);
    assertThat(asked(read).values().stream().mapToLong(Long::longValue).sum())
        .isGreaterThan(10_000);
  }

  @Test
  void aCaptureWithoutFaultsHasNone() {
    assertThat(read.result.problems()).isEmpty();
    assertThat(read.rejects.counts()).isEmpty();
    assertThat(read.result.health().malformed()).isZero();
    assertThat(read.result.health().duplicates()).isZero();
    assertThat(read.result.health().gaps()).isZero();
    assertThat(read.result.health().midstream()).isLessThanOrEqualTo(1);
  }

  @Test
  void theSameHoldsForOtherSeedsSizesAndFaults() {
    for (int seed = 2; seed <= 5; seed++) {
      PortScenario scenario =
          SMALL.withSeed(seed).withSize(4, 2 + seed, 0.4).withFaults(0, 0.01 * seed, 0.01);
      Written other = Written.of(scenario, folder.resolve("seed" + seed));
      assertThat(asked(Recorded.of(other.captures()))).as("seed " + seed).isEqualTo(told(other));
    }
  }

  @Test
  void duplicatesOfTheMirrorPortAreTakenOutAndCounted() {
    Written faulty = Written.of(SMALL.withFaults(0, 0.05, 0), folder.resolve("twice"));
    Recorded twice = Recorded.of(faulty.captures());
    assertThat(faulty.truth().faults().duplicateFrames()).isGreaterThan(500);
    assertThat(twice.result.health().duplicates())
        .isEqualTo(faulty.truth().faults().duplicateFrames());
    assertThat(asked(twice)).isEqualTo(told(faulty));
  }

  @Test
  void segmentsThatAreSentTwiceCountOnce() {
    Written faulty = Written.of(SMALL.withFaults(0, 0, 0.05), folder.resolve("again"));
    assertThat(faulty.truth().faults().retransmissions()).isGreaterThan(200);
    assertThat(asked(Recorded.of(faulty.captures()))).isEqualTo(told(faulty));
  }

  @Test
  void whatWasLostIsToldAsMissingAndNothingIsMadeUp() {
    Written faulty = Written.of(SMALL.withFaults(0.02, 0, 0), folder.resolve("lost"));
    Recorded lossy = Recorded.of(faulty.captures());
    assertThat(faulty.truth().faults().lostFrames()).isGreaterThan(200);
    assertThat(lossy.result.health().gaps()).isPositive();
    Map<String, Long> asked = asked(lossy);
    Map<String, Long> told = told(faulty);
    assertThat(told.keySet()).containsAll(asked.keySet());
    long found = 0;
    long captured = 0;
    for (Map.Entry<String, Long> one : told.entrySet()) {
      long here = asked.getOrDefault(one.getKey(), 0L);
      assertThat(here).as(one.getKey()).isLessThanOrEqualTo(one.getValue());
      found += here;
      captured += one.getValue();
    }
    assertThat(found).isGreaterThan(captured * 99 / 100);
  }

  /** Each Modbus request of an act stands in the ledger at its frame, with target and value. */
  @Test
  void functionsTargetsAndValuesComeBackAsTheyWereWritten() {
    Map<String, String> byFrame = new HashMap<>();
    for (Operation o : read.operations) {
      if (o.protocol() == Protocol.MODBUS && o.result() != OperationResult.ANSWER_ONLY) {
        String file = demo.truth().captures().get(o.request().source()).file();
        byFrame.merge(file + " " + o.request().frame(), words(o), (a, b) -> a + "; " + b);
      }
    }
    int writes = 0;
    for (PortTruth.Act act : demo.truth().acts()) {
      for (PortTruth.Evidence one : act.evidence()) {
        if (one.what().matches("(read|write)-(single|multiple|holding|input|coils|discrete).*")) {
          assertThat(byFrame.get(one.file() + " " + one.frame()))
              .as(act.kind() + " " + one)
              .isEqualTo(
                  Arrays.stream(one.what().split("; "))
                      .map(what -> one.from() + " > " + one.to() + " " + what)
                      .collect(Collectors.joining("; ")));
          writes += one.what().startsWith("write") ? 1 : 0;
        }
      }
    }
    assertThat(writes).isGreaterThan(150);
  }

  private static String words(Operation o) {
    String value = OperationText.value(o);
    return String.format(
        Locale.ROOT,
        "%s > %s %s unit %d address %d count %d%s",
        o.source().address(),
        o.destination().address(),
        o.functionName(),
        o.number(TargetPart.UNIT),
        o.number(TargetPart.ADDRESS),
        o.number(TargetPart.COUNT),
        value.isEmpty() ? "" : " value " + value);
  }

  @Test
  void answersToAPeerThatIsNotSeenAreAnswersOnly() {
    List<Operation> answers =
        read.operations.stream()
            .filter(o -> o.source().address().toString().equals("198.51.100.40"))
            .toList();
    assertThat(answers).hasSize(10);
    assertThat(answers).allMatch(o -> o.result() == OperationResult.ANSWER_ONLY);
  }

  private static Map<String, Long> asked(Recorded recorded) {
    Map<String, Long> counts = new TreeMap<>();
    for (Operation o : recorded.operations) {
      if (o.protocol() == Protocol.MODBUS && o.result() != OperationResult.ANSWER_ONLY) {
        String pair = o.source().address() + " > " + o.destination().address();
        counts.merge(pair + " " + o.functionCode(), 1L, Long::sum);
      }
    }
    return counts;
  }

  private static Map<String, Long> told(Written written) {
    Map<String, Long> counts = new TreeMap<>();
    for (PortTruth.Operations one : written.truth().operations()) {
      if (one.protocol().equals("modbus") && one.captured() > 0) {
        counts.put(one.from() + " > " + one.to() + " " + one.function(), one.captured());
      }
    }
    return counts;
  }
}
