package org.bellbuoy.atlas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;

/**
 * The compiled arrays as they lie in the jar. Every ring is closed: its last vertex repeats its
 * first, so edge {@code i} runs from vertex {@code i} to {@code i + 1}.
 *
 * @param ringStart first vertex of each ring, and one past the last vertex
 * @param lon longitudes of all vertices as binary angles
 * @param lat latitudes of all vertices as binary angles
 * @param gridBits the grid has two to this power columns, and half as many rows
 * @param cells per cell 0 for sea, 1 for land, else 2 + its place among the mixed cells
 * @param referenceIsLand per mixed cell 1 if its middle is land
 * @param cellRunStart per mixed cell its first run of edges, and one past the last
 * @param runs pairs of first edge and number of edges
 * @param chainStart first edge of each chain, in the order of the shore tree
 * @param chainEdges number of edges of each chain
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves the package and is never compared
record Shores(
    int[] ringStart,
    int[] lon,
    int[] lat,
    int gridBits,
    int[] cells,
    int[] referenceIsLand,
    int[] cellRunStart,
    int[] runs,
    int[] chainStart,
    int[] chainEdges) {

  /** First word of a compiled file; its last digit is the version of the layout. */
  static final int MAGIC = 0xBE11_0001;

  static Shores read(Scale scale) {
    try (InputStream in = Shores.class.getResourceAsStream(scale.resource())) {
      if (in == null) {
        throw new IllegalStateException(
            "the atlas was built without its coastlines: " + scale.resource() + " is missing");
      }
      return decode(ByteBuffer.wrap(in.readAllBytes()).asIntBuffer());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + scale.resource(), e);
    }
  }

  private static Shores decode(IntBuffer in) {
    if (in.get() != MAGIC) {
      throw new IllegalStateException("the coastlines were compiled by another version");
    }
    int gridBits = in.get();
    return new Shores(
        array(in),
        runningSum(array(in)),
        runningSum(array(in)),
        gridBits,
        cells(gridBits, array(in)),
        array(in),
        runningSum(array(in)),
        array(in),
        array(in),
        array(in));
  }

  private static int[] array(IntBuffer in) {
    int[] values = new int[in.get()];
    in.get(values);
    return values;
  }

  /** Differences are small numbers, which the jar packs better. */
  private static int[] runningSum(int[] values) {
    for (int i = 1; i < values.length; i++) {
      values[i] += values[i - 1];
    }
    return values;
  }

  /** Spreads the packed grid: each word is a number of cells times four, plus their kind. */
  private static int[] cells(int gridBits, int[] packed) {
    int[] cells = new int[1 << (2 * gridBits - 1)];
    int at = 0;
    int mixed = 0;
    for (int word : packed) {
      int end = at + (word >>> 2);
      int kind = word & 3;
      if (kind < 2) {
        Arrays.fill(cells, at, end, kind);
        at = end;
      }
      while (at < end) {
        cells[at++] = 2 + mixed++;
      }
    }
    return cells;
  }
}
