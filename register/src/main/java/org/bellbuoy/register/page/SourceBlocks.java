package org.bellbuoy.register.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bellbuoy.core.exhibit.Document.Block;
import org.bellbuoy.core.exhibit.Document.Column;
import org.bellbuoy.core.exhibit.Document.Paragraph;
import org.bellbuoy.core.exhibit.Document.Table;
import org.bellbuoy.core.exhibit.Document.Tone;
import org.bellbuoy.register.control.ControlAnswer;
import org.bellbuoy.register.control.Touches;
import org.bellbuoy.register.model.Confidence;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.Statement;
import org.bellbuoy.register.model.Words;

/** What a page rests on: rows of the register with their confidence, and their sources. */
final class SourceBlocks {
  private final RegisterPage page;
  private final List<Statement> statements;
  private final Set<Role> roles = new LinkedHashSet<>();

  SourceBlocks(RegisterPage page) {
    this.page = page;
    Touches.of(page.register(), page.id()).forEach(touch -> roles.add(touch.role()));
    roles.addAll(new OwnershipPicture(page.controllers()).rolesOf(page.id()));
    for (ControlAnswer.Controller controller : page.answer().controllers()) {
      controller
          .steps()
          .forEach(step -> step.holdings().forEach(holding -> roles.addAll(holding.statements())));
    }
    for (ControlAnswer.Stated stated : page.answer().stated()) {
      for (ControlAnswer.Hop hop : stated.chain()) {
        Role role = hop.statement();
        if (role != null) {
          roles.add(role);
        }
      }
    }
    Set<String> entities = new LinkedHashSet<>(List.of(page.id()));
    for (String part : page.register().partsOf(page.id())) {
      entities.add(part);
      roles.addAll(page.register().rolesIn(part));
    }
    roles.forEach(role -> entities.addAll(List.of(role.holder(), role.target())));
    Set<Statement> all = new LinkedHashSet<>();
    roles.forEach(role -> all.add(role.statement()));
    for (String entity : entities) {
      page.register().statementsOf(entity).forEach(one -> all.add(one.statement()));
    }
    page.concentration()
        .markets()
        .forEach(figure -> figure.rows().forEach(row -> all.add(row.statement())));
    this.statements = List.copyOf(all);
  }

  List<Block> sources() {
    Set<String> ids = new TreeSet<>();
    statements.forEach(statement -> ids.add(statement.source()));
    List<List<String>> rows =
        ids.stream()
            .flatMap(source -> page.register().source(source).stream())
            .map(
                source ->
                    List.of(
                        source.title().isEmpty() ? source.id() : source.title(),
                        source.date() == null ? "not told" : source.date().toString(),
                        source.licence().isEmpty() ? "not told" : source.licence(),
                        source.url()))
            .toList();
    return List.of(
        new Table(
            "Sources of this page; each row of the register says when it was recorded",
            List.of(
                Column.text("source"),
                Column.text("date"),
                Column.text("licence"),
                Column.text("address")),
            rows));
  }

  List<Block> credibility() {
    Map<Confidence, Integer> counts = new EnumMap<>(Confidence.class);
    statements.forEach(statement -> counts.merge(statement.confidence(), 1, Integer::sum));
    long sourceless = statements.stream().filter(one -> one.source().isEmpty()).count();
    long dateless = statements.stream().filter(one -> one.recorded() == null).count();
    List<Block> told = new ArrayList<>();
    told.add(
        new Paragraph(
            "This page rests on %d rows of %d sources. Confidence, as whoever entered them judged: %s."
                    .formatted(
                        statements.size(),
                        statements.stream()
                            .map(Statement::source)
                            .filter(source -> !source.isEmpty())
                            .distinct()
                            .count(),
                        counts.entrySet().stream()
                            .map(one -> Words.of(one.getKey()) + " " + one.getValue())
                            .collect(Collectors.joining(", ")))
                + " Without a source: %d; without the day on which it was recorded: %d."
                    .formatted(sourceless, dateless),
            Tone.STATEMENT));
    told.addAll(disagreements());
    told.addAll(sources());
    return told;
  }

  /** Sources that tell different shares of the same holding on the day of the page. */
  private List<Block> disagreements() {
    Map<String, List<Role>> holdings = new LinkedHashMap<>();
    for (Role role : roles) {
      if (role.share() != null) {
        String key = String.join("\n", role.holder(), role.target(), Words.of(role.basis()));
        holdings.computeIfAbsent(key, k -> new ArrayList<>()).add(role);
      }
    }
    List<Block> told = new ArrayList<>();
    for (List<Role> same : holdings.values()) {
      String shares =
          same.stream().map(role -> role.share() + "").distinct().collect(Collectors.joining("; "));
      if (same.stream().map(Role::share).distinct().count() > 1) {
        told.add(
            new Paragraph(
                "Rows disagree on what %s holds of %s: %s."
                    .formatted(
                        page.controllers().name(same.getFirst().holder()),
                        page.controllers().name(same.getFirst().target()),
                        shares),
                Tone.WARNING));
      }
    }
    return told;
  }
}
