package org.bellbuoy.register.page;

import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.core.exhibit.Document;
import org.bellbuoy.core.exhibit.Document.Block;
import org.bellbuoy.core.exhibit.Document.Column;
import org.bellbuoy.core.exhibit.Document.Paragraph;
import org.bellbuoy.core.exhibit.Document.Section;
import org.bellbuoy.core.exhibit.Document.Table;
import org.bellbuoy.core.exhibit.Document.Tone;
import org.bellbuoy.register.control.ControlAnswer;
import org.bellbuoy.register.control.Controllers;
import org.bellbuoy.register.control.Touches;
import org.bellbuoy.register.lock.Lockin;
import org.bellbuoy.register.lock.LockinAnswer;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.MarketRow;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.model.RoleKind;
import org.bellbuoy.register.model.Words;
import org.jspecify.annotations.Nullable;

/**
 * A page about a party or an asset; of a party also as a supplier dossier under the headings of
 * supply-chain risk information (NIST SP 800-161r1, FASCA).
 */
public final class RegisterPage {
  private final Controllers controllers;
  private final Lockin lockin;
  private final String id;
  private final ControlAnswer answer;
  private final Entity subject;
  private final LockinAnswer concentration;
  private final PageBlocks blocks;
  private final @Nullable FindingsOfSubject findings;

  private RegisterPage(
      Controllers controllers,
      Lockin lockin,
      List<MarketRow> markets,
      String id,
      @Nullable FindingsOfSubject findings) {
    this.findings = findings;
    this.controllers = controllers;
    this.lockin = lockin;
    this.id = id;
    this.answer = controllers.answer(id);
    this.subject = answer.subject();
    this.concentration =
        lockin.concentration(
            markets.stream().filter(row -> ofMarketsOf(row, markets, id)).toList(), "");
    this.blocks = new PageBlocks(controllers);
  }

  /** Rows beside which the party stands, so that shares keep their whole. */
  private static boolean ofMarketsOf(MarketRow row, List<MarketRow> all, String id) {
    return all.stream()
        .anyMatch(
            other ->
                other.parties().contains(id)
                    && other.market().equals(row.market())
                    && other.region().equals(row.region())
                    && other.measure().equals(row.measure())
                    && other.unit().equals(row.unit())
                    && other.asOf().equals(row.asOf()));
  }

  /**
   * Draws up the page.
   *
   * @param id of a party or asset
   * @param dossier whether under the headings of a supplier dossier
   * @param findings in which it stands; null where none were given
   */
  public static Document of(
      Controllers controllers,
      Lockin lockin,
      List<MarketRow> markets,
      String id,
      boolean dossier,
      @Nullable FindingsOfSubject findings) {
    RegisterPage page = new RegisterPage(controllers, lockin, markets, id, findings);
    return new Document(
        page.subject.name(),
        "%s %s%s, as of %s. Facts of the register with their sources; control is not behaviour."
            .formatted(
                dossier ? "Supplier dossier." : "From the register.",
                page.subject.kindWord()
                    + (page.subject.country().isEmpty() ? "" : " of " + page.subject.country()),
                " (" + id + ")",
                page.answer.asOf()),
        dossier ? page.dossier() : page.plain());
  }

  private List<Section> plain() {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("Ownership picture", picture()));
    sections.add(new Section("Control, step by step", blocks.control(answer)));
    sections.add(
        new Section(
            "What it touches",
            touches(null, "rows of roles that it has, or that others have in it")));
    if (subject instanceof Asset) {
      concentration.zones().stream()
          .filter(zone -> zone.id().equals(id))
          .findFirst()
          .ifPresent(zone -> sections.addAll(new ZoneBlocks(this, lockin).of(zone)));
    } else {
      sections.add(new Section("Concentration", blocks.markets(concentration.markets())));
      sections.add(
          new Section("What is left without it", blocks.without(lockin.without(id, false))));
    }
    sections.add(new Section("Findings in which it stands", FindingBlocks.of(findings)));
    sections.add(new Section("What is not known", unknown()));
    sections.add(new Section("Sources", new SourceBlocks(this).sources()));
    return sections;
  }

  private List<Section> dossier() {
    return new Dossier(this, lockin.without(id, false)).sections();
  }

  Controllers controllers() {
    return controllers;
  }

  Register register() {
    return controllers.register();
  }

  String id() {
    return id;
  }

  ControlAnswer answer() {
    return answer;
  }

  Entity subject() {
    return subject;
  }

  LockinAnswer concentration() {
    return concentration;
  }

  PageBlocks blocks() {
    return blocks;
  }

  @Nullable FindingsOfSubject findings() {
    return findings;
  }

  List<Block> picture() {
    return List.of(
        new OwnershipPicture(controllers).of(id),
        Paragraph.of(
            "Arrows go from holders to what they hold; dashed where a share is known as a range or"
                + " control is only stated."));
  }

  /**
   * Roles, its own and of those it controls.
   *
   * @param kinds those alone; null for all
   * @param wanting what would fill the table where it has no row
   */
  List<Block> touches(@Nullable List<RoleKind> kinds, String wanting) {
    List<List<String>> rows =
        Touches.of(controllers.register(), id).stream()
            .filter(touch -> kinds == null || kinds.contains(touch.role().kind()))
            .map(
                touch ->
                    List.of(
                        controllers.name(touch.role().holder()),
                        Words.of(touch.role().kind()),
                        controllers.name(touch.role().target()),
                        touch.role().share() == null ? "" : touch.role().share().toString(),
                        blocks.cited(touch.role().statement())))
            .toList();
    return rows.isEmpty()
        ? Dossier.missing(wanting)
        : List.of(
            new Table(
                "Roles, its own and of those it controls for certain",
                List.of(
                    Column.text("holder"),
                    Column.text("role"),
                    Column.text("of"),
                    Column.text("share"),
                    Column.text("source")),
                rows));
  }

  List<Block> unknown() {
    List<Block> told = new ArrayList<>();
    long most = answer.votesUntold().highUnits();
    if (most > 0) {
      told.add(
          Paragraph.of(
              "Votes of which no holder is named: %s."
                  .formatted(blocks.range(answer.votesUntold().lowUnits(), most))));
    }
    answer.problems().forEach(problem -> told.add(new Paragraph(problem, Tone.WARNING)));
    List<String> doubtful =
        controllers.register().rolesIn(id).stream()
            .filter(role -> !role.statement().note().isEmpty())
            .map(role -> controllers.name(role.holder()) + ": " + role.statement().note())
            .distinct()
            .toList();
    doubtful.forEach(note -> told.add(Paragraph.of(note)));
    if (subject.country().isEmpty()) {
      told.add(Paragraph.of("Its country or flag is not told."));
    }
    if (subject.identifiers().isEmpty()) {
      told.add(Paragraph.of("No number identifies it in the register; only its name does."));
    }
    told.add(
        Paragraph.of(
            "What no row of the register tells is not here: holders under a threshold, agreements"
                + " between holders, and whatever changed since the dates of the sources."));
    return told;
  }
}
