package org.bellbuoy.report;

import java.util.List;
import java.util.function.Predicate;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Reason;

/** Why a finding says what it says: first whether it can be told at all, then the rest. */
final class Why {
  private final Html out;

  private Why(Html out) {
    this.out = out;
  }

  static void write(Html out, Finding finding) {
    Why why = new Why(out);
    List<Reason> reasons = finding.reasons();
    why.statement(
        "Why this is not just poor reception", of(reasons, Why::againstReception), "speaks");
    why.statement("Why it cannot be told", of(reasons, Why::untold), "open");
    out.raw("<h4>Why</h4>");
    if (reasons.isEmpty()) {
      out.raw("<p class=\"note\">No reasons were given.</p>");
      return;
    }
    List<Reason> rest = of(reasons, r -> !againstReception(r) && !untold(r));
    if (rest.isEmpty()) {
      out.raw("<p class=\"note\">For what stands above, and nothing else.</p>");
      return;
    }
    out.raw("<ol class=\"reasons\">");
    for (Reason reason : rest) {
      out.raw("<li>");
      why.sentence(reason);
      out.raw("</li>\n");
    }
    out.raw("</ol>");
  }

  private static List<Reason> of(List<Reason> reasons, Predicate<Reason> kind) {
    return reasons.stream().filter(kind).toList();
  }

  private static boolean againstReception(Reason reason) {
    return reason.code().startsWith(Reason.WHY_NOT_RECEPTION);
  }

  private static boolean untold(Reason reason) {
    return reason.code().startsWith(Reason.WHY_CANNOT_TELL);
  }

  private void statement(String heading, List<Reason> reasons, String style) {
    if (reasons.isEmpty()) {
      return;
    }
    out.raw("<div class=\"why ").raw(style).raw("\"><h4>").raw(heading).raw("</h4>");
    for (Reason reason : reasons) {
      out.raw("<p>");
      sentence(reason);
      out.raw("</p>");
    }
    out.raw("</div>\n");
  }

  private void sentence(Reason reason) {
    out.raw("<span>").text(reason.text()).raw("</span>");
    Double measured = reason.measured();
    if (measured != null) {
      String unit = reason.unit();
      out.raw(" <b class=\"measured\">").text(Words.number(measured));
      out.text(unit == null ? "" : " " + unit).raw("</b>");
    }
  }
}
