package org.bellbuoy.register.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A name taken apart.
 *
 * @param original as written
 * @param type what it names
 * @param tokens words that count, in order, without legal forms
 * @param whole the same with legal forms, for forms misspelt on one side
 * @param forms legal forms found, and their classes
 */
record ParsedName(
    String original,
    EntityType type,
    List<Token> tokens,
    List<Token> whole,
    Map<String, String> forms) {
  private static final int LONGEST_FORM = 5;
  private static final int MOST_TOKENS = 24;
  private static final int LONGEST_NAME = 400;

  /** Where a legal form is written onto a name with no blank, as in "SiemensAG". */
  private static final Pattern GLUED = Pattern.compile("(?<=\\p{Ll}{3})(?=\\p{Lu}{2,4}\\b)");

  private static final Pattern ROMAN = Pattern.compile("x{0,3}(ix|iv|v?i{0,3})");

  static ParsedName of(String name, EntityType type) {
    String kept = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    if (type != EntityType.PERSON) {
      kept = GLUED.matcher(kept).replaceAll(" ");
    }
    List<String> words = new ArrayList<>(List.of(TextFold.fold(kept).split(" ")));
    words.removeIf(String::isEmpty);
    if (type != EntityType.PERSON) {
      lettersToOneWord(words);
      replace(words, List.of("united", "states"), "us");
      replace(words, List.of("united", "kingdom"), "uk");
    }
    List<Token> whole = tokens(words, type);
    if (type == EntityType.VESSEL) {
      return new ParsedName(name, type, whole, whole, Map.of());
    }
    Map<String, String> forms = new TreeMap<>();
    List<String> bare = withoutForms(words, forms, type);
    List<Token> tokens = forms.isEmpty() ? whole : tokens(bare, type);
    return new ParsedName(name, type, tokens, whole, Map.copyOf(forms));
  }

  /** The same with tokens that names share, to save room. */
  ParsedName shared(Map<Token, Token> known) {
    List<Token> one = shared(tokens, known);
    List<Token> all = whole.equals(one) ? one : shared(whole, known);
    return new ParsedName(original, type, one, all, forms);
  }

  private static List<Token> shared(List<Token> tokens, Map<Token, Token> known) {
    return tokens.stream().map(token -> known.computeIfAbsent(token, t -> t)).toList();
  }

  /** The same with legal forms as words like others. */
  ParsedName withForms() {
    return new ParsedName(original, type, whole, whole, Map.of());
  }

  /** Classes of the legal forms, in order. */
  TreeSet<String> formClasses() {
    return new TreeSet<>(forms.values());
  }

  /** Words that say nothing are left out, unless nothing would be left. */
  private static List<Token> tokens(List<String> words, EntityType type) {
    List<Token> tokens = new ArrayList<>();
    for (String word : words) {
      if (tokens.size() < MOST_TOKENS && !skipped(word, type, tokens.isEmpty())) {
        tokens.add(token(word, type));
      }
    }
    if (tokens.isEmpty()) {
      for (String word : words.subList(0, Math.min(MOST_TOKENS, words.size()))) {
        tokens.add(token(word, type));
      }
    }
    return List.copyOf(tokens);
  }

  private static boolean skipped(String word, EntityType type, boolean first) {
    if (type == EntityType.PERSON) {
      return WordLists.is("title", word);
    }
    return WordLists.is("stop", word)
        || type == EntityType.VESSEL && first && WordLists.is("prefix", word);
  }

  private static Token token(String word, EntityType type) {
    if (type == EntityType.PERSON || type == EntityType.LEGAL_ENTITY) {
      if (WordLists.is("particle", word)) {
        return Token.of(word, Token.Kind.PARTICLE);
      }
    }
    if (word.length() == 1 && Character.isLetter(word.charAt(0)) && type != EntityType.VESSEL) {
      return type == EntityType.PERSON || !isRoman(word)
          ? Token.of(word, Token.Kind.INITIAL)
          : Token.of(Integer.toString(roman(word)), Token.Kind.NUMBER);
    }
    if (type == EntityType.PERSON) {
      return Token.of(letters(word), Token.Kind.NAME);
    }
    String plain = WordLists.standsFor("same", word);
    if (isRoman(plain)) {
      return Token.of(Integer.toString(roman(plain)), Token.Kind.NUMBER);
    }
    if (plain.chars().anyMatch(c -> c >= '0' && c <= '9')) {
      return Token.of(plain.replaceFirst("^0+(?=\\d)", ""), Token.Kind.NUMBER);
    }
    return Token.of(plain, WordLists.is("generic", plain) ? Token.Kind.GENERIC : Token.Kind.NAME);
  }

  /** Digits that stand for letters in the name of a person. */
  private static String letters(String word) {
    if (word.chars().noneMatch(Character::isLetter)) {
      return word;
    }
    return word.replace('0', 'o').replace('1', 'i').replace('3', 'e').replace('5', 's');
  }

  /** "A B C" is one word. */
  private static void lettersToOneWord(List<String> words) {
    for (int i = 0; i + 1 < words.size(); i++) {
      if (isLetter(words.get(i)) && isLetter(words.get(i + 1))) {
        int end = i + 1;
        StringBuilder all = new StringBuilder(words.get(i));
        while (end < words.size() && isLetter(words.get(end))) {
          all.append(words.get(end++));
        }
        words.subList(i, end).clear();
        words.add(i, all.toString());
      }
    }
  }

  private static boolean isLetter(String word) {
    return word.length() == 1 && Character.isLetter(word.charAt(0));
  }

  private static void replace(List<String> words, List<String> from, String to) {
    for (int i = 0; i + from.size() <= words.size(); i++) {
      if (words.subList(i, i + from.size()).equals(from)) {
        words.subList(i, i + from.size()).clear();
        words.add(i, to);
      }
    }
  }

  /** Takes legal forms off the end as long as there are any, then one off the front. */
  private static List<String> withoutForms(
      List<String> words, Map<String, String> forms, EntityType type) {
    List<String> left = new ArrayList<>(words);
    boolean taken = true;
    while (taken) {
      taken = false;
      int least = type == EntityType.PERSON ? 2 : 1;
      for (int length = Math.min(LONGEST_FORM, left.size() - least);
          length > 0 && !taken;
          length--) {
        taken = take(left, left.size() - length, length, forms);
      }
    }
    if (type != EntityType.PERSON) {
      for (int length = Math.min(LONGEST_FORM, left.size() - 1); length > 0; length--) {
        if (take(left, 0, length, forms)) {
          break;
        }
      }
    }
    return left;
  }

  private static boolean take(List<String> left, int at, int length, Map<String, String> forms) {
    if (!WordLists.startsForm(left.get(at))) {
      return false;
    }
    List<String> part = left.subList(at, at + length);
    String phrase = String.join(" ", part);
    String found = WordLists.form(phrase);
    if (found == null) {
      return false;
    }
    forms.put(phrase, found);
    part.clear();
    return true;
  }

  private static boolean isRoman(String word) {
    return word.length() <= 4 && !word.isEmpty() && ROMAN.matcher(word).matches();
  }

  private static int roman(String word) {
    int sum = 0;
    for (int i = 0; i < word.length(); i++) {
      int value = digit(word.charAt(i));
      int next = i + 1 < word.length() ? digit(word.charAt(i + 1)) : 0;
      sum += value < next ? -value : value;
    }
    return sum;
  }

  private static int digit(char c) {
    return c == 'i' ? 1 : c == 'v' ? 5 : 10;
  }
}
