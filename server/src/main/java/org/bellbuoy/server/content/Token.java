package org.bellbuoy.server.content;

/**
 * One token of a script.
 *
 * @param kind what it is
 * @param text lower-case, escapes resolved; the value of a string, with its case
 * @param from first character
 * @param to behind the last
 * @param server whether the server runs it
 * @param newLine whether a line ends before it, for Visual Basic ends its statements so
 */
record Token(Kind kind, String text, int from, int to, boolean server, boolean newLine) {
  enum Kind {
    /** Keyword, known name of an interface, name of a tag or attribute. */
    WORD,
    /** Any other name in code: whoever copies a script renames these. */
    NAME,
    STRING,
    NUMBER,
    PUNCTUATION,
    /** Word of the page's text. */
    TEXT
  }

  boolean is(String other) {
    return text.equals(other) && kind != Kind.STRING;
  }

  boolean isString() {
    return kind == Kind.STRING;
  }
}
