package org.bellbuoy.core.source;

import java.io.IOException;

/** A compressed stream that cannot be read further; what it gave before stands. */
final class StreamProblem extends IOException {
  private static final long serialVersionUID = 1L;

  /** The phrase between "The gzip stream of X" and "at content offset N". */
  final String phrase;

  /** Name of the compression. */
  final String layer;

  StreamProblem(String layer, String phrase) {
    super(layer + " " + phrase);
    this.layer = layer;
    this.phrase = phrase;
  }
}
