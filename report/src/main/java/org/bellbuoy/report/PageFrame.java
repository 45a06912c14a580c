package org.bellbuoy.report;

import org.bellbuoy.core.run.Run;

/** What every page has around it: its policy, style, banner, heading and last words. */
final class PageFrame {
  private final Html out;
  private final Run run;

  PageFrame(Html out, Run run) {
    this.out = out;
    this.run = run;
  }

  /** Opens the page. One without a script admits none. */
  void head(String title, boolean script) {
    boolean simulated = run.simulated();
    out.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.raw(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '");
    out.raw(PageAssets.STYLE_HASH).raw("'; ");
    if (script) {
      out.raw("script-src '").raw(PageAssets.SCRIPT_HASH).raw("'; ");
    }
    out.raw("img-src data:; base-uri 'none'; form-action 'none'\">\n");
    out.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
    out.raw("<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
    out.raw(simulated ? "SIMULATED – " : "").text(title).raw("</title>\n<style>");
    out.raw(PageAssets.STYLE).raw("</style>\n</head>\n<body>\n");
    patterns();
    if (simulated) {
      out.raw("<div class=\"simulated\" role=\"note\"><strong>SIMULATED</strong> ");
      out.raw("These records are made up. Nothing shown here happened.</div>\n");
    }
    out.raw("<main>\n<header class=\"top\"><p class=\"brand\">Bellbuoy report</p><h1>");
    out.text(title).raw("</h1>\n<p class=\"quiet\">bellbuoy ").text(run.command());
    out.raw(" · version ").text(run.version()).raw(" · run <code>").text(run.id());
    out.raw("</code></p></header>\n");
  }

  /** Referred to by every map; a drawing that is not displayed would take its pattern with it. */
  private void patterns() {
    out.raw(
        "<svg class=\"defs\" aria-hidden=\"true\"><pattern id=\"hatch\" width=\"8\" height=\"8\"");
    out.raw(" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">");
    out.raw("<path class=\"hatch\" d=\"M0 0v8\"/></pattern><pattern id=\"stipple\" width=\"8\"");
    out.raw(" height=\"8\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(30)\">");
    out.raw("<path class=\"stipple\" d=\"M4 4h0\"/></pattern>");
    // Bars are stretched in length only, so this pattern is of upright lines.
    out.raw(
        "<pattern id=\"undecided\" width=\"1.2\" height=\"6\" patternUnits=\"userSpaceOnUse\">");
    out.raw("<path class=\"undecided-bar\" d=\"M0 0h.6v6h-.6z\"/></pattern></svg>\n");
  }

  /** Closes the page. */
  void foot(boolean findings, boolean script) {
    out.raw("<footer><p>");
    if (findings) {
      out.raw("A suspect is one who could have acted and whose act is likely or possible; ");
      out.raw(
          "it is not a statement that the act was theirs. Related and affected say even less. ");
      out.raw("A finding that cannot be told is no sign that nothing happened. ");
    }
    out.raw("All times are UTC. ");
    out.raw("Maps are Mercator; their scale holds along the middle latitude.</p></footer>\n");
    out.raw("</main>\n");
    if (script) {
      out.raw("<script>").raw(PageAssets.SCRIPT).raw("</script>\n");
    }
    out.raw("</body>\n</html>\n");
  }
}
