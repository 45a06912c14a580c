package org.bellbuoy.sea.trial;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bellbuoy.core.exhibit.Document.Block;
import org.bellbuoy.core.exhibit.Document.Column;
import org.bellbuoy.core.exhibit.Document.Paragraph;
import org.bellbuoy.core.exhibit.Document.Table;
import org.bellbuoy.sea.detect.Words;
import org.bellbuoy.sea.judge.Judgement;

/** The part of an evaluation's page that lists natural silences called likely. */
final class CalledPage {
  private CalledPage() {}

  /** Those called afterwards. */
  static List<Block> called(List<Judgement> called) {
    if (called.isEmpty()) {
      return List.of(Paragraph.of("None."));
    }
    List<List<String>> rows = called.stream().map(CalledPage::row).toList();
    return List.of(
        Paragraph.of(
            "Each may be a false alarm, or a switch-off that nobody knows of: look at the map."),
        new Table(
            "Natural silences called likely afterwards",
            List.of(
                Column.text("MMSI"),
                Column.text("from"),
                Column.text("for"),
                Column.text("last position"),
                Column.number("range"),
                Column.number("probability")),
            rows));
  }

  /** Those called only while they lasted. */
  static List<Block> calledLive(List<LiveCall> calls) {
    if (calls.isEmpty()) {
      return List.of(Paragraph.of("None."));
    }
    List<List<String>> rows = new ArrayList<>();
    for (LiveCall call : calls) {
      List<String> row = new ArrayList<>(row(call.first()));
      row.set(2, call.lasted());
      row.add(2, Words.span(LiveCall.afterMillis(call.first())));
      row.add(call.afterwards());
      rows.add(row);
    }
    return List.of(
        new Table(
            "Natural silences called likely at a moment while they lasted, but not afterwards",
            List.of(
                Column.text("MMSI"),
                Column.text("from"),
                Column.text("likely after"),
                Column.text("for"),
                Column.text("last position"),
                Column.number("range"),
                Column.number("probability then"),
                Column.text("afterwards")),
            rows));
  }

  private static List<String> row(Judgement one) {
    return List.of(
        String.format(Locale.ROOT, "%09d", one.facts().silence().mmsi()),
        Instant.ofEpochMilli(one.facts().silence().fromMillis())
            .truncatedTo(ChronoUnit.SECONDS)
            .toString(),
        Words.span(one.facts().silence().millis()),
        String.format(
            Locale.ROOT,
            "%.3f, %.3f",
            one.facts().silence().before().latitude(),
            one.facts().silence().before().longitude()),
        Words.number(one.facts().rangeMetres() / 1852, 0) + " nm",
        EvaluationPage.number(one.probabilityOff()));
  }
}
