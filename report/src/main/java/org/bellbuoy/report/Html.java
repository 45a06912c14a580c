package org.bellbuoy.report;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.Writer;

/**
 * Markup under construction, drained to a writer section by section. Only {@link #raw} lets markup
 * through, and it is given words of this package alone.
 */
final class Html {
  /** Longest text shown in one piece, in characters. */
  static final int MAX_TEXT = 2_000;

  /** Longest name shown, in characters. */
  static final int MAX_NAME = 120;

  private final StringBuilder out = new StringBuilder(1 << 16);

  /** Markup as it stands. */
  @CanIgnoreReturnValue
  Html raw(String markup) {
    out.append(markup);
    return this;
  }

  /** A number of this package's own counting. */
  @CanIgnoreReturnValue
  Html raw(long number) {
    out.append(number);
    return this;
  }

  /** A coordinate, rounded to a tenth. */
  @CanIgnoreReturnValue
  Html tenth(double value) {
    SvgPath.appendTenths(out, Math.round(value * 10));
    return this;
  }

  /** Text. */
  @CanIgnoreReturnValue
  Html text(String text) {
    SafeText.appendEscaped(out, SafeText.visible(text, MAX_TEXT));
    return this;
  }

  /** A name that somebody else chose, kept from turning the text around it. */
  @CanIgnoreReturnValue
  Html name(String name) {
    out.append("<bdi>");
    SafeText.appendEscaped(out, SafeText.visible(name, MAX_NAME));
    out.append("</bdi>");
    return this;
  }

  /** An attribute with untrusted value, with the blank before it. */
  @CanIgnoreReturnValue
  Html attribute(String name, String value) {
    out.append(' ').append(name).append("=\"");
    SafeText.appendEscaped(out, SafeText.visible(value, MAX_TEXT));
    out.append('"');
    return this;
  }

  /** An attribute with a coordinate, with the blank before it. */
  @CanIgnoreReturnValue
  Html attribute(String name, double tenths) {
    out.append(' ').append(name).append("=\"");
    tenth(tenths);
    out.append('"');
    return this;
  }

  /** An element without attributes that holds text. */
  @CanIgnoreReturnValue
  Html element(String name, String text) {
    return raw("<").raw(name).raw(">").text(text).raw("</").raw(name).raw(">");
  }

  /** A name and a value in a definition list. */
  @CanIgnoreReturnValue
  Html pair(String label, String value) {
    return raw("<div>").element("dt", label).raw("<dd>").text(value).raw("</dd></div>\n");
  }

  StringBuilder builder() {
    return out;
  }

  /** Hands over what is there and starts afresh. */
  void drainTo(Writer writer) throws IOException {
    writer.append(out);
    out.setLength(0);
  }
}
