package org.bellbuoy.report;

import org.bellbuoy.core.finding.Level;

/** Small signs that recur on the page. */
final class Badge {
  private Badge() {}

  /** A level as sign and word; colour only repeats what both say. */
  static void write(Html out, Level level) {
    out.raw("<span class=\"badge lv-").raw(level.word()).raw("\"><span aria-hidden=\"true\">");
    out.raw(Words.sign(level)).raw("</span> ").raw(Words.level(level)).raw("</span>");
  }

  static void simulated(Html out) {
    out.raw("<span class=\"simtag\">SIMULATED</span>");
  }

  /** A share as a bar; the number stands beside it as text. */
  static void bar(Html out, double share) {
    boolean known = Double.isFinite(share);
    double width = known ? Math.clamp(share, 0, 1) * 100 : 0;
    out.raw("<svg class=\"share\" viewBox=\"0 0 100 6\" preserveAspectRatio=\"none\"");
    out.raw(" aria-hidden=\"true\"><path class=\"rail").raw(known ? "" : " blank");
    out.raw("\" d=\"M0 0h100v6H0z\"/><path class=\"fill\"");
    out.raw(" d=\"M0 0h").tenth(width).raw("v6H0z\"/></svg>");
  }
}
