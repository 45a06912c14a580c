package org.bellbuoy.register.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which words of two names met, best pairs first. Greedy, so that it can be told in sentences; cost
 * grows with the product of the numbers of words, which are bounded.
 *
 * @param pairs words that met
 * @param onlyLeft words of the left name that met nothing
 * @param onlyRight words of the right name that met nothing
 */
record Alignment(List<Pair> pairs, List<Token> onlyLeft, List<Token> onlyRight) {
  private static final int MOST_JOINED = 3;
  private static final int SHORTEST_JOINED = 4;

  /** Words that met; more than one on a side where they are written together on the other. */
  record Pair(List<Token> left, List<Token> right, TokenLikeness likeness) {
    double weight() {
      return Math.max(weight(left), weight(right));
    }

    private static double weight(List<Token> tokens) {
      double sum = 0;
      for (Token token : tokens) {
        sum += token.weight();
      }
      return sum;
    }
  }

  private record Chance(
      int left, int leftCount, int right, int rightCount, TokenLikeness likeness) {
    double merit() {
      return likeness.likeness() - 0.001 * Math.abs(left - right) + 0.01 * (leftCount + rightCount);
    }
  }

  static Alignment of(ParsedName left, ParsedName right, MatchOptions options) {
    List<Token> a = left.tokens();
    List<Token> b = right.tokens();
    EntityType type = left.type();
    List<Chance> chances = new ArrayList<>();
    for (int i = 0; i < a.size(); i++) {
      for (int j = 0; j < b.size(); j++) {
        add(chances, i, 1, j, 1, TokenLikeness.of(a.get(i), b.get(j), type, options));
      }
    }
    joined(a, b, chances, type, options, false);
    joined(b, a, chances, type, options, true);
    if (type != EntityType.VESSEL) {
      boolean person = type == EntityType.PERSON;
      acronym(a, b, chances, person, false);
      acronym(b, a, chances, person, true);
    }
    chances.sort(Comparator.comparingDouble(Chance::merit).reversed());
    boolean[] usedA = new boolean[a.size()];
    boolean[] usedB = new boolean[b.size()];
    List<Pair> pairs = new ArrayList<>();
    for (Chance chance : chances) {
      if (free(usedA, chance.left, chance.leftCount)
          && free(usedB, chance.right, chance.rightCount)) {
        take(usedA, chance.left, chance.leftCount);
        take(usedB, chance.right, chance.rightCount);
        pairs.add(
            new Pair(
                a.subList(chance.left, chance.left + chance.leftCount),
                b.subList(chance.right, chance.right + chance.rightCount),
                chance.likeness));
      }
    }
    List<Token> onlyA = rest(a, usedA, false);
    List<Token> onlyB = rest(b, usedB, false);
    if (onlyA.isEmpty() || onlyB.isEmpty()) {
      onlyA = rest(a, usedA, true);
      onlyB = rest(b, usedB, true);
    }
    return new Alignment(List.copyOf(pairs), onlyA, onlyB);
  }

  /** Two or three neighbours on the one side written as one word on the other. */
  private static void joined(
      List<Token> a,
      List<Token> b,
      List<Chance> chances,
      EntityType type,
      MatchOptions options,
      boolean turned) {
    for (int i = 0; i + 1 < a.size(); i++) {
      if (a.get(i).kind() == Token.Kind.INITIAL && a.get(i + 1).kind() == Token.Kind.INITIAL) {
        continue;
      }
      int length = a.get(i).text().length();
      for (int count = 2; count <= MOST_JOINED && i + count <= a.size(); count++) {
        length += a.get(i + count - 1).text().length();
        @Nullable Token all = null;
        for (int j = 0; j < b.size(); j++) {
          int other = b.get(j).text().length();
          if (Math.abs(other - length) > 2 || other < SHORTEST_JOINED) {
            continue;
          }
          if (all == null) {
            all = together(a.subList(i, i + count));
          }
          TokenLikeness told = asOne(all, b.get(j), type, options);
          if (turned) {
            add(chances, j, 1, i, count, told);
          } else {
            add(chances, i, count, j, 1, told);
          }
        }
      }
    }
  }

  private static Token together(List<Token> tokens) {
    StringBuilder text = new StringBuilder();
    tokens.forEach(token -> text.append(token.text()));
    return Token.of(text.toString(), Token.Kind.NAME);
  }

  private static TokenLikeness asOne(Token all, Token word, EntityType type, MatchOptions options) {
    double like = TokenLikeness.of(all, word, type, options).likeness();
    return like > 0
        ? new TokenLikeness(TokenLikeness.How.JOINED, Math.min(0.97, like))
        : TokenLikeness.NONE;
  }

  /** Letters that begin the words of the other name, or two given names written as letters. */
  private static void acronym(
      List<Token> a, List<Token> b, List<Chance> chances, boolean person, boolean turned) {
    for (int i = 0; i < a.size(); i++) {
      String letters = a.get(i).text();
      int length = letters.length();
      if (a.get(i).kind() != Token.Kind.NAME || (person ? length != 2 : length < 3)) {
        continue;
      }
      for (int j = 0; j + length <= b.size(); j++) {
        boolean meets = true;
        for (int k = 0; k < length && meets; k++) {
          meets = b.get(j + k).text().charAt(0) == letters.charAt(k);
        }
        if (meets) {
          TokenLikeness told = new TokenLikeness(TokenLikeness.How.ACRONYM, 0.8);
          if (turned) {
            add(chances, j, length, i, 1, told);
          } else {
            add(chances, i, 1, j, length, told);
          }
        }
      }
    }
  }

  private static void add(
      List<Chance> chances,
      int left,
      int leftCount,
      int right,
      int rightCount,
      TokenLikeness like) {
    if (like.likeness() > 0) {
      chances.add(new Chance(left, leftCount, right, rightCount, like));
    }
  }

  private static boolean free(boolean[] used, int from, int count) {
    for (int i = from; i < from + count; i++) {
      if (used[i]) {
        return false;
      }
    }
    return true;
  }

  private static void take(boolean[] used, int from, int count) {
    for (int i = from; i < from + count; i++) {
      used[i] = true;
    }
  }

  /** Words left over. A word written twice in a row by one side only says nothing more. */
  private static List<Token> rest(List<Token> tokens, boolean[] used, boolean withoutRepeats) {
    List<Token> left = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      boolean repeats = repeats(tokens, used, i, i - 1) || repeats(tokens, used, i, i + 1);
      if (!used[i] && !(withoutRepeats && repeats)) {
        left.add(tokens.get(i));
      }
    }
    return List.copyOf(left);
  }

  private static boolean repeats(List<Token> tokens, boolean[] used, int at, int beside) {
    return beside >= 0
        && beside < tokens.size()
        && used[beside]
        && tokens.get(beside).text().equals(tokens.get(at).text());
  }
}
