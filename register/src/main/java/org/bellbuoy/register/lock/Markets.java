package org.bellbuoy.register.lock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bellbuoy.register.control.Controllers;
import org.bellbuoy.register.lock.MarketFigure.Whole;
import org.bellbuoy.register.lockin.Bounds;
import org.bellbuoy.register.lockin.Concentration;
import org.bellbuoy.register.lockin.Market;
import org.bellbuoy.register.lockin.Market.Holding;
import org.bellbuoy.register.model.MarketRow;
import org.bellbuoy.register.model.Party;

/**
 * Figures of markets from the rows of sources. Rows belong together when market, region, measure,
 * unit and date are the same; where one of them names a party twice, each source is told by itself.
 */
final class Markets {
  private static final double ROUNDING = 1e-9;
  private static final int FOUR = 4;

  /** How a measure begins that averages over markets. */
  private static final String MEAN = "mean ";

  private final Controllers controllers;
  private final UltimateController ultimate;

  Markets(Controllers controllers, UltimateController ultimate) {
    this.controllers = controllers;
    this.ultimate = ultimate;
  }

  List<MarketFigure> of(List<MarketRow> rows) {
    Map<List<String>, List<MarketRow>> groups = new LinkedHashMap<>();
    for (MarketRow row : rows) {
      groups.computeIfAbsent(key(row, ""), key -> new ArrayList<>()).add(row);
    }
    Map<List<String>, List<MarketRow>> parted = new LinkedHashMap<>();
    for (List<MarketRow> group : groups.values()) {
      boolean twice = twice(group);
      for (MarketRow row : group) {
        String source = twice ? row.statement().source() : "";
        parted.computeIfAbsent(key(row, source), key -> new ArrayList<>()).add(row);
      }
    }
    return parted.values().stream().map(this::figure).toList();
  }

  /**
   * A row of several parties is a definition of its own: beside their own parts it would count
   * twice.
   */
  private static List<String> key(MarketRow row, String source) {
    return List.of(
        row.market(),
        row.region(),
        row.measure(),
        row.unit(),
        row.asOf().toString(),
        row.parties().size() > 1 ? String.join("|", row.parties()) : "",
        source);
  }

  private static boolean twice(List<MarketRow> rows) {
    Set<List<String>> seen = new HashSet<>();
    return rows.stream().anyMatch(row -> !seen.add(row.parties()));
  }

  private MarketFigure figure(List<MarketRow> rows) {
    List<MarketRow> held = rows.stream().filter(row -> !row.parties().isEmpty()).toList();
    if (rows.getFirst().measure().startsWith(MEAN)) {
      return made(
          rows,
          Whole.NAMED,
          held.stream().mapToDouble(MarketRow::value).sum(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          "A mean of shares is no share of one market; there is no index of it.");
    }
    double sum = held.stream().mapToDouble(MarketRow::value).sum();
    Optional<MarketRow> total = rows.stream().filter(row -> row.parties().isEmpty()).findFirst();
    boolean percent = rows.getFirst().unit().equals(MarketRow.PERCENT);
    Whole whole = percent ? Whole.PERCENT : total.isPresent() ? Whole.TOLD : Whole.NAMED;
    double all = percent ? 100 : total.map(MarketRow::value).orElse(sum);
    String problem = problem(rows, held, sum, all);
    if (!problem.isEmpty()) {
      return made(rows, whole, all, List.of(), Optional.empty(), Optional.empty(), problem);
    }
    double others = Math.max(0, all - sum);
    List<String> joint = held.getFirst().parties();
    if (joint.size() > 1) {
      return made(
          rows,
          whole,
          all,
          joint,
          Optional.of(jointly(sum / all, others / all, joint.size(), false)),
          Optional.of(byControllers(sum / all, others / all, joint)),
          "");
    }
    LocalDate date = rows.getFirst().asOf().first();
    Market market =
        new Market(
            rows.getFirst().market(),
            rows.getFirst().region(),
            Market.Unit.COUNT,
            date,
            held.stream().map(row -> holding(row.parties().getFirst(), row.value())).toList(),
            others);
    return made(
        rows,
        whole,
        all,
        List.of(),
        Concentration.byHolder(market),
        Concentration.byController(market),
        "");
  }

  private static String problem(
      List<MarketRow> rows, List<MarketRow> held, double sum, double all) {
    if (held.isEmpty()) {
      return "No row names a holder; there is nothing to divide.";
    }
    if (twice(rows)) {
      return "One source tells of the same part twice; neither is chosen.";
    }
    if (!(all > 0)) {
      return "The whole is nothing.";
    }
    return sum > all * (1 + ROUNDING)
        ? "The parts come to %s of %s; they contradict each other."
            .formatted(LockinWords.number(sum), LockinWords.number(all))
        : "";
  }

  /** A part of somebody; a party that is unknown is nobody, and no competitor of anybody. */
  Holding holding(String id, double value) {
    Party party = controllers.register().party(id).orElse(null);
    return party == null || party.kind().unnamed()
        ? Holding.unknown(value)
        : new Holding(Optional.of(id), ultimate.of(id).party(), value);
  }

  /** Those whose controller is unknown may be one with each other, or with the others. */
  private Concentration byControllers(double share, double others, List<String> parties) {
    Set<String> known = new TreeSet<>();
    parties.forEach(id -> ultimate.of(id).party().ifPresent(known::add));
    long unknown = parties.stream().filter(id -> ultimate.of(id).party().isEmpty()).count();
    return jointly(share, others, (int) (known.size() + unknown), unknown > 0);
  }

  /**
   * Least where as many as can be divide it evenly and others are many; most where one has all of
   * it and the others are one, or are that one too.
   */
  private static Concentration jointly(double share, double others, int most, boolean mayBeOne) {
    double all = share + others;
    double high = mayBeOne ? all * all : share * share + others * others;
    return new Concentration(
        List.of(),
        share,
        others,
        0,
        new Bounds(10_000 * share * share / most, 10_000 * high),
        new Bounds(share / most, mayBeOne ? all : Math.max(share, others)),
        new Bounds(share * Math.min(most, FOUR) / most, Math.min(1, all)));
  }

  private MarketFigure made(
      List<MarketRow> rows,
      Whole whole,
      double all,
      List<String> joint,
      Optional<Concentration> byName,
      Optional<Concentration> byController,
      String problem) {
    MarketRow first = rows.getFirst();
    List<String> stands =
        problem.isEmpty()
            ? stands(rows.stream().flatMap(row -> row.parties().stream()).distinct().toList())
            : List.of();
    return new MarketFigure(
            first.market(),
            first.region(),
            first.measure(),
            first.unit(),
            first.asOf().toString(),
            whole,
            all,
            joint,
            byName,
            byController,
            List.of(),
            stands,
            problem,
            rows)
        .bounded();
  }

  /** Who stands for whom when controllers are counted. */
  List<String> stands(List<String> parties) {
    List<String> told = new ArrayList<>();
    for (String id : parties) {
      UltimateController.Found found = ultimate.of(id);
      String name = controllers.name(id);
      String above = controllers.name(found.party().orElse(""));
      told.add(
          switch (found.why()) {
            case MAJORITY -> "%s counts as %s, by majority of votes.".formatted(name, above);
            case STATED -> "%s counts as %s, by control that sources state.".formatted(name, above);
            case ITSELF -> "%s counts as itself: nobody controls it.".formatted(name);
            case UNKNOWN -> "Who controls %s is not told; it counts as unknown.".formatted(name);
          });
    }
    return told;
  }
}
