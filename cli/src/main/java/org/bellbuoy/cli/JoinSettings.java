package org.bellbuoy.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.register.join.JoinOptions;
import org.bellbuoy.register.join.SeverityRule;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of watches that join findings to a register. */
final class JoinSettings {
  @Mixin RegisterGiven given = new RegisterGiven();

  @Option(
      names = "--severity-rules",
      paramLabel = "RULES",
      defaultValue = "all",
      description =
          "Rules by which a register moves severity: all, none, or some of no-substitute, same-hand,"
              + " watched-country, own-thing with commas between. Default: ${DEFAULT-VALUE}.")
  String rules = "all";

  @Option(
      names = "--watch-country",
      paramLabel = "CODE",
      description =
          "Country (two letters) whose certain or stated control of the subject raises severity by"
              + " the rule watched-country. May be given more than once; none by default.")
  List<String> countries = new ArrayList<>();

  /** The join, loaded; null where no register was named. */
  @Nullable RegisterJoin load(Environment environment) throws SourceException {
    if (!given.any()) {
      return null;
    }
    RegisterGiven.Loaded loaded = given.load(environment);
    if (loaded.folder().register().entities().isEmpty()) {
      throw new CommandException(
          given.called() + " holds no party or asset that could be used; nothing can be joined.");
    }
    return new RegisterJoin(loaded, options(rules, countries));
  }

  static JoinOptions options(String rules, List<String> countries) {
    Set<SeverityRule> on = EnumSet.noneOf(SeverityRule.class);
    switch (rules.strip()) {
      case "all" -> on.addAll(EnumSet.allOf(SeverityRule.class));
      case "none", "" -> {
        // None are on.
      }
      default -> {
        for (String word : rules.split(",")) {
          on.add(
              Arrays.stream(SeverityRule.values())
                  .filter(rule -> rule.word().equals(word.strip()))
                  .findFirst()
                  .orElseThrow(
                      () ->
                          CommandException.usage(
                              "--severity-rules has '%s'; allowed are all, none, %s."
                                  .formatted(word.strip(), all()))));
        }
      }
    }
    Set<String> codes = new TreeSet<>();
    for (String country : countries) {
      String code = country.strip().toUpperCase(Locale.ROOT);
      if (!code.matches("[A-Z]{2}")) {
        throw CommandException.usage(
            "--watch-country is '%s'; it must be two letters of ISO 3166-1.".formatted(country));
      }
      codes.add(code);
    }
    return new JoinOptions(on, codes, JoinOptions.defaults().mostParties());
  }

  private static String all() {
    return Arrays.stream(SeverityRule.values())
        .map(SeverityRule::word)
        .collect(Collectors.joining(", "));
  }
}
