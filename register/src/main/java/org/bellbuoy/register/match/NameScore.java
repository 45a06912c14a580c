package org.bellbuoy.register.match;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * How alike two names are, and why.
 *
 * @param score 0 to 1
 * @param sentences which words met, which did not
 */
record NameScore(double score, List<String> sentences) {
  private static final double NUMBER_CAP = 0.85;

  static NameScore of(ParsedName left, ParsedName right, MatchOptions options) {
    NameScore bare = ofWords(left, right, options);
    if (bare.score() >= options.possibleScore()
        || left.forms().isEmpty() && right.forms().isEmpty()) {
      return bare;
    }
    NameScore whole = ofWords(left.withForms(), right.withForms(), options);
    return whole.score() > bare.score() ? whole : bare;
  }

  /** The score alone, without the sentences, which take more time than the score. */
  static double scoreOf(ParsedName left, ParsedName right, MatchOptions options) {
    double bare = wordScore(left, right, options);
    return bare >= options.possibleScore() || left.forms().isEmpty() && right.forms().isEmpty()
        ? bare
        : Math.max(bare, wordScore(left.withForms(), right.withForms(), options));
  }

  private static double wordScore(ParsedName left, ParsedName right, MatchOptions options) {
    return left.tokens().isEmpty() || right.tokens().isEmpty()
        ? 0
        : score(left, right, Alignment.of(left, right, options), options);
  }

  private static NameScore ofWords(ParsedName left, ParsedName right, MatchOptions options) {
    if (left.tokens().isEmpty() || right.tokens().isEmpty()) {
      return new NameScore(0, List.of("One of the names has no letter or digit."));
    }
    Alignment met = Alignment.of(left, right, options);
    return new NameScore(score(left, right, met, options), sentences(left, right, met));
  }

  private static double score(
      ParsedName left, ParsedName right, Alignment met, MatchOptions options) {
    boolean person =
        left.type() == EntityType.PERSON
            || left.type() == EntityType.LEGAL_ENTITY && left.forms().isEmpty();
    double score = person ? ofPerson(left, right, met, options) : ofFirm(left, right, met, options);
    for (Alignment.Pair pair : met.pairs()) {
      if (pair.likeness().how() == TokenLikeness.How.NUMBER_DIFFERS) {
        score = options.otherNumberLikeness() == 0 ? 0 : Math.min(score, NUMBER_CAP);
      }
    }
    return score;
  }

  /** Words that one side lacks cost little, words that both lack of each other forbid. */
  private static double ofPerson(
      ParsedName left, ParsedName right, Alignment met, MatchOptions options) {
    double like = weighted(met);
    int full = 0;
    for (Alignment.Pair pair : met.pairs()) {
      if (pair.left().getFirst().kind() != Token.Kind.PARTICLE) {
        full++;
      }
    }
    List<Token> missLeft = names(met.onlyLeft());
    List<Token> missRight = names(met.onlyRight());
    if (full == 0) {
      return 0;
    }
    if (!missLeft.isEmpty() && !missRight.isEmpty()) {
      return Math.min(options.bothMissCap(), share(met, left, right));
    }
    int extra = missLeft.size() + missRight.size();
    if (full < 2 && extra > 0 && !joins(met)) {
      return Math.min(options.bothMissCap(), like);
    }
    return like - options.extraWordCost() * extra;
  }

  /** Every word counts by its weight, on whichever side it stands. */
  private static double ofFirm(
      ParsedName left, ParsedName right, Alignment met, MatchOptions options) {
    double all = 0;
    double like = 0;
    boolean named = false;
    boolean onlyNumbers = true;
    for (Alignment.Pair pair : met.pairs()) {
      all += pair.weight();
      like += pair.weight() * pair.likeness().likeness();
      Token.Kind kind = pair.left().getFirst().kind();
      named |= kind == Token.Kind.NAME || kind == Token.Kind.INITIAL;
      onlyNumbers &= kind == Token.Kind.NUMBER;
    }
    double missing = 0;
    for (Token token : met.onlyLeft()) {
      missing += missWeight(token, left.type());
    }
    for (Token token : met.onlyRight()) {
      missing += missWeight(token, left.type());
    }
    if (all == 0 || onlyNumbers) {
      return 0;
    }
    double score = like / (all + missing);
    boolean bothMiss = !met.onlyLeft().isEmpty() && !met.onlyRight().isEmpty();
    if (missing > 0 && !named || bothMiss || left.type() != EntityType.VESSEL && series(met)) {
      score = Math.min(score, options.bothMissCap());
    }
    return left.formClasses().contains("nonprofit") != right.formClasses().contains("nonprofit")
            && !left.forms().isEmpty()
            && !right.forms().isEmpty()
        ? Math.min(score, options.bothMissCap())
        : score;
  }

  /** Whether one side has a number where the other has none, as a fund and its successor. */
  private static boolean series(Alignment met) {
    return met.onlyLeft().stream().anyMatch(token -> token.kind() == Token.Kind.NUMBER)
        || met.onlyRight().stream().anyMatch(token -> token.kind() == Token.Kind.NUMBER);
  }

  private static double missWeight(Token token, EntityType type) {
    return type == EntityType.VESSEL && token.kind() == Token.Kind.NUMBER
        ? token.weight()
        : Math.max(4, token.weight());
  }

  private static boolean joins(Alignment met) {
    return met.pairs().stream().anyMatch(pair -> pair.left().size() + pair.right().size() > 2);
  }

  private static List<Token> names(List<Token> tokens) {
    return tokens.stream().filter(token -> token.kind() != Token.Kind.PARTICLE).toList();
  }

  private static double weighted(Alignment met) {
    double all = 0;
    double like = 0;
    for (Alignment.Pair pair : met.pairs()) {
      all += pair.weight();
      like += pair.weight() * pair.likeness().likeness();
    }
    return all == 0 ? 0 : like / all;
  }

  private static double share(Alignment met, ParsedName left, ParsedName right) {
    double like = 0;
    for (Alignment.Pair pair : met.pairs()) {
      like += pair.weight() * pair.likeness().likeness();
    }
    double all = 0;
    for (Token token : left.tokens()) {
      all += token.weight() / 2;
    }
    for (Token token : right.tokens()) {
      all += token.weight() / 2;
    }
    return all == 0 ? 0 : like / all;
  }

  private static List<String> sentences(ParsedName left, ParsedName right, Alignment met) {
    List<String> told = new ArrayList<>();
    for (Alignment.Pair pair : met.pairs()) {
      told.add(
          quoted(pair.left())
              + " and "
              + quoted(pair.right())
              + " "
              + pair.likeness().how().text()
              + ".");
    }
    if (!met.onlyLeft().isEmpty()) {
      told.add("Only the first name has " + quoted(met.onlyLeft()) + ".");
    }
    if (!met.onlyRight().isEmpty()) {
      told.add("Only the second name has " + quoted(met.onlyRight()) + ".");
    }
    if (!left.forms().isEmpty() || !right.forms().isEmpty()) {
      told.add(
          "Legal forms were left out: "
              + words(left)
              + " of the first name, "
              + words(right)
              + " of the second.");
    }
    return List.copyOf(told);
  }

  private static String words(ParsedName name) {
    return name.forms().isEmpty()
        ? "none"
        : "\"" + String.join("\", \"", new TreeSet<>(name.forms().keySet())) + "\"";
  }

  private static String quoted(List<Token> tokens) {
    return "\"" + String.join(" ", tokens.stream().map(Token::text).toList()) + "\"";
  }
}
