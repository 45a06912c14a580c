package org.bellbuoy.port.evidence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.bellbuoy.core.exhibit.Document;
import org.bellbuoy.core.exhibit.Document.Column;
import org.bellbuoy.core.exhibit.Document.Paragraph;
import org.bellbuoy.core.exhibit.Document.Section;
import org.bellbuoy.core.exhibit.Document.Table;
import org.bellbuoy.core.exhibit.Document.Tone;
import org.bellbuoy.core.finding.Coverage;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.core.source.SourceInfo;
import org.bellbuoy.port.detect.PortTrace;
import org.bellbuoy.port.detect.PortWords;
import org.bellbuoy.port.watch.CaptureCoverage;

/** Draws up the page: the verdicts, what could be seen, and each kind of evidence once. */
final class EvidencePage {
  private static final int DIGEST_SHOWN = 12;

  private final Checklist checklist;
  private final Run run;
  private final Coverage coverage;
  private final Sight sight;

  EvidencePage(Checklist checklist, Run run, Coverage coverage, Sight sight) {
    this.checklist = checklist;
    this.run = run;
    this.coverage = coverage;
    this.sight = sight;
  }

  Document of(List<ParagraphEvidence> answers) {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("Paragraphs", paragraphs(answers)));
    sections.add(new Section("What could be seen", seen()));
    Set<EvidenceKind> shown = new LinkedHashSet<>();
    for (ParagraphEvidence paragraph : answers) {
      for (List<Answer> part : List.of(paragraph.evidence(), paragraph.beside())) {
        for (Answer answer : part) {
          if (answer.kind() != EvidenceKind.NONE_PASSIVE && shown.add(answer.kind())) {
            sections.add(kind(answer, answers));
          }
        }
      }
    }
    String mark = run.simulated() ? " (SIMULATED)" : "";
    return new Document("Evidence: " + checklist.title() + mark, lead(answers), sections);
  }

  private static String lead(List<ParagraphEvidence> answers) {
    List<String> parts = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      parts.add(verdict.word() + " " + EvidenceLedger.count(answers, verdict));
    }
    return "Of %s, what was captured: %s. This page says what a capture shows, never that a rule is"
            .formatted(
                PortWords.count(answers.size(), "paragraph", "paragraphs"),
                String.join(", ", parts))
        + " kept or broken.";
  }

  private List<Document.Block> paragraphs(List<ParagraphEvidence> answers) {
    List<Document.Block> blocks = new ArrayList<>();
    if (!checklist.about().isEmpty()) {
      blocks.add(Paragraph.of(checklist.about()));
    }
    if (!checklist.check().isEmpty()) {
      blocks.add(new Paragraph(checklist.check(), Tone.WARNING));
    }
    blocks.add(
        new Table(
            "Each paragraph in own words, the verdict of what was captured, and what it rests on.",
            List.of(
                Column.text("paragraph"),
                Column.text("asks for"),
                Column.text("verdict"),
                Column.text("decided by"),
                Column.text("basis")),
            answers.stream()
                .map(
                    one ->
                        List.of(
                            one.paragraph().id(),
                            one.paragraph().says(),
                            one.verdict().word(),
                            words(one.evidence()),
                            one.paragraph().basis().word()))
                .toList()));
    for (ParagraphEvidence one : answers) {
      boolean silent =
          one.beside().isEmpty()
              && one.evidence().stream().allMatch(a -> a.kind() == EvidenceKind.NONE_PASSIVE);
      if (!silent) {
        blocks.add(paragraph(one));
      }
    }
    blocks.add(
        new Table(
            "What number and words of each paragraph rest on.",
            List.of(Column.text("basis"), Column.text("means"), Column.text("paragraphs")),
            bases(answers)));
    return blocks;
  }

  private static Paragraph paragraph(ParagraphEvidence one) {
    StringBuilder text = new StringBuilder();
    text.append(one.paragraph().id()).append(": ").append(one.verdict().word()).append(". ");
    text.append(one.sentence());
    if (!one.beside().isEmpty()) {
      text.append(" Shown beside, without deciding: ").append(words(one.beside())).append('.');
    }
    if (!one.paragraph().note().isEmpty()) {
      text.append(' ').append(one.paragraph().note());
    }
    return new Paragraph(
        text.toString(), one.verdict() == Verdict.CANNOT_TELL ? Tone.PLAIN : Tone.STATEMENT);
  }

  private static String words(List<Answer> answers) {
    return answers.stream().map(a -> a.kind().word()).collect(Collectors.joining(", "));
  }

  private static List<List<String>> bases(List<ParagraphEvidence> answers) {
    List<List<String>> rows = new ArrayList<>();
    for (Basis basis : Basis.values()) {
      String ids =
          answers.stream()
              .filter(one -> one.paragraph().basis() == basis)
              .map(one -> one.paragraph().id())
              .collect(Collectors.joining(", "));
      if (!ids.isEmpty()) {
        rows.add(List.of(basis.word(), basis.meaning(), ids));
      }
    }
    return rows;
  }

  private List<Document.Block> seen() {
    List<Document.Block> blocks = new ArrayList<>();
    blocks.add(Paragraph.of(coverage.summary()));
    blocks.add(
        sight.enough()
            ? Paragraph.of("This is enough to support what does not rest on an absence.")
            : new Paragraph(sight.why().strip(), Tone.WARNING));
    blocks.add(
        Paragraph.of(
            sight.options().sees().isEmpty()
                ? "It is not stated what the capture sees all of, so no absence supports anything."
                : "It is stated, and was not checked, that the capture sees "
                    + sight.options().sees().stream()
                        .sorted()
                        .map(Place::meaning)
                        .collect(Collectors.joining(", and "))
                    + "."));
    CaptureCoverage.BLIND_SPOTS.forEach(blind -> blocks.add(Paragraph.of(blind)));
    return blocks;
  }

  private Section kind(Answer answer, List<ParagraphEvidence> answers) {
    List<Document.Block> blocks = new ArrayList<>();
    String users =
        answers.stream()
            .filter(one -> one.evidence().contains(answer) || one.beside().contains(answer))
            .map(one -> one.paragraph().id())
            .collect(Collectors.joining(", "));
    blocks.add(Paragraph.of("Claim: " + answer.kind().claim() + " For " + users + "."));
    blocks.add(
        new Paragraph(
            capital(answer.verdict().word()) + ". " + answer.sentence(),
            answer.verdict() == Verdict.CONTRADICTS ? Tone.WARNING : Tone.STATEMENT));
    blocks.add(Paragraph.of("Looked at: " + answer.kind().looked()));
    blocks.add(Paragraph.of("Not looked at: " + answer.kind().notLooked()));
    if (!answer.counts().isEmpty()) {
      blocks.add(
          new Table(
              "Counts.",
              List.of(Column.text("what"), Column.number("count")),
              answer.counts().entrySet().stream()
                  .map(
                      one ->
                          List.of(
                              one.getKey().replace('-', ' '),
                              String.format(Locale.ROOT, "%,d", one.getValue())))
                  .toList()));
    }
    if (!answer.items().isEmpty()) {
      String caption =
          answer.moreItems() > 0
              ? "The first %d of %,d."
                  .formatted(answer.items().size(), answer.items().size() + answer.moreItems())
              : "All of them.";
      blocks.add(
          new Table(
              caption,
              List.of(Column.text("what was seen")),
              answer.items().stream().map(List::of).toList()));
    }
    if (!answer.frames().isEmpty()) {
      blocks.add(frames(answer));
    }
    return new Section(answer.kind().word(), blocks);
  }

  private Table frames(Answer answer) {
    return new Table(
        "Packets that show it, at most %d.".formatted(Answer.MOST_FRAMES),
        List.of(
            Column.text("source"),
            Column.number("frame"),
            Column.number("byte"),
            Column.text("time")),
        answer.frames().stream().map(this::frame).toList());
  }

  private List<String> frame(PortTrace trace) {
    SourceInfo source = run.inputs().get(trace.source());
    return List.of(
        source.name() + " sha256:" + source.contentSha256().substring(0, DIGEST_SHOWN),
        Long.toString(trace.frame()),
        Long.toString(trace.offset()),
        PortWords.time(trace.epochNanos()));
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
