package org.bellbuoy.server.sweep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.server.config.ConfigFact;
import org.bellbuoy.server.config.ConfigPlace;
import org.bellbuoy.server.config.ConfigTopic;
import org.bellbuoy.server.content.Rarity;
import org.bellbuoy.server.detect.EntryState;
import org.bellbuoy.server.detect.ServerFact;
import org.bellbuoy.server.detect.ServerRules;
import org.bellbuoy.server.detect.Strength;
import org.bellbuoy.server.detect.Trace;
import org.bellbuoy.server.sweep.ServerRead.ReadConfig;

/** Settings that lets somebody in or keep him there, weighed by how usual they are in the fleet. */
final class ConfigFacts {
  private final Map<String, Set<String>> hosts = new HashMap<>();
  private int servers;

  ConfigFacts(List<ServerRead> reads) {
    for (ServerRead read : reads) {
      servers += read.configs().isEmpty() ? 0 : 1;
      for (ReadConfig config : read.configs()) {
        for (ConfigFact fact : config.report().facts()) {
          hosts.computeIfAbsent(key(fact), k -> new HashSet<>()).add(read.host());
        }
      }
    }
  }

  private static String key(ConfigFact fact) {
    return fact.topic() + "|" + fact.subject() + "|" + fact.value();
  }

  /** Facts of one server; the same setting in several files is one. */
  List<ServerFact> of(ServerRead read) {
    List<ServerFact> facts = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (ReadConfig config : read.configs()) {
      for (ConfigFact fact : config.report().facts()) {
        if (fact.odd() && told.add(key(fact))) {
          facts.add(fact(config, fact));
        }
      }
    }
    return facts;
  }

  private ServerFact fact(ReadConfig config, ConfigFact setting) {
    int have = hosts.getOrDefault(key(setting), Set.of()).size();
    boolean usual = servers >= Rarity.FEWEST_SERVERS && have * 2 > servers;
    ConfigPlace place = setting.place();
    return new FactBuilder(
            ServerRules.CONFIG.id(),
            EntryState.PERSISTED,
            usual ? Strength.WEAK : strength(setting.topic()))
        .about("technique", setting.topic().word())
        .about("setting", setting.subject())
        .about("configuration", config.file().path())
        .at(config.file().modifiedMillis())
        .reason(setting.topic().word(), setting.sentence())
        .reason(
            "rarity",
            "Of " + servers + " servers with configurations, " + have + " have it.",
            have,
            "servers")
        .trace(
            new Trace(
                config.source(),
                config.file().modifiedMillis(),
                place.offset(),
                place.length(),
                place.line(),
                0,
                ""))
        .make();
  }

  private static Strength strength(ConfigTopic topic) {
    return switch (topic) {
      case MODULE_ADDED, HANDLER_ADDED, SCRIPT_MAP, ODD_DIRECTORY, LOGGING_OFF, VIEWSTATE_MAC_OFF ->
          Strength.MEDIUM;
      case VIEWSTATE_ENCRYPTION, CUSTOM_ERRORS_OFF, DEBUG_ON, AMSI -> Strength.WEAK;
    };
  }
}
