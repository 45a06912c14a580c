package org.bellbuoy.server.sweep;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.server.build.BuildTables;
import org.bellbuoy.server.config.PublicKeys;
import org.bellbuoy.server.config.SweepSecret;
import org.bellbuoy.server.content.KnownHashes;
import org.bellbuoy.server.content.NameIndicators;
import org.bellbuoy.server.detect.LogCoverageOptions;
import org.bellbuoy.server.detect.ToolShellOptions;
import org.bellbuoy.server.page.RarePageOptions;
import org.bellbuoy.server.sigma.SigmaEngine;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep judges by.
 *
 * @param date the day for which patches are judged; null for the last day of the logs
 * @param weak whether weak findings are told of servers that have no stronger one
 * @param toolShell thresholds of {@code server.toolshell}
 * @param rarePages thresholds of {@code server.rare-page}
 * @param coverage thresholds of {@code server.coverage}
 * @param threads that parse logs
 * @param tables of builds
 * @param secret that keys fingerprints; changes nothing of what is told
 * @param publicKeys machine keys known to all
 * @param names file names known from entries
 * @param hashes files known from entries
 * @param sigma rules of the user, null for none
 * @param given what else the command was given, by name, for the ledger. Digests of lists ({@code
 *     names-sha256} and so on) go into the run's id, paths do not
 */
public record SweepOptions(
    @Nullable LocalDate date,
    boolean weak,
    ToolShellOptions toolShell,
    RarePageOptions rarePages,
    LogCoverageOptions coverage,
    int threads,
    BuildTables tables,
    SweepSecret secret,
    PublicKeys publicKeys,
    NameIndicators names,
    KnownHashes hashes,
    @Nullable SigmaEngine sigma,
    Map<String, String> given) {
  /** What of {@link #given} may change what is found, in the order in which it goes into the id. */
  private static final List<String> LISTS =
      List.of(
          "rules-sha256",
          "query-alone",
          "builds-sha256",
          "names-sha256",
          "hashes-sha256",
          "public-keys-sha256");

  public SweepOptions {
    given = Map.copyOf(given);
  }

  /** The defaults with what cannot have one. */
  public static SweepOptions defaults(int threads, SweepSecret secret) {
    return new SweepOptions(
        null,
        false,
        ToolShellOptions.defaults(),
        RarePageOptions.defaults(),
        LogCoverageOptions.defaults(),
        threads,
        BuildTables.bundled(),
        secret,
        PublicKeys.NONE,
        NameIndicators.builtIn(),
        KnownHashes.builtIn(),
        null,
        Map.of());
  }

  /** All that is written into the ledger: what judges, and what the command was given. */
  public Map<String, String> parameters() {
    Map<String, String> all = judged();
    given.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(one -> all.put(one.getKey(), one.getValue()));
    return all;
  }

  /**
   * All that may change a finding, by name. Of lists the digest, for two lists of one length
   * differ; of the fleet file only what it says of servers, which the id of the run holds by
   * itself.
   */
  Map<String, String> judged() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("date", date == null ? "last day of the logs" : date.toString());
    all.put("weak", Boolean.toString(weak));
    all.put("chain", toolShell.chainMillis() + " ms");
    all.put("view-state-bytes", Long.toString(toolShell.viewStateBytes()));
    all.put("large-answer", Long.toString(toolShell.largeAnswerBytes()));
    all.put("most-clients", Long.toString(rarePages.mostClients()));
    all.put("least-requests", Long.toString(rarePages.leastRequests()));
    all.put("rare-strong", Double.toString(rarePages.strong()));
    all.put("rare-medium", Double.toString(rarePages.medium()));
    all.put("thin-share", Double.toString(coverage.thinShare()));
    all.put("tables-as-of", tables.asOf().toString());
    all.put("names", Integer.toString(names.size()));
    all.put("hashes", Integer.toString(hashes.size()));
    all.put("public-keys", Integer.toString(publicKeys.size()));
    for (String name : LISTS) {
      String value = given.get(name);
      if (value != null) {
        all.put(name, value);
      }
    }
    return all;
  }
}
