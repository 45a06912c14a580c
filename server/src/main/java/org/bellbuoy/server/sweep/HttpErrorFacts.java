package org.bellbuoy.server.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.server.detect.EntryState;
import org.bellbuoy.server.detect.ServerFact;
import org.bellbuoy.server.detect.ServerRules;
import org.bellbuoy.server.detect.Strength;
import org.bellbuoy.server.detect.Trace;
import org.bellbuoy.server.log.HttpErrorLog;
import org.bellbuoy.server.log.HttpErrorRow;
import org.bellbuoy.server.log.Paths;
import org.jspecify.annotations.Nullable;

/**
 * Attempts that HTTP.sys answered or lost, which IIS therefore did not log. Such a row has no
 * referer, user or agent, so it says less than one of IIS: never more than that it was tried, or
 * that it cannot be told. Not thread safe.
 */
final class HttpErrorFacts implements HttpErrorLog.Sink {
  private static final int MOST_TRACES = 50;
  private static final int MOST_GROUPS = 10_000;

  /**
   * Reasons with which a request had come to the worker process, or may have: what that did with it
   * is not known. With all others it had not. Source: Microsoft KB820729.
   */
  private static final Set<String> HANDED_ON =
      Set.of(
          "connection_abandoned_by_reqqueue",
          "connection_abandoned_by_apppool",
          "connection_dropped",
          "request_cancelled",
          "timer_response",
          "timer_minbytespersecond");

  /** What a request was for. */
  private enum Sign {
    TOOL_PANE(
        ServerRules.TOOLSHELL.id(),
        "A request to the tool pane; the log of HTTP.sys has no referer or user, so an editor's own"
            + " cannot be told from an entry"),
    SSRF_PATH(
        ServerRules.PROXYLOGON.id(),
        "POST to a static file of the front end, which hands it to a back end of the sender's choice"
            + " (CVE-2021-26855)"),
    AUTODISCOVER(
        ServerRules.PROXYSHELL.id(),
        "Autodiscover was asked in a way that reaches a back end (CVE-2021-34473)"),
    OWA_SSRF(
        ServerRules.OWASSRF.id(),
        "PowerShell was asked for through the web mail front end (CVE-2022-41080)");

    private final String rule;
    private final String sentence;

    Sign(String rule, String sentence) {
      this.rule = rule;
      this.sentence = sentence;
    }
  }

  private record Group(Sign sign, String client, EntryState state) {}

  private static final class Seen {
    private final List<Trace> traces = new ArrayList<>();
    private final Set<String> reasons = new TreeSet<>();
    private long count;
    private long fromMillis = Long.MAX_VALUE;
    private long toMillis = Long.MIN_VALUE;
    private String path = "";
  }

  private final Consumer<Reject> rejects;
  private final Map<Group, Seen> groups = new LinkedHashMap<>();
  private int source;
  private long rows;
  private long dropped;

  HttpErrorFacts(Consumer<Reject> rejects) {
    this.rejects = rejects;
  }

  /** The number of the source from which rows come from now on. */
  void from(int number) {
    source = number;
  }

  /** Rows so far. */
  long rows() {
    return rows;
  }

  /** Telling rows that were left out, for there were too many clients. */
  long dropped() {
    return dropped;
  }

  @Override
  public void row(HttpErrorRow row) {
    rows++;
    int question = row.uri().indexOf('?');
    String path = Paths.normal(question < 0 ? row.uri() : row.uri().substring(0, question)).path();
    Sign sign = sign(row, path, row.uri().toLowerCase(Locale.ROOT));
    if (sign == null) {
      return;
    }
    Group group = new Group(sign, row.client(), state(row));
    Seen seen = groups.get(group);
    if (seen == null) {
      if (groups.size() >= MOST_GROUPS) {
        dropped++;
        return;
      }
      seen = new Seen();
      groups.put(group, seen);
    }
    seen.count++;
    seen.fromMillis = Math.min(seen.fromMillis, row.epochMillis());
    seen.toMillis = Math.max(seen.toMillis, row.epochMillis());
    seen.path = seen.path.isEmpty() ? path : seen.path;
    seen.reasons.add(row.reason().isEmpty() ? "no reason" : row.reason());
    if (seen.traces.size() < MOST_TRACES) {
      seen.traces.add(
          new Trace(
              source, row.epochMillis(), row.offset(), row.length(), row.line(), 0, row.text()));
    }
  }

  private static @Nullable Sign sign(HttpErrorRow row, String path, String uri) {
    boolean post = row.method().equalsIgnoreCase("POST");
    if (post && path.contains("/_layouts/") && path.endsWith("/toolpane.aspx")) {
      return Sign.TOOL_PANE;
    }
    boolean at = uri.contains("@") || uri.contains("%40");
    if (at
        && uri.contains("/autodiscover/autodiscover.json")
        && (uri.contains("/powershell")
            || uri.contains("/mapi/nspi")
            || uri.contains("/ews")
            || uri.contains("x-rps-cat="))) {
      return Sign.AUTODISCOVER;
    }
    if (post && at && path.startsWith("/owa/") && uri.contains("/powershell")) {
      return Sign.OWA_SSRF;
    }
    return post && path.matches("/ecp/[0-9a-z]{1,3}\\.js|/ecp/(?:main\\.css|default\\.flt)")
        ? Sign.SSRF_PATH
        : null;
  }

  private static EntryState state(HttpErrorRow row) {
    if (row.status() == 401 || row.status() == 403) {
      return EntryState.BLOCKED;
    }
    return row.status() < 0 && HANDED_ON.contains(row.reason().toLowerCase(Locale.ROOT))
        ? EntryState.CANNOT_TELL
        : EntryState.ATTEMPTED;
  }

  @Override
  public void reject(Reject reject) {
    rejects.accept(reject);
  }

  /** The facts, in the order in which they were met. */
  List<ServerFact> facts() {
    List<ServerFact> facts = new ArrayList<>();
    groups.forEach(
        (group, seen) -> {
          FactBuilder fact =
              new FactBuilder(group.sign().rule, group.state(), Strength.WEAK)
                  .about("technique", "refused-by-http-sys")
                  .about("client", group.client())
                  .about("path", seen.path)
                  .at(seen.fromMillis)
                  .at(seen.toMillis)
                  .reason("http-sys", group.sign().sentence + ".", (double) seen.count, "requests")
                  .reason(
                      "http-sys-reason",
                      (group.state() == EntryState.CANNOT_TELL
                              ? "The worker process may have had it when the connection ended"
                              : "HTTP.sys ended it before IIS logged it")
                          + ", with "
                          + String.join(", ", seen.reasons)
                          + ".");
          seen.traces.forEach(fact::trace);
          facts.add(fact.make());
        });
    return facts;
  }
}
