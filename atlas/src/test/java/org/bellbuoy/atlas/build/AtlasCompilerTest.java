package org.bellbuoy.atlas.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bellbuoy.atlas.Atlas;
import org.bellbuoy.atlas.BinaryAngle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtlasCompilerTest {
  private static final int LINE = Integer.MIN_VALUE;

  @Test
  void theSameCoastlinesCompileToTheSameBytes() throws IOException {
    Path source = Path.of("node_modules", "world-atlas", "land-50m.json");
    byte[] again = AtlasCompiler.compile(source, 9);
    try (InputStream in = Atlas.class.getResourceAsStream("land-50m.bin")) {
      assertThat(in).isNotNull();
      assertThat(in.readAllBytes()).isEqualTo(again);
    }
  }

  @Test
  void arcsAreJoinedForwardsAndBackwards(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("square.json");
    Files.writeString(
        file,
        """
        {"type":"Topology","bbox":[0,0,10,10],
         "transform":{"scale":[10,5],"translate":[0,5]},
         "objects":{"land":{"type":"GeometryCollection","geometries":[
           {"type":"MultiPolygon","properties":{"id":7},"arcs":[[[0,-2]]]}]}},
         "arcs":[[[0,0],[1,0],[0,1]],[[0,0],[0,1],[1,0]]]}
        """);
    List<Ring> rings = TopoJson.rings(file);
    assertThat(rings).hasSize(1);
    int five = BinaryAngle.ofDegrees(5);
    int ten = BinaryAngle.ofDegrees(10);
    assertThat(rings.get(0).lon()).containsExactly(0, ten, ten, 0, 0);
    assertThat(rings.get(0).lat()).containsExactly(five, five, ten, ten, five);
    assertThat(rings.get(0).isClosed()).isTrue();
  }

  @Test
  void twoHalvesThatShareTheAntimeridianBecomeOneRing() {
    Ring west = new Ring(new int[] {LINE, LINE, LINE - 50, LINE}, new int[] {0, 100, 50, 0});
    Ring east = new Ring(new int[] {LINE, LINE, LINE + 50, LINE}, new int[] {100, 0, 50, 100});
    assertThat(Antimeridian.sewn(List.of(west, east)))
        .singleElement()
        .satisfies(ring -> assertThat(ring.lat()).containsExactly(0, 50, 100, 50, 0));
  }

  @Test
  void whatTheHalvesDoNotShareStaysCoast() {
    Ring west = new Ring(new int[] {LINE, LINE, LINE - 50, LINE}, new int[] {0, 100, 50, 0});
    Ring east = new Ring(new int[] {LINE, LINE, LINE + 50, LINE}, new int[] {90, 0, 50, 90});
    assertThat(Antimeridian.sewn(List.of(west, east)))
        .singleElement()
        .satisfies(ring -> assertThat(ring.lat()).containsExactly(0, 50, 90, 100, 50, 0));
  }

  @Test
  void longEdgesAreCutAndShortOnesAreNot() {
    Ring ring = new Ring(new int[] {0, 10, 10, 0}, new int[] {0, 0, 3, 0});
    assertThat(ring.withEdgesUpTo(4).lon()).containsExactly(0, 3, 7, 10, 10, 7, 3, 0);
  }

  @Test
  void anIsletThatShrankToOnePointKeepsIt() {
    Ring islet = Ring.of(new int[] {7, 7, 7, 7}, new int[] {3, 3, 3, 3});
    assertThat(islet.lon()).containsExactly(7, 7);
    assertThat(islet.withEdgesUpTo(4).lon()).containsExactly(7, 7);
  }
}
