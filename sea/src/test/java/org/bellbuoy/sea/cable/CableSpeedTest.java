package org.bellbuoy.sea.cable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.bellbuoy.core.finding.Geometry.Position;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.sea.geo.Sphere;
import org.junit.jupiter.api.Test;

/** Prints how fast the world map answers; the limits are loose since builds share processors. */
final class CableSpeedTest {
  private static final int PLACES = 1 << 18;

  @Test
  void lookupsAndPrismsAreFastEnoughForALiveWorld() throws SourceException {
    long begun = System.nanoTime();
    CableIndex index = CableIndex.of(RealCables.teleGeography(), 10_000);
    System.out.printf("cables: read and indexed in %.0f ms%n", (System.nanoTime() - begun) / 1e6);
    assertThat(lookups(index, false)).isGreaterThan(400_000);
    assertThat(lookups(index, true)).isGreaterThan(200_000);
    assertThat(prisms(index, 3_000, 0.5, 6)).isLessThan(6_000);
    assertThat(prisms(index, 100, 48, 240) / 100).isLessThan(80);
    prisms(index, 100, 240, 720);
  }

  private static double lookups(CableIndex index, boolean near) {
    SplittableRandom random = new SplittableRandom(3);
    double[] latitudes = new double[PLACES];
    double[] longitudes = new double[PLACES];
    for (int i = 0; i < PLACES; i++) {
      latitudes[i] = Math.toDegrees(Math.asin(2 * random.nextDouble() - 1));
      longitudes[i] = random.nextDouble(-180, 180);
      if (near) {
        Cable cable = index.cables().get(random.nextInt(index.cables().size()));
        Position on = cable.at(random.nextDouble() * cable.lengthKilometres());
        latitudes[i] = on.latitudeDegrees() + random.nextDouble(-0.1, 0.1);
        longitudes[i] = Sphere.wrapLongitude(on.longitudeDegrees() + random.nextDouble(-0.1, 0.1));
      }
    }
    CableHit hit = new CableHit();
    double best = 0;
    int found = 0;
    for (int round = 0; round < 8; round++) {
      long begun = System.nanoTime();
      found = 0;
      for (int i = 0; i < PLACES; i++) {
        if (index.nearestWithin(latitudes[i], longitudes[i], 10_000, hit)) {
          found++;
        }
      }
      best = Math.max(best, PLACES / ((System.nanoTime() - begun) / 1e9));
    }
    System.out.printf(
        "cables: %.2f million lookups/s %s, %d of %d within 10 km%n",
        best / 1e6, near ? "near cables" : "over the globe", found, PLACES);
    return best;
  }

  private static double prisms(CableIndex index, int count, double minimum, double maximum) {
    var reaches = CableReachTest.reaches(index, count, minimum, maximum);
    double best = Double.POSITIVE_INFINITY;
    double slowest = 0;
    int hits = 0;
    for (int round = 0; round < 3; round++) {
      long begun = System.nanoTime();
      hits = 0;
      slowest = 0;
      for (Reach reach : reaches) {
        long one = System.nanoTime();
        hits += CableReach.of(index, reach, CableReachOptions.defaults()).size();
        slowest = Math.max(slowest, (System.nanoTime() - one) / 1e6);
      }
      best = Math.min(best, (System.nanoTime() - begun) / 1e6);
    }
    System.out.printf(
        "cables: %d silences of %.1f to %.0f h in %.0f ms, slowest %.1f ms, %d cables%n",
        count, minimum, maximum, best, slowest, hits);
    return best;
  }
}
