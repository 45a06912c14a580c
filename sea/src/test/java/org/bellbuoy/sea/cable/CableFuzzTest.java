package org.bellbuoy.sea.cable;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.bellbuoy.core.source.SourceException;
import org.junit.jupiter.api.Test;

/** Whatever the bytes, the reader gives cables or one sentence. */
final class CableFuzzTest {
  @FuzzTest(maxDuration = "10m")
  void anyBytesGiveCablesOrASentence(byte[] bytes) {
    try {
      Cables cables =
          Cables.read(new ByteArrayInputStream(bytes), "fuzz", new CableOptions(5_000, 10_000));
      for (Cable cable : cables.cables()) {
        if (!Double.isFinite(cable.lengthKilometres())) {
          throw new AssertionError("A cable without a finite length: " + cable);
        }
      }
      CableIndex.of(cables, 10_000).nearestWithin(0, 0, 10_000, new CableHit());
    } catch (SourceException e) {
      if (e.getMessage() == null || e.getMessage().contains("\n")) {
        throw new AssertionError("Not one sentence: " + e.getMessage(), e);
      }
    }
  }

  /**
   * Bytes from nothing rarely become GeoJSON, so whole files are broken here, the same each run.
   */
  @Test
  void wholeFilesBrokenAnywhereGiveCablesOrASentence() {
    byte[] whole =
        """
        {"type":"FeatureCollection","features":[{"type":"Feature","id":3,"properties":{"id":"a",\
        "name":"A","uncertainty_m":50,"x":{"y":[1]}},"geometry":{"type":"MultiLineString",\
        "coordinates":[[[179.5,-1.5,7],[-179.5,2e0]],[[1,2],[3,4],[5,6]]]}},{"type":"Feature",\
        "geometry":{"coordinates":[[0,89],[90,89]],"type":"LineString"},"properties":null},\
        {"type":"Feature","properties":{},"geometry":{"type":"GeometryCollection","geometries":\
        [{"type":"Point","coordinates":[1,2]},{"type":"LineString","coordinates":[[1,1],[1,1]]}]}}]}
        """
            .getBytes(StandardCharsets.UTF_8);
    byte[] pieces = "[]{}\",:0123456789.-eE nul\0\n\\".getBytes(StandardCharsets.UTF_8);
    SplittableRandom random = new SplittableRandom(5);
    for (int n = 0; n < 5_000; n++) {
      byte[] broken = whole.clone();
      for (int changes = random.nextInt(4); changes >= 0; changes--) {
        int at = random.nextInt(broken.length);
        switch (random.nextInt(3)) {
          case 0 -> broken[at] = pieces[random.nextInt(pieces.length)];
          case 1 -> {
            int length = random.nextInt(Math.min(12, broken.length - at));
            System.arraycopy(whole, random.nextInt(whole.length - length), broken, at, length);
          }
          default -> {
            int length = random.nextInt(Math.min(12, broken.length - at));
            System.arraycopy(broken, at + length, broken, at, broken.length - at - length);
          }
        }
      }
      anyBytesGiveCablesOrASentence(broken);
    }
  }
}
