package org.bellbuoy.register.cables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Splits a list of names in free text. A comma parts two names unless it stands within brackets, or
 * what follows it up to the next comma is nothing but legal forms ({@code Inc}, {@code Co.}, {@code
 * Ltd.}, also several: {@code Co Ltd}), with or without a short form in brackets behind: that
 * belongs to the name before. Brackets that do not close do not hold commas. Pure.
 */
final class NameList {
  private static final Set<String> LEGAL_FORMS =
      Set.of(
          "inc",
          "incorporated",
          "ltd",
          "limited",
          "llc",
          "llp",
          "lp",
          "plc",
          "co",
          "corp",
          "corporation",
          "company",
          "sa",
          "sas",
          "sarl",
          "srl",
          "spa",
          "sl",
          "ag",
          "gmbh",
          "kg",
          "bv",
          "nv",
          "ab",
          "as",
          "asa",
          "oy",
          "oyj",
          "pte",
          "pty",
          "pvt",
          "sdn",
          "bhd",
          "kk",
          "psc",
          "pjsc",
          "jsc",
          "ojsc",
          "cjsc",
          "saoc",
          "saog",
          "tbk",
          "pt",
          "sab",
          "cv");

  private NameList() {}

  static List<String> split(String text) {
    List<String> names = new ArrayList<>();
    int from = 0;
    int depth = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? ',' : text.charAt(i);
      if (c == '(' && text.indexOf(')', i) >= 0) {
        depth++;
      } else if (c == ')' && depth > 0) {
        depth--;
      } else if (c == ',' && (depth == 0 || i == text.length())) {
        add(names, text.substring(from, i).strip());
        from = i + 1;
      }
    }
    return names;
  }

  private static void add(List<String> names, String part) {
    if (part.isEmpty()) {
      return;
    }
    if (!names.isEmpty() && isLegalForm(part)) {
      names.set(names.size() - 1, names.getLast() + ", " + part);
    } else {
      names.add(part);
    }
  }

  private static boolean isLegalForm(String part) {
    int bracket = part.indexOf('(');
    String words = (bracket < 0 ? part : part.substring(0, bracket)).strip();
    if (words.isEmpty()) {
      return false;
    }
    for (String word : words.split("\\s+")) {
      // Stops and strokes within: S.A., A/S, Co.
      String plain = word.toLowerCase(Locale.ROOT).replaceAll("[./]", "");
      if (!LEGAL_FORMS.contains(plain)) {
        return false;
      }
    }
    return true;
  }
}
