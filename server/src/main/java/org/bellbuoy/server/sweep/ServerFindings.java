package org.bellbuoy.server.sweep;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.core.finding.Assessment;
import org.bellbuoy.core.finding.AssetRef;
import org.bellbuoy.core.finding.Coverage;
import org.bellbuoy.core.finding.Evidence;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.FindingIds;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.core.finding.Severity;
import org.bellbuoy.core.finding.State;
import org.bellbuoy.core.finding.Subject;
import org.bellbuoy.core.json.SecretText;
import org.bellbuoy.core.source.SourceInfo;
import org.bellbuoy.server.detect.EntryState;
import org.bellbuoy.server.detect.ServerFact;
import org.bellbuoy.server.detect.ServerRules;
import org.bellbuoy.server.detect.Strength;
import org.bellbuoy.server.detect.Trace;

/** Makes findings of facts. Pure: the same facts give the same findings. */
final class ServerFindings {
  /** Code of the reason that names the state. */
  static final String STATE = "state-";

  private static final int MOST_EVIDENCE = 20;

  private final Sources sources;
  private final Map<String, Integer> versions;
  private final String run;

  ServerFindings(Sources sources, Map<String, Integer> versions, String run) {
    this.sources = sources;
    this.versions = versions;
    this.run = run;
  }

  /**
   * The finding of a fact.
   *
   * @param server where it happened
   * @param coverage what could be seen there
   * @param fallbackMillis start of what was seen, for facts that tell no time
   */
  Finding of(ServerFact fact, AssetRef server, Coverage coverage, long fallbackMillis) {
    Subject subject = subject(fact, server.id());
    Instant from =
        Instant.ofEpochMilli(
            fact.fromMillis() == ServerFact.NO_TIME ? fallbackMillis : fact.fromMillis());
    Instant to =
        fact.toMillis() == ServerFact.NO_TIME ? from : Instant.ofEpochMilli(fact.toMillis());
    Level level = level(fact);
    return new Finding(
        FindingIds.of(fact.rule(), subject, from),
        fact.rule(),
        versions.getOrDefault(fact.rule(), 1),
        State.FINAL,
        severity(fact, level),
        subject,
        List.of(server),
        from,
        to,
        null,
        new Assessment(level, null, List.of()),
        reasons(fact),
        coverage,
        evidence(fact),
        List.of(),
        run);
  }

  /**
   * The level of the claim "this came through, or was left behind". Facts are of kinds, not of
   * measured frequency, so no probability is given.
   */
  static Level level(ServerFact fact) {
    return switch (fact.state()) {
      case CANNOT_TELL -> Level.CANNOT_TELL;
      case ATTEMPTED, BLOCKED -> Level.UNLIKELY;
      case SUCCEEDED, PERSISTED ->
          switch (fact.strength()) {
            case STRONG -> Level.LIKELY;
            case MEDIUM -> Level.POSSIBLE;
            case WEAK -> Level.UNLIKELY;
          };
    };
  }

  private static Severity severity(ServerFact fact, Level level) {
    return switch (level) {
      case LIKELY -> Severity.HIGH;
      case POSSIBLE -> Severity.MEDIUM;
      case CANNOT_TELL -> fact.strength() == Strength.WEAK ? Severity.LOW : Severity.MEDIUM;
      case UNLIKELY -> fact.state() == EntryState.SUCCEEDED ? Severity.INFO : Severity.LOW;
    };
  }

  private static List<Reason> reasons(ServerFact fact) {
    List<Reason> reasons = new ArrayList<>();
    reasons.add(
        Reason.of(
            STATE + fact.state().word(),
            switch (fact.state()) {
              case CANNOT_TELL -> cannotTell(fact);
              case ATTEMPTED -> "Tried; nothing shows that it came through.";
              case BLOCKED -> "Tried and refused.";
              case SUCCEEDED -> "The server did what was asked.";
              case PERSISTED -> "Something was left behind.";
            }));
    reasons.addAll(fact.reasons());
    return reasons;
  }

  private static String cannotTell(ServerFact fact) {
    if (fact.rule().equals(ServerRules.COVERAGE.id())) {
      return "What the logs do not tell here cannot be known from them.";
    }
    if (fact.rule().equals(ServerRules.RARE_PAGE.id())) {
      return "What the page is cannot be told from the log alone.";
    }
    if (fact.rule().equals(ServerRules.MACHINE_KEY.id())) {
      return "Whether the key was taken cannot be told.";
    }
    return "Whether it came through cannot be told.";
  }

  /** Who acted, as far as the bytes tell: a file, an address, an account, else the server. */
  private static Subject subject(ServerFact fact, String server) {
    Map<String, String> about = fact.about();
    Map<String, String> ids = new LinkedHashMap<>();
    ids.put("server", server);
    String technique = about.get("technique");
    if (technique != null) {
      ids.put("technique", technique);
    }
    String file = about.get("file");
    if (file != null) {
      ids.put("path", file);
      return new Subject("file", ids, file.substring(file.lastIndexOf('/') + 1));
    }
    String path = about.get("path");
    if (path != null) {
      ids.put("page", path);
    }
    String client = about.get("client");
    if (client != null) {
      ids.put("ip", client);
      return new Subject("host", ids, client);
    }
    String account = about.get("account");
    if (account != null) {
      ids.put("name", account);
      return new Subject("account", ids, account);
    }
    about.forEach((key, value) -> ids.putIfAbsent(key, value));
    return new Subject("host", ids, server);
  }

  /**
   * The quote, where it is the very bytes: a rendered event is not, and neither is a line in which
   * what may be a key was blotted out.
   */
  private static @org.jspecify.annotations.Nullable String quote(Trace trace) {
    return trace.quote().isEmpty() || trace.frame() > 0 || SecretText.isBlotted(trace.quote())
        ? null
        : trace.quote();
  }

  private List<Evidence> evidence(ServerFact fact) {
    List<Evidence> evidence = new ArrayList<>();
    for (Trace trace : fact.traces()) {
      Sources.Source source = sources.get(trace.source());
      SourceInfo info = source.info();
      if (info != null && evidence.size() < MOST_EVIDENCE) {
        evidence.add(
            new Evidence(
                "sha256:" + info.contentSha256(),
                source.host() + "/" + source.path(),
                trace.offset(),
                trace.length(),
                trace.line(),
                trace.frame(),
                quote(trace)));
      }
    }
    return evidence;
  }
}
