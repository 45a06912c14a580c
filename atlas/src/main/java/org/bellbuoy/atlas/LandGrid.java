package org.bellbuoy.atlas;

/**
 * The land test. The world is cut into cells; most are all sea or all land and answer at once. A
 * mixed cell knows whether its middle is land and which edges touch it: the place is like the
 * middle if an even number of edges lies between them.
 *
 * <p>Edges are straight in longitude and latitude, as Natural Earth draws them. All arithmetic is
 * exact on whole numbers, so a line through a vertex is counted once, never twice or not at all.
 */
@SuppressWarnings("IntLongMath") // differences are meant to wrap at the antimeridian
final class LandGrid {
  private final Shores shores;
  private final int shift;

  LandGrid(Shores shores) {
    this.shores = shores;
    this.shift = 32 - shores.gridBits();
  }

  boolean isLand(double latitudeDegrees, double longitudeDegrees) {
    int x = BinaryAngle.ofDegrees(longitudeDegrees);
    int y = BinaryAngle.ofDegrees(latitudeDegrees);
    int column = (x ^ Integer.MIN_VALUE) >>> shift;
    // The North Pole lies on the upper side of the last row.
    int row = Math.min((y + BinaryAngle.QUARTER) >>> shift, (1 << (shores.gridBits() - 1)) - 1);
    int code = shores.cells()[(row << shores.gridBits()) + column];
    if (code < 2) {
      return code == 1;
    }
    int half = 1 << (shift - 1);
    int middleX = ((column << shift) + half) ^ Integer.MIN_VALUE;
    int middleY = (row << shift) + half - BinaryAngle.QUARTER;
    boolean land = shores.referenceIsLand()[code - 2] != 0;
    int[] runs = shores.runs();
    int end = shores.cellRunStart()[code - 1];
    for (int r = shores.cellRunStart()[code - 2]; r < end; r++) {
      land ^= oddCrossings(runs[2 * r], runs[2 * r + 1], x, y, middleX - x, middleY - y);
    }
    return land;
  }

  /** Whether an odd number of edges lies between a place and the point (dx, dy) from it. */
  private boolean oddCrossings(int firstEdge, int edges, int x, int y, long dx, long dy) {
    int[] lon = shores.lon();
    int[] lat = shores.lat();
    boolean odd = false;
    long ax = lon[firstEdge] - x;
    long ay = lat[firstEdge] - y;
    boolean aLeft = dx * ay - dy * ax > 0;
    for (int i = firstEdge + 1; i <= firstEdge + edges; i++) {
      long bx = lon[i] - x;
      long by = lat[i] - y;
      boolean bLeft = dx * by - dy * bx > 0;
      if (aLeft != bLeft) {
        boolean placeLeft = ax * by - ay * bx > 0;
        boolean middleLeft = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax) > 0;
        odd ^= placeLeft != middleLeft;
      }
      ax = bx;
      ay = by;
      aLeft = bLeft;
    }
    return odd;
  }
}
