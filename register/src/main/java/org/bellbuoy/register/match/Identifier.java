package org.bellbuoy.register.match;

/**
 * A number that was given to one party or ship, in its one normal form.
 *
 * @param scheme who gives such numbers
 * @param scope what the number is unique within: ISO 3166-1 alpha-2 of the registry for {@link
 *     Scheme#REGISTRATION}, empty for the others
 * @param value normal form
 */
public record Identifier(Scheme scheme, String scope, String value) {
  /** Who gives a number. */
  public enum Scheme {
    /** IMO ship number (Resolution A.1117(30)): stays with a hull for life. */
    IMO("IMO number", true),
    /** MMSI (ITU-R M.585-9): changes with the flag, and passes to other ships. */
    MMSI("MMSI", false),
    /** Legal entity identifier (ISO 17442). */
    LEI("LEI", true),
    /** Number in a national or regional register. */
    REGISTRATION("registration number", false);

    private final String text;
    private final boolean exclusive;

    Scheme(String text, boolean exclusive) {
      this.text = text;
      this.exclusive = exclusive;
    }

    String text() {
      return text;
    }

    /** Whether a thing has one number only, for life, so that two numbers mean two things. */
    boolean exclusive() {
      return exclusive;
    }
  }

  /** What a text said. */
  public sealed interface Reading {
    /** A number in its normal form. */
    record Good(Identifier identifier) implements Reading {}

    /** No such number, in a sentence that names the text and what is wrong with it. */
    record Bad(String problem) implements Reading {}
  }

  /**
   * Reads a number of that scheme. Numbers that fail their check digits are bad and never put
   * right.
   *
   * @param scope as {@link #scope()}; ignored where the scheme has none
   */
  public static Reading read(Scheme scheme, String scope, String text) {
    return IdentifierReader.read(scheme, scope, text);
  }

  /** In words, for reports. */
  public String text() {
    return scheme.text() + " " + value + (scope.isEmpty() ? "" : " (" + scope + ")");
  }
}
