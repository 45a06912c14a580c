package org.bellbuoy.register.control;

import java.util.Arrays;
import org.bellbuoy.register.model.Share;

/**
 * Direct shares of one kind as a graph over numbered nodes, in flat arrays: an edge for each holder
 * of each target, with the least and the largest share in units of {@link Share#ONE}. Edges of one
 * target stand together. Immutable; 28 bytes an edge.
 *
 * <p>Largest shares are narrowed when it is built: nobody can hold more than what the others leave
 * with their least.
 */
public final class ShareGraph {
  private final int[] columnStart;
  private final int[] holder;
  private final int[] target;
  private final long[] low;
  private final long[] high;
  private final int[] rowStart;
  private final int[] rowEdge;

  private ShareGraph(int[] columnStart, int[] holder, int[] target, long[] low, long[] high) {
    this.columnStart = columnStart;
    this.holder = holder;
    this.target = target;
    this.low = low;
    this.high = high;
    int nodes = columnStart.length - 1;
    this.rowStart = new int[nodes + 1];
    for (int from : holder) {
      rowStart[from + 1]++;
    }
    for (int node = 0; node < nodes; node++) {
      rowStart[node + 1] += rowStart[node];
    }
    this.rowEdge = new int[holder.length];
    int[] next = rowStart.clone();
    for (int edge = 0; edge < holder.length; edge++) {
      rowEdge[next[holder[edge]]++] = edge;
    }
  }

  /** Starts a graph over that many nodes, numbered from 0. */
  public static Builder builder(int nodes) {
    return new Builder(nodes);
  }

  /** How many nodes. */
  public int nodes() {
    return columnStart.length - 1;
  }

  /** How many edges. */
  public int edges() {
    return holder.length;
  }

  /** First edge into a target; those up to the first of the next node are its column. */
  public int columnStart(int node) {
    return columnStart[node];
  }

  /** One after the last edge into a target. */
  public int columnEnd(int node) {
    return columnStart[node + 1];
  }

  /** How many targets a holder has. */
  public int rowSize(int node) {
    return rowStart[node + 1] - rowStart[node];
  }

  /** The edge of a holder to its target of that index. */
  public int rowEdge(int node, int index) {
    return rowEdge[rowStart[node] + index];
  }

  /** Who holds. */
  public int holder(int edge) {
    return holder[edge];
  }

  /** What is held. */
  public int target(int edge) {
    return target[edge];
  }

  /** Share of an edge. */
  public long units(int edge, Bound bound) {
    return bound == Bound.LOW ? low[edge] : high[edge];
  }

  /** The edge between two nodes; -1 where there is none. */
  public int edge(int from, int to) {
    for (int edge = columnStart[to]; edge < columnStart[to + 1]; edge++) {
      if (holder[edge] == from) {
        return edge;
      }
    }
    return -1;
  }

  /** Sum of all shares in a target, which may be more than the whole for the largest. */
  public long columnUnits(int node, Bound bound) {
    long sum = 0;
    for (int edge = columnStart[node]; edge < columnStart[node + 1]; edge++) {
      sum += units(edge, bound);
    }
    return sum;
  }

  /** The same graph with other shares on one edge; largest shares are narrowed anew. */
  public ShareGraph with(int changed, long lowUnits, long highUnits) {
    Builder builder = builder(nodes());
    for (int edge = 0; edge < edges(); edge++) {
      if (edge == changed) {
        builder.add(holder[edge], target[edge], lowUnits, highUnits);
      } else {
        builder.add(holder[edge], target[edge], low[edge], high[edge]);
      }
    }
    return builder.build();
  }

  /** Takes edges in any order. Not thread safe. */
  public static final class Builder {
    private final int nodes;
    private int count;
    private int[] from = new int[16];
    private int[] to = new int[16];
    private long[] low = new long[16];
    private long[] high = new long[16];

    private Builder(int nodes) {
      this.nodes = nodes;
    }

    /**
     * Adds a share. Several of one holder in one target are added up.
     *
     * @throws IllegalArgumentException when the nodes are not there or the same, or the share is
     *     none
     */
    public Builder add(int holder, int target, long lowUnits, long highUnits) {
      if (holder < 0 || holder >= nodes || target < 0 || target >= nodes || holder == target) {
        throw new IllegalArgumentException("No edge: " + holder + " to " + target);
      }
      if (lowUnits < 0 || highUnits > Share.ONE || lowUnits > highUnits) {
        throw new IllegalArgumentException("No share: " + lowUnits + " to " + highUnits);
      }
      if (count == from.length) {
        int room = count * 2;
        from = Arrays.copyOf(from, room);
        to = Arrays.copyOf(to, room);
        low = Arrays.copyOf(low, room);
        high = Arrays.copyOf(high, room);
      }
      from[count] = holder;
      to[count] = target;
      low[count] = lowUnits;
      high[count] = highUnits;
      count++;
      return this;
    }

    /** Adds an exact share given as a fraction of one. */
    public Builder add(int holder, int target, double fraction) {
      Share share = Share.exactly(fraction);
      return add(holder, target, share.minUnits(), share.maxUnits());
    }

    /**
     * The graph.
     *
     * @throws IllegalArgumentException when least shares in one target are more than the whole
     */
    public ShareGraph build() {
      int[] start = new int[nodes + 1];
      for (int i = 0; i < count; i++) {
        start[to[i] + 1]++;
      }
      for (int node = 0; node < nodes; node++) {
        start[node + 1] += start[node];
      }
      int[] next = start.clone();
      int[] order = new int[count];
      for (int i = 0; i < count; i++) {
        order[next[to[i]]++] = i;
      }
      return columns(start, order);
    }

    private ShareGraph columns(int[] start, int[] order) {
      int[] holder = new int[count];
      int[] target = new int[count];
      long[] least = new long[count];
      long[] largest = new long[count];
      int[] columnStart = new int[nodes + 1];
      int[] placeOf = new int[nodes];
      Arrays.fill(placeOf, -1);
      int edges = 0;
      for (int node = 0; node < nodes; node++) {
        int first = edges;
        for (int i = start[node]; i < start[node + 1]; i++) {
          int given = order[i];
          int place = placeOf[from[given]];
          if (place < first) {
            place = edges++;
            placeOf[from[given]] = place;
            holder[place] = from[given];
            target[place] = node;
          }
          least[place] += low[given];
          largest[place] = Math.min(Share.ONE, largest[place] + high[given]);
        }
        columnStart[node + 1] = edges;
        narrow(node, first, edges, least, largest);
      }
      return new ShareGraph(
          columnStart,
          Arrays.copyOf(holder, edges),
          Arrays.copyOf(target, edges),
          Arrays.copyOf(least, edges),
          Arrays.copyOf(largest, edges));
    }

    private static void narrow(int node, int first, int end, long[] least, long[] largest) {
      long sum = 0;
      for (int edge = first; edge < end; edge++) {
        sum += least[edge];
      }
      if (sum > Share.ONE) {
        throw new IllegalArgumentException(
            "Least shares in node %d come to %s %%.".formatted(node, Share.percent(sum)));
      }
      for (int edge = first; edge < end; edge++) {
        largest[edge] = Math.min(largest[edge], Share.ONE - (sum - least[edge]));
      }
    }
  }
}
