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
 * @param border what is declared of the network's border
 */
public record PortWatchOptions(
    List<Input> knownGood, ControlOptions control, BorderOptions border) {
  public PortWatchOptions {
    knownGood = List.copyOf(knownGood);
  }

  /** The defaults. */
  public static PortWatchOptions defaults() {
    return new PortWatchOptions(List.of(), ControlOptions.defaults(), BorderOptions.defaults());
  }

  /** With captures that show what is usual. */
  public PortWatchOptions withKnownGood(List<Input> captures) {
    return new PortWatchOptions(captures, control, border);
  }

  /** With other thresholds of {@code port.control}. */
  public PortWatchOptions withControl(ControlOptions other) {
    return new PortWatchOptions(knownGood, other, border);
  }

  /** With what is declared of the border. */
  public PortWatchOptions withBorder(BorderOptions other) {
    return new PortWatchOptions(knownGood, control, other);
  }

  /** All numbers that may change a finding, by name. */
  public Map<String, String> parameters() {
    Map<String, String> all = new LinkedHashMap<>(control.parameters());
    all.putAll(border.parameters());
    return all;
  }

  /**
   * The options that a ledger tells, without files.
   *
   * @throws IllegalArgumentException a sentence, when a parameter is missing or cannot be
   */
  public static PortWatchOptions fromParameters(Map<String, String> parameters) {
    return defaults()
        .withControl(ControlOptions.fromParameters(parameters))
        .withBorder(BorderOptions.fromParameters(parameters));
  }
}
