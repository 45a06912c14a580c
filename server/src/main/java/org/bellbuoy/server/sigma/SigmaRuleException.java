package org.bellbuoy.server.sigma;

import java.io.Serial;

/** A rule cannot run; the message is the rest of a sentence that names field and value. */
final class SigmaRuleException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  SigmaRuleException(String message) {
    super(message);
  }

  /** Untrusted text as part of a sentence: one line, cut. */
  static String quote(Object value) {
    StringBuilder out = new StringBuilder("\"");
    String text = String.valueOf(value);
    for (int i = 0; i < text.length() && i < 120; i++) {
      char c = text.charAt(i);
      out.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c);
    }
    return out.append(text.length() > 120 ? "…\"" : "\"").toString();
  }
}
