package org.bellbuoy.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.bellbuoy.core.json.JsonOut;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.core.rule.Parameter;
import org.bellbuoy.core.rule.Rule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bellbuoy rules show}. */
@Command(
    name = "show",
    description = "Shows what a rule claims and does not claim, its parameters and its sources.",
    mixinStandardHelpOptions = true)
final class RulesCommandShow implements Callable<Integer> {
  @Parameters(paramLabel = "ID", description = "The rule, for example sea.silence.")
  String id = "";

  @Option(names = "--json", description = "Print the rule as one line of JSON.")
  boolean json;

  private final Environment environment;

  RulesCommandShow(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    for (Rule rule : RulesCommand.all()) {
      if (rule.id().equals(id)) {
        if (json) {
          environment.out().println(json(rule));
        } else {
          print(rule, environment.out());
        }
        environment.out().flush();
        return Bellbuoy.OK;
      }
    }
    environment
        .err()
        .println(
            "bellbuoy: there is no rule '"
                + SafeText.visible(id)
                + "'; rules are "
                + RulesCommand.ids()
                + ".");
    return Bellbuoy.USAGE;
  }

  private static void print(Rule rule, PrintStream out) {
    out.println(rule.id() + ", version " + rule.version() + ": " + rule.title());
    out.println();
    FindingsCommandText.wrap(out, "Claims", rule.claims());
    FindingsCommandText.wrap(out, "Does not claim", rule.doesNotClaim());
    out.println();
    out.println("Parameters");
    for (Parameter parameter : rule.parameters()) {
      FindingsCommandText.wrap(
          out,
          "  --" + parameter.name(),
          parameter.meaning()
              + " Default: "
              + parameter.defaultValue()
              + (parameter.unit().isEmpty() ? "." : " (" + parameter.unit() + ")."));
    }
    list(out, "Sources", rule.sources());
    list(out, "Known innocent explanations", rule.innocentExplanations());
  }

  private static void list(PrintStream out, String title, List<String> lines) {
    out.println();
    out.println(title);
    lines.forEach(line -> out.println("  - " + line));
  }

  /** A rule on one line. */
  static String json(Rule rule) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonOut out = JsonOut.compact(text)) {
      out.object()
          .text("id", rule.id())
          .whole("version", rule.version())
          .text("title", rule.title())
          .text("claims", rule.claims())
          .text("doesNotClaim", rule.doesNotClaim())
          .array("parameters");
      for (Parameter parameter : rule.parameters()) {
        out.object()
            .text("name", parameter.name())
            .text("default", parameter.defaultValue())
            .text("unit", parameter.unit())
            .text("meaning", parameter.meaning())
            .endObject();
      }
      out.endArray().array("sources");
      for (String source : rule.sources()) {
        out.text(source);
      }
      out.endArray().array("innocentExplanations");
      for (String explanation : rule.innocentExplanations()) {
        out.text(explanation);
      }
      out.endArray().endObject();
    }
    return text.toString();
  }
}
