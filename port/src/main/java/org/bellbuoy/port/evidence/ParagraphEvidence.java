package org.bellbuoy.port.evidence;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a capture says of one paragraph.
 *
 * @param paragraph of the checklist
 * @param verdict of those that decide: one against is enough, for it takes all
 * @param evidence answers that decide
 * @param beside answers that are shown and do not decide
 */
public record ParagraphEvidence(
    Checklist.Paragraph paragraph, Verdict verdict, List<Answer> evidence, List<Answer> beside) {
  public ParagraphEvidence {
    evidence = List.copyOf(evidence);
    beside = List.copyOf(beside);
  }

  static ParagraphEvidence of(
      Checklist.Paragraph paragraph, List<Answer> evidence, List<Answer> beside) {
    Verdict verdict = Verdict.of(evidence.stream().map(Answer::verdict).toList());
    return new ParagraphEvidence(paragraph, verdict, evidence, beside);
  }

  /**
   * The sentences of the answers that carry the verdict; of those that support or contradict with
   * their claims, which are narrower than the paragraph.
   */
  public String sentence() {
    return evidence.stream()
        .filter(answer -> answer.verdict() == verdict)
        .map(ParagraphEvidence::sentence)
        .collect(Collectors.joining(" "));
  }

  private static String sentence(Answer answer) {
    return switch (answer.verdict()) {
      case SUPPORTS, CONTRADICTS -> answer.sentence() + " (Claim: " + answer.kind().claim() + ")";
      case CANNOT_TELL -> answer.sentence();
    };
  }
}
