package org.bellbuoy.port.evidence;

import java.util.List;

/**
 * Paragraphs of a rule, in own words, each with the evidence that is looked for.
 *
 * @param rule short name, for example {@code 33cfr101.650}
 * @param title for people
 * @param about what has to be known to use it, may be empty
 * @param check where numbers and wording have to be checked, a sentence; may be empty
 * @param paragraphs at least one
 */
public record Checklist(
    String rule, String title, String about, String check, List<Paragraph> paragraphs) {
  public Checklist {
    paragraphs = List.copyOf(paragraphs);
  }

  /**
   * One paragraph.
   *
   * @param id its number, unique in the checklist
   * @param says what it asks for, in own words
   * @param basis what number and words rest on
   * @param evidence kinds that decide; at least one
   * @param beside kinds that are shown with it and do not decide
   * @param note what the reader should know; may be empty
   */
  public record Paragraph(
      String id,
      String says,
      Basis basis,
      List<EvidenceKind> evidence,
      List<EvidenceKind> beside,
      String note) {
    public Paragraph {
      evidence = List.copyOf(evidence);
      beside = List.copyOf(beside);
    }
  }
}
