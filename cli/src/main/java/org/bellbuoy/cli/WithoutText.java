package org.bellbuoy.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import org.bellbuoy.register.control.Controllers;
import org.bellbuoy.register.lock.LockinWords;
import org.bellbuoy.register.lock.WithoutAnswer;
import org.bellbuoy.register.lock.WithoutAnswer.FlowLeft;
import org.bellbuoy.register.lock.WithoutAnswer.Outcome;
import org.bellbuoy.register.lock.WithoutAnswer.ServiceLeft;
import org.bellbuoy.register.lock.WithoutAnswer.ZoneLeft;
import org.bellbuoy.register.lockin.Network;
import org.jspecify.annotations.Nullable;

/** What is left without a party or country, in plain English. */
final class WithoutText {
  private static final int MOST_NAMES = 40;

  private final LockinText text;
  private final PrintStream out;

  WithoutText(PrintStream out, Controllers controllers) {
    this.out = out;
    this.text = new LockinText(out, controllers);
  }

  void print(WithoutAnswer answer) {
    text.line(
        answer.country()
            ? "Without all parties of the country %s, as of %s"
                .formatted(answer.removed(), answer.asOf())
            : "Without %s (%s) and all that it controls, as of %s"
                .formatted(text.name(answer.removed()), answer.removed(), answer.asOf()));
    text.line(
        "An asset counts as lost when nobody is left in one of these roles: %s."
            .formatted(String.join(", ", answer.roles())));
    text.line("That is what would be missing, and says nothing of what anybody does or intends.");
    text.line("");
    text.line("Parties that go with it");
    text.line("  certain: " + names(answer.partiesFall(), answer));
    text.line("  by possible or stated control: " + names(answer.partiesMayFall(), answer));
    text.line("");
    text.line("Assets lost");
    if (!answer.nothingListed().isEmpty()) {
      text.line("  " + answer.nothingListed());
    }
    text.line("  certain: " + names(answer.assetsLost(), answer));
    text.line("  by possible or stated control: " + names(answer.assetsMaybeLost(), answer));
    if (!answer.assetsLostOfNamed().isEmpty()) {
      text.line(
          "  nobody named is left, others are not known: "
              + names(answer.assetsLostOfNamed(), answer));
    }
    services("Services lost for certain", Outcome.LOST, answer);
    services("Services lost of those named; others are not known", Outcome.NAMED_LOST, answer);
    services("Services lost perhaps", Outcome.MAYBE_LOST, answer);
    services("Services with one path left", Outcome.ONE_PATH, answer);
    services("Services with fewer paths", Outcome.FEWER, answer);
    if (!answer.underFlag().isEmpty()) {
      text.line("");
      text.line("Under its flag or on its ground (told, and not counted as lost)");
      text.line("  " + names(answer.underFlag(), answer));
    }
    for (ZoneLeft zone : answer.zones()) {
      zone(zone);
    }
    flows(answer);
    if (!answer.neverCarried().isEmpty()) {
      text.line("");
      text.line("Carried by nothing before either: " + names(answer.neverCarried(), answer));
    }
    out.flush();
  }

  private void services(String title, Outcome outcome, WithoutAnswer answer) {
    List<ServiceLeft> services =
        answer.services().stream().filter(one -> one.outcome() == outcome).toList();
    if (services.isEmpty() && (outcome == Outcome.FEWER || outcome == Outcome.NAMED_LOST)) {
      return;
    }
    text.line("");
    text.line(title);
    if (services.isEmpty()) {
      text.line("  none");
    }
    for (ServiceLeft service : services) {
      String left =
          service.pathsLeftLow() == service.pathsLeftHigh()
              ? Integer.toString(service.pathsLeftHigh())
              : service.pathsLeftLow() + " to " + service.pathsLeftHigh();
      text.line(
          "  %s: %s of %d %spaths left"
              .formatted(
                  name(service.id(), answer),
                  left,
                  service.pathsBefore(),
                  service.complete() ? "" : "named "));
      text.line(
          "    with nothing removed, %slost without any one of: %s"
              .formatted(
                  service.complete() ? "" : "of those named ", text.singles(service.cuts())));
      text.line("    or without both: " + text.pairs(service.cuts()));
    }
  }

  private void zone(ZoneLeft zone) {
    text.line("");
    text.line("Repairs of %s".formatted(text.name(zone.id())));
    if (!zone.problem().isEmpty()) {
      text.line(
          "  %d repair ships before, %s after. %s"
              .formatted(
                  zone.before().ships(),
                  zone.atLeast().ships() == zone.atMost().ships()
                      ? Integer.toString(zone.atMost().ships())
                      : zone.atLeast().ships() + " to " + zone.atMost().ships(),
                  zone.problem()));
      return;
    }
    text.line("  before");
    text.repair("    ", zone.before(), zone.inputs());
    text.line("  after, certain control only");
    text.repair("    ", zone.atMost(), zone.inputs());
    if (zone.atLeast().ships() != zone.atMost().ships()) {
      text.line("  after, if possible and stated control and unknown holders count");
      text.repair("    ", zone.atLeast(), zone.inputs());
    }
  }

  private void flows(WithoutAnswer answer) {
    if (!answer.flows().isEmpty()) {
      text.line("");
      text.line("Greatest flow between a country's landing points and all others");
      for (FlowLeft flow : answer.flows()) {
        String most = capacity(flow.atMost().orElse(null));
        String least = capacity(flow.atLeast().orElse(null));
        text.line(
            "  %s: %s before, %s after; least cut before: %s"
                .formatted(
                    flow.country(),
                    capacity(flow.before().orElse(null)),
                    most.equals(least) ? most : least + " to " + most,
                    flow.before().map(found -> text.names(found.cut())).orElse("none")));
      }
    }
    if (!answer.networkUntold().isEmpty()) {
      text.line("");
      text.line(
          "Not in the network, for nobody told whom they join: "
              + names(answer.networkUntold(), answer));
    }
  }

  private static String capacity(Network.@Nullable Flow flow) {
    return flow == null ? "none" : LockinWords.number(flow.capacity());
  }

  private String names(List<String> ids, WithoutAnswer answer) {
    if (ids.isEmpty()) {
      return "none";
    }
    String more = ids.size() > MOST_NAMES ? " and %d more".formatted(ids.size() - MOST_NAMES) : "";
    return ids.stream()
            .limit(MOST_NAMES)
            .map(id -> name(id, answer))
            .collect(Collectors.joining(", "))
        + more;
  }

  private String name(String id, WithoutAnswer answer) {
    return answer.names().getOrDefault(id, text.name(id));
  }
}
