package org.bellbuoy.server.content;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tokens of a script that its server runs, with cut strings joined. */
final class ServerCode {
  private final List<Token> tokens;
  private final boolean byLine;

  /** First index of each word that is no string. */
  private final Map<String, Integer> first = new HashMap<>();

  private ServerCode(List<Token> tokens) {
    this.tokens = tokens;
    // Visual Basic ends statements with the line; all others have semicolons somewhere.
    for (int i = 0; i < tokens.size(); i++) {
      if (!tokens.get(i).isString()) {
        first.putIfAbsent(tokens.get(i).text(), i);
      }
    }
    this.byLine = !first.containsKey(";");
  }

  static ServerCode of(Script script) {
    return new ServerCode(script.joined().stream().filter(Token::server).toList());
  }

  int size() {
    return tokens.size();
  }

  Token get(int index) {
    return tokens.get(index);
  }

  boolean is(int index, String text) {
    return index >= 0 && index < tokens.size() && tokens.get(index).is(text);
  }

  boolean isName(int index) {
    if (index < 0 || index >= tokens.size()) {
      return false;
    }
    Token.Kind kind = tokens.get(index).kind();
    return kind == Token.Kind.NAME || kind == Token.Kind.WORD;
  }

  /** First index of a word, −1. */
  int find(String word) {
    return first.getOrDefault(word, -1);
  }

  /** First index of any of the words, in their order; −1. */
  int findAny(String... words) {
    for (String word : words) {
      int at = find(word);
      if (at >= 0) {
        return at;
      }
    }
    return -1;
  }

  boolean holds(String word) {
    return find(word) >= 0;
  }

  /** Index behind the statement that holds {@code at}. */
  int statementEnd(int at) {
    int i = at;
    while (i < tokens.size() && !ends(i, i > at)) {
      i++;
    }
    return i;
  }

  private boolean ends(int i, boolean later) {
    Token t = tokens.get(i);
    return t.is(";") || t.is("{") || t.is("}") || byLine && later && t.newLine();
  }

  /** Index of the bracket that closes the one at {@code open}; the end where none does. */
  int close(int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      Token t = tokens.get(i);
      if (t.is("(") || t.is("[")) {
        depth++;
      } else if (t.is(")") || t.is("]")) {
        depth--;
        if (depth == 0) {
          return i;
        }
      }
    }
    return tokens.size();
  }

  /** Index behind the arguments of a call whose name stands at {@code name}. */
  int argumentsEnd(int name) {
    if (is(name + 1, "(")) {
      return close(name + 1);
    }
    return byLine ? statementEnd(name) : name + 1;
  }

  /** Whether an equals sign there gives a value and does not compare. */
  boolean assigns(int i) {
    if (!is(i, "=") || is(i + 1, "=") && touches(i) || is(i + 1, ">") && touches(i)) {
      return false;
    }
    boolean compares = is(i - 1, "=") || is(i - 1, "<") || is(i - 1, ">") || is(i - 1, "!");
    return !(compares && touches(i - 1));
  }

  private boolean touches(int i) {
    return get(i).to() == get(i + 1).from();
  }
}
