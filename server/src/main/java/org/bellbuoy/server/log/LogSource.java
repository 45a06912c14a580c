package org.bellbuoy.server.log;

import java.util.Optional;
import org.bellbuoy.core.source.Input;

/**
 * A log to be read.
 *
 * @param index of the source among those of the run
 * @param input opens it
 * @param kind which log it is; empty to have it recognised
 */
public record LogSource(int index, Input input, Optional<LogKind> kind) {
  /** A log that is recognised by its content, or by its path where that does not tell. */
  public static LogSource of(int index, Input input) {
    return new LogSource(index, input, Optional.empty());
  }
}
