package org.bellbuoy.report;

import java.util.Map;
import org.bellbuoy.core.finding.Assessment;
import org.bellbuoy.core.finding.Hypothesis;
import org.bellbuoy.core.finding.Level;

/** Competing explanations as bars of one length scale, each with its name and share in words. */
final class HypothesisBars {
  /** Words for names whose plain form says too little; any other name is shown as it stands. */
  private static final Map<String, String> WORDS =
      Map.of(
          "out-of-range", "Out of range of the receivers",
          "receiver-down", "A receiver was down",
          "position-lost", "Position lost, still transmitting",
          "identity-handed-over", "Went on under another identity",
          "in-port", "In port, switched off as ships do there",
          "late-data", "Records came late",
          "other", "Something else");

  private HypothesisBars() {}

  static String words(String name) {
    String words = WORDS.get(name);
    return words == null ? Words.capital(Words.plain(name)) : words;
  }

  static void write(Html out, Assessment assessment) {
    if (assessment.hypotheses().isEmpty()) {
      return;
    }
    boolean undecided = assessment.level() == Level.CANNOT_TELL;
    out.raw("<h4>Explanations weighed against one another</h4>");
    out.raw("<ul class=\"hypotheses").raw(undecided ? " undecided" : "");
    out.raw("\" aria-label=\"Competing explanations with their probabilities\">");
    for (Hypothesis hypothesis : assessment.hypotheses()) {
      double share = hypothesis.probability();
      out.raw("<li><span>").text(words(hypothesis.name())).raw("</span> <b>");
      out.text(Words.percent(share)).raw("</b>");
      Badge.bar(out, share);
      out.raw("</li>");
    }
    out.raw("</ul>");
    if (undecided) {
      out.raw("<p class=\"note\">The data do not decide between these. The bars only say how the ");
      out.raw("little that was seen would weigh.</p>");
    }
  }
}
