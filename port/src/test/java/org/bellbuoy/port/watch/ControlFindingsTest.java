package org.bellbuoy.port.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Severity;
import org.junit.jupiter.api.Test;

/** Commands on small networks that stand in the test: what is told, and what is not. */
class ControlFindingsTest {
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;
  private static final int MASTER = 1;

  /** A master that polls devices 11 to 14 and writes to device 11. */
  private static Wire usual(long minutes) {
    Wire wire = new Wire();
    for (long minute = 0; minute < minutes; minute++) {
      for (int device = 11; device <= 14; device++) {
        wire.read(minute * MINUTE + device, MASTER, device, 100);
      }
      wire.write(minute * MINUTE + 500, MASTER, 11, 20, (int) (minute % 10));
    }
    return wire;
  }

  private static List<Finding> against(Wire knownGood, Wire wire) {
    return Watched.run(
            PortWatchOptions.defaults().withKnownGood(Watched.input("good", knownGood.bytes())),
            Watched.input("capture", wire.bytes()))
        .findings();
  }

  @Test
  void aMasterThatDoesWhatItAlwaysDoesIsNoFinding() {
    assertThat(Watched.findings(usual(60).bytes())).isEmpty();
    assertThat(against(usual(60), usual(60))).isEmpty();
  }

  @Test
  void aDeviceThatOnlyAnsweredAndThenWritesToItsNeighbourIsOneFinding() {
    Wire wire = usual(60).write(40 * MINUTE, 11, 12, 20, 1);
    List<Finding> findings = Watched.findings(wire.bytes());

    assertThat(Watched.brief(findings))
        .containsExactly("port.control 10.0.0.11 slave-turned-master possible 1");
    Finding finding = findings.getFirst();
    assertThat(finding.severity()).isEqualTo(Severity.HIGH);
    assertThat(finding.assets().getFirst().id()).isEqualTo("10.0.0.12:502 unit 1");
    assertThat(finding.reasons())
        .anySatisfy(
            reason -> {
              assertThat(reason.code()).isEqualTo("only-answered-before");
              // In each of 40 minutes it was read once and written to once.
              assertThat(reason.measured()).isEqualTo(80.0);
            });
    assertThat(Watched.brief(against(usual(30), wire)))
        .containsExactly("port.control 10.0.0.11 slave-turned-master likely 1");
  }

  @Test
  void aControllerThatAnswersAnHmiAndCommandsItsDrivesAllTheTimeTurnedNoMaster() {
    Wire wire = usual(60);
    for (int minute = 12; minute < 60; minute++) {
      wire.write(minute * MINUTE, 11, 12, 20, 1);
    }
    assertThat(Watched.findings(wire.bytes())).isEmpty();
  }

  @Test
  void aStrangerThatWritesIsPossibleWithoutAndLikelyWithAKnownGoodCapture() {
    Wire wire = usual(60);
    for (int device = 11; device <= 14; device++) {
      wire.write(45 * MINUTE + device, 66, device, 20, 9);
    }
    assertThat(Watched.brief(Watched.findings(wire.bytes())))
        .containsExactly("port.control 10.0.0.66 write possible 4");
    assertThat(Watched.brief(against(usual(30), wire)))
        .containsExactly("port.control 10.0.0.66 write likely 4");
  }

  @Test
  void whoeverWasThereFromTheStartCountsAsUsualAndTheRunSaysSo() {
    Wire wire = usual(60).write(MINUTE, 66, 13, 20, 9);
    PortWatch.Result result =
        Watched.run(PortWatchOptions.defaults(), Watched.input("capture", wire.bytes()));
    assertThat(result.findings()).isEmpty();
    assertThat(result.run().notes())
        .anyMatch(note -> note.contains("an intruder who was there from the start"));
  }

  private static String basis(PortWatchOptions options, Wire wire) {
    return Watched.run(options, Watched.input("capture", wire.bytes())).run().notes().getFirst();
  }

  @Test
  void theRunSaysByWhatWasJudged() {
    PolicyFile policy =
        Watched.policy(
            """
            zones:
              - {name: all, level: 1, addresses: [10.0.0.0/8]}
            conduits:
              - {name: all, from: all, to: all, protocols: modbus, operations: [read, write]}
            """);
    PortWatchOptions plain = PortWatchOptions.defaults();
    PortWatchOptions known = plain.withKnownGood(Watched.input("good", usual(60).bytes()));

    assertThat(basis(plain, usual(60)))
        .contains("neither a policy nor a known-good capture", "first part of the capture itself");
    assertThat(basis(plain, usual(5)))
        .contains("too short to be compared with themselves (10 min are needed)")
        .contains("nothing was taken as usual");
    assertThat(basis(known, usual(5))).contains("taken from the known-good capture");
    assertThat(basis(plain.withPolicy(policy), usual(5))).contains("taken from the policy alone");
    assertThat(basis(known.withPolicy(policy), usual(5)))
        .contains("from the policy, and what is usual from the known-good capture");
    assertThat(basis(plain, new Wire().tries(0, 66, 30, 80)))
        .isEqualTo(
            "No operation of a protocol that is read was seen, so no command could be judged.");
  }

  @Test
  void aCaptureThatBreaksOffIsToldInTheRunAndInEachFinding() {
    byte[] whole = usual(60).restart(5 * MINUTE, MASTER, 12).bytes();
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 3);
    PortWatch.Result result =
        Watched.run(PortWatchOptions.defaults(), Watched.input("cut.pcap", cut));

    assertThat(result.problems()).singleElement().asString().startsWith("cut.pcap breaks off");
    assertThat(result.run().notes())
        .anyMatch(note -> note.startsWith("What was missed: cut.pcap breaks off within packet "));
    assertThat(result.findings())
        .isNotEmpty()
        .allSatisfy(
            finding -> {
              assertThat(finding.coverage().observable()).isNull();
              assertThat(finding.coverage().summary())
                  .contains("cut.pcap breaks off within packet ");
              assertThat(finding.coverage().detail().get("brokenOff").asInt()).isEqualTo(1);
            });
    assertThat(Watched.findings(whole))
        .allSatisfy(finding -> assertThat(finding.coverage().observable()).isEqualTo(1.0));
  }

  @Test
  void restartsAreToldOfEverybodyAndTenThousandCommandsAreOneFindingADay() {
    Wire wire = usual(60);
    for (int i = 0; i < 10_000; i++) {
      wire.restart(5 * MINUTE + i * 20L, MASTER, 12);
    }
    wire.restart(30 * HOUR, MASTER, 12);
    List<Finding> findings = Watched.findings(wire.bytes());

    assertThat(Watched.brief(findings))
        .containsExactly(
            "port.control 10.0.0.1 run-state possible 1",
            "port.control 10.0.0.1 run-state possible 1");
    assertThat(findings.getFirst().assets().getFirst().detail().get("count").asInt())
        .isEqualTo(10_000);
    assertThat(findings).allSatisfy(f -> assertThat(f.evidence()).hasSizeLessThanOrEqualTo(20));
  }

  @Test
  void pointsAndValuesThatTheMasterNeverWroteAreToldAgainstAKnownGoodCapture() {
    Wire wire =
        usual(60)
            .write(20 * MINUTE, MASTER, 11, 21, 1)
            .write(30 * MINUTE, MASTER, 11, 20, 900)
            .write(31 * MINUTE, MASTER, 11, 20, 5);
    assertThat(Watched.brief(against(usual(60), wire)))
        .containsExactly(
            "port.control 10.0.0.1 new-point possible 1",
            "port.control 10.0.0.1 new-value possible 1");
    assertThat(Watched.brief(against(usual(10), wire)))
        .as("ten writes are too few to know what is usual")
        .isEmpty();
  }

  @Test
  void differentRequestsThatAreRefusedAreProbingAndTheSameOneRefusedAgainIsNot() {
    Wire probing = usual(60);
    Wire stubborn = usual(60);
    for (int i = 0; i < 12; i++) {
      probing.refused(30 * MINUTE + i * 1000L, MASTER, 13, 3, 2000 + i * 7);
      probing.refused(40 * MINUTE + i * 1000L, MASTER, 13, 4, 2000 + i * 7);
      stubborn.refused(30 * MINUTE + i * 1000L, MASTER, 13, 3, 2000);
    }
    assertThat(Watched.brief(Watched.findings(probing.bytes())))
        .containsExactly("port.control 10.0.0.1 probing possible 1");
    assertThat(Watched.findings(stubborn.bytes())).isEmpty();
  }

  @Test
  void everyFindingSaysWhatCouldNotBeSeenAndNamesTheBytes() {
    byte[] capture = usual(60).write(40 * MINUTE, 11, 12, 20, 1).bytes();
    Finding finding = Watched.findings(capture).getFirst();

    assertThat(finding.coverage().summary())
        .contains("No loss shows in it.")
        .contains("A modem on a controller's second port is invisible here.");
    assertThat(finding.coverage().observable()).isEqualTo(1.0);
    assertThat(finding.evidence())
        .isNotEmpty()
        .allSatisfy(
            one -> {
              assertThat(one.frame()).isPositive();
              // A record of pcap has 16 bytes before the frame, whose length stands at 8.
              int at = Math.toIntExact(one.offset());
              int stored = capture[at + 8] & 0xff | (capture[at + 9] & 0xff) << 8;
              assertThat(one.length()).isEqualTo(16 + stored);
            });
  }

  @Test
  void anIntruderAmongSeededTrafficIsFoundOnceAndNobodyElse() {
    Random random = new Random(42);
    for (int round = 0; round < 25; round++) {
      Wire wire = new Wire();
      int devices = 3 + random.nextInt(6);
      int masters = 1 + random.nextInt(2);
      for (int minute = 0; minute < 40; minute++) {
        for (int device = 0; device < devices; device++) {
          for (int master = 1; master <= masters; master++) {
            long at = minute * MINUTE + random.nextInt(50_000);
            wire.read(at, master, 20 + device, random.nextInt(4));
            if (random.nextInt(5) == 0) {
              wire.write(at + 5000, master, 20 + device, random.nextInt(4), random.nextInt(100));
            }
          }
        }
      }
      long when = 20 * MINUTE + random.nextInt(600_000);
      boolean slave = random.nextBoolean();
      int intruder = slave ? 20 : 99;
      List<String> expected = new ArrayList<>();
      expected.add(
          "port.control 10.0.0.%d %s possible 1"
              .formatted(intruder, slave ? "slave-turned-master" : "write"));
      wire.write(when, intruder, 21, 3, 77);
      assertThat(Watched.brief(Watched.findings(wire.bytes())))
          .as("round " + round)
          .isEqualTo(expected);
    }
  }

  @Test
  void theSameBytesGiveTheSameFindingsAndTheSameRun() {
    byte[] capture = usual(60).write(40 * MINUTE, 11, 12, 20, 1).bytes();
    PortWatch.Result one =
        Watched.run(PortWatchOptions.defaults(), Watched.input("capture", capture));
    PortWatch.Result other =
        Watched.run(PortWatchOptions.defaults(), Watched.input("capture", capture));
    assertThat(other.findings()).isEqualTo(one.findings());
    assertThat(other.run().id()).isEqualTo(one.run().id());
  }
}
