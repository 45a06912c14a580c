package org.bellbuoy.server.sigma;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Modifiers that turn a text into others, in the order in which they are written. */
final class Encodings {
  private static final int MOST_TEXTS = 10_000;

  private Encodings() {}

  /** All texts that stand for one, joined by or. */
  static List<Wildcard> apply(
      String text, Modifiers modifiers, Map<String, List<String>> placeholders)
      throws SigmaRuleException {
    List<Wildcard> texts = new ArrayList<>();
    if (modifiers.has("expand")) {
      for (String expanded : expand(text, modifiers, placeholders)) {
        texts.add(Wildcard.parse(expanded));
      }
    } else {
      texts.add(Wildcard.parse(text));
    }
    boolean bytes = false;
    for (String word : modifiers.words()) {
      List<Wildcard> next = new ArrayList<>();
      for (Wildcard one : texts) {
        next.addAll(apply(one, word, bytes, modifiers));
      }
      texts = next;
      bytes |= word.equals("wide") || word.startsWith("utf16");
    }
    return texts;
  }

  private static List<Wildcard> apply(
      Wildcard text, String word, boolean bytes, Modifiers modifiers) throws SigmaRuleException {
    return switch (word) {
      case "contains" -> List.of(text.openAtStart().openAtEnd());
      case "startswith" -> List.of(text.openAtEnd());
      case "endswith" -> List.of(text.openAtStart());
      case "windash" -> List.of(text.anyDash());
      case "wide", "utf16le" -> List.of(text.wide(false, false));
      case "utf16be" -> List.of(text.wide(true, false));
      case "utf16" -> List.of(text.wide(false, true));
      case "base64" ->
          List.of(
              Wildcard.plain(Base64.getEncoder().encodeToString(bytes(text, bytes, modifiers))));
      case "base64offset" -> offsets(bytes(text, bytes, modifiers));
      default -> List.of(text);
    };
  }

  private static byte[] bytes(Wildcard text, boolean bytes, Modifiers modifiers)
      throws SigmaRuleException {
    if (text.hasWildcards()) {
      throw new SigmaRuleException(
          SigmaRuleException.quote(modifiers.key())
              + ": "
              + SigmaRuleException.quote(text.text())
              + " has wildcards, which base64 cannot have");
    }
    return text.text().getBytes(bytes ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
  }

  /** What of the bytes stays the same in base64 after none, one or two bytes before them. */
  private static List<Wildcard> offsets(byte[] bytes) {
    List<Wildcard> texts = new ArrayList<>();
    for (int before = 0; before < 3; before++) {
      byte[] shifted = new byte[before + bytes.length];
      Arrays.fill(shifted, (byte) ' ');
      System.arraycopy(bytes, 0, shifted, before, bytes.length);
      String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
      int from = before == 0 ? 0 : before + 1;
      int to = encoded.length() - (shifted.length % 3 == 0 ? 0 : 1);
      if (from < to) {
        texts.add(Wildcard.plain(encoded.substring(from, to)));
      }
    }
    return texts;
  }

  private static List<String> expand(
      String text, Modifiers modifiers, Map<String, List<String>> placeholders)
      throws SigmaRuleException {
    List<StringBuilder> texts = new ArrayList<>(List.of(new StringBuilder()));
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int end = c == '%' ? text.indexOf('%', i + 1) : -1;
      if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '%') {
        texts.forEach(one -> one.append('%'));
        i += 2;
      } else if (end > i + 1 && isName(text, i + 1, end)) {
        String name = text.substring(i + 1, end);
        List<String> values = placeholders.get(name);
        if (values == null || values.isEmpty()) {
          throw new SigmaRuleException(
              SigmaRuleException.quote(modifiers.key())
                  + ": no values are given for placeholder "
                  + SigmaRuleException.quote("%" + name + "%"));
        }
        if ((long) texts.size() * values.size() > MOST_TEXTS) {
          throw modifiers.clash("more than " + MOST_TEXTS + " texts by placeholders");
        }
        List<StringBuilder> next = new ArrayList<>();
        for (StringBuilder one : texts) {
          values.forEach(value -> next.add(new StringBuilder(one).append(value)));
        }
        texts = next;
        i = end + 1;
      } else {
        texts.forEach(one -> one.append(c));
        i++;
      }
    }
    return texts.stream().map(StringBuilder::toString).toList();
  }

  private static boolean isName(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '_' && c != '-' && c != '.') {
        return false;
      }
    }
    return true;
  }
}
