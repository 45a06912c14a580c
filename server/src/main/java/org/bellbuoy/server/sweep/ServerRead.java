package org.bellbuoy.server.sweep;

import java.util.List;
import org.bellbuoy.server.build.FoundBuild;
import org.bellbuoy.server.config.ConfigReport;
import org.bellbuoy.server.content.CompiledPage;
import org.bellbuoy.server.content.KnownHashes;
import org.bellbuoy.server.content.NameIndicators;
import org.bellbuoy.server.content.ScriptPrint;
import org.bellbuoy.server.content.TraitReport;
import org.bellbuoy.server.detect.EventFacts;
import org.bellbuoy.server.log.LogKind;
import org.bellbuoy.server.log.LogReport;
import org.bellbuoy.server.tree.ServerTree;
import org.bellbuoy.server.tree.TreeFile;
import org.jspecify.annotations.Nullable;

/**
 * All that was read of one server, not judged yet.
 *
 * @param tree what was collected
 * @param eyes what was seen in rows
 * @param events what was seen in Windows events
 * @param logs one report for each log
 * @param scripts of web folders
 * @param compiled traces of compiled pages
 * @param configs configurations
 * @param httpErrors what was seen in logs of HTTP.sys, which say nothing of what IIS answered
 * @param build as the files tell it
 * @param rows of web logs
 * @param eventCount Windows events
 * @param lastEventMillis time of the last event, {@code ServerFact.NO_TIME}
 */
record ServerRead(
    ServerTree tree,
    ServerEyes eyes,
    EventFacts events,
    List<LogReport> logs,
    List<ReadScript> scripts,
    List<ReadCompiled> compiled,
    List<ReadConfig> configs,
    HttpErrorFacts httpErrors,
    FoundBuild build,
    long rows,
    long eventCount,
    long lastEventMillis) {
  ServerRead {
    logs = List.copyOf(logs);
    scripts = List.copyOf(scripts);
    compiled = List.copyOf(compiled);
    configs = List.copyOf(configs);
  }

  /** The same with what else is known of whose it is. */
  ServerRead withIdentity(org.bellbuoy.server.tree.ServerIdentity identity) {
    return new ServerRead(
        tree.withIdentity(identity),
        eyes,
        events,
        logs,
        scripts,
        compiled,
        configs,
        httpErrors,
        build,
        rows,
        eventCount,
        lastEventMillis);
  }

  /** Whether any log is of that kind. */
  boolean has(LogKind kind) {
    return logs.stream()
        .anyMatch(log -> log.kind().filter(kind::equals).isPresent() && log.tally().rows() > 0);
  }

  /** Name of the server. */
  String host() {
    return tree.identity().host();
  }

  /**
   * One script.
   *
   * @param source its number
   * @param names expressions that its path fits
   * @param known what is known of its digest, null where nothing is
   */
  record ReadScript(
      TreeFile file,
      int source,
      ScriptPrint print,
      TraitReport traits,
      List<NameIndicators.Indicator> names,
      KnownHashes.@Nullable Known known,
      int bytes) {}

  /** One trace of a compiled page, with the expressions that its names fit. */
  record ReadCompiled(
      TreeFile file,
      int source,
      CompiledPage page,
      List<NameIndicators.Indicator> names,
      int bytes) {}

  /** One configuration. */
  record ReadConfig(TreeFile file, int source, ConfigReport report) {}
}
