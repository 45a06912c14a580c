package org.bellbuoy.port.watch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.port.detect.ControlOptions;

/**
 * What a watch judges by.
 *
 * @param knownGood captures that show what is usual; empty for none
 * @param control thresholds of {@code port.control}
 */
public record PortWatchOptions(List<Input> knownGood, ControlOptions control) {
  public PortWatchOptions {
    knownGood = List.copyOf(knownGood);
  }

  /** The defaults. */
  public static PortWatchOptions defaults() {
    return new PortWatchOptions(List.of(), ControlOptions.defaults());
  }

  /** With captures that show what is usual. */
  public PortWatchOptions withKnownGood(List<Input> captures) {
    return new PortWatchOptions(captures, control);
  }

  /** With other thresholds of {@code port.control}. */
  public PortWatchOptions withControl(ControlOptions other) {
    return new PortWatchOptions(knownGood, other);
  }

  /** All numbers that may change a finding, by name. */
  public Map<String, String> parameters() {
    return new LinkedHashMap<>(control.parameters());
  }

  /**
   * The options that a ledger tells, without files.
   *
   * @throws IllegalArgumentException a sentence, when a parameter is missing or cannot be
   */
  public static PortWatchOptions fromParameters(Map<String, String> parameters) {
    return defaults().withControl(ControlOptions.fromParameters(parameters));
  }
}
