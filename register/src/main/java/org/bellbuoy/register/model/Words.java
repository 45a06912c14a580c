package org.bellbuoy.register.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words that stand for constants in files: lower case, with a hyphen for an underscore. */
public final class Words {
  private Words() {}

  /** The word of a constant, for example {@code state-body}. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The constant behind a word, whatever its case; empty where there is none. */
  public static <E extends Enum<E>> Optional<E> parse(Class<E> type, String word) {
    String name = word.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(name))
        .findFirst();
  }

  /** All words of a kind, for a message that says what is allowed. */
  public static <E extends Enum<E>> String all(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Words::of).collect(Collectors.joining(", "));
  }
}
