package org.bellbuoy.server.sigma;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a condition: {@code or} binds least, then {@code and}, {@code not}, counts such as {@code 1
 * of x*}, parentheses.
 */
final class ConditionParser {
  private static final int DEEPEST = 100;
  private static final int LONGEST = 20_000;

  private final String text;
  private final Map<String, Node> selections;
  private final List<String> tokens = new ArrayList<>();
  private int at;
  private int depth;

  private ConditionParser(String text, Map<String, Node> selections) {
    this.text = text;
    this.selections = selections;
  }

  /** The condition over selections by name. */
  static Node parse(String text, Map<String, Node> selections) throws SigmaRuleException {
    if (text.indexOf('|') >= 0) {
      throw new SigmaRuleException(
          "condition: old aggregation in " + SigmaRuleException.quote(text));
    }
    ConditionParser parser = new ConditionParser(text, selections);
    parser.split();
    Node node = parser.or();
    if (parser.at < parser.tokens.size()) {
      throw parser.unexpected();
    }
    return node;
  }

  private void split() throws SigmaRuleException {
    if (text.length() > LONGEST) {
      throw new SigmaRuleException("condition: longer than " + LONGEST + " characters");
    }
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c)) {
        i++;
      } else if (c == '(' || c == ')') {
        tokens.add(String.valueOf(c));
        i++;
      } else if (isName(c)) {
        int from = i;
        while (i < text.length() && isName(text.charAt(i))) {
          i++;
        }
        tokens.add(text.substring(from, i));
      } else {
        throw new SigmaRuleException(
            "condition: " + SigmaRuleException.quote(c) + " in " + SigmaRuleException.quote(text));
      }
    }
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '*' || c == '.' || c == '?';
  }

  private @Nullable String peek() {
    return at < tokens.size() ? tokens.get(at) : null;
  }

  private boolean takes(String word) {
    String token = peek();
    if (token != null && token.equalsIgnoreCase(word)) {
      at++;
      return true;
    }
    return false;
  }

  private Node or() throws SigmaRuleException {
    List<Node> nodes = new ArrayList<>();
    do {
      nodes.add(and());
    } while (takes("or"));
    return Node.any(nodes);
  }

  private Node and() throws SigmaRuleException {
    List<Node> nodes = new ArrayList<>();
    do {
      nodes.add(not());
    } while (takes("and"));
    return Node.all(nodes);
  }

  private Node not() throws SigmaRuleException {
    boolean negated = false;
    while (takes("not")) {
      negated = !negated;
    }
    Node node = primary();
    return negated ? new Node.Not(node) : node;
  }

  private Node primary() throws SigmaRuleException {
    if (takes("(")) {
      if (++depth > DEEPEST) {
        throw new SigmaRuleException("condition: more than " + DEEPEST + " parentheses deep");
      }
      Node node = or();
      depth--;
      if (!takes(")")) {
        throw unexpected();
      }
      return node;
    }
    String token = peek();
    String next = at + 1 < tokens.size() ? tokens.get(at + 1) : "";
    if (token == null || token.equals(")")) {
      throw unexpected();
    }
    at++;
    if (next.equalsIgnoreCase("of") && !selections.containsKey(token)) {
      at++;
      return count(token);
    }
    Node node = selections.get(token);
    if (node == null) {
      throw new SigmaRuleException(
          "condition: no selection is named " + SigmaRuleException.quote(token));
    }
    return node;
  }

  private Node count(String quantifier) throws SigmaRuleException {
    String pattern = peek();
    if (pattern == null || pattern.equals("(") || pattern.equals(")")) {
      throw unexpected();
    }
    at++;
    List<Node> nodes = new ArrayList<>();
    boolean them = pattern.equalsIgnoreCase("them");
    Wildcard.Glob glob = Wildcard.parse(pattern).glob(true);
    selections.forEach(
        (name, node) -> {
          if (them ? !name.startsWith("_") : glob.matches(name)) {
            nodes.add(node);
          }
        });
    if (nodes.isEmpty()) {
      throw new SigmaRuleException(
          "condition: no selection is named like " + SigmaRuleException.quote(pattern));
    }
    String lower = quantifier.toLowerCase(Locale.ROOT);
    if (lower.equals("all")) {
      return Node.all(nodes);
    }
    if (lower.equals("any")) {
      return Node.any(nodes);
    }
    boolean digits = lower.length() < 6 && lower.chars().allMatch(c -> c >= '0' && c <= '9');
    int wanted = digits ? Integer.parseInt(lower) : 0;
    if (wanted < 1) {
      throw new SigmaRuleException(
          "condition: " + SigmaRuleException.quote(quantifier) + " is no count");
    }
    if (wanted > nodes.size()) {
      throw new SigmaRuleException(
          "condition: " + wanted + " of " + nodes.size() + " selections can never hold");
    }
    return wanted == nodes.size() ? Node.all(nodes) : new Node.AtLeast(wanted, nodes);
  }

  private SigmaRuleException unexpected() {
    String token = peek();
    return new SigmaRuleException(
        "condition: "
            + (token == null ? "ends too early" : "unexpected " + SigmaRuleException.quote(token))
            + " in "
            + SigmaRuleException.quote(text));
  }
}
