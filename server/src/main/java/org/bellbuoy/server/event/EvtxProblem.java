package org.bellbuoy.server.event;

/** Bytes of a chunk that make no sense; becomes a reject. */
final class EvtxProblem extends Exception {
  private static final long serialVersionUID = 1L;

  /** Where, from the chunk's start. */
  final int at;

  EvtxProblem(int at, String sentence) {
    super(sentence, null, false, false);
    this.at = at;
  }

  /** The sentence. */
  String sentence() {
    return String.valueOf(getMessage());
  }
}
