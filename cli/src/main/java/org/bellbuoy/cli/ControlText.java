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
import org.jspecify.annotations.Nullable;

/** An answer about control in plain English, the arithmetic step by step. */
final class ControlText {
  private static final String MAJORITY = "more than 50 %";
  private static final String HALF = "50 % or more";
  private static final String CONTROLS = "It controls by majority of votes";

  private final PrintStream out;
  private final Controllers controllers;

  ControlText(PrintStream out, Controllers controllers) {
    this.out = out;
    this.controllers = controllers;
  }

  void print(ControlAnswer answer, ControlAnswer.@Nullable Blocked blocked) {
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
    reach(CONTROLS, answer.controls());
    reach("Half or more of it is its own (fifty percent rule, for it alone)", answer.halfOwned());
    if (blocked != null) {
      blocked(answer, blocked);
    }
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
    section(
        "Elsewhere in the register",
        answer.problems().stream()
            .filter(text -> answer.doubts().stream().noneMatch(doubt -> doubt.text().equals(text)))
            .toList());
    section("Notes of the roles this rests on", notes(answer));
    out.flush();
  }

  private void controllers(ControlAnswer answer) {
    line("");
    line("Ultimate controllers by majority of votes (more than 50 %)");
    boolean untold = answer.votesUntold().highUnits() > Share.ONE / 2;
    if (!answer.doubts().isEmpty()) {
      line(
          answer.controllers().stream().anyMatch(Controller::certain)
              ? "  Not all of this is certain:"
              : "  Who controls it cannot be told:");
      answer.doubts().forEach(doubt -> line("  - %s".formatted(doubt.text())));
    }
    if (answer.controllers().isEmpty() && answer.doubts().isEmpty()) {
      line(
          untold
              ? "  None among those who are named; whoever has the votes below may control it."
              : "  None, certain or possible, among those who are named.");
    }
    for (Controller controller : answer.controllers()) {
      String who =
          controller.ids().stream().map(this::nameAndKind).collect(Collectors.joining(" and "));
      String cycle = controller.ids().size() > 1 ? " (they control each other)" : "";
      line("  %s%s: %s".formatted(who, cycle, controller.certain() ? "certain" : "only possible"));
      if (!controller.perhapsUnder().isEmpty()) {
        line(
            "    It may be controlled in turn, and so not be the ultimate one: %s."
                .formatted(names(controller.perhapsUnder())));
      }
      steps(controller.steps(), controller.certain(), MAJORITY);
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

  private void steps(List<ControlAnswer.Step> steps, boolean certain, String enough) {
    int number = 1;
    for (ControlAnswer.Step step : steps) {
      line("    %d. %s".formatted(number++, step(step, certain, enough)));
      for (Holding holding : step.holdings()) {
        sources(holding.statements(), "       ");
      }
    }
  }

  private String step(ControlAnswer.Step step, boolean certain, String enough) {
    StringJoiner held = new StringJoiner("; ");
    StringJoiner sum = new StringJoiner(" + ");
    for (Holding holding : step.holdings()) {
      held.add(
          "%s holds %s of %s%s"
              .formatted(
                  name(holding.holder()),
                  holding.shareText(),
                  name(step.id()),
                  holding.votesFollowShares() ? " (votes taken to follow shares)" : ""));
      sum.add(certain ? holding.lowText() : holding.highText());
    }
    String equals =
        step.holdings().size() > 1
            ? "%s = %s".formatted(sum, step.heldText(certain))
            : step.heldText(certain);
    String comes = enough.equals(MAJORITY) ? "controlled" : "under the rule";
    return "%s. %s %s is %s, so %s %s."
        .formatted(
            held,
            certain ? "At least" : exact(step) ? "In all" : "At most",
            equals.replace("more than", "just over").replace("less than", "just under"),
            enough,
            name(step.id()),
            (certain ? "is " : "may be ") + comes);
  }

  private static boolean exact(ControlAnswer.Step step) {
    return step.holdings().stream().allMatch(holding -> holding.lowUnits() == holding.highUnits());
  }

  private String change(Change change) {
    String whose = name(change.holder()) + (change.gain() ? " gets " : " has ");
    String more = change.atMost() ? " (or a smaller one; not all were tried)" : "";
    String unit = change.units() == Share.ONE / 100 ? "percentage point" : "percentage points";
    return "Smallest change that %s: %s%s %s %s of %s%s."
        .formatted(
            change.gain() ? "makes it certain" : "ends the certainty",
            whose,
            Share.percent(change.units()),
            unit,
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
      if (owner.throughOwnerless()) {
        line(
            "    chains run through holders who hold all of each other; what those have of each"
                + " other is not counted");
      } else if (rest > 5e-10 || owner.self() > 1 + 5e-10) {
        division(answer, owner);
      }
    }
    if (answer.moreOwners() > 0) {
      line("  and %d more".formatted(answer.moreOwners()));
    }
  }

  /** Chains that come to no node twice are not all of it where holders hold each other. */
  private void division(ControlAnswer answer, Owner owner) {
    String who = name(owner.id());
    String what = name(answer.subject().id());
    line(
        "    V(%s, %s) / V(%s, %s) = %s / %s = %s %%, with chains that run round loops of holders"
            .formatted(
                who,
                what,
                who,
                who,
                fraction(owner.share().low() * owner.self()),
                fraction(owner.self()),
                percent(owner.share().low())));
  }

  private static String fraction(double value) {
    return new BigDecimal(String.format(Locale.ROOT, "%.9f", value))
        .stripTrailingZeros()
        .toPlainString();
  }

  private String chain(ControlAnswer.Chain chain) {
    StringJoiner product = new StringJoiner(" x ");
    StringJoiner way = new StringJoiner(" > ");
    for (Holding holding : chain.holdings()) {
      product.add(holding.lowText());
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
    line("Voting power (Shapley-Shubik, quota 50.01 % of votes); never certain");
    String rest = range(answer.votesUntold().lowUnits(), answer.votesUntold().highUnits());
    String dispersedBy = answer.votesUntold().dispersedBy();
    if (answer.votesUntold().highUnits() > 0) {
      line(
          dispersedBy == null
              ? "  From all other votes (%s %%) being in one hand to their being dispersed over small holders (an ocean); no source says which."
                  .formatted(rest)
              : "  Other votes: %s %%. Those that are not told are dispersed over small holders (an ocean), as %s says."
                  .formatted(rest, dispersedBy.isEmpty() ? "no named source" : dispersedBy));
    }
    for (ControlAnswer.Power power : answer.power()) {
      line(
          "  %s, %s %% of votes: power %s, control %s"
              .formatted(
                  name(power.id()),
                  range(power.holding().lowUnits(), power.holding().highUnits()),
                  percent(power.power()),
                  power.likely() ? "likely" : power.power().high() > 0 ? "possible" : "not seen"));
      sources(power.holding().statements(), "    ");
    }
  }

  private void reach(String title, Reach reach) {
    if (reach.certain().isEmpty() && reach.possible().isEmpty()) {
      return;
    }
    String enough = title.equals(CONTROLS) ? MAJORITY : HALF;
    line("");
    line(title);
    if (!reach.certain().isEmpty()) {
      line("  certain: %s".formatted(names(reach.certain())));
    }
    if (!reach.possible().isEmpty()) {
      line("  only possible: %s".formatted(names(reach.possible())));
    }
    int number = 1;
    for (ControlAnswer.Reached reached : reach.how()) {
      line("    %d. %s".formatted(number++, step(reached.step(), reached.certain(), enough)));
      for (Holding holding : reached.step().holdings()) {
        sources(holding.statements(), "       ");
      }
      Change change = reached.flip();
      if (change != null) {
        line("       %s".formatted(change(change)));
      } else if (reached.certain()) {
        line("       No change of a single holding would end it.");
      }
    }
    if (reach.more() > 0) {
      line("  and %d more".formatted(reach.more()));
    }
  }

  private void blocked(ControlAnswer answer, ControlAnswer.Blocked blocked) {
    line("");
    line(
        "Fifty percent rule for %s together"
            .formatted(
                blocked.ids().stream().map(this::name).collect(Collectors.joining(" and "))));
    String subject = name(answer.subject().id());
    line(
        blocked.certain()
            ? "  %s is certainly under it.".formatted(subject)
            : blocked.possible()
                ? "  %s may be under it.".formatted(subject)
                : answer.doubts().isEmpty()
                    ? "  By the shares that are told %s is not under it.".formatted(subject)
                    : "  By the shares that are told %s is not under it; the doubts above stay."
                        .formatted(subject));
    steps(blocked.steps(), blocked.certain(), HALF);
    Change change = blocked.flip();
    if (change != null) {
      line("    %s".formatted(change(change)));
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
