package org.bellbuoy.sea.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What to simulate. Equal scenarios give equal bytes.
 *
 * @param seed all chance comes from it
 * @param start first instant
 * @param duration how long
 * @param vessels ordinary vessels; the acts' vessels and their innocent twins come on top
 * @param acts what is staged
 * @param staged whether the acts happen; when false the same vessels sail and nothing happens to
 *     them, which makes the two streams comparable
 */
public record Scenario(
    long seed,
    Instant start,
    Duration duration,
    int vessels,
    List<LongSilence> acts,
    boolean staged) {

  /** Checks the numbers. */
  public Scenario {
    acts = List.copyOf(acts);
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException("a scenario needs a duration above 0");
    }
    if (vessels < 0 || vessels > 100_000) {
      throw new IllegalArgumentException("vessels must be 0 to 100000, not " + vessels);
    }
  }

  /** The demo: 300 vessels for six hours and one act of each kind. */
  public static Scenario defaults() {
    return new Scenario(
        1,
        Instant.parse("2026-01-10T00:00:00Z"),
        Duration.ofHours(6),
        300,
        List.of(
            new LongSilence(ActKind.SWITCHED_OFF, 130, 70),
            new LongSilence(ActKind.OUT_OF_RANGE, 80, 180),
            new LongSilence(ActKind.RECEIVER_OUTAGE, 240, 40),
            new LongSilence(ActKind.GNSS_LOST, 190, 50)),
        true);
  }

  /** The same with another seed. */
  public Scenario withSeed(long newSeed) {
    return new Scenario(newSeed, start, duration, vessels, acts, staged);
  }

  /** The same from another instant on. */
  public Scenario withStart(Instant newStart) {
    return new Scenario(seed, newStart, duration, vessels, acts, staged);
  }

  /** The same for another time. */
  public Scenario withDuration(Duration newDuration) {
    return new Scenario(seed, start, newDuration, vessels, acts, staged);
  }

  /** The same for so many hours. */
  public Scenario withHours(int hours) {
    return withDuration(Duration.ofHours(hours));
  }

  /** The same with another number of ordinary vessels. */
  public Scenario withVessels(int newVessels) {
    return new Scenario(seed, start, duration, newVessels, acts, staged);
  }

  /** The same with one more act. */
  public Scenario withAct(ActKind kind, int minutesFromStart, int durationMinutes) {
    List<LongSilence> more = new ArrayList<>(acts);
    more.add(new LongSilence(kind, minutesFromStart, durationMinutes));
    return withActs(more);
  }

  /** The same with these acts instead. */
  public Scenario withActs(List<LongSilence> newActs) {
    return new Scenario(seed, start, duration, vessels, newActs, staged);
  }

  /** The same vessels, to whom nothing happens. */
  public Scenario unstaged() {
    return new Scenario(seed, start, duration, vessels, acts, false);
  }

  long startMillis() {
    return start.toEpochMilli();
  }

  long endMillis() {
    return start.plus(duration).toEpochMilli();
  }
}
