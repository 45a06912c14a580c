package org.bellbuoy.register.control;

import java.util.Arrays;

/**
 * Whom holders control together, in the order in which it follows. The holders themselves come
 * first.
 */
public final class ControlSet {
  private final int[] order;
  private final int holders;
  private final int[] sorted;
  private final int[] placeOfSorted;

  ControlSet(int[] order, int holders) {
    this.order = order;
    this.holders = holders;
    this.sorted = order.clone();
    Arrays.sort(sorted);
    this.placeOfSorted = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      placeOfSorted[Arrays.binarySearch(sorted, order[i])] = i;
    }
  }

  /** How many nodes, holders among them. */
  public int size() {
    return order.length;
  }

  /** The node that came at that place; those before {@link #holders} are the holders. */
  public int node(int place) {
    return order[place];
  }

  /** How many holders there are. */
  public int holders() {
    return holders;
  }

  /** Whether a node is in it, as a holder or controlled. */
  public boolean contains(int node) {
    return place(node) >= 0;
  }

  /** Whether a node is controlled and not itself one of the holders. */
  public boolean controls(int node) {
    return place(node) >= holders;
  }

  /** At which place a node came; -1 where it did not. */
  public int place(int node) {
    int found = Arrays.binarySearch(sorted, node);
    return found < 0 ? -1 : placeOfSorted[found];
  }

  /** Nodes that are controlled, in order. */
  public int[] controlled() {
    return Arrays.copyOfRange(order, holders, order.length);
  }
}
