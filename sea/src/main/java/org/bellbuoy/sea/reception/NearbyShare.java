package org.bellbuoy.sea.reception;

/**
 * How others near a place were heard over some slots, at three widths. Summed slot by slot; a
 * mutable accumulator, not thread safe.
 */
public final class NearbyShare {
  /** Widths of the kernel. */
  public static final int WIDTHS = 3;

  /** Added to heard and silent weight alike, so that nobody gives a half. */
  private static final double PRIOR = 0.3;

  private final double[] weight = new double[WIDTHS];
  private final double[] heard = new double[WIDTHS];
  private int slots;

  /** Standard deviation of the kernel in metres at a distance from the receiver. */
  static double bandwidthMetres(int width, double rangeMetres) {
    return switch (width) {
      case 0 -> 0.06 * rangeMetres + 6_000;
      case 1 -> 0.15 * rangeMetres + 12_000;
      default -> 0.4 * rangeMetres + 25_000;
    };
  }

  void addWitness(int width, double w, boolean wasHeard) {
    weight[width] += w;
    if (wasHeard) {
      heard[width] += w;
    }
  }

  void endSlot() {
    slots++;
  }

  /** Forgets everything. */
  public void clear() {
    java.util.Arrays.fill(weight, 0);
    java.util.Arrays.fill(heard, 0);
    slots = 0;
  }

  /** Slots summed. */
  public int slots() {
    return slots;
  }

  /** Share of the others' two-minute slots that were heard, a half where nobody was. */
  public double share(int width) {
    return (heard[width] + PRIOR) / (weight[width] + 2 * PRIOR);
  }

  /** Others there at a time, by weight: a ship at the very place counts 1. */
  public double ships(int width) {
    return slots == 0 ? 0 : weight[width] / slots;
  }

  /** Adds the sums of another. */
  public void add(NearbyShare other) {
    for (int i = 0; i < WIDTHS; i++) {
      weight[i] += other.weight[i];
      heard[i] += other.heard[i];
    }
    slots += other.slots;
  }
}
