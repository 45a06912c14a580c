package org.bellbuoy.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.State;
import org.bellbuoy.core.finding.Subject;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.core.rule.Rule;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.store.FindingFilter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Which findings are asked for. */
final class FindingsCommandFilters {
  @Option(names = "--rule", paramLabel = "ID", description = "Only of this rule.")
  @Nullable String rule;

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      converter = SeaWatchCommand.LevelConverter.class,
      description = "Only of this level: likely, possible, unlikely or cannot-tell.")
  @Nullable Level level;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "Only in this state: open, final or withdrawn.")
  @Nullable State state;

  @Option(
      names = "--subject",
      paramLabel = "TEXT",
      description = "Only of subjects with this in an identifier or the name.")
  @Nullable String subject;

  @Option(names = "--asset", paramLabel = "ID", description = "Only those that touch this asset.")
  @Nullable String asset;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description = "Only those that last until then or longer; ISO 8601 UTC, or a day.")
  @Nullable Instant from;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description = "Only those that began before; ISO 8601 UTC, or a day.")
  @Nullable Instant until;

  @Option(
      names = "--run",
      paramLabel = "ID",
      description = "Only those this run found; the beginning of its id is enough.")
  @Nullable String run;

  @Spec(Spec.Target.MIXEE)
  @Nullable CommandSpec spec;

  /** The filter for that store; a rule or run that it does not know must not look like silence. */
  FindingFilter filter(FindingsCommandStore.Opened opened) {
    String wanted = rule;
    if (wanted != null) {
      TreeSet<String> known = new TreeSet<>(RulesCommand.all().stream().map(Rule::id).toList());
      opened.runs().forEach(r -> known.addAll(r.rules().keySet()));
      if (!known.contains(wanted)) {
        throw wrong(
            "There is no rule '"
                + SafeText.visible(wanted)
                + "'; rules are "
                + String.join(", ", known)
                + ".");
      }
    }
    if (from != null && until != null && !from.isBefore(until)) {
      throw wrong("--from " + from + " must be earlier than the end, " + until + ".");
    }
    String prefix = run;
    return new FindingFilter(
        wanted,
        level,
        state,
        subject,
        asset,
        from,
        until,
        prefix == null ? null : opened.run(prefix).id(),
        Integer.MAX_VALUE);
  }

  /** Whether a finding that lies in no store is asked for; the same as the filter of a store. */
  boolean matches(Finding finding) {
    Instant to = finding.to();
    return (rule == null || finding.rule().equals(rule))
        && (level == null || finding.assessment().level() == level)
        && (state == null || finding.state() == state)
        && (subject == null || holds(finding.subject(), subject.toLowerCase(Locale.ROOT)))
        && (asset == null || finding.assets().stream().anyMatch(a -> a.id().equals(asset)))
        && (from == null || to == null || !to.isBefore(from))
        && (until == null || finding.from().isBefore(until))
        && (run == null || finding.run().startsWith(run.toLowerCase(Locale.ROOT)));
  }

  private static boolean holds(Subject subject, String text) {
    String name = subject.name();
    return subject.key().toLowerCase(Locale.ROOT).contains(text)
        || (name != null && name.toLowerCase(Locale.ROOT).contains(text));
  }

  /** The runs that the answer rests on. */
  List<Run> runs(FindingsCommandStore.Opened opened) {
    String prefix = run;
    return prefix == null ? opened.runs() : List.of(opened.run(prefix));
  }

  /** Says that nothing was found, together with what was looked at; fails where that is nothing. */
  int nothing(Environment environment, FindingsCommandStore.Opened opened, boolean json) {
    List<Run> asked = runs(opened);
    if (asked.stream().mapToLong(FindingsCommandStore::records).sum() == 0) {
      throw new CommandException(
          "No record was read by any run asked for; nothing can be said, which is no all-clear.");
    }
    (json ? environment.err() : environment.out())
        .print(
            "No findings match what was asked for, among all that these runs found:"
                + System.lineSeparator()
                + opened.told(asked));
    return Bellbuoy.OK;
  }

  ParameterException wrong(String sentence) {
    CommandSpec own = spec;
    if (own == null) {
      throw new IllegalStateException(sentence);
    }
    return new ParameterException(own.commandLine(), sentence);
  }

  /** Moments, and days for their first moment. */
  static final class TimeConverter implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String value) {
      try {
        return value.indexOf('T') < 0
            ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
            : Instant.parse(value);
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "'" + value + "' is no time; write 2026-01-10T02:00:00Z or 2026-01-10");
      }
    }
  }
}
