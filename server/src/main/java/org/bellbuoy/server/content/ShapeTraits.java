package org.bellbuoy.server.content;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Traits of how a script is written, whatever it does. Pure; time grows with the file. */
final class ShapeTraits {
  private static final int SMALL_BYTES = 4_096;
  private static final int FEW_TOKENS = 12;
  private static final int LONG_LITERAL = 256;

  /** Base64 of random bytes comes to 6 bits a character, hex to 4, English and code to 4.5. */
  private static final double RANDOM_BITS = 5.2;

  private static final int LONG_HEX = 512;
  private static final int KEY_DIGITS = 40;
  private static final List<String> TELLING =
      List.of(
          "eval",
          "frombase64string",
          "base64_decode",
          "assembly",
          "wscript.shell",
          "cmd.exe",
          "powershell",
          "system.diagnostics",
          "processstartinfo",
          "machinekey",
          "unsafe",
          "shell_exec",
          "passthru",
          "assert",
          "create_function",
          "execute");

  private final Script script;
  private final Map<TraitRule, Trait> found = new EnumMap<>(TraitRule.class);

  private ShapeTraits(Script script) {
    this.script = script;
  }

  static Map<TraitRule, Trait> of(Script script) {
    ShapeTraits traits = new ShapeTraits(script);
    if (script.hasServerCode()) {
      traits.size();
      traits.prefix();
      traits.codePage();
      traits.disguises();
      traits.strings();
    } else {
      traits.keyDump();
    }
    return traits.found;
  }

  static Trait trait(Script script, TraitRule rule, String sentence, int from, int to) {
    int first = script.text().byteOffset(from);
    int behind = script.text().byteOffset(Math.max(from, to - 1)) + 1;
    return new Trait(rule, sentence, first, behind - first);
  }

  private void add(TraitRule rule, String sentence, int from, int to) {
    found.putIfAbsent(rule, trait(script, rule, sentence, from, to));
  }

  private void size() {
    TokenList tokens = script.tokens();
    int at = tokens.serverCode;
    if (script.bytes() < SMALL_BYTES) {
      add(TraitRule.SMALL, "It has server code in %d bytes.".formatted(script.bytes()), at, at + 1);
    }
    List<Token> server = tokens.tokens.stream().filter(Token::server).toList();
    int from = server.getFirst().from();
    int to = server.getLast().to();
    if (server.size() >= FEW_TOKENS && script.text().find("\n", from, to) < 0) {
      add(
          TraitRule.ONE_LINE,
          "All %d tokens of its server code stand on one line.".formatted(server.size()),
          from,
          to);
    }
  }

  private void prefix() {
    TraitRule rule =
        switch (script.text().prefix()) {
          case NONE -> null;
          case PST, DER -> TraitRule.PAGE_IN_STORE;
          case MEDIA -> TraitRule.PAGE_IN_MEDIA;
          case BINARY -> TraitRule.PAGE_IN_BINARY;
        };
    if (rule != null) {
      String what =
          switch (script.text().prefix()) {
            case PST -> "an Outlook mail store";
            case DER -> "a certificate request";
            case MEDIA -> "an image, document or archive";
            case NONE, BINARY -> "bytes that are no text";
          };
      String sentence =
          "The file begins as %s and holds a page from byte %d on."
              .formatted(what, script.text().pageOffset());
      found.put(rule, new Trait(rule, sentence, 0, Math.max(1, script.text().pageOffset())));
    }
  }

  private void codePage() {
    Token value = script.tokens().directives.get("codepage");
    if (value != null && value.text().trim().equals("65001")) {
      add(TraitRule.CODE_PAGE, "The page sets CODEPAGE 65001.", value.from(), value.to());
    }
  }

  private void disguises() {
    TokenList tokens = script.tokens();
    if (!tokens.gluedComments.isEmpty()) {
      int at = tokens.gluedComments.getFirst();
      String sentence =
          "Comments stand inside expressions, %d times.".formatted(tokens.gluedComments.size());
      add(TraitRule.COMMENT_IN_CODE, sentence, at, at + 2);
    }
    if (!tokens.escapedNames.isEmpty()) {
      int at = tokens.escapedNames.getFirst();
      String sentence =
          "Names are written with escapes or unseen characters, %d times."
              .formatted(tokens.escapedNames.size());
      add(TraitRule.ESCAPED_NAME, sentence, at, at + 2);
    }
  }

  private void strings() {
    for (Token token : script.joined()) {
      if (!token.isString() || !token.server()) {
        continue;
      }
      String value = token.text();
      if (random(value)) {
        String sentence =
            "A literal of %d characters is as random as encrypted or compressed bytes."
                .formatted(value.length());
        add(TraitRule.RANDOM_LITERAL, sentence, token.from(), token.to());
      }
      String plain = value.toLowerCase(Locale.ROOT);
      String written = script.text().slice(token.from(), token.to()).toLowerCase(Locale.ROOT);
      for (String word : TELLING) {
        if (plain.contains(word) && !written.contains(word)) {
          String sentence = "The word '%s' is put together from pieces.".formatted(word);
          add(TraitRule.CUT_WORD, sentence, token.from(), token.to());
        }
      }
    }
  }

  private static boolean random(String value) {
    if (value.length() < LONG_LITERAL) {
      return false;
    }
    boolean hex = value.length() >= LONG_HEX && value.chars().allMatch(ShapeTraits::isHex);
    return hex || bits(value) >= RANDOM_BITS && value.indexOf(' ') < 0;
  }

  private static boolean isHex(int c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
  }

  /** Shannon's entropy of its characters, bits each. */
  static double bits(String value) {
    int[] counts = new int[256];
    value.chars().forEach(c -> counts[c & 0xFF]++);
    double bits = 0;
    for (int count : counts) {
      if (count > 0) {
        double share = count / (double) value.length();
        bits -= share * Math.log(share) / Math.log(2);
      }
    }
    return bits;
  }

  /** A file for browsers in which a shell left the keys it took. Its digits are never quoted. */
  private void keyDump() {
    ScriptText text = script.text();
    int word = -1;
    for (String sign : List.of("validationkey", "decryptionkey", "machinekey", "hmacsha256")) {
      word = word < 0 ? text.find(sign, 0, text.length()) : word;
    }
    if (word < 0 || ScriptLanguage.extension(script.path()).equals("config")) {
      return;
    }
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = isHex(text.at(i)) ? run + 1 : 0;
      if (run == KEY_DIGITS) {
        add(
            TraitRule.KEY_DUMP,
            "A file that browsers may fetch holds words and digits of machine keys.",
            word,
            word + 10);
        return;
      }
    }
  }
}
