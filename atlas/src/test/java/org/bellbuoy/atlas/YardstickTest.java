package org.bellbuoy.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.geometry.S2EdgeUtil;
import com.google.common.geometry.S2LatLng;
import com.google.common.geometry.S2Point;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every answer against a slow look at every edge by S2 geometry, at places drawn by seed. */
class YardstickTest {
  private static final S2Point NORTH_POLE = new S2Point(0, 0, 1);

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record World(Shores shores, S2Point[] points) {
    static World of(Scale scale) {
      Shores shores = Shores.read(scale);
      S2Point[] points = new S2Point[shores.lon().length];
      for (int i = 0; i < points.length; i++) {
        points[i] =
            S2LatLng.fromDegrees(
                    BinaryAngle.toDegrees(shores.lat()[i]), BinaryAngle.toDegrees(shores.lon()[i]))
                .toPoint();
      }
      return new World(shores, points);
    }

    double nearestMetres(S2Point place) {
      double best = 4;
      for (int r = 0; r + 1 < shores.ringStart().length; r++) {
        for (int i = shores.ringStart()[r]; i < shores.ringStart()[r + 1] - 1; i++) {
          // A vertex farther than the best by more than an edge's length cannot matter.
          if (place.getDistance2(points[i]) < Math.pow(Math.sqrt(best) + 0.0063, 2)) {
            double angle = S2EdgeUtil.getDistance(place, points[i], points[i + 1]).radians();
            best = Math.min(best, Math.pow(2 * Math.sin(angle / 2), 2));
          }
        }
      }
      return 2 * Math.asin(Math.sqrt(best) / 2) * Atlas.EARTH_RADIUS_METRES;
    }

    int crossings(S2Point from, S2Point to) {
      int crossings = 0;
      for (int r = 0; r + 1 < shores.ringStart().length; r++) {
        int first = shores.ringStart()[r];
        var crosser = new S2EdgeUtil.EdgeCrosser(from, to, points[first]);
        for (int i = first + 1; i < shores.ringStart()[r + 1]; i++) {
          if (!points[i].equalsPoint(points[i - 1]) && crosser.edgeOrVertexCrossing(points[i])) {
            crossings++;
          }
        }
      }
      return crossings;
    }
  }

  /** Half of the places anywhere, half within some kilometres of a vertex of the coast. */
  private static double[] place(SplittableRandom random, World world, int n) {
    if (n % 2 == 0) {
      double latitude = Math.toDegrees(Math.asin(random.nextDouble(-1, 1)));
      return new double[] {latitude, random.nextDouble(-180, 180)};
    }
    int vertex = random.nextInt(world.points().length);
    double latitude = BinaryAngle.toDegrees(world.shores().lat()[vertex]);
    double longitude = BinaryAngle.toDegrees(world.shores().lon()[vertex]);
    return new double[] {
      Math.clamp(latitude + random.nextDouble(-0.1, 0.1), -90, 90),
      Math.clamp(longitude + random.nextDouble(-0.1, 0.1), -180, 180)
    };
  }

  private static S2Point point(double[] place) {
    return S2LatLng.fromDegrees(place[0], place[1]).toPoint();
  }

  @ParameterizedTest
  @EnumSource(Scale.class)
  void distanceToShoreAgreesToACentimetre(Scale scale) {
    World world = World.of(scale);
    Atlas atlas = Atlas.open(scale);
    SplittableRandom random = new SplittableRandom(20260101);
    for (int n = 0; n < (scale == Scale.M10 ? 400 : 1500); n++) {
      double[] place = place(random, world, n);
      double expected = world.nearestMetres(point(place));
      double found = atlas.distanceToShoreMetres(place[0], place[1]);
      assertThat(Math.abs(found - expected)).as("at %s, %s", place[0], place[1]).isLessThan(0.01);
      double bound = random.nextDouble(0, 20_000);
      assertThat(atlas.distanceToShoreMetres(place[0], place[1], bound))
          .isEqualTo(Math.min(bound, found));
    }
  }

  @ParameterizedTest
  @EnumSource(Scale.class)
  void landIsWhereAnOddNumberOfCoastsLiesBetweenAPlaceAndTheNorthPole(Scale scale) {
    World world = World.of(scale);
    Atlas atlas = Atlas.open(scale);
    SplittableRandom random = new SplittableRandom(20260102);
    int land = 0;
    int asked = 0;
    for (int n = 0; n < (scale == Scale.M10 ? 600 : 3000); n++) {
      double[] place = place(random, world, n);
      // Nearer than this the two ways of drawing an edge, on a map and on a globe, may differ.
      if (atlas.distanceToShoreMetres(place[0], place[1]) > 10) {
        boolean expected = world.crossings(point(place), NORTH_POLE) % 2 == 1;
        assertThat(atlas.isLand(place[0], place[1]))
            .as("at %s, %s", place[0], place[1])
            .isEqualTo(expected);
        asked++;
        land += expected ? 1 : 0;
      }
    }
    assertThat((double) land / asked).isBetween(0.2, 0.6);
  }

  @ParameterizedTest
  @EnumSource(Scale.class)
  void legsCrossLandWhereAnyCoastCrossesThem(Scale scale) {
    World world = World.of(scale);
    Atlas atlas = Atlas.open(scale);
    SplittableRandom random = new SplittableRandom(20260103);
    int crossing = 0;
    int asked = 0;
    for (int n = 0; n < (scale == Scale.M10 ? 800 : 3000); n++) {
      double[] from = place(random, world, n);
      double reach = n % 4 == 0 ? 60 : 0.3;
      double[] to = {
        Math.clamp(from[0] + random.nextDouble(-reach, reach), -90, 90),
        Math.IEEEremainder(from[1] + random.nextDouble(-reach, reach), 360)
      };
      if (!atlas.isLand(from[0], from[1]) && !atlas.isLand(to[0], to[1])) {
        boolean expected = world.crossings(point(from), point(to)) > 0;
        assertThat(atlas.segmentCrossesLand(from[0], from[1], to[0], to[1]))
            .as("from %s, %s to %s, %s", from[0], from[1], to[0], to[1])
            .isEqualTo(expected);
        asked++;
        crossing += expected ? 1 : 0;
      }
    }
    assertThat((double) crossing / asked).isBetween(0.05, 0.95);
  }
}
