package org.bellbuoy.server.config;

import java.util.List;
import org.bellbuoy.core.reject.Reject;

/**
 * What one configuration file tells. Holds no key.
 *
 * @param keys machine keys, in order of the file
 * @param facts settings worth knowing, in order of the file
 * @param logs what sites log, in order of the file
 * @param rejects what could not be read; what stood before it is kept
 */
public record ConfigReport(
    List<MachineKey> keys, List<ConfigFact> facts, List<SiteLog> logs, List<Reject> rejects) {
  public ConfigReport {
    keys = List.copyOf(keys);
    facts = List.copyOf(facts);
    logs = List.copyOf(logs);
    rejects = List.copyOf(rejects);
  }

  /** Facts about one topic. */
  public List<ConfigFact> facts(ConfigTopic topic) {
    return facts.stream().filter(f -> f.topic() == topic).toList();
  }
}
