package org.bellbuoy.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.bellbuoy.core.finding.Geometry.Position;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.sea.cable.Cable;
import org.bellbuoy.sea.cable.CableHit;
import org.bellbuoy.sea.cable.CableIndex;
import org.bellbuoy.sea.cable.CableOptions;
import org.bellbuoy.sea.cable.CableReach;
import org.bellbuoy.sea.cable.CableReachOptions;
import org.bellbuoy.sea.cable.Cables;
import org.bellbuoy.sea.cable.Reach;
import org.bellbuoy.sea.geo.Sphere;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Nearest-cable lookups and space-time prisms against a whole cable map, on one thread. Give the
 * map with {@code -p file=...}; the places are seeded, so that runs compare.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class CableBenchmark {
  private static final int PLACES = 1 << 16;
  private static final int SILENCES = 256;

  /** The cable map, GeoJSON. */
  @Param("../../shared/data/sea/cables/telegeography-2022-cable-geo.json.gz")
  public String file = "";

  private final double[] globe = new double[2 * PLACES];
  private final double[] near = new double[2 * PLACES];
  private final Reach[] hours = new Reach[SILENCES];
  private final Reach[] days = new Reach[SILENCES];
  private final CableHit hit = new CableHit();
  private CableIndex index = CableIndex.of(Cables.of(List.of()), 1);

  /** Reads the map and draws places and silences. */
  @Setup
  public void setUp() throws SourceException {
    index = CableIndex.of(Cables.read(Path.of(file), CableOptions.defaults()), 10_000);
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < PLACES; i++) {
      globe[2 * i] = Math.toDegrees(Math.asin(2 * random.nextDouble() - 1));
      globe[2 * i + 1] = random.nextDouble(-180, 180);
      Position on = onCable(random);
      near[2 * i] = on.latitudeDegrees() + random.nextDouble(-0.1, 0.1);
      near[2 * i + 1] = Sphere.wrapLongitude(on.longitudeDegrees() + random.nextDouble(-0.1, 0.1));
    }
    for (int i = 0; i < SILENCES; i++) {
      hours[i] = silence(random, random.nextDouble(0.5, 6));
      days[i] = silence(random, random.nextDouble(48, 240));
    }
  }

  private Position onCable(SplittableRandom random) {
    Cable cable = index.cables().get(random.nextInt(index.cables().size()));
    return cable.at(random.nextDouble() * cable.lengthKilometres());
  }

  private Reach silence(SplittableRandom random, double hours) {
    Position on = onCable(random);
    double latitude = on.latitudeDegrees();
    double longitude = on.longitudeDegrees();
    double metres = random.nextDouble() * 20 * hours * Sphere.METRES_PER_NAUTICAL_MILE;
    double course = random.nextDouble(360);
    return Reach.between(
        new Reach.Fix(latitude, longitude, 0),
        new Reach.Fix(
            Sphere.destinationLatitude(latitude, course, metres),
            Sphere.destinationLongitude(latitude, longitude, course, metres),
            Math.round(hours * 3_600_000)),
        25);
  }

  private int lookups(double[] places) {
    int found = 0;
    for (int i = 0; i < PLACES; i++) {
      if (index.nearestWithin(places[2 * i], places[2 * i + 1], 10_000, hit)) {
        found++;
      }
    }
    return found;
  }

  private int prisms(Reach[] reaches) {
    int found = 0;
    for (Reach reach : reaches) {
      found += CableReach.of(index, reach, CableReachOptions.defaults()).size();
    }
    return found;
  }

  /** One place anywhere. */
  @Benchmark
  @OperationsPerInvocation(PLACES)
  public int lookupOverTheGlobe() {
    return lookups(globe);
  }

  /** One place near a cable. */
  @Benchmark
  @OperationsPerInvocation(PLACES)
  public int lookupNearCables() {
    return lookups(near);
  }

  /** One silence of 30 minutes to 6 hours. */
  @Benchmark
  @OperationsPerInvocation(SILENCES)
  public int prismOfHours() {
    return prisms(hours);
  }

  /** One silence of two to ten days. */
  @Benchmark
  @OperationsPerInvocation(SILENCES)
  public int prismOfDays() {
    return prisms(days);
  }
}
