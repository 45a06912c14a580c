package org.bellbuoy.cli;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.register.control.ControlAnswer;
import org.bellbuoy.register.control.ControlAnswer.Change;
import org.bellbuoy.register.control.ControlAnswer.Controller;
import org.bellbuoy.register.control.ControlAnswer.Holding;
import org.bellbuoy.register.control.ControlAnswer.Owner;
import org.bellbuoy.register.control.ControlAnswer.Reach;
import org.bellbuoy.register.control.Controllers;
import org.bellbuoy.register.control.Interval;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.Share;
import org.bellbuoy.register.model.Source;
import org.bellbuoy.register.model.Statement;
import org.bellbuoy.register.model.Words;

/** An answer about control in plain English, the arithmetic step by step. */
final class ControlText {
  private final PrintStream out;
  private final Controllers controllers;

  ControlText(PrintStream out, Controllers controllers) {
    this.out = out;
    this.controllers = controllers;
  }

  void print(ControlAnswer answer) {
    Entity subject = answer.subject();
    line(
        "%s (%s), %s%s, as of %s"
            .formatted(
                subject.name(),
                subject.id(),
                subject.kindWord(),
                subject.country().isEmpty() ? "" : ", " + subject.country(),
                answer.asOf()));
    if (!subject.statement().note().isEmpty()) {
      line("Note: " + subject.statement().note());
    }
    controllers(answer);
    stated(answer);
    owners(answer);
    power(answer);
    reach("It controls by majority of votes", answer.controls());
    reach("Half or more of it is its own (fifty percent rule, for it alone)", answer.halfOwned());
    if (!answer.links().isEmpty()) {
      line("");
      line("Close links (integrated ownership, lower and upper bound)");
      for (ControlAnswer.Link link : answer.links()) {
        line(
            "  %s %s%s"
                .formatted(
                    name(link.id()),
                    percent(link.share()),
                    link.through().isEmpty() ? "" : ", through " + name(link.through())));
      }
    }
    section("Facts about states and flags", answer.facts().stream().map(f -> f.text()).toList());
    section("Not counted", answer.problems());
    section("Notes of the roles this rests on", notes(answer));
    out.flush();
  }

  private void controllers(ControlAnswer answer) {
    line("");
    line("Ultimate controllers by majority of votes (more than 50 %)");
    if (answer.controllers().isEmpty()) {
      line("  None, certain or possible, among those who are named.");
    }
    for (Controller controller : answer.controllers()) {
      String who =
          controller.ids().stream().map(this::nameAndKind).collect(Collectors.joining(" and "));
      String cycle = controller.ids().size() > 1 ? " (they control each other)" : "";
      line("  %s%s: %s".formatted(who, cycle, controller.certain() ? "certain" : "only possible"));
      int number = 1;
      for (ControlAnswer.Step step : controller.steps()) {
        line("    %d. %s".formatted(number++, step(step, controller.certain())));
        for (Holding holding : step.holdings()) {
          sources(holding.statements(), "       ");
        }
      }
      Change change = controller.flip();
      if (change != null) {
        line("    %s".formatted(change(change)));
      } else if (controller.certain()) {
        line("    No change of a single holding would end it.");
      }
    }
    if (answer.votesUntold().highUnits() > 0) {
      line(
          "  Votes of which no holder is named: %s %%."
              .formatted(range(answer.votesUntold().lowUnits(), answer.votesUntold().highUnits())));
    }
  }

  private String step(ControlAnswer.Step step, boolean certain) {
    StringJoiner held = new StringJoiner("; ");
    StringJoiner sum = new StringJoiner(" + ");
    for (Holding holding : step.holdings()) {
      held.add(
          "%s holds %s %% of %s%s"
              .formatted(
                  name(holding.holder()),
                  range(holding.lowUnits(), holding.highUnits()),
                  name(step.id()),
                  holding.votesFollowShares() ? " (votes taken to follow shares)" : ""));
      sum.add(Share.percent(certain ? holding.lowUnits() : holding.highUnits()) + " %");
    }
    String equals =
        step.holdings().size() > 1
            ? "%s = %s %%".formatted(sum, Share.percent(step.heldUnits()))
            : Share.percent(step.heldUnits()) + " %";
    return "%s. %s %s is more than 50 %%, so %s is controlled."
        .formatted(held, certain ? "At least" : "At most", equals, name(step.id()));
  }

  private String change(Change change) {
    String whose = name(change.holder()) + (change.gain() ? " gets " : " has ");
    String more = change.atMost() ? " (or a smaller one; not all were tried)" : "";
    return "Smallest change that %s: %s%s %% %s of %s%s."
        .formatted(
            change.gain() ? "makes it certain" : "ends the certainty",
            whose,
            Share.percent(change.units()),
            change.gain() ? "more" : "less",
            name(change.target()),
            more);
  }

  private void stated(ControlAnswer answer) {
    if (answer.stated().isEmpty()) {
      return;
    }
    line("");
    line("Controllers by other bases, as sources state them; no percentage follows");
    for (ControlAnswer.Stated stated : answer.stated()) {
      line("  %s".formatted(nameAndKind(stated.id())));
      for (ControlAnswer.Hop hop : stated.chain()) {
        Role role = hop.statement();
        String basis = role == null ? "majority of votes" : Words.of(role.basis());
        line("    %s controls %s: %s".formatted(name(hop.holder()), name(hop.target()), basis));
        if (role != null) {
          sources(List.of(role), "      ");
        }
      }
    }
  }

  private void owners(ControlAnswer answer) {
    if (answer.owners().isEmpty()) {
      return;
    }
    line("");
    line("Integrated ownership, through all chains");
    for (Owner owner : answer.owners()) {
      line(
          "  %s: %s%s"
              .formatted(
                  name(owner.id()),
                  percent(owner.share()),
                  owner.named() ? "" : " (nobody named)"));
      double sum = 0;
      for (ControlAnswer.Chain chain : owner.chains()) {
        sum += chain.share();
        line("    %s".formatted(chain(chain)));
      }
      double rest = owner.share().low() - sum;
      if (!owner.chains().isEmpty() && Math.abs(rest) > 5e-10) {
        line("    further chains and loops of holders: %s %%".formatted(percent(rest)));
      }
    }
    if (answer.moreOwners() > 0) {
      line("  and %d more".formatted(answer.moreOwners()));
    }
  }

  private String chain(ControlAnswer.Chain chain) {
    StringJoiner product = new StringJoiner(" x ");
    StringJoiner way = new StringJoiner(" > ");
    for (Holding holding : chain.holdings()) {
      product.add(Share.percent(holding.lowUnits()) + " %");
      way.add(name(holding.holder()));
    }
    way.add(name(chain.holdings().getLast().target()));
    String result = chain.holdings().size() > 1 ? " = " + percent(chain.share()) + " %" : "";
    return "%s%s  (%s)".formatted(product, result, way);
  }

  private void power(ControlAnswer answer) {
    if (answer.power().isEmpty()) {
      return;
    }
    line("");
    line("Voting power (Shapley-Shubik) where all other votes are dispersed; never certain");
    for (ControlAnswer.Power power : answer.power()) {
      line(
          "  %s: %s%s"
              .formatted(
                  name(power.id()),
                  percent(power.dispersed()),
                  power.likely() ? ", likely control" : ""));
    }
  }

  private void reach(String title, Reach reach) {
    if (reach.certain().isEmpty() && reach.possible().isEmpty()) {
      return;
    }
    line("");
    line(title);
    if (!reach.certain().isEmpty()) {
      line("  certain: %s".formatted(names(reach.certain())));
    }
    if (!reach.possible().isEmpty()) {
      line("  only possible: %s".formatted(names(reach.possible())));
    }
    if (reach.more() > 0) {
      line("  and %d more".formatted(reach.more()));
    }
  }

  private void section(String title, List<String> lines) {
    if (!lines.isEmpty()) {
      line("");
      line(title);
      lines.forEach(text -> line("  %s".formatted(text)));
    }
  }

  /** What sources or keepers say beside each role that the answer rests on, once each. */
  private List<String> notes(ControlAnswer answer) {
    List<Role> roles = new ArrayList<>(controllers.register().rolesIn(answer.subject().id()));
    answer.controllers().stream()
        .flatMap(controller -> controller.steps().stream())
        .flatMap(step -> step.holdings().stream())
        .forEach(holding -> roles.addAll(holding.statements()));
    answer.stated().stream()
        .flatMap(stated -> stated.chain().stream())
        .map(ControlAnswer.Hop::statement)
        .filter(Objects::nonNull)
        .forEach(roles::add);
    answer.owners().stream()
        .flatMap(owner -> owner.chains().stream())
        .flatMap(chain -> chain.holdings().stream())
        .forEach(holding -> roles.addAll(holding.statements()));
    return roles.stream()
        .filter(role -> !role.statement().note().isEmpty())
        .map(
            role ->
                "%s, %s of %s: %s"
                    .formatted(
                        name(role.holder()),
                        Words.of(role.kind()),
                        name(role.target()),
                        role.statement().note()))
        .distinct()
        .toList();
  }

  private void sources(List<Role> roles, String indent) {
    for (Role role : roles) {
      line("%s[%s]".formatted(indent, cited(role.statement())));
    }
  }

  private String cited(Statement statement) {
    StringJoiner cited = new StringJoiner(", ");
    String source = statement.source();
    cited.add(
        source.isEmpty()
            ? "no source"
            : controllers
                .register()
                .source(source)
                .map(Source::title)
                .filter(title -> !title.isEmpty())
                .orElse(source));
    if (statement.validFrom() != null) {
      cited.add("from " + statement.validFrom());
    }
    if (statement.validTo() != null) {
      cited.add("until " + statement.validTo());
    }
    if (statement.recorded() != null) {
      cited.add("recorded " + statement.recorded());
    }
    cited.add("confidence " + Words.of(statement.confidence()));
    cited.add(statement.place().toString());
    return cited.toString();
  }

  private String names(List<String> ids) {
    return ids.stream().map(this::name).collect(Collectors.joining(", "));
  }

  private String name(String id) {
    return controllers.name(id);
  }

  private String nameAndKind(String id) {
    return controllers
        .register()
        .entity(id)
        .map(
            entity ->
                "%s (%s%s)"
                    .formatted(
                        entity.name(),
                        entity.kindWord(),
                        entity.country().isEmpty() ? "" : ", " + entity.country()))
        .orElse(id);
  }

  private static String range(long low, long high) {
    return low == high ? Share.percent(low) : Share.percent(low) + " to " + Share.percent(high);
  }

  private static String percent(Interval share) {
    return share.exact()
        ? percent(share.low()) + " %"
        : "%s to %s %%".formatted(percent(share.low()), percent(share.high()));
  }

  private static String percent(double share) {
    return new BigDecimal(String.format(Locale.ROOT, "%.6f", share * 100))
        .stripTrailingZeros()
        .toPlainString();
  }

  private void line(String text) {
    out.print(SafeText.visible(text) + "\n");
  }
}
