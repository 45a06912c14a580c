package org.bellbuoy.atlas.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.bellbuoy.atlas.BinaryAngle;

/** The build step: TopoJSON in, the atlas's binary resources out. */
public final class AtlasCompiler {
  /** The first word of a compiled file, as the reader expects it. */
  private static final int MAGIC = 0xBE11_0001;

  /** Keeps a straight line on the map within 8 m of the great circle between its ends. */
  private static final int LONGEST_EDGE = BinaryAngle.ofDegrees(0.25);

  private AtlasCompiler() {}

  /** Arguments: the folder of the package world-atlas, and the folder of the resources. */
  public static void main(String[] args) throws IOException {
    Path source = Path.of(args[0]);
    Path target = Path.of(args[1]);
    Files.createDirectories(target);
    Files.write(target.resolve("land-10m.bin"), compile(source.resolve("land-10m.json"), 11));
    Files.write(target.resolve("land-50m.bin"), compile(source.resolve("land-50m.json"), 9));
    Files.copy(
        source.resolve("LICENSE"),
        target.resolve("world-atlas-LICENSE.txt"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** Compiles one file for a grid of two to the power of {@code gridBits} columns. */
  static byte[] compile(Path topoJson, int gridBits) throws IOException {
    List<Ring> rings =
        Antimeridian.sewn(TopoJson.rings(topoJson)).stream()
            .filter(ring -> !liesOnSouthPole(ring))
            .map(ring -> ring.withEdgesUpTo(LONGEST_EDGE))
            .toList();
    int[] ringStart = new int[rings.size() + 1];
    for (int r = 0; r < rings.size(); r++) {
      if (!rings.get(r).isClosed()) {
        throw new IllegalStateException("ring " + r + " is not closed");
      }
      ringStart[r + 1] = ringStart[r] + rings.get(r).size();
    }
    int[] lon = new int[ringStart[rings.size()]];
    int[] lat = new int[lon.length];
    for (int r = 0; r < rings.size(); r++) {
      Ring ring = rings.get(r);
      System.arraycopy(ring.lon(), 0, lon, ringStart[r], ring.size());
      System.arraycopy(ring.lat(), 0, lat, ringStart[r], ring.size());
    }
    AtlasFile out = new AtlasFile();
    out.word(MAGIC);
    out.word(gridBits);
    out.array(ringStart);
    out.differences(lon);
    out.differences(lat);
    Grid.write(gridBits, ringStart, lon, lat, out);
    Chains chains = Chains.of(ringStart, lon, lat);
    out.array(chains.starts());
    out.array(chains.edges());
    return out.toByteArray();
  }

  /** A ring along the lower rim of the map is where a flat map ends, not a coast. */
  private static boolean liesOnSouthPole(Ring ring) {
    int rim = BinaryAngle.ofDegrees(-89.9);
    for (int lat : ring.lat()) {
      if (lat > rim) {
        return false;
      }
    }
    return true;
  }
}
