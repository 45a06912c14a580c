package org.bellbuoy.port.operation;

import java.util.Locale;

/** What became of a request, as far as the capture shows. */
public enum OperationResult {
  /** No answer was captured: refused, lost, or not recorded. */
  UNANSWERED,
  /** Answered without an error. */
  ACCEPTED,
  /** Answered with an error; see {@link Operation#resultCode}. */
  REFUSED,
  /** The protocol has no answer to it. */
  NO_ANSWER_DUE,
  /** Only the answer was captured; what was asked is taken from it. */
  ANSWER_ONLY;

  /** The word that stands in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
