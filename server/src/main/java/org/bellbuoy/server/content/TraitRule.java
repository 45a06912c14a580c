package org.bellbuoy.server.content;

import java.util.Locale;

/**
 * What may be odd about a script, and how much it weighs: 100 is all. Weights were set by hand,
 * with pages of administrators' tools and minified scripts beside them; they are no probabilities.
 */
public enum TraitRule {
  /** Its folder holds no scripts as products ship it. */
  STATIC_FOLDER(30),
  /** Its folder holds scripts of the product, and it is none of them. */
  NOT_SHIPPED(30),
  /** A name such as {@code photo.jpg.aspx}. */
  DOUBLE_EXTENSION(20),
  /** Changed before it was made, or times given a round second. */
  TIME_SET(10),
  /** Server code in less than four kilobytes. */
  SMALL(5),
  /** All server code on one line. */
  ONE_LINE(10),
  /** A long literal as random as compressed or encrypted bytes. */
  RANDOM_LITERAL(15),
  /** The file begins as a mail store or certificate and holds a page. */
  PAGE_IN_STORE(55),
  /** The file begins as an image or archive and holds a page. */
  PAGE_IN_MEDIA(40),
  /** The file begins with bytes that are no text and holds a page. */
  PAGE_IN_BINARY(30),
  /** The page names UTF-8 by number, as many copied shells do. */
  CODE_PAGE(10),
  /** Comments stand inside expressions. */
  COMMENT_IN_CODE(20),
  /** Names are written with escapes or with characters that are not seen. */
  ESCAPED_NAME(25),
  /** A telling word is put together from pieces. */
  CUT_WORD(25),
  /** Text is built from character codes. */
  CHARACTER_CODES(15),
  /** Runs what the client sends as code. */
  EVAL_OF_REQUEST(60),
  /** Runs code with JScript's word for all rights. */
  UNSAFE_EVAL(45),
  /** Loads what the client sends as a program. */
  LOAD_OF_REQUEST(60),
  /** Decodes what clients send and loads programs, without a visible path from one to the other. */
  DECODE_AND_LOAD(45),
  /** Starts programs. */
  PROCESS_START(30),
  /** Starts programs with what the client sends. */
  PROCESS_OF_REQUEST(60),
  /** Names a command interpreter. */
  SHELL_WORD(15),
  /** Reads the machine key. */
  MACHINE_KEY(40),
  /** Reads the machine key through hidden members and answers. */
  MACHINE_KEY_BY_REFLECTION(60),
  /** A file for browsers holds the words and digits of machine keys. */
  KEY_DUMP(50),
  /** Calls hidden members by name. */
  REFLECTION(10),
  /** Chooses by name, from the request, what to call or make. */
  REFLECTION_OF_REQUEST(35),
  /** Rebuilds objects from what the client sends. */
  DESERIALISES_REQUEST(40),
  /** Writes what the client sends to a file. */
  WRITES_REQUEST(25),
  /** Keeps uploaded files. */
  KEEPS_UPLOADS(10),
  /** Connects to where the client says. */
  CONNECTS_FOR_REQUEST(35);

  private final int weight;

  TraitRule(int weight) {
    this.weight = weight;
  }

  /** What it adds to the score, 1 to 100. */
  public int weight() {
    return weight;
  }

  /** Whether it is about where a file lies or its time, not about what is in it. */
  public boolean ofPlace() {
    return switch (this) {
      case STATIC_FOLDER, NOT_SHIPPED, DOUBLE_EXTENSION, TIME_SET -> true;
      default -> false;
    };
  }

  /** Stable word, for example {@code eval-of-request}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
