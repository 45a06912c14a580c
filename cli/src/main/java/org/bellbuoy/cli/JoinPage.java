package org.bellbuoy.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bellbuoy.core.exhibit.Document;
import org.bellbuoy.core.exhibit.Document.Block;
import org.bellbuoy.core.exhibit.Document.Column;
import org.bellbuoy.core.exhibit.Document.Paragraph;
import org.bellbuoy.core.exhibit.Document.Section;
import org.bellbuoy.core.exhibit.Document.Table;
import org.bellbuoy.core.exhibit.Document.Tone;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.PartyRef;
import org.bellbuoy.core.finding.Reason;

/** What a register says of findings, as the last section of a page that a watch drew up. */
final class JoinPage {
  private static final int MOST_ROWS = 200;

  private JoinPage() {}

  /** The page with that section; the page itself where no register was joined. */
  static Document with(Document page, boolean joined, List<Finding> findings) {
    if (!joined) {
      return page;
    }
    List<Section> sections = new ArrayList<>(page.sections());
    sections.add(section(findings));
    return new Document(page.title(), page.lead(), sections);
  }

  private static Section section(List<Finding> findings) {
    List<Block> blocks = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    List<List<String>> lines = new ArrayList<>();
    for (Finding finding : findings) {
      for (PartyRef party : finding.parties()) {
        rows.add(row(finding, party));
      }
      for (Reason reason : finding.reasons()) {
        if (reason.code().equals("substitutability")
            || reason.code().equals("severity-by-register")
            || reason.code().equals("register-ambiguous")) {
          lines.add(List.of(finding.id().toString(), reason.code(), reason.text()));
        }
      }
    }
    blocks.add(
        Paragraph.of(
            "Who stands behind subjects and assets, as the register says it for the day on which"
                + " each finding begins. Control is not behaviour: no assessment was changed by"
                + " it. Severities above are those before the register moved any."));
    if (rows.isEmpty()) {
      blocks.add(
          new Paragraph(
              "The register names nobody behind any of these findings; that says nothing of who"
                  + " is.",
              Tone.WARNING));
      return new Section("Parties", blocks);
    }
    blocks.add(
        new Table(
            "Parties by finding" + more(rows.size()),
            List.of(
                Column.text("finding"),
                Column.text("of"),
                Column.text("role"),
                Column.text("party"),
                Column.text("ultimate controllers"),
                Column.text("how known")),
            rows.subList(0, Math.min(MOST_ROWS, rows.size()))));
    if (!lines.isEmpty()) {
      blocks.add(
          new Table(
              "Substitutes and severity by finding" + more(lines.size()),
              List.of(Column.text("finding"), Column.text("what"), Column.text("why")),
              lines.subList(0, Math.min(MOST_ROWS, lines.size()))));
    }
    return new Section("Parties", blocks);
  }

  private static String more(int all) {
    return all > MOST_ROWS ? ", the first %d of %d".formatted(MOST_ROWS, all) : "";
  }

  private static List<String> row(Finding finding, PartyRef party) {
    String name = party.name();
    String of = party.of();
    String certainty = party.certainty();
    return List.of(
        finding.id().toString(),
        of == null ? "" : of,
        party.role(),
        name == null ? party.id() : name,
        party.controllers().stream()
            .map(PartyRef.Controller::label)
            .collect(Collectors.joining(", ")),
        (certainty == null ? "" : certainty + ": ") + party.basis());
  }
}
