package org.bellbuoy.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.register.control.Controllers;
import org.bellbuoy.register.lock.LockinAnswer;
import org.bellbuoy.register.lock.LockinWords;
import org.bellbuoy.register.lock.MarketFigure;
import org.bellbuoy.register.lock.RepairFigure;
import org.bellbuoy.register.lock.RepairInputs;
import org.bellbuoy.register.lock.ZoneFigure;
import org.bellbuoy.register.lockin.Concentration;
import org.bellbuoy.register.lockin.CutSets;
import org.bellbuoy.register.lockin.RepairOutcome;
import org.bellbuoy.register.model.MarketRow;
import org.bellbuoy.register.model.Source;

/** Concentration and zones in plain English, with the arithmetic. */
final class LockinText {
  private static final int MOST_SHARES = 10;
  private static final int MOST_CUTS = 10;

  private final PrintStream out;
  private final Controllers controllers;

  LockinText(PrintStream out, Controllers controllers) {
    this.out = out;
    this.controllers = controllers;
  }

  void print(LockinAnswer answer) {
    line("Lock-in, controllers and ships as of " + answer.asOf());
    line("HHI: sum of squared percentage shares, 0 to 10,000. CR1, CR4: share of the largest and");
    line(
        "of the four largest. A range where the register does not tell. Nobody unknown is counted");
    line("as a competitor. Figures of two definitions cannot be compared.");
    answer.markets().forEach(this::market);
    answer.fleets().forEach(this::market);
    answer.zones().forEach(this::zone);
    out.flush();
  }

  private void market(MarketFigure figure) {
    line("");
    line(
        "%s%s, %s, as of %s"
            .formatted(
                figure.market(),
                figure.region().isEmpty() ? "" : " (" + figure.region() + ")",
                figure.measure(),
                figure.asOf()));
    figures(figure);
    for (MarketRow row : figure.rows()) {
      if (!row.statement().note().isEmpty()) {
        line("  Note: " + row.statement().note());
      }
    }
    if (!figure.rows().isEmpty()) {
      TreeSet<String> sources = new TreeSet<>();
      figure.rows().forEach(row -> sources.add(source(row)));
      line("  [%s]".formatted(String.join("; ", sources)));
    }
  }

  private void figures(MarketFigure figure) {
    if (!figure.problem().isEmpty()) {
      line("  No figure. " + figure.problem());
      return;
    }
    line(
        "  Whole: %s %s, %s."
            .formatted(
                LockinWords.number(figure.quantity()), figure.unit(), figure.whole().text()));
    if (!figure.joint().isEmpty()) {
      line(
          "  %s together; how they divide it is not told."
              .formatted(
                  figure.joint().stream().map(this::name).collect(Collectors.joining(", "))));
    }
    concentration("by name", figure.byName(), figure);
    concentration("by ultimate controller", figure.byController(), figure);
    if (!figure.amongNamed().isEmpty()) {
      line(
          "  Among those named alone, as if there were no others: HHI %s by name, %s by controller."
              .formatted(
                  LockinWords.index(figure.amongNamed().getFirst()),
                  LockinWords.index(figure.amongNamed().getLast())));
    }
    figure.stands().forEach(stands -> line("    " + stands));
  }

  private void concentration(String what, Optional<Concentration> maybe, MarketFigure figure) {
    if (maybe.isEmpty()) {
      return;
    }
    Concentration found = maybe.get();
    line(
        "  %s: HHI %s, CR1 %s, CR4 %s; coverage %s"
            .formatted(
                what,
                LockinWords.index(found.hhi()),
                LockinWords.percent(found.cr1()),
                LockinWords.percent(found.cr4()),
                figure.whole().open()
                    ? "not known"
                    : LockinWords.percent(found.coverage()) + " %"));
    String shares =
        found.shares().stream()
            .limit(MOST_SHARES)
            .map(s -> "%s %s %%".formatted(name(s.party()), LockinWords.percent(s.share())))
            .collect(Collectors.joining(", "));
    int more = Math.max(0, found.shares().size() - MOST_SHARES);
    if (!shares.isEmpty()) {
      line(
          "    %s%s%s%s"
              .formatted(
                  shares,
                  more > 0 ? " and %d more".formatted(more) : "",
                  rest("others", found.othersShare()),
                  rest("unknown", found.unknownShare())));
    } else if (figure.joint().isEmpty()) {
      line("    unknown " + LockinWords.percent(found.unknownShare()) + " %");
    }
    arithmetic(found, figure);
  }

  private static String rest(String what, double share) {
    return share > 0 ? ", %s %s %%".formatted(what, LockinWords.percent(share)) : "";
  }

  private void arithmetic(Concentration found, MarketFigure figure) {
    if (!figure.joint().isEmpty()) {
      line(
          "    at least %s² / number of holders; at most with one of them holding it all"
              .formatted(LockinWords.percent(found.coverage())));
      return;
    }
    if (found.shares().isEmpty() || found.shares().size() > MOST_SHARES) {
      return;
    }
    String squares =
        found.shares().stream()
            .map(share -> LockinWords.percent(share.share()) + "²")
            .collect(Collectors.joining(" + "));
    String high =
        found.unknownShare() > 0
            ? "; at most with all unknown being the largest's"
            : found.othersShare() > 0
                ? "; at most + %s²".formatted(LockinWords.percent(found.othersShare()))
                : "";
    line(
        "    HHI%s %s%s"
            .formatted(figure.whole().open() ? " among those named" : "", squares, high));
  }

  private void zone(ZoneFigure zone) {
    line("");
    line("Maintenance zone %s (%s)".formatted(name(zone.id()), zone.id()));
    line("  Repair ships: %s".formatted(names(zone.ships())));
    if (!zone.otherShips().isEmpty()) {
      line("  Ships told not to repair: %s".formatted(names(zone.otherShips())));
    }
    line(
        "  Providers: %s%s"
            .formatted(
                names(zone.providers()), zone.providersComplete() ? "" : "; others are not known"));
    if (!zone.ships().isEmpty()) {
      figures(zone.fleet());
      line(
          "  Without any one of these no repair ship%s is left: %s"
              .formatted(
                  zone.fleet().whole().open() ? " of those listed" : "", singles(zone.cuts())));
      line("  Without both: " + pairs(zone.cuts()));
    }
    if (zone.problem().isEmpty()) {
      repair("  ", zone.repair(), zone.inputs());
    } else {
      line("  " + zone.problem());
    }
  }

  void repair(String indent, RepairFigure figure, RepairInputs inputs) {
    line(
        "%s%d ship%s, %s:"
            .formatted(indent, figure.ships(), figure.ships() == 1 ? "" : "s", inputs.text()));
    if (figure.ships() == 0) {
      line(indent + "  No ship that the register lists is left.");
      return;
    }
    double load = inputs.faultsPerYear() * inputs.jobDays();
    line(
        "%s  load %s x %s / (365.25 x %d) = %s"
            .formatted(
                indent,
                LockinWords.number(inputs.faultsPerYear()),
                LockinWords.number(inputs.jobDays()),
                figure.ships(),
                LockinWords.number(load / (365.25 * figure.ships()))));
    figure.byFormula().ifPresent(outcome -> outcome(indent, "Erlang C", outcome));
    figure.bySimulation().ifPresent(outcome -> outcome(indent, "SIMULATED", outcome));
  }

  private void outcome(String indent, String how, RepairOutcome outcome) {
    switch (outcome) {
      case RepairOutcome.Unstable unstable ->
          line("%s  %s: %s".formatted(indent, how, unstable.text()));
      case RepairOutcome.Stable stable -> {
        RepairOutcome.Estimate wait = stable.waitDays();
        boolean exact = wait.low() == wait.high();
        line(
            ("%s  %s: all ships busy %s %% of the time a fault comes; wait %s days%s, repaired"
                    + " after %s days")
                .formatted(
                    indent,
                    how,
                    LockinWords.number(stable.waitProbability() * 100),
                    LockinWords.number(wait.mean()),
                    exact
                        ? ""
                        : " (95 %% interval %s to %s)"
                            .formatted(
                                LockinWords.number(wait.low()), LockinWords.number(wait.high())),
                    LockinWords.number(stable.restorationDays())));
      }
    }
  }

  String singles(CutSets.Found cuts) {
    return listed(cuts.single().stream().map(this::element).toList(), ", ");
  }

  String pairs(CutSets.Found cuts) {
    return listed(
        cuts.pairs().stream()
            .map(pair -> pair.stream().map(this::element).collect(Collectors.joining(" and ")))
            .toList(),
        "; ");
  }

  private static String listed(List<String> found, String between) {
    if (found.isEmpty()) {
      return "none";
    }
    String more =
        found.size() > MOST_CUTS ? " and %d more".formatted(found.size() - MOST_CUTS) : "";
    return found.stream().limit(MOST_CUTS).collect(Collectors.joining(between)) + more;
  }

  private String element(CutSets.Element element) {
    return switch (element) {
      case CutSets.OfParty party -> name(party.id());
      case CutSets.OfCountry country -> "country " + country.code();
    };
  }

  String names(List<String> ids) {
    return ids.isEmpty()
        ? "none told"
        : ids.stream().map(this::name).collect(Collectors.joining(", "));
  }

  private String source(MarketRow row) {
    String id = row.statement().source();
    String title =
        controllers
            .register()
            .source(id)
            .map(Source::title)
            .filter(text -> !text.isEmpty())
            .orElse(id);
    return "%s, %s".formatted(title, row.statement().place());
  }

  String name(String id) {
    return controllers.name(id);
  }

  void line(String text) {
    out.print(SafeText.visible(text) + "\n");
  }
}
