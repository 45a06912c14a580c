package org.bellbuoy.sea.cable;

import java.util.List;

/**
 * Every edge of every cable as numbers in a row. An edge is held as its own frame: the unit vector
 * of its start, the direction in which it leaves, the normal of its great circle, and the cosine
 * and sine of its length; in that frame the distance to a place takes nine multiplications and
 * keeps millimetres even for places nearly on the edge.
 */
final class CableEdges {
  static final int STRIDE = 11;
  static final int COS = 9;
  static final int SIN = 10;

  /** Edges under one bounding cap, at most. */
  private static final int CHUNK = 8;

  final double[] frames;
  final double[] lengths;
  final double[] fromKilometres;
  final int[] cableOf;
  final int[] stretchOf;

  /** First edge of each chunk, and one more at the end; a chunk never spans two cables. */
  final int[] chunkStart;

  /** Centre of each chunk's cap, then cosine and sine of its radius. */
  final double[] caps;

  /** First chunk of each cable, and one more at the end. */
  final int[] cableChunks;

  CableEdges(List<Cable> cables) {
    int edges = 0;
    int chunks = 0;
    for (Cable cable : cables) {
      int own = cable.parts().stream().mapToInt(part -> part.size() - 1).sum();
      edges += own;
      chunks += (own + CHUNK - 1) / CHUNK;
    }
    frames = new double[edges * STRIDE];
    lengths = new double[edges];
    fromKilometres = new double[edges];
    cableOf = new int[edges];
    stretchOf = new int[edges];
    chunkStart = new int[chunks + 1];
    caps = new double[chunks * 5];
    cableChunks = new int[cables.size() + 1];
    int edge = 0;
    int chunk = 0;
    for (int c = 0; c < cables.size(); c++) {
      int first = edge;
      for (CablePart part : cables.get(c).parts()) {
        for (int i = 0; i + 1 < part.size(); i++) {
          lengths[edge] =
              Arcs.frame(
                  frames,
                  edge * STRIDE,
                  part.latitude(i),
                  part.longitude(i),
                  part.latitude(i + 1),
                  part.longitude(i + 1));
          fromKilometres[edge] = part.kilometresAt(i);
          cableOf[edge] = c;
          stretchOf[edge] = part.stretch();
          edge++;
        }
      }
      cableChunks[c] = chunk;
      for (int from = first; from < edge; from += CHUNK) {
        chunkStart[chunk] = from;
        cap(chunk, from, Math.min(edge, from + CHUNK));
        chunk++;
      }
    }
    chunkStart[chunks] = edges;
    cableChunks[cables.size()] = chunks;
  }

  int size() {
    return lengths.length;
  }

  /** A cap that holds the edges; farther than a quarter round the world it holds everything. */
  private void cap(int chunk, int from, int to) {
    double[] sum = new double[3];
    double[] end = new double[3];
    for (int e = from; e < to; e++) {
      for (int side = 0; side < 2; side++) {
        Arcs.pointOn(frames, e * STRIDE, side * lengths[e], end);
        for (int i = 0; i < 3; i++) {
          sum[i] += end[i];
        }
      }
    }
    Arcs.normalize(sum);
    double radius = 0;
    for (int e = from; e < to; e++) {
      for (int side = 0; side < 2; side++) {
        Arcs.pointOn(frames, e * STRIDE, side * lengths[e], end);
        radius = Math.max(radius, Arcs.angle(sum[0], sum[1], sum[2], end[0], end[1], end[2]));
      }
    }
    // A cap under a quarter round is convex, so it holds the edges when it holds their ends.
    radius = radius < Math.PI / 2 - 1e-6 ? radius + 1e-9 : Math.PI;
    int at = chunk * 5;
    System.arraycopy(sum, 0, caps, at, 3);
    caps[at + 3] = Math.cos(radius);
    caps[at + 4] = Math.sin(radius);
  }
}
