package org.bellbuoy.server.content;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * File names known from entries, as regular expressions with weights. Names are the attacker's
 * choice: a name that fits is a hint, one that does not says nothing. Expressions are RE2, so time
 * grows with the path only. Immutable.
 */
public final class NameIndicators {
  private static final int MOST_WEIGHT = 100;

  /**
   * One expression.
   *
   * @param regex matched anywhere in the path, whatever the case; {@code /} parts folders
   * @param weight 1 to 100, as traits weigh
   * @param what it is known from
   * @param source who told
   */
  public record Indicator(String regex, int weight, String what, String source) {}

  private record Compiled(Indicator indicator, Pattern pattern) {}

  private final List<Compiled> all;

  private NameIndicators(List<Compiled> all) {
    this.all = List.copyOf(all);
  }

  /** Those that come with the program. */
  public static NameIndicators builtIn() {
    try (InputStream in = NameIndicators.class.getResourceAsStream("name-indicators.csv")) {
      Loaded<NameIndicators> loaded = read(Objects.requireNonNull(in).readAllBytes(), 0);
      if (!loaded.rejects().isEmpty()) {
        throw new IllegalStateException(loaded.rejects().toString());
      }
      return loaded.table();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a table: a line each of {@code regex;weight;what;source}, the last two optional. Quote an
   * expression that holds a semicolon.
   *
   * @param source index among those of the run, for rejects
   */
  public static Loaded<NameIndicators> read(byte[] file, int source) {
    List<Compiled> all = new ArrayList<>();
    var rejects =
        IndicatorLines.read(
            file,
            source,
            "regex;",
            fields -> {
              if (fields.size() < 2) {
                return "The line has no weight; regex;weight is expected.";
              }
              int weight;
              try {
                weight = Integer.parseInt(fields.get(1));
              } catch (NumberFormatException e) {
                return "The weight '%s' is not a whole number.".formatted(fields.get(1));
              }
              if (weight < 1 || weight > MOST_WEIGHT) {
                return "The weight %d is not from 1 to %d.".formatted(weight, MOST_WEIGHT);
              }
              try {
                String regex = fields.getFirst();
                if (regex.isEmpty()) {
                  return "The expression is empty.";
                }
                String what = fields.size() > 2 ? fields.get(2) : "";
                String told = fields.size() > 3 ? fields.get(3) : "";
                all.add(
                    new Compiled(
                        new Indicator(regex, weight, what, told),
                        Pattern.compile(regex, Pattern.CASE_INSENSITIVE)));
                return "";
              } catch (PatternSyntaxException e) {
                return "The expression '%s' cannot be read: %s."
                    .formatted(fields.getFirst(), e.getDescription());
              }
            });
    return new Loaded<>(new NameIndicators(all), rejects);
  }

  /** These and those of another table. */
  public NameIndicators and(NameIndicators other) {
    List<Compiled> both = new ArrayList<>(all);
    both.addAll(other.all);
    return new NameIndicators(both);
  }

  /** Number of expressions. */
  public int size() {
    return all.size();
  }

  /** All that fit a path, in the order of the table. */
  public List<Indicator> matching(String path) {
    String plain = "/" + WebPath.plain(path);
    return all.stream()
        .filter(c -> c.pattern().matcher(plain).find())
        .map(Compiled::indicator)
        .toList();
  }
}
