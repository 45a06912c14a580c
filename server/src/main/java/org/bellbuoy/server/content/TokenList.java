package org.bellbuoy.server.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tokens of one script and what was odd about them. Filled by {@link Tokeniser}, then only
 * read.
 */
final class TokenList {
  final List<Token> tokens = new ArrayList<>();

  /** Attributes of directives, by lower-case name; the first of a name counts. */
  final Map<String, Token> directives = new HashMap<>();

  /** Character indexes of server names that were written with escapes or unseen characters. */
  final List<Integer> escapedNames = new ArrayList<>();

  /** Character indexes of comments that stand inside an expression of server code. */
  final List<Integer> gluedComments = new ArrayList<>();

  /** Character index of the first server code, −1 where there is none. */
  int serverCode = -1;

  void add(Token.Kind kind, String text, int from, int to, boolean server, boolean newLine) {
    tokens.add(new Token(kind, text, from, to, server, newLine));
    // A directive alone runs nothing.
    if (server && serverCode < 0) {
      serverCode = from;
    }
  }

  int size() {
    return tokens.size();
  }

  Token get(int index) {
    return tokens.get(index);
  }

  /** Whether a token at that index reads so and is no string. */
  boolean is(int index, String text) {
    return index >= 0 && index < tokens.size() && tokens.get(index).is(text);
  }

  /**
   * These tokens with {@code "a" + "b"} joined to {@code "ab"}, so that cutting a word into pieces
   * changes nothing.
   */
  List<Token> joined() {
    List<Token> joined = new ArrayList<>(tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (!token.isString()) {
        joined.add(token);
        continue;
      }
      StringBuilder value = new StringBuilder(token.text());
      int last = i;
      while (last + 2 < tokens.size() && joins(last + 1) && tokens.get(last + 2).isString()) {
        last += 2;
        value.append(tokens.get(last).text());
      }
      joined.add(
          last == i
              ? token
              : new Token(
                  Token.Kind.STRING,
                  value.toString(),
                  token.from(),
                  tokens.get(last).to(),
                  token.server(),
                  token.newLine()));
      i = last;
    }
    return joined;
  }

  private boolean joins(int index) {
    return is(index, "+") || is(index, "&") || is(index, ".");
  }
}
