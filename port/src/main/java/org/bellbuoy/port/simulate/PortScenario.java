package org.bellbuoy.port.simulate;

import java.time.Instant;

/**
 * What to simulate. Equal scenarios give equal bytes.
 *
 * @param seed all chance comes from it
 * @param start first moment, a midnight UTC
 * @param days how long; all acts need four days, with fewer those of the days there are
 * @param cranes how many cranes
 * @param scale how dense cyclic traffic is: at 1 a controller is asked every 15 minutes, at 900
 *     every second
 * @param lossShare share of frames that the mirror port does not deliver
 * @param duplicateShare share of frames that it delivers twice
 * @param retransmitShare share of TCP segments that are sent twice
 * @param rotation when a new file is begun
 */
public record PortScenario(
    long seed,
    Instant start,
    int days,
    int cranes,
    double scale,
    double lossShare,
    double duplicateShare,
    double retransmitShare,
    Rotation rotation) {

  /** When a new file is begun. */
  public enum Rotation {
    /** At midnight UTC. */
    DAY,
    /** At each full hour. */
    HOUR
  }

  private static final long DAY_SECONDS = 86_400;

  /** Checks the numbers. */
  public PortScenario {
    within("days", days, 1, 366);
    within("cranes", cranes, 4, 60);
    if (start.getNano() != 0 || start.getEpochSecond() % DAY_SECONDS != 0) {
      throw new IllegalArgumentException("start must be a midnight in UTC, not " + start);
    }
    if (start.getEpochSecond() < 0 || start.isAfter(Instant.parse("2099-12-31T00:00:00Z"))) {
      throw new IllegalArgumentException("start must be in 1970 to 2099, not " + start);
    }
    if (!(scale >= 0.1 && scale <= 9000)) {
      throw new IllegalArgumentException("scale must be 0.1 to 9000, not " + scale);
    }
    share("loss", lossShare);
    share("duplicates", duplicateShare);
    share("retransmissions", retransmitShare);
  }

  private static void within(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          what + " must be " + least + " to " + most + ", not " + value);
    }
  }

  private static void share(String what, double value) {
    if (!(value >= 0 && value <= 0.5)) {
      throw new IllegalArgumentException(what + " must be 0 to 0.5, not " + value);
    }
  }

  /** Ten cranes, four days, some megabytes, every act once, a capture without faults. */
  public static PortScenario demo() {
    return new PortScenario(
        1, Instant.parse("2026-03-02T00:00:00Z"), 4, 10, 1, 0, 0, 0, Rotation.DAY);
  }

  /** The same with another seed. */
  public PortScenario withSeed(long newSeed) {
    return new PortScenario(
        newSeed, start, days, cranes, scale, lossShare, duplicateShare, retransmitShare, rotation);
  }

  /** The same from another midnight on. */
  public PortScenario withStart(Instant newStart) {
    return new PortScenario(
        seed, newStart, days, cranes, scale, lossShare, duplicateShare, retransmitShare, rotation);
  }

  /** The same in another size. */
  public PortScenario withSize(int newDays, int newCranes, double newScale) {
    return new PortScenario(
        seed,
        start,
        newDays,
        newCranes,
        newScale,
        lossShare,
        duplicateShare,
        retransmitShare,
        rotation);
  }

  /** The same with another capture of it: shares of frames from 0 to 0.5. */
  public PortScenario withFaults(double loss, double duplicates, double retransmissions) {
    return new PortScenario(
        seed, start, days, cranes, scale, loss, duplicates, retransmissions, rotation);
  }

  /** The same with other files. */
  public PortScenario withRotation(Rotation newRotation) {
    return new PortScenario(
        seed, start, days, cranes, scale, lossShare, duplicateShare, retransmitShare, newRotation);
  }

  long startNanos() {
    return start.getEpochSecond() * 1_000_000_000L;
  }

  long endNanos() {
    return startNanos() + days * DAY_SECONDS * 1_000_000_000L;
  }
}
