package org.bellbuoy.atlas.build;

import java.util.Arrays;
import java.util.Comparator;
import org.bellbuoy.atlas.BinaryAngle;

/**
 * Cuts rings into chains of a few edges and orders them for the shore tree: halved again and again
 * along the axis in which the chains of a part lie widest apart.
 */
final class Chains {
  /** Short enough to be a small box, long enough to keep the tree small. */
  private static final int MOST_EDGES = 10;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Chain(int firstEdge, int edges, double[] middle) {}

  private final Chain[] chains;

  private Chains(Chain[] chains) {
    this.chains = chains;
  }

  static Chains of(int[] ringStart, int[] lon, int[] lat) {
    var found = new java.util.ArrayList<Chain>();
    for (int r = 0; r + 1 < ringStart.length; r++) {
      int edges = ringStart[r + 1] - ringStart[r] - 1;
      int parts = Math.ceilDiv(edges, MOST_EDGES);
      for (int k = 0; k < parts; k++) {
        int first = ringStart[r] + (int) ((long) edges * k / parts);
        int end = ringStart[r] + (int) ((long) edges * (k + 1) / parts);
        int middle = (first + end) / 2;
        found.add(new Chain(first, end - first, vector(lon[middle], lat[middle])));
      }
    }
    Chains chains = new Chains(found.toArray(Chain[]::new));
    chains.order(0, chains.chains.length);
    return chains;
  }

  int[] starts() {
    return Arrays.stream(chains).mapToInt(Chain::firstEdge).toArray();
  }

  int[] edges() {
    return Arrays.stream(chains).mapToInt(Chain::edges).toArray();
  }

  private void order(int from, int to) {
    if (to - from < 2) {
      return;
    }
    int axis = widestAxis(from, to);
    Arrays.sort(
        chains,
        from,
        to,
        Comparator.<Chain>comparingDouble(c -> c.middle()[axis])
            .thenComparingInt(Chain::firstEdge));
    int middle = (from + to) >>> 1;
    order(from, middle);
    order(middle, to);
  }

  private int widestAxis(int from, int to) {
    int widest = 0;
    double most = -1;
    for (int axis = 0; axis < 3; axis++) {
      double low = 1;
      double high = -1;
      for (int i = from; i < to; i++) {
        low = Math.min(low, chains[i].middle()[axis]);
        high = Math.max(high, chains[i].middle()[axis]);
      }
      if (high - low > most) {
        most = high - low;
        widest = axis;
      }
    }
    return widest;
  }

  /** StrictMath, because the order must be the same on every machine. */
  private static double[] vector(int lon, int lat) {
    double longitude = Math.toRadians(BinaryAngle.toDegrees(lon));
    double latitude = Math.toRadians(BinaryAngle.toDegrees(lat));
    double cos = StrictMath.cos(latitude);
    return new double[] {
      cos * StrictMath.cos(longitude), cos * StrictMath.sin(longitude), StrictMath.sin(latitude)
    };
  }
}
