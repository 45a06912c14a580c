package org.bellbuoy.server.sigma;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Texts that any text which a regular expression finds must hold. Careful rather than complete:
 * what it does not understand ends a text.
 */
final class ExpressionLiterals {
  private static final int DEEPEST = 50;

  private ExpressionLiterals() {}

  /**
   * Texts of which one must be there, null where nothing is sure.
   *
   * @param rarest picks one of several texts that must all be there, null where none serves
   */
  static Literals.@Nullable Clause of(
      String expression, Function<List<String>, Literals.@Nullable Clause> rarest) {
    String rest = expression;
    if (expression.startsWith("(?i)") || expression.startsWith("(?s)")) {
      rest = expression.substring(4);
    }
    return choices(rest, rarest, 0);
  }

  private static Literals.@Nullable Clause choices(
      String expression, Function<List<String>, Literals.@Nullable Clause> rarest, int depth) {
    Set<String> texts = new LinkedHashSet<>();
    double cost = 0;
    int from = 0;
    int i = 0;
    while (i <= expression.length()) {
      char c = i < expression.length() ? expression.charAt(i) : '|';
      if (c == '|') {
        Literals.Clause clause = choice(expression.substring(from, i), rarest, depth);
        if (clause == null) {
          return null;
        }
        texts.addAll(clause.texts());
        cost += clause.cost();
        from = i + 1;
      }
      int end =
          c == '(' ? group(expression, i) : c == '[' ? set(expression, i) : i + (c == '\\' ? 2 : 1);
      if (end < 0) {
        return null;
      }
      i = end;
    }
    return new Literals.Clause(texts, cost);
  }

  private static Literals.@Nullable Clause choice(
      String expression, Function<List<String>, Literals.@Nullable Clause> rarest, int depth) {
    List<String> runs = new ArrayList<>();
    Literals.Clause best = null;
    StringBuilder run = new StringBuilder();
    int i = 0;
    while (i < expression.length()) {
      char c = expression.charAt(i);
      int end = i + 1;
      boolean literal = false;
      char meant = c;
      if (c == '(') {
        boolean plain = expression.startsWith("(?:", i);
        end = group(expression, i);
        if (end < 0 || depth > DEEPEST || expression.startsWith("(?", i) && !plain) {
          // Flags may change what a character means.
          return null;
        }
        boolean optional = end < expression.length() && "*?{".indexOf(expression.charAt(end)) >= 0;
        Literals.Clause inner =
            optional
                ? null
                : choices(expression.substring(i + (plain ? 3 : 1), end - 1), rarest, depth + 1);
        best = rarer(best, inner);
      } else if (c == '[') {
        end = set(expression, i);
      } else if (c == '\\') {
        if (i + 1 == expression.length()) {
          return null;
        }
        meant = expression.charAt(i + 1);
        literal = !Character.isLetterOrDigit(meant) && meant < 128;
        if (!literal && "QEpPxC01234567".indexOf(meant) >= 0) {
          return null;
        }
        end = i + 2;
      } else {
        literal = ".^$)*+?{}]".indexOf(c) < 0;
      }
      char after = end < expression.length() ? expression.charAt(end) : 0;
      boolean repeated = after == '*' || after == '?' || after == '{' || after == '+';
      if (literal && !repeated) {
        run.append(meant);
      } else {
        flush(run, runs);
        if (literal && after == '+') {
          run.append(meant);
          flush(run, runs);
        }
      }
      i = repeated ? quantifier(expression, end) : end;
    }
    flush(run, runs);
    return rarer(best, rarest.apply(runs));
  }

  private static Literals.@Nullable Clause rarer(
      Literals.@Nullable Clause one, Literals.@Nullable Clause other) {
    return one == null || other != null && other.cost() < one.cost() ? other : one;
  }

  private static void flush(StringBuilder run, List<String> runs) {
    if (!run.isEmpty()) {
      runs.add(run.toString());
      run.setLength(0);
    }
  }

  /** Behind the group that begins there, −1 where it does not end. */
  private static int group(String expression, int at) {
    int depth = 0;
    int i = at;
    while (i < expression.length()) {
      char c = expression.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '[') {
        i = set(expression, i) - 1;
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return i + 1;
      }
      i++;
    }
    return -1;
  }

  private static int set(String expression, int at) {
    int i = at + 1;
    if (i < expression.length() && expression.charAt(i) == '^') {
      i++;
    }
    if (i < expression.length() && expression.charAt(i) == ']') {
      i++;
    }
    while (i < expression.length() && expression.charAt(i) != ']') {
      if (expression.charAt(i) == '\\') {
        i++;
      } else if (expression.startsWith("[:", i)) {
        int end = expression.indexOf(":]", i);
        i = end < 0 ? i : end + 1;
      }
      i++;
    }
    return Math.min(expression.length(), i + 1);
  }

  private static int quantifier(String expression, int at) {
    int i = at;
    if (expression.charAt(i) == '{') {
      int end = expression.indexOf('}', i);
      i = end < 0 ? i : end;
    }
    i++;
    if (i < expression.length() && expression.charAt(i) == '?') {
      i++;
    }
    return i;
  }
}
