package org.bellbuoy.register.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bellbuoy.core.exhibit.Document.Block;
import org.bellbuoy.core.exhibit.Document.Column;
import org.bellbuoy.core.exhibit.Document.Paragraph;
import org.bellbuoy.core.exhibit.Document.Section;
import org.bellbuoy.core.exhibit.Document.Table;
import org.bellbuoy.core.exhibit.Document.Tone;
import org.bellbuoy.register.lock.Lockin;
import org.bellbuoy.register.lock.WithoutAnswer;
import org.bellbuoy.register.lock.ZoneFigure;
import org.bellbuoy.register.lockin.CutSets;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.RoleKind;
import org.bellbuoy.register.model.Words;

/** A maintenance zone or agreement: its ships, how concentrated they are, what is left. */
final class ZoneBlocks {
  private final RegisterPage page;
  private final Lockin lockin;

  ZoneBlocks(RegisterPage page, Lockin lockin) {
    this.page = page;
    this.lockin = lockin;
  }

  List<Section> of(ZoneFigure zone) {
    return List.of(
        new Section("Repair ships", ships(zone)),
        new Section(
            "Concentration",
            zone.ships().isEmpty()
                ? Dossier.missing("its repair ships (part_of) and who operates them")
                : page.blocks().markets(List.of(zone.fleet()))),
        new Section("What is left without one of them", left(zone)));
  }

  private List<Block> ships(ZoneFigure zone) {
    List<Block> told = new ArrayList<>();
    told.add(
        Paragraph.of(
            zone.providers().isEmpty()
                ? "No row names who provides maintenance."
                : "Maintenance is provided by %s, so far as rows tell."
                    .formatted(
                        zone.providers().stream()
                            .map(this::name)
                            .collect(Collectors.joining(", ")))));
    List<List<String>> rows = new ArrayList<>();
    zone.ships().forEach(ship -> rows.add(ship(ship, true)));
    zone.otherShips().forEach(ship -> rows.add(ship(ship, false)));
    if (rows.isEmpty()) {
      told.addAll(Dossier.missing("the ships that belong to it (part_of)"));
    } else {
      told.add(
          new Table(
              "Ships of the zone that the register lists; there may be others",
              List.of(
                  Column.text("ship"),
                  Column.text("repairs"),
                  Column.text("flag"),
                  Column.text("built"),
                  Column.text("operator"),
                  Column.text("source")),
              rows));
    }
    told.add(
        Paragraph.of(
            zone.problem().isEmpty()
                ? "With %s: %s".formatted(zone.inputs().text(), PageBlocks.repair(zone.repair()))
                : zone.problem()));
    return told;
  }

  private List<String> ship(String id, boolean repairs) {
    Asset ship = page.register().asset(id).orElseThrow();
    String operators =
        operators(id).stream()
            .map(role -> name(role.holder()))
            .distinct()
            .collect(Collectors.joining(", "));
    return List.of(
        ship.name(),
        repairs ? (ship.details().containsKey("work") ? "yes" : "taken so: work not told") : "no",
        ship.country().isEmpty() ? "not told" : ship.country(),
        ship.details().getOrDefault("built", "not told"),
        operators.isEmpty() ? "not told" : operators,
        page.blocks().cited(ship.statement()));
  }

  private List<Role> operators(String ship) {
    return page.register().rolesIn(ship).stream()
        .filter(role -> role.kind() == RoleKind.OPERATOR)
        .toList();
  }

  private List<Block> left(ZoneFigure zone) {
    Set<String> parties = new LinkedHashSet<>(zone.providers());
    zone.ships().forEach(ship -> operators(ship).forEach(role -> parties.add(role.holder())));
    List<List<String>> rows = new ArrayList<>();
    for (String party : parties) {
      if (page.register().party(party).filter(one -> !one.kind().unnamed()).isPresent()) {
        rows.add(row(zone, party));
      }
    }
    List<Block> told = new ArrayList<>();
    if (rows.isEmpty()) {
      return Dossier.missing("who provides maintenance and who operates the ships");
    }
    told.add(
        new Table(
            "Without each, and all that it controls for certain or perhaps",
            List.of(
                Column.text("without"),
                Column.text("repair ships left"),
                Column.text("repairs then")),
            rows));
    if (!zone.ships().isEmpty()) {
      told.add(
          new Paragraph(
              "No ship is left without any one of: %s; or without both of: %s."
                  .formatted(
                      text(zone.cuts().single()),
                      zone.cuts().pairs().isEmpty()
                          ? "none"
                          : zone.cuts().pairs().stream()
                              .map(
                                  pair ->
                                      pair.stream()
                                          .map(this::text)
                                          .collect(Collectors.joining(" and ")))
                              .collect(Collectors.joining("; "))),
              Tone.STATEMENT));
    }
    told.add(
        Paragraph.of(
            "Counted over what the register lists. It says what would be missing, and nothing of"
                + " what anybody does or intends."));
    return told;
  }

  private List<String> row(ZoneFigure zone, String party) {
    WithoutAnswer without = lockin.without(party, false);
    Optional<WithoutAnswer.ZoneLeft> left =
        without.zones().stream().filter(one -> one.id().equals(zone.id())).findFirst();
    String service =
        without.services().stream()
            .filter(
                one -> without.names().getOrDefault(one.id(), "").contains(page.subject().name()))
            .map(one -> without.names().get(one.id()) + ": " + Words.of(one.outcome()))
            .collect(Collectors.joining("; "));
    String ships =
        left.map(PageBlocks::shipsLeft)
            .orElse("%d of %d".formatted(zone.ships().size(), zone.ships().size()));
    String then =
        left.map(
                one ->
                    one.problem().isEmpty()
                        ? PageBlocks.repair(one.atMost())
                        : "no wait is reckoned")
            .orElse("as before");
    return List.of(name(party), ships, service.isEmpty() ? then : service + ". " + then);
  }

  private String text(List<CutSets.Element> elements) {
    return elements.isEmpty()
        ? "none"
        : elements.stream().map(this::text).collect(Collectors.joining(", "));
  }

  private String text(CutSets.Element element) {
    return switch (element) {
      case CutSets.OfParty party -> name(party.id());
      case CutSets.OfCountry country -> country.text();
    };
  }

  private String name(String id) {
    return page.controllers().name(id);
  }
}
