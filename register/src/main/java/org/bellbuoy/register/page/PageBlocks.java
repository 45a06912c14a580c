package org.bellbuoy.register.page;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.bellbuoy.core.exhibit.Document.Block;
import org.bellbuoy.core.exhibit.Document.Column;
import org.bellbuoy.core.exhibit.Document.Paragraph;
import org.bellbuoy.core.exhibit.Document.Table;
import org.bellbuoy.core.exhibit.Document.Tone;
import org.bellbuoy.register.control.ControlAnswer;
import org.bellbuoy.register.control.ControlAnswer.Controller;
import org.bellbuoy.register.control.ControlAnswer.Holding;
import org.bellbuoy.register.control.Controllers;
import org.bellbuoy.register.lock.LockinWords;
import org.bellbuoy.register.lock.MarketFigure;
import org.bellbuoy.register.lock.RepairFigure;
import org.bellbuoy.register.lock.WithoutAnswer;
import org.bellbuoy.register.lockin.Concentration;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.Share;
import org.bellbuoy.register.model.Source;
import org.bellbuoy.register.model.Statement;
import org.bellbuoy.register.model.Words;

/** Answers as paragraphs and tables. */
final class PageBlocks {
  private final Controllers controllers;

  PageBlocks(Controllers controllers) {
    this.controllers = controllers;
  }

  List<Block> control(ControlAnswer answer) {
    List<Block> told = new ArrayList<>();
    if (answer.controllers().isEmpty()) {
      told.add(
          new Paragraph(
              "Nobody who is named controls it by majority of votes, for certain or possibly.",
              Tone.STATEMENT));
    }
    for (Controller controller : answer.controllers()) {
      told.add(
          new Paragraph(
              "%s controls it by majority of votes: %s."
                  .formatted(
                      names(controller.ids()), controller.certain() ? "certain" : "only possible"),
              Tone.STATEMENT));
      List<List<String>> rows = new ArrayList<>();
      for (ControlAnswer.Step step : controller.steps()) {
        rows.add(step(step, controller.certain(), rows.size() + 1));
      }
      told.add(
          new Table(
              "Step by step, with " + (controller.certain() ? "least" : "largest") + " shares",
              List.of(
                  Column.text("step"),
                  Column.text("holdings"),
                  Column.text("sum"),
                  Column.text("so"),
                  Column.text("source")),
              rows));
    }
    for (ControlAnswer.Stated stated : answer.stated()) {
      told.add(
          Paragraph.of(
              "By bases that sources state, and no percentage: "
                  + stated.chain().stream().map(this::hop).collect(Collectors.joining("; "))
                  + "."));
    }
    if (!answer.owners().isEmpty()) {
      told.add(
          new Table(
              "Integrated ownership, through all chains"
                  + (answer.moreOwners() > 0 ? ", and %d more".formatted(answer.moreOwners()) : ""),
              List.of(Column.text("owner"), Column.text("share, %"), Column.text("largest chain")),
              answer.owners().stream().map(this::owner).toList()));
    }
    answer.facts().forEach(fact -> told.add(Paragraph.of(fact.text())));
    return told;
  }

  private List<String> step(ControlAnswer.Step step, boolean certain, int number) {
    StringJoiner held = new StringJoiner("; ");
    StringJoiner sum = new StringJoiner(" + ");
    StringJoiner sources = new StringJoiner("; ");
    for (Holding holding : step.holdings()) {
      held.add(
          "%s holds %s of %s%s"
              .formatted(
                  name(holding.holder()),
                  holding.shareText(),
                  name(step.id()),
                  holding.votesFollowShares() ? " (votes taken to follow shares)" : ""));
      sum.add(certain ? holding.lowText() : holding.highText());
      holding.statements().forEach(role -> sources.add(cited(role.statement())));
    }
    String total = step.holdings().size() > 1 ? " = " + step.heldText(certain) : "";
    return List.of(
        Integer.toString(number),
        held.toString(),
        sum + total + ", more than 50 %",
        name(step.id()) + " is controlled",
        sources.toString());
  }

  private String hop(ControlAnswer.Hop hop) {
    Role role = hop.statement();
    return "%s controls %s (%s)"
        .formatted(
            name(hop.holder()),
            name(hop.target()),
            role == null
                ? "majority of votes"
                : Words.of(role.basis()) + ", " + cited(role.statement()));
  }

  private List<String> owner(ControlAnswer.Owner owner) {
    String low = LockinWords.number(owner.share().low() * 100);
    String high = LockinWords.number(owner.share().high() * 100);
    String chain =
        owner.chains().isEmpty()
            ? ""
            : owner.chains().getFirst().holdings().stream()
                .map(holding -> holding.lowText())
                .collect(Collectors.joining(" x "));
    return List.of(
        name(owner.id()) + (owner.named() ? "" : " (nobody named)"),
        low.equals(high) ? low : low + " to " + high,
        chain);
  }

  List<Block> markets(List<MarketFigure> figures) {
    if (figures.isEmpty()) {
      return List.of(Paragraph.of("No market of the register names it."));
    }
    List<List<String>> rows = new ArrayList<>();
    for (MarketFigure figure : figures) {
      String what =
          "%s%s, %s, %s"
              .formatted(
                  figure.market(),
                  figure.region().isEmpty() ? "" : " (" + figure.region() + ")",
                  figure.measure(),
                  figure.asOf());
      if (!figure.problem().isEmpty()) {
        rows.add(List.of(what, figure.problem(), "", "", "", ""));
        continue;
      }
      figure.byName().ifPresent(c -> rows.add(row(what, "by name", c, figure)));
      figure.byController().ifPresent(c -> rows.add(row(what, "by controller", c, figure)));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Table(
            "HHI (0 to 10,000) and shares of the largest and the four largest, with bounds",
            List.of(
                Column.text("market"),
                Column.text("counted"),
                Column.text("HHI"),
                Column.text("CR1"),
                Column.text("CR4"),
                Column.text("coverage")),
            rows));
    figures.stream()
        .flatMap(figure -> figure.stands().stream())
        .distinct()
        .forEach(text -> blocks.add(Paragraph.of(text)));
    return blocks;
  }

  private static List<String> row(
      String what, String counted, Concentration found, MarketFigure figure) {
    return List.of(
        what,
        counted,
        LockinWords.index(found.hhi()),
        LockinWords.percent(found.cr1()),
        LockinWords.percent(found.cr4()),
        figure.whole() == MarketFigure.Whole.NAMED
            ? "not known: " + figure.whole().text()
            : LockinWords.percent(found.coverage()) + " %");
  }

  List<Block> without(WithoutAnswer answer) {
    if (!answer.nothingListed().isEmpty()) {
      return List.of(new Paragraph(answer.nothingListed(), Tone.WARNING));
    }
    List<Block> told = new ArrayList<>();
    told.add(
        Paragraph.of(
            ("An asset counts as lost when nobody is left in one of these roles: %s. That says"
                    + " nothing of what anybody does or intends.")
                .formatted(String.join(", ", answer.roles()))));
    told.add(
        Paragraph.of(
            "Assets lost for certain: %s. By possible or stated control: %s."
                .formatted(
                    named(answer.assetsLost(), answer), named(answer.assetsMaybeLost(), answer))));
    if (!answer.services().isEmpty()) {
      told.add(
          new Table(
              "Services that lose a path",
              List.of(
                  Column.text("service"),
                  Column.text("outcome"),
                  Column.text("paths before"),
                  Column.text("paths left")),
              answer.services().stream()
                  .map(
                      s ->
                          List.of(
                              answer.names().getOrDefault(s.id(), s.id()),
                              Words.of(s.outcome()),
                              Integer.toString(s.pathsBefore()),
                              s.pathsLeftLow() == s.pathsLeftHigh()
                                  ? Integer.toString(s.pathsLeftHigh())
                                  : s.pathsLeftLow() + " to " + s.pathsLeftHigh()))
                  .toList()));
    }
    for (WithoutAnswer.ZoneLeft zone : answer.zones()) {
      String figures =
          zone.problem().isEmpty()
              ? "With %s. Before: %s After: %s"
                  .formatted(zone.inputs().text(), repair(zone.before()), repair(zone.atMost()))
              : zone.problem();
      told.add(
          Paragraph.of(
              "Repairs of %s: repair ships left %s. %s"
                  .formatted(name(zone.id()), shipsLeft(zone), figures)));
    }
    return told;
  }

  /** For example {@code 2 to 3 of 4}. */
  static String shipsLeft(WithoutAnswer.ZoneLeft zone) {
    int least = zone.atLeast().ships();
    int most = zone.atMost().ships();
    return "%s of %d"
        .formatted(least == most ? least : least + " to " + most, zone.before().ships());
  }

  static String repair(RepairFigure figure) {
    return figure
        .byFormula()
        .map(outcome -> outcome.text())
        .orElse("No ship is left; nothing is repaired.");
  }

  private String named(List<String> ids, WithoutAnswer answer) {
    return ids.isEmpty()
        ? "none"
        : ids.stream()
            .map(id -> answer.names().getOrDefault(id, name(id)))
            .collect(Collectors.joining(", "));
  }

  String cited(Statement statement) {
    StringJoiner cited = new StringJoiner(", ");
    String source = statement.source();
    cited.add(
        controllers
            .register()
            .source(source)
            .map(Source::title)
            .filter(title -> !title.isEmpty())
            .orElse(source.isEmpty() ? "no source" : source));
    if (statement.recorded() != null) {
      cited.add("recorded " + statement.recorded());
    }
    cited.add("confidence " + Words.of(statement.confidence()));
    return cited.toString();
  }

  String range(long low, long high) {
    return low == high
        ? Share.percent(low) + " %"
        : Share.percent(low) + " to " + Share.percent(high) + " %";
  }

  private String names(List<String> ids) {
    return ids.stream().map(this::name).collect(Collectors.joining(" and "));
  }

  private String name(String id) {
    return controllers.name(id);
  }
}
