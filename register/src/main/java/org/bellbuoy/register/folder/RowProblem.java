package org.bellbuoy.register.folder;

/** A row, or a file, that cannot be used; the message says which field and value and why. */
final class RowProblem extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN_CHARS = 60;

  private final String reason;

  RowProblem(String reason, String sentence) {
    super(sentence);
    this.reason = reason;
  }

  /** A field whose value is not what it should be. */
  static RowProblem of(String reason, String field, String value, String what) {
    return new RowProblem(reason, "%s is '%s'; %s".formatted(field, shown(value), what));
  }

  String reason() {
    return reason;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }

  /** A value cut to what fits a message, without what would steer a screen. */
  static String shown(String value) {
    int end =
        value.codePointCount(0, value.length()) > SHOWN_CHARS
            ? value.offsetByCodePoints(0, SHOWN_CHARS)
            : value.length();
    StringBuilder out = new StringBuilder();
    value
        .substring(0, end)
        .codePoints()
        .forEach(c -> out.appendCodePoint(Character.isISOControl(c) ? '\uFFFD' : c));
    return end < value.length() ? out.append('…').toString() : out.toString();
  }
}
