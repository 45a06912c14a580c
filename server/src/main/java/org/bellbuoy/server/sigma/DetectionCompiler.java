package org.bellbuoy.server.sigma;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the detection part of a rule into a condition that can be tested. */
final class DetectionCompiler {
  private static final int DEEPEST = 20;

  private final FieldNames names;
  private final SigmaOptions options;
  private final boolean web;

  /**
   * @param names fields of the log source
   * @param web whether records are web rows, whose queries and user agents have second readings
   */
  DetectionCompiler(FieldNames names, boolean web, SigmaOptions options) {
    this.names = names;
    this.options = options;
    this.web = web;
  }

  /** The whole part: selections and condition. */
  Node compile(Map<?, ?> detection) throws SigmaRuleException {
    Map<String, Node> selections = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : detection.entrySet()) {
      String name = Scalars.text(entry.getKey());
      if (name.equals("condition") || name.equals("timeframe") || name.equals("rules")) {
        continue;
      }
      try {
        selections.put(name, selection(entry.getValue(), 0));
      } catch (SigmaRuleException e) {
        throw new SigmaRuleException(SigmaRuleException.quote(name) + ": " + e.getMessage());
      }
    }
    Object condition = detection.get("condition");
    if (condition instanceof List<?> several && !several.isEmpty()) {
      List<Node> nodes = new ArrayList<>();
      for (Object one : several) {
        nodes.add(ConditionParser.parse(Scalars.text(one), selections));
      }
      return Node.any(nodes);
    }
    if (!Scalars.is(condition)) {
      throw new SigmaRuleException(
          condition == null ? "has no condition" : "condition: is no text");
    }
    return ConditionParser.parse(Scalars.text(condition), selections);
  }

  private Node selection(@Nullable Object value, int depth) throws SigmaRuleException {
    if (depth > DEEPEST) {
      throw new SigmaRuleException("nested more than " + DEEPEST + " deep");
    }
    if (value instanceof Map<?, ?> map) {
      List<Node> nodes = new ArrayList<>();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        Modifiers modifiers = Modifiers.parse(Scalars.text(entry.getKey()));
        nodes.add(item(modifiers, entry.getValue()));
      }
      if (nodes.isEmpty()) {
        throw new SigmaRuleException("is an empty map");
      }
      return Node.all(nodes);
    }
    if (value instanceof List<?> list) {
      List<Node> nodes = new ArrayList<>();
      for (Object one : list) {
        nodes.add(selection(one, depth + 1));
      }
      if (nodes.isEmpty()) {
        throw new SigmaRuleException("is an empty list");
      }
      return Node.any(nodes);
    }
    if (value == null) {
      throw new SigmaRuleException("has no value");
    }
    return item(new Modifiers("", List.of()), value);
  }

  private Node item(Modifiers modifiers, @Nullable Object value) throws SigmaRuleException {
    List<Node> nodes = new ArrayList<>();
    if (value instanceof List<?> list) {
      if (list.isEmpty()) {
        throw modifiers.clash("is an empty list");
      }
      for (Object one : list) {
        nodes.add(one(modifiers, one));
      }
    } else {
      nodes.add(one(modifiers, value));
    }
    Node node = modifiers.has("all") ? Node.all(nodes) : Node.any(nodes);
    return modifiers.has("neq") ? new Node.Not(node) : node;
  }

  private Node one(Modifiers modifiers, @Nullable Object value) throws SigmaRuleException {
    if (value != null && !Scalars.is(value)) {
      throw modifiers.clash("value is no text or number");
    }
    if (modifiers.name().isEmpty()) {
      return keyword(modifiers, value);
    }
    SigmaField field = names.field(modifiers.name());
    if (modifiers.has("exists")) {
      String told = String.valueOf(value);
      if (!told.equals("true") && !told.equals("false")) {
        throw modifiers.clash(SigmaRuleException.quote(told) + " is neither true nor false");
      }
      return new Node.Exists(field, told.equals("true"));
    }
    if (modifiers.has("fieldref")) {
      return new Node.Reference(
          field,
          names.field(String.valueOf(value)),
          modifiers.has("startswith") || modifiers.has("contains"),
          modifiers.has("endswith") || modifiers.has("contains"),
          modifiers.has("cased"));
    }
    boolean agent = web && options.plusIsSpace() && WebFields.isUserAgent(field);
    boolean uri = web && WebFields.isQuery(field);
    List<Node> nodes = new ArrayList<>();
    for (TextTest test : tests(modifiers, value)) {
      boolean expression = test instanceof TextTest.Expression;
      nodes.add(new Node.Field(field, test, agent && expression, uri));
      if (agent && test instanceof TextTest.Text text) {
        Wildcard plus = text.glob().source().plusForSpace();
        if (plus != text.glob().source()) {
          TextTest second = new TextTest.Text(plus.glob(text.glob().cased()));
          nodes.add(new Node.Field(field, second, false, uri));
        }
      }
    }
    return Node.any(nodes);
  }

  private Node keyword(Modifiers modifiers, @Nullable Object value) throws SigmaRuleException {
    if (value == null) {
      throw new SigmaRuleException("a keyword has no value");
    }
    List<Node> nodes = new ArrayList<>();
    if (modifiers.has("re")) {
      nodes.add(new Node.Keyword(expression(modifiers, String.valueOf(value))));
      return nodes.getFirst();
    }
    for (Wildcard text :
        Encodings.apply(String.valueOf(value), modifiers, options.placeholders())) {
      nodes.add(
          new Node.Keyword(
              new TextTest.Text(text.openAtStart().openAtEnd().glob(modifiers.has("cased")))));
    }
    return Node.any(nodes);
  }

  private List<TextTest> tests(Modifiers modifiers, @Nullable Object value)
      throws SigmaRuleException {
    if (value == null) {
      if (!modifiers.words().stream().allMatch(w -> w.equals("neq") || w.equals("all"))) {
        throw modifiers.clash("null has no such modifier");
      }
      return List.of(new TextTest.Absent());
    }
    String text = String.valueOf(value);
    TimePart part = modifiers.timePart();
    Comparison comparison = modifiers.comparison();
    if (part != null || comparison != null) {
      double number = Comparison.number(text);
      if (Double.isNaN(number)) {
        throw modifiers.clash(SigmaRuleException.quote(text) + " is no number");
      }
      Comparison by = comparison == null ? Comparison.EQ : comparison;
      return List.of(
          part == null ? new TextTest.Compared(by, number) : new TextTest.Dated(part, by, number));
    }
    if (modifiers.has("re")) {
      return List.of(expression(modifiers, text));
    }
    if (modifiers.has("cidr")) {
      try {
        return List.of(new TextTest.Network(Cidr.parse(text)));
      } catch (SigmaRuleException e) {
        throw modifiers.clash(String.valueOf(e.getMessage()));
      }
    }
    boolean plain =
        modifiers.words().stream()
            .allMatch(w -> w.equals("neq") || w.equals("all") || w.equals("cased"));
    if (value instanceof Number && plain) {
      return List.of(new TextTest.Numeral(text, Comparison.number(text)));
    }
    List<TextTest> tests = new ArrayList<>();
    for (Wildcard one : Encodings.apply(text, modifiers, options.placeholders())) {
      tests.add(new TextTest.Text(one.glob(modifiers.has("cased"))));
    }
    if (tests.isEmpty()) {
      throw modifiers.clash(SigmaRuleException.quote(text) + " is too short to be found");
    }
    return tests;
  }

  private static TextTest expression(Modifiers modifiers, String text) throws SigmaRuleException {
    int flags =
        (modifiers.has("i") ? Pattern.CASE_INSENSITIVE : 0)
            | (modifiers.has("m") ? Pattern.MULTILINE : 0)
            | (modifiers.has("s") ? Pattern.DOTALL : 0);
    String anchored = text;
    if (modifiers.has("startswith")) {
      anchored = "^(?:" + text + ")";
    } else if (modifiers.has("endswith")) {
      anchored = "(?:" + text + ")$";
    }
    try {
      return new TextTest.Expression(Pattern.compile(anchored, flags), text);
    } catch (PatternSyntaxException e) {
      throw modifiers.clash(
          "regular expression "
              + SigmaRuleException.quote(text)
              + " cannot be run in linear time: "
              + SigmaRuleException.quote(e.getDescription()));
    }
  }
}
