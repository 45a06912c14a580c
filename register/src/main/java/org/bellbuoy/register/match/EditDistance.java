package org.bellbuoy.register.match;

/** Least number of letters put in, left out, changed or swapped with their neighbour. */
final class EditDistance {
  private EditDistance() {}

  /**
   * Distance of two words (optimal string alignment), or {@code most + 1} where it is more.
   * Quadratic in their length.
   */
  static int of(String a, String b, int most) {
    int[] before = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j <= b.length(); j++) {
        char x = a.charAt(i - 1);
        char y = b.charAt(j - 1);
        int cost = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (x == y ? 0 : 1));
        if (i > 1 && j > 1 && x == b.charAt(j - 2) && a.charAt(i - 2) == y) {
          cost = Math.min(cost, before[j - 2] + 1);
        }
        row[j] = cost;
        least = Math.min(least, cost);
      }
      if (least > most) {
        return most + 1;
      }
      int[] old = before;
      before = last;
      last = row;
      row = old;
    }
    return last[b.length()];
  }
}
