package org.bellbuoy.server.sigma;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key of a selection: a field's name and its modifiers, in order.
 *
 * @param name field, empty for keywords
 * @param words modifiers as written
 */
record Modifiers(String name, List<String> words) {
  private static final Set<String> KNOWN =
      Set.of(
          "contains",
          "startswith",
          "endswith",
          "all",
          "exists",
          "cased",
          "neq",
          "windash",
          "re",
          "i",
          "m",
          "s",
          "base64",
          "base64offset",
          "wide",
          "utf16le",
          "utf16be",
          "utf16",
          "lt",
          "lte",
          "gt",
          "gte",
          "minute",
          "hour",
          "day",
          "week",
          "month",
          "year",
          "cidr",
          "expand",
          "fieldref");
  private static final Set<String> TYPES =
      Set.of("re", "cidr", "exists", "fieldref", "lt", "lte", "gt", "gte");
  private static final Set<String> ENCODINGS =
      Set.of("base64", "base64offset", "wide", "utf16le", "utf16be", "utf16", "windash");

  Modifiers {
    words = List.copyOf(words);
  }

  static Modifiers parse(String key) throws SigmaRuleException {
    String[] parts = key.split("\\|", -1);
    List<String> words = List.of(parts).subList(1, parts.length);
    Modifiers modifiers = new Modifiers(parts[0], words);
    int types = 0;
    for (String word : words) {
      if (!KNOWN.contains(word)) {
        throw new SigmaRuleException(
            SigmaRuleException.quote(key) + ": unknown modifier " + SigmaRuleException.quote(word));
      }
      types += TYPES.contains(word) ? 1 : 0;
    }
    boolean flags = modifiers.has("i") || modifiers.has("m") || modifiers.has("s");
    if (flags && !modifiers.has("re")) {
      throw modifiers.clash("i, m and s belong to re");
    }
    boolean encodes = words.stream().anyMatch(ENCODINGS::contains);
    if (types > 1 || types == 1 && encodes) {
      throw modifiers.clash("these modifiers exclude each other");
    }
    if (parts[0].isEmpty()
        && (types == 1 && !modifiers.has("re") || modifiers.timePart() != null)) {
      throw modifiers.clash("keywords have no such modifier");
    }
    return modifiers;
  }

  boolean has(String word) {
    return words.contains(word);
  }

  @Nullable TimePart timePart() {
    for (String word : words) {
      TimePart part = TimePart.of(word);
      if (part != null) {
        return part;
      }
    }
    return null;
  }

  /** The comparison among the modifiers, null where there is none. */
  @Nullable Comparison comparison() {
    for (String word : words) {
      Comparison comparison = Comparison.of(word);
      if (comparison != null && comparison != Comparison.NEQ) {
        return comparison;
      }
    }
    return null;
  }

  /** As written. */
  String key() {
    return words.isEmpty() ? name : name + "|" + String.join("|", words);
  }

  SigmaRuleException clash(String why) {
    return new SigmaRuleException(SigmaRuleException.quote(key()) + ": " + why);
  }
}
