package org.bellbuoy.core.run;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bellbuoy.core.source.SourceInfo;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of one run, written as {@code run.json}.
 *
 * @param id UUIDv5 of command, parameters, rules with versions, and the content digests and formats
 *     of all inputs: the same run over the same bytes has the same id
 * @param version of Bellbuoy
 * @param command for example {@code sea watch}
 * @param parameters all that may change the result, by name, defaults included
 * @param rules ids of the rules that ran, each with its version
 * @param inputs what was read
 * @param counts named counts of what was read and found
 * @param rejects counts by reason
 * @param seconds wall-clock time taken
 * @param simulated whether any input says that it is simulated
 * @param from event time of the first record, null where there was none
 * @param to event time of the last record, null where there was none
 * @param notes sentences on what this run could not have seen
 */
public record Run(
    String id,
    String version,
    String command,
    Map<String, String> parameters,
    Map<String, Integer> rules,
    List<SourceInfo> inputs,
    Map<String, Long> counts,
    Map<String, Long> rejects,
    double seconds,
    boolean simulated,
    @Nullable Instant from,
    @Nullable Instant to,
    List<String> notes) {
  public Run {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    rules = Collections.unmodifiableMap(new TreeMap<>(rules));
    inputs = List.copyOf(inputs);
    counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    rejects = Collections.unmodifiableMap(new TreeMap<>(rejects));
    notes = List.copyOf(notes);
  }

  /** A run whose window is not known and that has no notes. */
  public Run(
      String id,
      String version,
      String command,
      Map<String, String> parameters,
      Map<String, Integer> rules,
      List<SourceInfo> inputs,
      Map<String, Long> counts,
      Map<String, Long> rejects,
      double seconds,
      boolean simulated) {
    this(
        id,
        version,
        command,
        parameters,
        rules,
        inputs,
        counts,
        rejects,
        seconds,
        simulated,
        null,
        null,
        List.of());
  }
}
