package org.bellbuoy.server.sigma;

import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/** What one value of a rule asks of the text of a field. Immutable. */
sealed interface TextTest {
  /** Whether it holds of a value; null is no value. */
  boolean holds(@Nullable String value);

  /** A text with wildcards. */
  record Text(Wildcard.Glob glob) implements TextTest {
    @Override
    public boolean holds(@Nullable String value) {
      return value != null && glob.matches(value);
    }
  }

  /** A regular expression found anywhere. */
  record Expression(Pattern pattern, String source) implements TextTest {
    @Override
    public boolean holds(@Nullable String value) {
      return value != null && pattern.matcher(value).find();
    }

    boolean ignoresCase() {
      return (pattern.flags() & Pattern.CASE_INSENSITIVE) != 0 || source.startsWith("(?i");
    }
  }

  /** An address in a network. */
  record Network(Cidr network) implements TextTest {
    @Override
    public boolean holds(@Nullable String value) {
      return value != null && network.contains(value);
    }
  }

  /** A number, written so or, as in Windows events, in hexadecimal. */
  record Numeral(String written, double number) implements TextTest {
    @Override
    public boolean holds(@Nullable String value) {
      return value != null
          && (value.equals(written)
              || value.startsWith("0x") && Comparison.number(value) == number);
    }
  }

  /** A number compared. */
  record Compared(Comparison comparison, double number) implements TextTest {
    @Override
    public boolean holds(@Nullable String value) {
      double given = value == null ? Double.NaN : Comparison.number(value);
      return !Double.isNaN(given) && comparison.holds(given, number);
    }
  }

  /** A part of a date compared. */
  record Dated(TimePart part, Comparison comparison, double number) implements TextTest {
    @Override
    public boolean holds(@Nullable String value) {
      int given = value == null ? -1 : part.in(value);
      return given >= 0 && comparison.holds(given, number);
    }
  }

  /** No value. */
  record Absent() implements TextTest {
    @Override
    public boolean holds(@Nullable String value) {
      return value == null;
    }
  }
}
