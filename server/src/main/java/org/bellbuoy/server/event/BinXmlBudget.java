package org.bellbuoy.server.event;

/**
 * What one record, and all records of one chunk, may unfold to. A record of a few bytes can point
 * to a template that uses one value thousands of times, so that its size bounds nothing. The limits
 * are some ten times what 64 KB hold when nothing repeats. Not thread safe.
 */
final class BinXmlBudget {
  static final int DEEPEST = 64;
  static final int MOST_TOKENS = 1 << 16;
  static final int MOST_CHARACTERS = 1 << 20;
  static final int MOST_CHUNK_TOKENS = 1 << 20;
  static final int MOST_CHUNK_CHARACTERS = 1 << 24;

  private int tokens;
  private int characters;
  private int chunkTokens;
  private int chunkCharacters;

  void nextRecord() {
    tokens = 0;
    characters = 0;
  }

  /** Counts one token or item. */
  void count(int at) throws EvtxProblem {
    tokens++;
    chunkTokens++;
    if (tokens > MOST_TOKENS || chunkTokens > MOST_CHUNK_TOKENS) {
      throw new EvtxProblem(
          at,
          "It unfolds to more than %d parts, or its chunk to more than %d."
              .formatted(MOST_TOKENS, MOST_CHUNK_TOKENS));
    }
  }

  /** Counts text and gives it back. */
  String counted(int at, String text) throws EvtxProblem {
    characters += text.length();
    chunkCharacters += text.length();
    if (characters > MOST_CHARACTERS || chunkCharacters > MOST_CHUNK_CHARACTERS) {
      throw new EvtxProblem(
          at,
          "It unfolds to more than %d characters, or its chunk to more than %d."
              .formatted(MOST_CHARACTERS, MOST_CHUNK_CHARACTERS));
    }
    return text;
  }

  /** Fails where nesting has gone too deep, as it does in a template that holds itself. */
  void deeper(int at, int depth) throws EvtxProblem {
    if (depth > DEEPEST) {
      throw new EvtxProblem(
          at,
          "Elements and templates are nested more than %d deep at chunk offset %d."
              .formatted(DEEPEST, at));
    }
  }
}
