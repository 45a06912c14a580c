package org.bellbuoy.server.sigma;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way for a rule to hold, with texts of which a record must hold one. A rule holds where any of
 * its units does, so that of a long list of values only those are tested whose text occurs.
 *
 * @param rule index of the rule
 * @param node what must hold
 * @param clause texts that must be there, null where none must
 */
record Unit(int rule, Node node, Literals.@Nullable Clause clause) {
  private static final int MOST = 5_000;

  /** The ways for a condition to hold. */
  static List<Unit> of(int rule, Node node) {
    List<Unit> units = new ArrayList<>();
    split(rule, node, units);
    return units.size() <= MOST ? units : List.of(new Unit(rule, node, Literals.required(node)));
  }

  private static void split(int rule, Node node, List<Unit> units) {
    if (node instanceof Node.AtLeast some && some.count() == 1) {
      some.nodes().forEach(one -> split(rule, one, units));
    } else if (node instanceof Node.And and) {
      split(rule, and, units);
    } else {
      units.add(new Unit(rule, node, Literals.required(node)));
    }
  }

  /** Splits the part with the rarest texts; the others must hold beside each piece of it. */
  private static void split(int rule, Node.And and, List<Unit> units) {
    int best = -1;
    double least = Double.MAX_VALUE;
    for (int i = 0; i < and.nodes().size(); i++) {
      Literals.Clause clause = Literals.required(and.nodes().get(i));
      if (clause != null && clause.cost() < least) {
        best = i;
        least = clause.cost();
      }
    }
    if (best < 0) {
      units.add(new Unit(rule, and, null));
      return;
    }
    List<Node> rest = new ArrayList<>(and.nodes());
    Node part = rest.remove(best);
    List<Unit> pieces = new ArrayList<>();
    split(rule, part, pieces);
    for (Unit piece : pieces) {
      List<Node> all = new ArrayList<>(rest);
      all.add(piece.node());
      units.add(new Unit(rule, Node.all(all), piece.clause()));
    }
  }
}
