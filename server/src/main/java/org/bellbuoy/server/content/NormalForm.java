package org.bellbuoy.server.content;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What stays of a script whoever copies it: white space, comments, case, cut strings and the choice
 * of names are gone.
 *
 * @param tokenSha256 names by the order of their first use, strings and numbers by their kind only
 * @param literalSha256 the same with strings and numbers as they stand
 * @param words one word a token for likeness: names alike, since one name more would shift the
 *     numbers of all behind it
 */
record NormalForm(String tokenSha256, String literalSha256, List<String> words) {
  private static final byte SEPARATOR = 0x1F;

  static NormalForm of(List<Token> joined) {
    MessageDigest tokens = Digests.sha256();
    MessageDigest literals = Digests.sha256();
    Map<String, String> names = new HashMap<>();
    String[] words = new String[joined.size()];
    for (int i = 0; i < joined.size(); i++) {
      Token token = joined.get(i);
      String exact;
      String loose;
      switch (token.kind()) {
        case NAME -> {
          String number = names.get(token.text());
          if (number == null) {
            number = "#" + names.size();
            names.put(token.text(), number);
          }
          exact = number;
          loose = number;
          words[i] = "#";
        }
        case STRING -> {
          exact = "'" + token.text();
          loose = "'";
          words[i] = loose;
        }
        case NUMBER -> {
          exact = token.text();
          loose = "0";
          words[i] = loose;
        }
        case WORD, PUNCTUATION, TEXT -> {
          exact = token.text();
          loose = exact;
          words[i] = exact;
        }
        default -> throw new IllegalStateException(token.kind().name());
      }
      add(tokens, loose);
      add(literals, exact);
    }
    HexFormat hex = HexFormat.of();
    return new NormalForm(
        hex.formatHex(tokens.digest()), hex.formatHex(literals.digest()), List.of(words));
  }

  private static void add(MessageDigest digest, String word) {
    digest.update(word.getBytes(StandardCharsets.UTF_8));
    digest.update(SEPARATOR);
  }
}
