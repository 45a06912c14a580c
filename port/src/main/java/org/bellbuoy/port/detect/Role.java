package org.bellbuoy.port.detect;

import org.bellbuoy.port.operation.Operation;
import org.jspecify.annotations.Nullable;

/** Whether somebody asks or is asked, and since when. Not thread safe. */
final class Role {
  long firstAskedNanos = Long.MAX_VALUE;
  long lastAskedNanos = Long.MIN_VALUE;
  long answered;

  /** Answers given before it first asked itself. */
  long answeredBefore;

  long firstAnsweredNanos = Long.MAX_VALUE;
  @Nullable PortTrace firstAnswer;

  void asked(Operation operation) {
    firstAskedNanos = Math.min(firstAskedNanos, operation.epochNanos());
    lastAskedNanos = Math.max(lastAskedNanos, operation.epochNanos());
  }

  void answered(Operation operation) {
    answered++;
    if (firstAskedNanos == Long.MAX_VALUE) {
      answeredBefore = answered;
    }
    if (firstAnswer == null) {
      firstAnsweredNanos = operation.response().epochNanos();
      firstAnswer = PortTrace.of(operation.response());
    }
  }

  /** Whether it ever asked for values or gave a command. */
  boolean asks() {
    return firstAskedNanos != Long.MAX_VALUE;
  }
}
