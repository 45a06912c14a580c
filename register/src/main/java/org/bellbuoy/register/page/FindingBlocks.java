package org.bellbuoy.register.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bellbuoy.core.exhibit.Document.Block;
import org.bellbuoy.core.exhibit.Document.Column;
import org.bellbuoy.core.exhibit.Document.Paragraph;
import org.bellbuoy.core.exhibit.Document.Table;
import org.bellbuoy.core.exhibit.Document.Tone;
import org.jspecify.annotations.Nullable;

/** Findings in which a party or asset stands, as a table; and what their absence does not say. */
final class FindingBlocks {
  private static final int MOST_ROWS = 200;

  private FindingBlocks() {}

  /** Null where no findings were given. */
  static List<Block> of(@Nullable FindingsOfSubject findings) {
    if (findings == null) {
      return List.of(
          Paragraph.of("No findings were given (--findings); none were looked through."));
    }
    List<Block> told = new ArrayList<>();
    List<FindingsOfSubject.Standing> found =
        findings.standings().stream()
            .sorted(Comparator.comparing(FindingsOfSubject.Standing::from).reversed())
            .toList();
    if (findings.read() == 0) {
      told.add(
          new Paragraph(
              "None found, for 0 findings were read: the files that were given hold none. That is"
                  + " no all-clear.",
              Tone.WARNING));
      return told;
    }
    String parties =
        "%,d findings were read; %,d of them name parties."
            .formatted(findings.read(), findings.naming());
    if (found.isEmpty()) {
      told.add(
          Paragraph.of(
              parties + " In none does it stand, itself or as one who controls for certain."));
    } else {
      told.add(
          new Paragraph(
              parties
                  + " It stands in %,d. Control is not behaviour: a role in what a finding is about"
                      .formatted(found.size())
                  + " says nothing of who did anything.",
              Tone.STATEMENT));
    }
    if (findings.naming() < findings.read()) {
      told.add(
          Paragraph.of(
              "%,d name no party: joined with no register, or with one that knows nobody behind"
                      .formatted(findings.read() - findings.naming())
                  + " them. In those it is looked for as subject or asset alone."));
    }
    if (findings.joinedElsewhere() > 0) {
      told.add(
          new Paragraph(
              "%,d name parties by the ids of a register that is not known to be this one; the same"
                      .formatted(findings.joinedElsewhere())
                  + " id may mean another there.",
              Tone.WARNING));
    }
    if (findings.simulated() > 0) {
      told.add(
          new Paragraph(
              "SIMULATED: %,d of these findings rest on simulated data. The facts of the register"
                      .formatted(findings.simulated())
                  + " on this page do not.",
              Tone.WARNING));
    }
    if (!found.isEmpty()) {
      told.add(table(found));
    }
    return told;
  }

  private static Table table(List<FindingsOfSubject.Standing> found) {
    return new Table(
        "Findings in which it stands, newest first"
            + (found.size() > MOST_ROWS
                ? ", the first %d of %,d".formatted(MOST_ROWS, found.size())
                : ""),
        List.of(
            Column.text("rule"),
            Column.text("level"),
            Column.text("time (UTC)"),
            Column.text("as what it stands there"),
            Column.text("data"),
            Column.text("finding")),
        found.stream()
            .limit(MOST_ROWS)
            .map(
                one ->
                    List.of(
                        one.rule(),
                        one.level(),
                        span(one.from(), one.to()),
                        String.join("; ", one.as()),
                        switch (one.origin()) {
                          case SIMULATED -> "SIMULATED";
                          case RECORDED -> "recorded";
                          case NOT_TOLD -> "not told";
                        },
                        one.finding()))
            .toList());
  }

  private static String span(Instant from, @Nullable Instant to) {
    return from + " to " + (to == null ? "open" : to.toString());
  }
}
