package org.bellbuoy.register.control;

import java.util.HashMap;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Upper bounds within one loop, by policy iteration: solve for the shares chosen, choose better
 * ones, until none is better. It rises and ends, for choices are finitely many (Puterman 1994,
 * section 7.2, for the largest probability to come to a place).
 */
final class LoopChoice {
  /** Largest loop that is solved; larger ones are bounded from above. */
  static final int LARGEST = 500;

  private static final double BETTER = 1e-13;
  private static final int SWEEPS = 20_000;

  private LoopChoice() {}

  /** Fills in the bounds of members; those outside the loop stand in {@code u} already. */
  static void solve(ShareGraph graph, int[] members, double[] u) {
    ColumnChoice[] choices = new ColumnChoice[members.length];
    for (int i = 0; i < members.length; i++) {
      choices[i] = new ColumnChoice(graph, members[i]);
    }
    evaluate(members, choices, u);
    boolean better = true;
    while (better) {
      better = false;
      for (int i = 0; i < members.length; i++) {
        ColumnChoice other = new ColumnChoice(graph, members[i]);
        // Only what is truly better is taken, so that no loop closes on itself by a tie.
        if (other.best(u) > u[members[i]] + BETTER) {
          choices[i].take(other);
          better = true;
        }
      }
      if (better) {
        evaluate(members, choices, u);
      }
    }
  }

  /** The values of chosen shares: the least solution, so those who come to nobody have none. */
  private static void evaluate(int[] members, ColumnChoice[] choices, double[] u) {
    Map<Integer, Integer> place = new HashMap<>();
    for (int i = 0; i < members.length; i++) {
      place.put(members[i], i);
    }
    boolean[] live = live(choices, place, u);
    int n = 0;
    int[] row = new int[members.length];
    for (int i = 0; i < members.length; i++) {
      row[i] = live[i] ? n++ : -1;
    }
    DMatrixRMaj a = CommonOps_DDRM.identity(n);
    DMatrixRMaj b = new DMatrixRMaj(n, 1);
    for (int i = 0; i < members.length; i++) {
      if (!live[i]) {
        continue;
      }
      for (int k = 0; k < choices[i].size(); k++) {
        Integer inside = place.get(choices[i].holder(k));
        double share = choices[i].share(k);
        if (inside == null) {
          b.add(row[i], 0, share * u[choices[i].holder(k)]);
        } else if (live[inside]) {
          a.add(row[i], row[inside], -share);
        }
      }
    }
    DMatrixRMaj x = new DMatrixRMaj(n, 1);
    if (n > 0 && !CommonOps_DDRM.solve(a, b, x)) {
      throw new IllegalStateException("A loop with owners outside has no solution.");
    }
    for (int i = 0; i < members.length; i++) {
      u[members[i]] = live[i] ? Math.min(1, x.get(row[i], 0)) : 0;
    }
  }

  /** Members from which chosen shares lead out of the loop to somebody of worth. */
  private static boolean[] live(ColumnChoice[] choices, Map<Integer, Integer> place, double[] u) {
    boolean[] live = new boolean[choices.length];
    boolean more = true;
    while (more) {
      more = false;
      for (int i = 0; i < choices.length; i++) {
        for (int k = 0; !live[i] && k < choices[i].size(); k++) {
          Integer inside = place.get(choices[i].holder(k));
          boolean leads = inside == null ? u[choices[i].holder(k)] > 0 : live[inside];
          if (leads && choices[i].share(k) > 0) {
            live[i] = true;
            more = true;
          }
        }
      }
    }
    return live;
  }

  /** Bounds of a large loop: each sweep is one, and they fall. */
  static void fromAbove(ShareGraph graph, int[] members, double[] u) {
    ColumnChoice[] choices = new ColumnChoice[members.length];
    for (int i = 0; i < members.length; i++) {
      choices[i] = new ColumnChoice(graph, members[i]);
      u[members[i]] = 1;
    }
    double change = 1;
    for (int sweep = 0; sweep < SWEEPS && change > BETTER; sweep++) {
      change = 0;
      for (int i = 0; i < members.length; i++) {
        double value = Math.min(u[members[i]], choices[i].best(u));
        change = Math.max(change, u[members[i]] - value);
        u[members[i]] = value;
      }
    }
  }
}
