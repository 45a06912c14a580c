package org.bellbuoy.server.sigma;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Texts of which a record must hold at least one for a condition to hold: of a conjunction the
 * rarest part, of a disjunction all parts. ASCII only and in lower case, since they are looked for
 * in bytes.
 */
final class Literals {
  /** Texts that most lines of web logs hold, so that they single out nothing. */
  private static final String COMMON =
      "get post head http/1.0 http/1.1 http/2.0 http:// https:// 200 206 301 302 304 400 401 403"
          + " 404 500 mozilla/5.0 mozilla/4.0 (compatible; msie windows nt 10.0; win64; x64)"
          + " gecko/20100101 firefox/ applewebkit/537.36 (khtml, like gecko) chrome/ safari/537.36"
          + " .com/ www. .aspx .php .html .jpg .png .css .js .gif index default.aspx ?id= index.php"
          + " c:\\windows\\system32\\ program files .exe .dll microsoft-windows-sysmon/operational"
          + " nt authority\\system /admin /login windows linux";

  private Literals() {}

  /**
   * A choice of texts and how many of a million records are thought to hold one.
   *
   * @param texts one of them must be there
   */
  record Clause(Set<String> texts, double cost) {
    Clause {
      texts = Set.copyOf(texts);
    }
  }

  /** Texts that must be there, null where nothing must. */
  static @Nullable Clause required(Node node) {
    return switch (node) {
      case Node.And and -> best(and.nodes());
      case Node.AtLeast some -> some(some.count(), some.nodes());
      case Node.Not not -> null;
      case Node.Field field -> of(field);
      case Node.Keyword keyword -> of(keyword.test(), "");
      case Node.Exists exists -> null;
      case Node.Reference reference -> null;
    };
  }

  private static @Nullable Clause best(List<Node> nodes) {
    Clause best = null;
    for (Node node : nodes) {
      Clause clause = required(node);
      if (clause != null && (best == null || clause.cost() < best.cost())) {
        best = clause;
      }
    }
    return best;
  }

  /** Of all but count − 1 of them one must hold, so those that cost most may be left out. */
  private static @Nullable Clause some(int count, List<Node> nodes) {
    List<Clause> clauses = new ArrayList<>();
    for (Node node : nodes) {
      Clause clause = required(node);
      if (clause != null) {
        clauses.add(clause);
      }
    }
    int needed = nodes.size() - count + 1;
    if (clauses.size() < needed) {
      return null;
    }
    clauses.sort(Comparator.comparingDouble(Clause::cost));
    Set<String> texts = new LinkedHashSet<>();
    double cost = 0;
    for (Clause clause : clauses.subList(0, needed)) {
      texts.addAll(clause.texts());
      cost += clause.cost();
    }
    return new Clause(texts, cost);
  }

  private static @Nullable Clause of(Node.Field field) {
    int slot = field.field().slot();
    if (slot == SigmaField.BY_NAME) {
      return EventRecord.COMPOSED.contains(field.field().name()) ? null : of(field.test(), "");
    }
    // A URI is made of two columns, and a space of a user agent may be a plus sign.
    String breaks =
        slot == WebFields.URI || field.uri()
            ? "?"
            : WebFields.isUserAgent(field.field()) ? " " : "";
    return of(field.test(), breaks);
  }

  private static @Nullable Clause of(TextTest test, String given) {
    String breaks =
        test instanceof TextTest.Expression expression && expression.ignoresCase()
            // Unicode folds the Kelvin sign and the long s onto these.
            ? given + "ksKS"
            : given;
    List<String> runs =
        switch (test) {
          case TextTest.Text text -> text.glob().source().literals();
          case TextTest.Expression expression -> ExpressionLiterals.of(expression.source());
          case TextTest.Network network -> List.of();
          case TextTest.Numeral number -> List.of();
          case TextTest.Compared compared -> List.of();
          case TextTest.Dated dated -> List.of();
          case TextTest.Absent absent -> List.of();
        };
    String best = "";
    double least = Double.MAX_VALUE;
    for (String run : runs) {
      for (String piece : pieces(run, breaks)) {
        double cost = cost(piece);
        if (cost < least) {
          best = piece;
          least = cost;
        }
      }
    }
    return best.isEmpty() ? null : new Clause(Set.of(best), least);
  }

  /** Runs of ASCII without any of the characters to break at, in lower case. */
  private static List<String> pieces(String run, String breaks) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (int i = 0; i <= run.length(); i++) {
      char c = i < run.length() ? run.charAt(i) : 128;
      if (c < 128 && breaks.indexOf(c) < 0) {
        piece.append(Folding.fold(c));
      } else if (!piece.isEmpty()) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
    }
    return pieces;
  }

  private static double cost(String text) {
    if (COMMON.contains(text)) {
      return 500_000.0 / text.length();
    }
    double cost = 1_000_000;
    for (int i = 0; i < text.length() && i < 16; i++) {
      char c = text.charAt(i);
      cost *= c >= 'a' && c <= 'z' ? 0.25 : c >= '0' && c <= '9' ? 0.3 : 0.2;
    }
    return cost;
  }
}
