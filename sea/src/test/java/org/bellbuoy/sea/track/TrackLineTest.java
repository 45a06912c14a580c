package org.bellbuoy.sea.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bellbuoy.sea.geo.Sphere;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TrackLineTest {
  private static final double METRES_PER_DEGREE = Math.toRadians(1) * Sphere.RADIUS_METRES;

  @Test
  void aStraightCourseIsTwoCorners() {
    TrackLine line = new TrackLine();
    for (int i = 0; i < 500; i++) {
      line.add(i * 10_000L, 550_000_000 + i * 2_000, 100_000_000);
    }
    line.end();
    assertThat(line.to(0) - line.from(0)).isBetween(2, 8);
    assertThat(line.nauticalMiles()).isBetween(5.9, 6.1);
  }

  @Test
  void aShipAtItsBerthHasNoLength() {
    TrackLine line = new TrackLine();
    Random jitter = new Random(1);
    for (int i = 0; i < 5_000; i++) {
      line.add(i * 10_000L, 550_000_000 + jitter.nextInt(900), 100_000_000 + jitter.nextInt(900));
    }
    line.end();
    assertThat(line.to(0) - line.from(0)).isLessThan(3);
    assertThat(line.nauticalMiles()).isLessThan(0.01);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noFixLiesFurtherFromTheLineThanTheTolerance(long seed) {
    List<int[]> fixes = wander(seed);
    TrackLine line = new TrackLine();
    for (int i = 0; i < fixes.size(); i++) {
      line.add(i * 10_000L, fixes.get(i)[0], fixes.get(i)[1]);
    }
    line.end();
    assertThat(line.segments()).isEqualTo(1);
    assertThat(line.to(0)).isLessThan(fixes.size());
    for (int[] fix : fixes) {
      double nearest = Double.POSITIVE_INFINITY;
      for (int i = 1; i < line.to(0); i++) {
        nearest = Math.min(nearest, metres(fix, line, i));
      }
      assertThat(nearest).isLessThan(TrackLine.TOLERANCE_METRES + 0.5);
    }
  }

  @Test
  void aSilenceOfMoreThanHalfAnHourSplitsTheLine() {
    TrackLine line = new TrackLine();
    line.add(0, 0, 0);
    line.add(1_800_000, 100_000, 0);
    line.add(3_600_001, 200_000, 0);
    line.add(3_700_000, 300_000, 0);
    line.end();
    assertThat(line.segments()).isEqualTo(2);
    assertThat(line.latitude(line.from(1))).isEqualTo(0.02);
    assertThat(line.nauticalMiles()).isBetween(1.19, 1.21);
  }

  @Test
  void aSnapshotGoesOnAsIfNothingHadBeen() throws IOException {
    List<int[]> fixes = wander(42);
    TrackLine whole = new TrackLine();
    TrackLine broken = new TrackLine();
    for (int i = 0; i < fixes.size(); i++) {
      whole.add(i * 10_000L, fixes.get(i)[0], fixes.get(i)[1]);
      broken.add(i * 10_000L, fixes.get(i)[0], fixes.get(i)[1]);
      if (i % 37 == 0) {
        broken = TrackLine.read(new DataInputStream(new ByteArrayInputStream(bytes(broken))));
      }
    }
    whole.end();
    broken.end();
    assertThat(bytes(broken)).isEqualTo(bytes(whole));
  }

  private static List<int[]> wander(long seed) {
    Random random = new Random(seed);
    List<int[]> fixes = new ArrayList<>();
    double latitude = random.nextInt(70);
    double longitude = random.nextInt(170);
    double course = random.nextInt(360);
    for (int i = 0; i < 3_000; i++) {
      if (random.nextInt(200) == 0) {
        course += 180;
      }
      course += random.nextGaussian() * (i / 500 % 2 == 0 ? 1 : 30);
      double metres = i / 300 % 3 == 0 ? random.nextDouble() * 12 : 70;
      latitude += metres * Math.cos(Math.toRadians(course)) / METRES_PER_DEGREE;
      longitude +=
          metres
              * Math.sin(Math.toRadians(course))
              / METRES_PER_DEGREE
              / Math.cos(Math.toRadians(latitude));
      fixes.add(new int[] {(int) Math.round(latitude * 1e7), (int) Math.round(longitude * 1e7)});
    }
    return fixes;
  }

  private static double metres(int[] fix, TrackLine line, int to) {
    double scale = Math.cos(Math.toRadians(fix[0] * 1e-7)) * METRES_PER_DEGREE;
    double ax = (line.longitude(to - 1) - fix[1] * 1e-7) * scale;
    double ay = (line.latitude(to - 1) - fix[0] * 1e-7) * METRES_PER_DEGREE;
    double bx = (line.longitude(to) - fix[1] * 1e-7) * scale;
    double by = (line.latitude(to) - fix[0] * 1e-7) * METRES_PER_DEGREE;
    double dx = bx - ax;
    double dy = by - ay;
    double square = dx * dx + dy * dy;
    double share = square == 0 ? 0 : Math.clamp(-(ax * dx + ay * dy) / square, 0.0, 1.0);
    return Math.hypot(ax + share * dx, ay + share * dy);
  }

  private static byte[] bytes(TrackLine line) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    line.write(new DataOutputStream(out));
    return out.toByteArray();
  }
}
