package org.bellbuoy.server.sigma;

import java.util.ArrayList;
import java.util.List;

/**
 * Texts that any text which a regular expression finds must hold. Careful rather than complete:
 * what it does not understand ends a text.
 */
final class ExpressionLiterals {
  private ExpressionLiterals() {}

  static List<String> of(String expression) {
    List<String> runs = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    int i = 0;
    while (i < expression.length()) {
      char c = expression.charAt(i);
      int end = i + 1;
      boolean literal = false;
      char meant = c;
      if (c == '|' || c == '(' && expression.startsWith("(?", i)) {
        // A choice makes all others optional; flags may change what a character means.
        return c == '(' && flagsOnly(expression, i) ? ofRest(expression, i) : List.of();
      }
      if (c == '(') {
        end = group(expression, i);
        if (end < 0) {
          return List.of();
        }
      } else if (c == '[') {
        end = set(expression, i);
      } else if (c == '\\') {
        if (i + 1 == expression.length()) {
          return List.of();
        }
        meant = expression.charAt(i + 1);
        literal = !Character.isLetterOrDigit(meant) && meant < 128;
        if (!literal && "QEpPxC01234567".indexOf(meant) >= 0) {
          return List.of();
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
    return runs;
  }

  private static void flush(StringBuilder run, List<String> runs) {
    if (!run.isEmpty()) {
      runs.add(run.toString());
      run.setLength(0);
    }
  }

  /** Whether {@code (?i)} or the like stands there, which changes nothing where case is none. */
  private static boolean flagsOnly(String expression, int at) {
    return at == 0 && (expression.startsWith("(?i)") || expression.startsWith("(?s)"));
  }

  private static List<String> ofRest(String expression, int at) {
    return of(expression.substring(at + 4));
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
