package org.bellbuoy.server.content;

/**
 * Cuts code into tokens. Forgiving: what is no token of the language becomes punctuation, and a
 * string that its line does not end ends with the line. Time grows with the text.
 */
final class CodeLexer {
  private final ScriptText text;
  private final TokenList out;
  private final Dialect dialect;
  private final boolean server;
  private final int end;
  private int at;
  private boolean newLine;

  private CodeLexer(
      ScriptText text, TokenList out, Dialect dialect, boolean server, int from, int end) {
    this.text = text;
    this.out = out;
    this.dialect = dialect;
    this.server = server;
    this.at = from;
    this.end = end;
  }

  static void read(
      ScriptText text, TokenList out, Dialect dialect, boolean server, int from, int end) {
    new CodeLexer(text, out, dialect, server, from, end).run();
  }

  private void run() {
    newLine = true;
    while (at < end) {
      char c = text.at(at);
      if (c == '\n' || c == '\r') {
        newLine = true;
        at++;
      } else if (Character.isWhitespace(c) || c == '\uFEFF' || c == 0) {
        at++;
      } else if (!comment(c) && !string(c)) {
        if (nameBegins(c)) {
          name();
        } else if (c >= '0' && c <= '9') {
          number();
        } else {
          add(Token.Kind.PUNCTUATION, String.valueOf(c), at, at + 1);
          at++;
        }
      }
    }
  }

  private void add(Token.Kind kind, String value, int from, int to) {
    out.add(kind, value, from, to, server, newLine);
    newLine = false;
  }

  private boolean comment(char c) {
    char next = at + 1 < end ? text.at(at + 1) : 0;
    if (dialect == Dialect.VISUAL_BASIC) {
      boolean rem = newLine && text.goesOn(at, "rem") && Character.isWhitespace(text.at(at + 3));
      if (c == '\'' || rem) {
        skipLine();
        return true;
      }
      return false;
    }
    if (c == '/' && next == '/' || c == '#' && dialect == Dialect.PHP && next != '[') {
      skipLine();
      return true;
    }
    if (c != '/' || next != '*') {
      return false;
    }
    int from = at;
    int close = text.find("*/", at + 2, end);
    at = close < 0 ? end : close + 2;
    if (server && glued(text.at(from - 1)) && at < end) {
      char after = text.at(at);
      if (glued(after) || after == '(' || after == '[') {
        out.gluedComments.add(from);
      }
    }
    return true;
  }

  private static boolean glued(char c) {
    return Character.isJavaIdentifierPart(c) && c != 0 || c == '.';
  }

  private void skipLine() {
    while (at < end && text.at(at) != '\n' && text.at(at) != '\r') {
      at++;
    }
  }

  private boolean string(char c) {
    if (dialect == Dialect.VISUAL_BASIC) {
      if (c == '"') {
        quoted(at, at + 1, '"', false, true);
        return true;
      }
      return false;
    }
    if (dialect == Dialect.C_SHARP && (c == '@' || c == '$')) {
      int open = at + 1;
      boolean verbatim = c == '@';
      if (text.at(open) == '@' || text.at(open) == '$') {
        verbatim = true;
        open++;
      }
      if (text.at(open) == '"' && open < end) {
        quoted(at, open + 1, '"', verbatim, verbatim);
        return true;
      }
      return false;
    }
    if (c == '`' && (dialect == Dialect.JAVA_SCRIPT || dialect == Dialect.PHP)) {
      // The mark is kept: in PHP it runs what it holds.
      add(Token.Kind.PUNCTUATION, "`", at, at + 1);
      quoted(at, at + 1, '`', true, false);
      return true;
    }
    if (c == '"') {
      quoted(at, at + 1, '"', dialect == Dialect.PHP, false);
      return true;
    }
    if (c == '\'') {
      if (dialect == Dialect.C_SHARP || dialect == Dialect.JAVA) {
        // Otherwise an apostrophe in the text of a Razor page would swallow its line.
        int close = at + (text.at(at + 1) == '\\' ? 3 : 2);
        while (close < end && close < at + 8 && text.at(close) != '\'') {
          close++;
        }
        if (text.at(close) != '\'' || text.at(at + 1) != '\\' && close > at + 2) {
          return false;
        }
      }
      quoted(at, at + 1, '\'', dialect == Dialect.PHP, false);
      return true;
    }
    return false;
  }

  /** Reads a string from behind its quote. With {@code doubled} a quote is written twice. */
  private void quoted(int from, int first, char quote, boolean manyLines, boolean doubled) {
    StringBuilder value = new StringBuilder();
    at = first;
    while (at < end) {
      char c = text.at(at);
      if (c == quote) {
        if (!doubled || text.at(at + 1) != quote || at + 1 >= end) {
          at++;
          break;
        }
        value.append(quote);
        at += 2;
      } else if (!manyLines && (c == '\n' || c == '\r')) {
        break;
      } else if (c == '\\' && !doubled && at + 1 < end) {
        at = Escapes.read(text, at, end, value);
      } else {
        value.append(c);
        at++;
      }
    }
    add(Token.Kind.STRING, value.toString(), from, at);
  }

  private boolean nameBegins(char c) {
    return Character.isJavaIdentifierStart(c)
        || c == '\\' && Escapes.unicode(text, at, end) >= 0
        || c == '@' && dialect == Dialect.C_SHARP && Character.isLetter(text.at(at + 1));
  }

  private void name() {
    int from = at;
    boolean odd = false;
    StringBuilder name = new StringBuilder();
    if (text.at(at) == '@') {
      at++;
    }
    while (at < end) {
      char c = text.at(at);
      int escaped = c == '\\' ? Escapes.unicode(text, at, end) : -1;
      if (escaped >= 0) {
        odd = true;
        name.appendCodePoint(escaped);
        at += text.at(at + 1) == 'U' ? 10 : 6;
      } else if (Character.getType(c) == Character.FORMAT) {
        odd = true;
        at++;
      } else if (Character.isJavaIdentifierPart(c) && c != 0) {
        name.append(Character.toLowerCase(c));
        at++;
      } else {
        break;
      }
    }
    if (odd && server) {
      out.escapedNames.add(from);
    }
    String word = name.toString().toLowerCase(java.util.Locale.ROOT);
    add(KnownNames.holds(word) ? Token.Kind.WORD : Token.Kind.NAME, word, from, at);
  }

  private void number() {
    int from = at;
    while (at < end
        && (Character.isLetterOrDigit(text.at(at))
            || text.at(at) == '_'
            || text.at(at) == '.' && Character.isDigit(text.at(at + 1)))) {
      at++;
    }
    add(Token.Kind.NUMBER, text.slice(from, at), from, at);
  }
}
