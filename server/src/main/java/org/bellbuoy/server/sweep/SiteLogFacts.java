package org.bellbuoy.server.sweep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bellbuoy.server.config.SiteLog;
import org.bellbuoy.server.detect.EntryState;
import org.bellbuoy.server.detect.ServerFact;
import org.bellbuoy.server.detect.ServerRules;
import org.bellbuoy.server.detect.Strength;
import org.bellbuoy.server.detect.Trace;
import org.bellbuoy.server.sweep.ServerRead.ReadConfig;

/**
 * What sites are set to leave out of their logs, as far as an entry would show in it. The rows tell
 * of the days that were collected; the setting tells that it will stay so. Pure.
 */
final class SiteLogFacts {
  /** What the facts are about. */
  static final String TECHNIQUE = "fields-not-set";

  /** Flag of {@code logExtFileFlags} and what it means to people. */
  private record Field(String flag, String words) {}

  private static final List<Field> WANTED =
      List.of(
          new Field("Method", "the method"),
          new Field("UriStem", "the path"),
          new Field("UriQuery", "the query"),
          new Field("HttpStatus", "the status"),
          new Field("Referer", "the referer"),
          new Field("UserName", "the user"),
          new Field("ClientIP", "the client"),
          new Field("UserAgent", "the agent"));

  private SiteLogFacts() {}

  /** Facts of one server, one for each site that leaves something out. */
  static List<ServerFact> of(ServerRead read) {
    List<ServerFact> facts = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (ReadConfig config : read.configs()) {
      for (SiteLog log : config.report().logs()) {
        boolean fields = log.format().isEmpty() || log.format().equalsIgnoreCase("W3C");
        List<String> lacks =
            WANTED.stream().filter(f -> log.lacks(f.flag())).map(Field::words).toList();
        if (log.enabled() && fields && !lacks.isEmpty() && told.add(log.site() + lacks)) {
          facts.add(fact(config, log, lacks));
        }
      }
    }
    return facts;
  }

  private static ServerFact fact(ReadConfig config, SiteLog log, List<String> lacks) {
    return new FactBuilder(ServerRules.COVERAGE.id(), EntryState.CANNOT_TELL, Strength.MEDIUM)
        .about("technique", TECHNIQUE)
        .about("setting", log.site())
        .about("configuration", config.file().path())
        .at(config.file().modifiedMillis())
        .reason(
            TECHNIQUE,
            (log.site().isEmpty() ? "Sites are" : "The site '" + log.site() + "' is")
                + " set to log without "
                + String.join(", ", lacks)
                + ", in which an entry would show.",
            lacks.size(),
            "fields")
        .trace(
            new Trace(
                config.source(),
                config.file().modifiedMillis(),
                log.place().offset(),
                log.place().length(),
                log.place().line(),
                0,
                ""))
        .make();
  }
}
