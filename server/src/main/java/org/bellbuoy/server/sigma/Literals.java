package org.bellbuoy.server.sigma;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bellbuoy.server.log.WebField;
import org.jspecify.annotations.Nullable;

/**
 * Texts of which a record must hold at least one for a condition to hold: of a conjunction the
 * rarest part, of a disjunction all parts. ASCII only and in lower case, since they are looked for
 * in bytes.
 */
final class Literals {
  /** Texts that most lines of web logs hold, so that they single out nothing. */
  private static final String COMMON =
      " get post head http/1.0 http/1.1 http/2.0 http:// https:// 200 206 301 302 304 400 401 403"
          + " 404 500 mozilla/5.0 mozilla/4.0 (compatible; msie windows nt 10.0; win64; x64)"
          + " gecko/20100101 firefox/ applewebkit/537.36 (khtml, like gecko) chrome/ safari/537.36"
          + " .com/ www. .aspx .php .html .jpg .png .css .js .gif index default.aspx ?id= index.php"
          + " c:\\windows\\system32\\ program files .exe .dll microsoft-windows-sysmon/operational"
          + " nt authority\\system /admin /login windows linux";

  /** Fields whose values begin behind a bound in a line of any log, see {@link Prefilter#fold}. */
  private static final Set<Integer> BEGIN_BOUNDED =
      Set.of(
          WebField.METHOD.ordinal(),
          WebField.USER_AGENT.ordinal(),
          WebField.REFERER.ordinal(),
          WebFields.EXTENSION);

  /** Fields whose values end at one. A path may begin behind a host, but not end before one. */
  private static final Set<Integer> END_BOUNDED =
      Set.of(
          WebField.METHOD.ordinal(),
          WebField.STEM.ordinal(),
          WebField.QUERY.ordinal(),
          WebField.USER_AGENT.ordinal(),
          WebField.REFERER.ordinal(),
          WebFields.URI,
          WebFields.EXTENSION);

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
      case Node.Keyword keyword -> of(keyword.test());
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
      return EventRecord.COMPOSED.contains(field.field().name()) ? null : of(field.test());
    }
    boolean uri = slot == WebFields.URI || field.uri();
    return switch (field.test()) {
      case TextTest.Text text -> rarest(bounded(text.glob().source(), slot), uri);
      case TextTest.Expression expression -> of(expression, uri, field.plusIsSpace());
      default -> null;
    };
  }

  private static @Nullable Clause of(TextTest test) {
    return switch (test) {
      case TextTest.Text text -> rarest(text.glob().source().literals(), false);
      case TextTest.Expression expression -> of(expression, false, false);
      default -> null;
    };
  }

  /**
   * @param plusIsSpace whether a space may stand as a plus sign in the line
   */
  private static @Nullable Clause of(
      TextTest.Expression expression, boolean uri, boolean plusIsSpace) {
    // Unicode folds the Kelvin sign and the long s onto k and s.
    String breaks = (expression.ignoresCase() ? "ksKS" : "") + (plusIsSpace ? " " : "");
    return ExpressionLiterals.of(
        expression.source(),
        runs ->
            rarest(
                breaks.isEmpty()
                    ? runs
                    : runs.stream()
                        .flatMap(run -> Stream.of(run.split("[" + breaks + "]")))
                        .toList(),
                uri));
  }

  /** Texts of a value with what stands around the field's value in a line. */
  private static List<String> bounded(Wildcard wildcard, int slot) {
    List<String> runs = new ArrayList<>(wildcard.literals());
    boolean begins = BEGIN_BOUNDED.contains(slot);
    boolean ends = END_BOUNDED.contains(slot);
    String bound = slot == WebFields.EXTENSION ? "." : " ";
    if (wildcard.length() == 0 && begins && ends) {
      return List.of(bound + " ");
    }
    if (!runs.isEmpty() && !wildcard.opensAtStart() && begins) {
      runs.set(0, bound + runs.getFirst());
    }
    if (!runs.isEmpty() && !wildcard.opensAtEnd() && ends) {
      runs.set(runs.size() - 1, runs.getLast() + " ");
    }
    return runs;
  }

  /** The text of those that is thought rarest, null where there is none. */
  private static @Nullable Clause rarest(List<String> runs, boolean uri) {
    String best = "";
    double least = Double.MAX_VALUE;
    for (String run : runs) {
      for (String piece : pieces(run, uri)) {
        double cost = cost(piece);
        if (cost < least) {
          best = piece;
          least = cost;
        }
      }
    }
    return best.isEmpty() ? null : new Clause(Set.of(best), least);
  }

  /**
   * Runs of ASCII, folded. A URI is made of two columns, so it breaks at question marks; what
   * stands there in the line is a bound of a value.
   */
  private static List<String> pieces(String run, boolean uri) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (int i = 0; i <= run.length(); i++) {
      char c = i < run.length() ? run.charAt(i) : 128;
      if (c < 128) {
        piece.append(Prefilter.fold(c));
      }
      if (c >= 128 || uri && c == '?') {
        if (!piece.toString().isBlank() || piece.length() > 1) {
          pieces.add(piece.toString());
        }
        piece.setLength(0);
        if (c == '?') {
          piece.append(Prefilter.fold(c));
        }
      }
    }
    return pieces;
  }

  private static double cost(String text) {
    if (text.length() > 2 && COMMON.contains(text)) {
      return 500_000.0 / text.length();
    }
    double cost = 1_000_000;
    for (int i = 0; i < text.length() && i < 16; i++) {
      char c = text.charAt(i);
      cost *= c >= 'a' && c <= 'z' ? 0.25 : c >= '0' && c <= '9' ? 0.3 : rarity(c);
    }
    return cost;
  }

  private static double rarity(char c) {
    return switch (c) {
      case ' ' -> 0.7;
      case '.', '/', '-' -> 0.4;
      case '@', '~', '|', '<', '>', '$', '!', '^', '`', '{', '}', '\\' -> 0.03;
      default -> 0.15;
    };
  }
}
