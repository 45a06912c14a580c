package org.bellbuoy.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.bellbuoy.core.finding.AssetRef;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.json.FindingJson;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.sea.detect.Words;
import org.bellbuoy.store.FindingFilter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bellbuoy findings list}. */
@Command(
    name = "list",
    description = "Lists findings, the earliest first.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class FindingsCommandList implements Callable<Integer> {
  private static final String ROW = "%-8s  %-19s %-11s %-9s %-28s %-20s %-10s %s%n";

  @Mixin FindingsCommandStore store = new FindingsCommandStore();

  @Mixin FindingsCommandFilters filters = new FindingsCommandFilters();

  @Option(
      names = "--to",
      paramLabel = "TIME",
      converter = FindingsCommandFilters.TimeConverter.class,
      description = "The same as --until.")
  @Nullable Instant to;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "At most this many. Default: ${DEFAULT-VALUE}.")
  int limit;

  @Option(names = "--json", description = "Print findings as JSON, one line each.")
  boolean json;

  private final Environment environment;

  FindingsCommandList(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    if (limit < 1) {
      throw filters.wrong("--limit is " + limit + "; it must be 1 or more.");
    }
    if (to != null) {
      if (filters.until != null) {
        throw filters.wrong("--to and --until are the same; give one of them.");
      }
      filters.until = to;
    }
    return store.open(this::list);
  }

  private int list(FindingsCommandStore.Opened opened) {
    FindingFilter filter = filters.filter(opened);
    // One more tells whether there are more; only then is it worth counting them.
    List<Finding> found =
        opened.store().findings(filter.withLimit(Math.min(limit, Integer.MAX_VALUE - 1) + 1));
    if (found.isEmpty()) {
      return filters.nothing(environment, opened, json);
    }
    int more = 0;
    if (found.size() > limit) {
      more = opened.store().findings(filter).size() - limit;
      found = found.subList(0, limit);
    }
    PrintStream out = environment.out();
    if (json) {
      found.forEach(finding -> out.println(FindingJson.write(finding)));
    } else {
      Set<String> runs = found.stream().map(Finding::run).collect(Collectors.toSet());
      if (opened.runs().stream().anyMatch(r -> r.simulated() && runs.contains(r.id()))) {
        out.println(FindingsCommandText.SIMULATED);
      }
      out.printf(
          Locale.ROOT, ROW, "id", "rule", "level", "state", "subject", "from", "for", "assets");
      found.forEach(finding -> row(finding, out));
    }
    out.flush();
    if (more > 0) {
      (json ? environment.err() : out)
          .printf(Locale.ROOT, "... and %,d more; --limit shows more of them.%n", more);
    }
    return Bellbuoy.OK;
  }

  private static void row(Finding finding, PrintStream out) {
    Instant to = finding.to();
    out.printf(
        Locale.ROOT,
        ROW,
        finding.id().toString().substring(0, 8),
        cut(SafeText.visible(finding.rule()), 19),
        finding.assessment().level().word(),
        FindingsCommandText.word(finding.state()),
        cut(subject(finding), 28),
        finding.from().truncatedTo(ChronoUnit.SECONDS),
        to == null ? "open" : Words.span(to.toEpochMilli() - finding.from().toEpochMilli()),
        cut(
            SafeText.visible(
                finding.assets().stream()
                    .map(FindingsCommandList::label)
                    .collect(Collectors.joining(", "))),
            48));
  }

  /** Short, for a column: identifiers without their schemes, then the name if it is another. */
  private static String subject(Finding finding) {
    String ids = String.join(" ", finding.subject().ids().values());
    String name = finding.subject().name();
    return SafeText.visible(name == null || name.equals(ids) ? ids : ids + " " + name);
  }

  private static String label(AssetRef asset) {
    String name = asset.name();
    return name == null ? asset.id() : name;
  }

  private static String cut(String text, int length) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= length ? line : line.substring(0, length - 1) + "…";
  }
}
