package org.bellbuoy.register.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bellbuoy.core.exhibit.Document.Block;
import org.bellbuoy.core.exhibit.Document.Column;
import org.bellbuoy.core.exhibit.Document.Paragraph;
import org.bellbuoy.core.exhibit.Document.Table;
import org.bellbuoy.register.control.Touches;
import org.bellbuoy.register.lock.LockinWords;
import org.bellbuoy.register.lock.WithoutAnswer;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.MarketRow;
import org.bellbuoy.register.model.Party;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.RoleKind;
import org.bellbuoy.register.model.Words;

/**
 * What a register tells of a supplier's means, users and substitutes. Lock-in stays in parts; no
 * single figure is made of them.
 */
final class SupplierParts {
  private static final int MOST_NAMES = 12;
  private static final Set<RoleKind> SUPPLIES =
      Set.of(
          RoleKind.MAKER,
          RoleKind.SOFTWARE_MAKER,
          RoleKind.SERVICE_PROVIDER,
          RoleKind.REMOTE_ACCESS);
  private static final Set<RoleKind> USES =
      Set.of(RoleKind.OWNER, RoleKind.OPERATOR, RoleKind.MANAGER, RoleKind.LESSEE, RoleKind.MEMBER);
  private static final Set<RoleKind> RUNS =
      Set.of(RoleKind.OWNER, RoleKind.OPERATOR, RoleKind.MANAGER, RoleKind.LESSEE);

  private final RegisterPage page;
  private final WithoutAnswer without;

  /** It and those whom it controls for certain. */
  private final Set<String> own = new LinkedHashSet<>();

  SupplierParts(RegisterPage page, WithoutAnswer without) {
    this.page = page;
    this.without = without;
    own.add(page.id());
    Touches.of(page.register(), page.id()).stream()
        .map(Touches.Touch::through)
        .filter(through -> !through.isEmpty())
        .forEach(own::add);
  }

  /** Assets in which it, or one it controls for certain, has any of these roles. */
  Set<String> held(Set<RoleKind> kinds) {
    Set<String> held = new TreeSet<>();
    for (Role role : roles(kinds)) {
      if (page.register().asset(role.target()).isPresent()) {
        held.add(role.target());
      }
    }
    return held;
  }

  private List<Role> roles(Set<RoleKind> kinds) {
    return own.stream()
        .flatMap(holder -> page.register().rolesOf(holder).stream())
        .filter(role -> kinds.contains(role.kind()))
        .toList();
  }

  List<Block> users() {
    List<List<String>> rows = new ArrayList<>();
    for (String asset : held(SUPPLIES)) {
      for (Role role : page.register().rolesIn(asset)) {
        if (USES.contains(role.kind()) && !own.contains(role.holder())) {
          rows.add(
              List.of(
                  name(role.holder()),
                  Words.of(role.kind()),
                  name(asset),
                  page.blocks().cited(role.statement())));
        }
      }
    }
    return rows.isEmpty()
        ? Dossier.missing(
            "rows of who owns or runs what it made, programmed or services, or is a member of the"
                + " agreement")
        : List.of(
            new Table(
                "Who owns or runs what it made, programmed or services",
                List.of(
                    Column.text("user"),
                    Column.text("role"),
                    Column.text("of"),
                    Column.text("source")),
                rows));
  }

  List<Block> means() {
    List<Block> told = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    for (String id : held(RUNS)) {
      Asset asset = page.register().asset(id).orElseThrow();
      rows.add(
          List.of(
              asset.name(),
              asset.kindWord(),
              detail(asset, "work"),
              detail(asset, "built"),
              detail(asset, "base")));
    }
    if (!rows.isEmpty()) {
      told.add(
          new Table(
              "What it owns or runs",
              List.of(
                  Column.text("asset"),
                  Column.text("kind"),
                  Column.text("work"),
                  Column.text("built"),
                  Column.text("base")),
              rows));
    }
    for (MarketRow row : rows()) {
      if (!row.unit().equals(MarketRow.PERCENT)) {
        told.add(
            Paragraph.of(
                "%s, %s: %s %s%s as of %s [%s]."
                    .formatted(
                        row.market(),
                        row.measure(),
                        LockinWords.number(row.value()),
                        row.unit(),
                        row.parties().size() > 1 ? " together with others" : "",
                        row.asOf(),
                        page.blocks().cited(row.statement()))));
      }
    }
    told.addAll(
        Dossier.missing(
            (told.isEmpty() ? "what it owns and runs (rows of owner and operator), " : "")
                + "orders in hand, delivery times and stock of spares"));
    return told;
  }

  private List<MarketRow> rows() {
    return page.concentration().markets().stream()
        .flatMap(figure -> figure.rows().stream())
        .filter(row -> row.parties().contains(page.id()))
        .toList();
  }

  /** In a phrase: its newest share of a market; of several of one date, the largest. */
  String largestShare() {
    Optional<MarketRow> largest =
        rows().stream()
            .filter(row -> row.unit().equals(MarketRow.PERCENT) && row.parties().size() == 1)
            .max(
                Comparator.comparing((MarketRow row) -> row.asOf().toString())
                    .thenComparingDouble(MarketRow::value));
    return largest
        .map(
            row ->
                "%s %% of %s%s (%s) as of %s"
                    .formatted(
                        LockinWords.number(row.value()),
                        row.market(),
                        row.region().isEmpty() ? " of the world" : " of " + row.region(),
                        row.measure(),
                        row.asOf()))
        .orElse("no row of a market tells a share of it alone");
  }

  /** Others in the same role of the same kind of asset. */
  List<Block> others() {
    List<Block> told = new ArrayList<>();
    alternatives()
        .forEach(
            (what, others) ->
                told.add(
                    Paragraph.of(
                        "As %s the register names %d others: %s. Whether they could take over is not told."
                            .formatted(what, others.size(), listed(others)))));
    if (told.isEmpty()) {
      told.addAll(
          Dossier.missing(
              "rows of what it and others make or service, for the same kinds of asset"));
    }
    return told;
  }

  private Map<String, Set<String>> alternatives() {
    Map<String, Set<String>> found = new TreeMap<>();
    for (Role role : roles(SUPPLIES)) {
      page.register()
          .asset(role.target())
          .ifPresent(
              asset ->
                  found.computeIfAbsent(
                      Words.of(role.kind()) + " of " + asset.kindWord(),
                      what -> rivals(role.kind(), asset)));
    }
    return found;
  }

  private Set<String> rivals(RoleKind kind, Asset like) {
    Set<String> rivals = new TreeSet<>();
    for (Role role : page.register().roles()) {
      boolean same =
          page.register()
              .asset(role.target())
              .filter(asset -> asset.kind() == like.kind())
              .isPresent();
      boolean named =
          page.register()
              .party(role.holder())
              .map(Party::kind)
              .filter(one -> !one.unnamed())
              .isPresent();
      if (role.kind() == kind && same && named && !own.contains(role.holder())) {
        rivals.add(role.holder());
      }
    }
    return rivals;
  }

  private String listed(Set<String> ids) {
    if (ids.isEmpty()) {
      return "none";
    }
    return ids.stream().limit(MOST_NAMES).map(this::name).collect(Collectors.joining(", "))
        + (ids.size() > MOST_NAMES ? " and %d more".formatted(ids.size() - MOST_NAMES) : "");
  }

  List<Block> mitigation() {
    List<List<String>> rows = new ArrayList<>();
    Map<String, Set<String>> others = alternatives();
    rows.add(
        List.of(
            "others who could supply",
            others.isEmpty()
                ? "not told"
                : others.entrySet().stream()
                    .map(one -> "%s: %d others".formatted(one.getKey(), one.getValue().size()))
                    .collect(Collectors.joining("; ")),
            "whether each is qualified"));
    rows.add(
        List.of(
            "repair ships left",
            without.zones().isEmpty()
                ? "no zone of the register loses one"
                : without.zones().stream()
                    .map(zone -> name(zone.id()) + ": " + PageBlocks.shipsLeft(zone))
                    .collect(Collectors.joining("; ")),
            "ships of each zone (part_of)"));
    rows.add(List.of("end of contracts", ends(), "valid_to of its rows as service-provider"));
    rows.add(List.of("year its works were built", ages(), "x-built of the assets"));
    rows.add(
        List.of(
            "remote access",
            "%d assets by rows".formatted(held(Set.of(RoleKind.REMOTE_ACCESS)).size()),
            "rows of the role remote-access"));
    for (String part :
        List.of(
            "time to switch",
            "exclusive spares, tools and software keys",
            "certificates or law that exclude others")) {
      rows.add(List.of(part, "not told", "the keeper; the register has no column for it"));
    }
    return List.of(
        new Table(
            "Parts of lock-in; they are not added up",
            List.of(
                Column.text("part"),
                Column.text("what the register tells"),
                Column.text("what would tell more")),
            rows));
  }

  private String ends() {
    List<Role> serving = roles(Set.of(RoleKind.SERVICE_PROVIDER));
    String told =
        serving.stream()
            .filter(role -> role.statement().validTo() != null)
            .map(role -> name(role.target()) + " " + role.statement().validTo())
            .distinct()
            .collect(Collectors.joining(", "));
    long untold = serving.stream().filter(role -> role.statement().validTo() == null).count();
    return serving.isEmpty()
        ? "no row as service-provider"
        : (told.isEmpty() ? "" : told + "; ") + "not told of %d".formatted(untold);
  }

  private String ages() {
    Set<String> made = held(Set.of(RoleKind.MAKER, RoleKind.SOFTWARE_MAKER));
    List<String> years =
        made.stream()
            .map(id -> page.register().asset(id).orElseThrow().details().getOrDefault("built", ""))
            .filter(year -> !year.isEmpty())
            .sorted()
            .toList();
    if (made.isEmpty()) {
      return "no row of what it made";
    }
    return (years.isEmpty() ? "" : years.getFirst() + " to " + years.getLast() + "; ")
        + "not told of %d of %d".formatted(made.size() - years.size(), made.size());
  }

  private static String detail(Asset asset, String key) {
    return asset.details().getOrDefault(key, "not told");
  }

  private String name(String id) {
    return page.controllers().name(id);
  }
}
