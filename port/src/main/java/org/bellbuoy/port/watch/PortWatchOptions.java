package org.bellbuoy.port.watch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.port.detect.ControlOptions;
import org.bellbuoy.port.detect.ScanOptions;
import org.jspecify.annotations.Nullable;

/**
 * What a watch judges by.
 *
 * @param policy what is declared, null for nothing
 * @param knownGood captures that show what is usual; empty for none
 * @param control thresholds of {@code port.control}
 * @param scan thresholds of {@code port.scan}
 * @param border what is declared of the network's border besides the policy
 */
public record PortWatchOptions(
    @Nullable PolicyFile policy,
    List<Input> knownGood,
    ControlOptions control,
    ScanOptions scan,
    BorderOptions border) {
  public PortWatchOptions {
    knownGood = List.copyOf(knownGood);
  }

  /** The defaults. */
  public static PortWatchOptions defaults() {
    return new PortWatchOptions(
        null,
        List.of(),
        ControlOptions.defaults(),
        ScanOptions.defaults(),
        BorderOptions.defaults());
  }

  /** With a policy, null for none. */
  public PortWatchOptions withPolicy(@Nullable PolicyFile declared) {
    return new PortWatchOptions(declared, knownGood, control, scan, border);
  }

  /** With captures that show what is usual. */
  public PortWatchOptions withKnownGood(List<Input> captures) {
    return new PortWatchOptions(policy, captures, control, scan, border);
  }

  /** With other thresholds of {@code port.control}. */
  public PortWatchOptions withControl(ControlOptions other) {
    return new PortWatchOptions(policy, knownGood, other, scan, border);
  }

  /** With other thresholds of {@code port.scan}. */
  public PortWatchOptions withScan(ScanOptions other) {
    return new PortWatchOptions(policy, knownGood, control, other, border);
  }

  /** With what is declared of the border. */
  public PortWatchOptions withBorder(BorderOptions other) {
    return new PortWatchOptions(policy, knownGood, control, scan, other);
  }

  /** All numbers that may change a finding, by name. */
  public Map<String, String> parameters() {
    Map<String, String> all = new LinkedHashMap<>(control.parameters());
    all.putAll(scan.parameters());
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
        .withScan(ScanOptions.fromParameters(parameters))
        .withBorder(BorderOptions.fromParameters(parameters));
  }
}
