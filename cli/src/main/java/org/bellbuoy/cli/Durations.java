package org.bellbuoy.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads spans such as {@code 90s}, {@code 30m}, {@code 2h} and {@code 1d} as milliseconds. */
final class Durations implements ITypeConverter<Long> {
  private static final Pattern SPAN = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?)(ms|s|m|h|d)");

  Durations() {}

  @Override
  public Long convert(String value) {
    Matcher match = SPAN.matcher(value.trim().toLowerCase(Locale.ROOT));
    if (!match.matches()) {
      throw new TypeConversionException(
          "'" + value + "' is no span of time; write 90s, 30m, 2h or 1d");
    }
    double unit =
        switch (match.group(2)) {
          case "ms" -> 1;
          case "s" -> 1000;
          case "m" -> 60_000;
          case "h" -> 3_600_000;
          default -> 86_400_000;
        };
    return Math.round(Double.parseDouble(match.group(1)) * unit);
  }
}
