package org.bellbuoy.server.content;

import java.util.Locale;

/**
 * Cuts a page into tokens: markup, directives and code in its blocks. Server code inside an HTML
 * comment is read like any other, for servers run it. Time grows with the text.
 */
final class Tokeniser {
  private final ScriptText text;
  private final ScriptLanguage language;
  private final TokenList out = new TokenList();
  private final int end;
  private Dialect dialect;
  private int at;
  private boolean commented;

  private Tokeniser(ScriptText text, ScriptLanguage language) {
    this.text = text;
    this.language = language;
    this.end = text.length();
    this.dialect = Dialect.of(language);
  }

  static TokenList read(ScriptText text, ScriptLanguage language) {
    Tokeniser tokeniser = new Tokeniser(text, language);
    switch (language) {
      case JS, CSHARP ->
          CodeLexer.read(text, tokeniser.out, tokeniser.dialect, false, 0, text.length());
      case CSHTML -> CodeLexer.read(text, tokeniser.out, tokeniser.dialect, true, 0, text.length());
      case ASPX, ASHX, ASAX, ASP, JSP, PHP, OTHER -> tokeniser.page();
    }
    return tokeniser.out;
  }

  private void page() {
    while (at < end) {
      if (text.at(at) == '<') {
        opened();
      } else if (commented && text.goesOn(at, "-->")) {
        commented = false;
        at += 3;
      } else {
        word();
      }
    }
  }

  private void opened() {
    if (text.goesOn(at, "<%--")) {
      int close = text.find("--%>", at + 4, end);
      at = close < 0 ? end : close + 4;
    } else if (text.goesOn(at, "<%@")) {
      directive();
    } else if (text.goesOn(at, "<%")) {
      block(at + 2, "%>", dialect);
    } else if (text.goesOn(at, "<?php")) {
      block(at + 5, "?>", Dialect.PHP);
    } else if (text.goesOn(at, "<?=") || language == ScriptLanguage.PHP && text.goesOn(at, "<? ")) {
      block(at + 3, "?>", Dialect.PHP);
    } else if (text.goesOn(at, "<jsp:scriptlet>")) {
      block(at + 15, "</jsp:scriptlet>", Dialect.JAVA);
    } else if (text.goesOn(at, "<!--")) {
      commented = true;
      at += 4;
    } else if (Character.isLetter(text.at(at + 1)) || text.at(at + 1) == '/') {
      tag();
    } else {
      punctuation();
    }
  }

  private void block(int from, String closing, Dialect code) {
    int first = from;
    while (first < end && "=:!#".indexOf(text.at(first)) >= 0) {
      first++;
    }
    int close = text.find(closing, first, end);
    int to = close < 0 ? end : close;
    CodeLexer.read(text, out, code, true, first, to);
    at = close < 0 ? end : close + closing.length();
  }

  /** Reads {@code <%@ Page Language="C#" %>}; what follows a handler's directive is code. */
  private void directive() {
    int from = at;
    int close = text.find("%>", at, end);
    int to = close < 0 ? end : close;
    add(Token.Kind.PUNCTUATION, "<%@", from, from + 3);
    at = from + 3;
    attributes(to, true);
    at = close < 0 ? end : close + 2;
    Token said = out.directives.get("language");
    if (said != null) {
      dialect = Dialect.of(said.text(), dialect);
    }
    boolean handler =
        out.directives.containsKey("webhandler") || out.directives.containsKey("webservice");
    if (language == ScriptLanguage.ASHX && handler) {
      CodeLexer.read(text, out, dialect, true, at, end);
      at = end;
    }
  }

  private void tag() {
    int from = at;
    int nameFrom = at + 1;
    at = nameFrom;
    if (text.at(at) == '/') {
      at++;
    }
    while (at < end && nameLetter(text.at(at))) {
      at++;
    }
    String name = lower(nameFrom, at);
    add(Token.Kind.PUNCTUATION, "<", from, from + 1);
    add(Token.Kind.WORD, name, nameFrom, at);
    TagAttributes found = attributes(end, false);
    if (name.equals("script")) {
      script(found);
    }
  }

  private void script(TagAttributes found) {
    int close = text.find("</script", at, end);
    int to = close < 0 ? end : close;
    boolean server = found.server && language != ScriptLanguage.JS;
    if (server || !commented) {
      Dialect code = server ? Dialect.of(found.language, dialect) : Dialect.JAVA_SCRIPT;
      CodeLexer.read(text, out, code, server, at, to);
    }
    at = to;
  }

  /** What a script tag said of itself. */
  private static final class TagAttributes {
    boolean server;
    String language = "";
  }

  /** Reads attributes up to {@code >} or, within a directive, up to {@code to}. */
  private TagAttributes attributes(int to, boolean directive) {
    TagAttributes found = new TagAttributes();
    String name = "";
    boolean valueNext = false;
    while (at < to) {
      char c = text.at(at);
      if (c == '>' && !directive) {
        at++;
        break;
      } else if (text.goesOn(at, "<%") && !directive) {
        opened();
      } else if (c == '<' && !directive) {
        break;
      } else if (c == '"' || c == '\'') {
        note(found, name, quoted(c, to), directive);
        valueNext = false;
      } else if (c == '=') {
        valueNext = true;
        at++;
      } else if (nameLetter(c)) {
        int from = at;
        while (at < to && nameLetter(text.at(at))) {
          at++;
        }
        if (valueNext) {
          Token value = add(Token.Kind.STRING, text.slice(from, at), from, at);
          note(found, name, value, directive);
          valueNext = false;
        } else {
          name = lower(from, at);
          Token word = add(Token.Kind.WORD, name, from, at);
          if (directive) {
            out.directives.putIfAbsent(name, word);
          }
        }
      } else {
        at++;
      }
    }
    return found;
  }

  private void note(TagAttributes found, String name, Token value, boolean directive) {
    switch (name) {
      case "runat" -> found.server |= value.text().trim().equalsIgnoreCase("server");
      case "language" -> found.language = value.text();
      default -> {}
    }
    if (directive && !name.isEmpty()) {
      Token before = out.directives.get(name);
      if (before == null || !before.isString()) {
        out.directives.put(name, value);
      }
    }
  }

  private Token quoted(char quote, int to) {
    int from = at;
    int close = at + 1;
    while (close < to && text.at(close) != quote) {
      close++;
    }
    at = Math.min(close + 1, to);
    Token value = add(Token.Kind.STRING, text.slice(from + 1, close), from, at);
    int code = text.find("<%", from, close);
    if (code >= 0 && !text.goesOn(code, "<%@") && !text.goesOn(code, "<%-")) {
      int codeEnd = text.find("%>", code, close);
      CodeLexer.read(text, out, dialect, true, code + 3, codeEnd < 0 ? close : codeEnd);
    }
    return value;
  }

  private void word() {
    int from = at;
    while (at < end && Character.isLetterOrDigit(text.at(at))) {
      at++;
    }
    if (at > from) {
      if (!commented) {
        add(Token.Kind.TEXT, lower(from, at), from, at);
      }
    } else if (Character.isWhitespace(text.at(at)) || commented) {
      at++;
    } else {
      punctuation();
    }
  }

  private void punctuation() {
    if (!commented) {
      add(Token.Kind.PUNCTUATION, text.slice(at, at + 1), at, at + 1);
    }
    at++;
  }

  private Token add(Token.Kind kind, String value, int from, int to) {
    Token token = new Token(kind, value, from, to, false, false);
    if (!commented) {
      out.tokens.add(token);
    }
    return token;
  }

  private String lower(int from, int to) {
    return text.slice(from, to).toLowerCase(Locale.ROOT);
  }

  private static boolean nameLetter(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == ':' || c == '.' || c == '/';
  }
}
