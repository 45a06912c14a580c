package org.bellbuoy.server.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bellbuoy.server.log.LogKind;
import org.bellbuoy.server.log.RowAggregate;
import org.bellbuoy.server.log.WebField;
import org.bellbuoy.server.log.WebRow;
import org.bellbuoy.server.page.Clients;

/**
 * Counts attacks on other products and on any web application that failed: requests answered with
 * 400 or more that hold words of attacks, and clients that asked in vain for three or more known
 * weak spots. Requests that were answered are not looked at: that one with such words was answered
 * does not show that it did anything. Memory: at most 4096 clients a sign. Not thread safe.
 *
 * <p>Source: the words are those common to public scanners (OWASP CRS 4, rules 930, 932, 941, 942,
 * name the same families).
 */
public final class WebAttempts implements RowAggregate<WebAttempts> {
  private static final int MOST_CLIENTS = 4096;
  private static final int MOST_TRACES = 10;

  /** A bot asks everywhere for one sign-in page; who asks for several things looks for a way in. */
  private static final int LEAST_TARGETS = 3;

  private final TreeMap<AttemptSign, Seen> seen = new TreeMap<>();
  private final TreeMap<String, Seen> seekers = new TreeMap<>();

  /** What was seen of one sign, or of one client's targets. */
  private static final class Seen {
    long rows;
    long refused;
    long firstMillis = Long.MAX_VALUE;
    long lastMillis = ServerFact.NO_TIME;
    long targets;
    final TreeMap<Integer, Long> statuses = new TreeMap<>();
    final TreeSet<String> clients = new TreeSet<>();
    final List<Trace> traces = new ArrayList<>();

    void take(WebRow row, String client) {
      rows++;
      refused += row.status == 401 || row.status == 403 ? 1 : 0;
      if (row.epochMillis != WebRow.NO_TIME) {
        firstMillis = Math.min(firstMillis, row.epochMillis);
        lastMillis = Math.max(lastMillis, row.epochMillis);
      }
      statuses.merge(row.status, 1L, Long::sum);
      addClient(client);
      if (traces.size() < MOST_TRACES) {
        traces.add(Traces.of(row));
      }
    }

    private void addClient(String client) {
      clients.add(client);
      if (clients.size() > MOST_CLIENTS) {
        clients.pollLast();
      }
    }

    void merge(Seen later) {
      rows += later.rows;
      refused += later.refused;
      firstMillis = Math.min(firstMillis, later.firstMillis);
      lastMillis = Math.max(lastMillis, later.lastMillis);
      targets |= later.targets;
      later.statuses.forEach((status, n) -> statuses.merge(status, n, Long::sum));
      later.clients.forEach(this::addClient);
      for (Trace trace : later.traces) {
        if (traces.size() < MOST_TRACES) {
          traces.add(trace);
        }
      }
    }
  }

  @Override
  public void row(WebRow row) {
    if (row.status < 400 || (row.kind != LogKind.W3C && row.kind != LogKind.ACCESS)) {
      return;
    }
    String query = Decoded.of(row, WebField.QUERY);
    String text = Decoded.of(row, WebField.STEM) + "?" + query;
    String client = Clients.text(row);
    if (AttemptSign.TRAVERSAL.isIn(text)) {
      take(AttemptSign.TRAVERSAL, row, client);
    } else if (AttemptSign.INJECTION.isIn(text) || (row.status >= 500 && isQuoted(query))) {
      take(AttemptSign.INJECTION, row, client);
    } else if (AttemptSign.SCRIPT.isIn(text)) {
      take(AttemptSign.SCRIPT, row, client);
    } else {
      seek(text, row, client);
    }
  }

  /** A quote that ends in an error is how an open place is looked for. */
  private static boolean isQuoted(String query) {
    return query.indexOf('\'') >= 0 || query.indexOf('"') >= 0;
  }

  private void take(AttemptSign sign, WebRow row, String client) {
    seen.computeIfAbsent(sign, s -> new Seen()).take(row, client);
  }

  private void seek(String text, WebRow row, String client) {
    List<String> words = AttemptSign.TARGETS.words();
    long targets = 0;
    for (int i = 0; i < words.size(); i++) {
      if (text.contains(words.get(i))) {
        targets |= 1L << i;
      }
    }
    if (targets != 0) {
      Seen one = seekers.computeIfAbsent(client, c -> new Seen());
      one.take(row, client);
      one.targets |= targets;
      drop();
    }
  }

  private void drop() {
    while (seekers.size() > MOST_CLIENTS) {
      seekers.pollLastEntry();
    }
  }

  @Override
  public void merge(WebAttempts later) {
    later.seen.forEach((sign, one) -> seen.computeIfAbsent(sign, s -> new Seen()).merge(one));
    later.seekers.forEach(
        (client, one) -> seekers.computeIfAbsent(client, c -> new Seen()).merge(one));
    drop();
  }

  /** The facts: one for each sign, whoever it was. */
  public List<ServerFact> facts() {
    TreeMap<AttemptSign, Seen> all = new TreeMap<>(seen);
    Seen sought = new Seen();
    seekers.values().stream()
        .filter(one -> Long.bitCount(one.targets) >= LEAST_TARGETS)
        .forEach(sought::merge);
    if (sought.rows > 0) {
      all.put(AttemptSign.TARGETS, sought);
    }
    List<ServerFact> facts = new ArrayList<>();
    all.forEach((sign, one) -> facts.add(fact(sign, one)));
    return facts;
  }

  private static ServerFact fact(AttemptSign sign, Seen one) {
    FactOf fact =
        new FactOf(ServerRules.WEB_ATTEMPT.id(), List.of())
            .state(one.refused == one.rows ? EntryState.BLOCKED : EntryState.ATTEMPTED)
            .strength(Strength.WEAK)
            .about("technique", sign.technique())
            .about("client", one.clients.size() == 1 ? one.clients.first() : "")
            .reason(sign.technique(), sign.sentence())
            .reason(
                "clients",
                FactOf.times(one.rows, "request", "requests")
                    + " by "
                    + (one.clients.size() == MOST_CLIENTS ? "at least " : "")
                    + FactOf.times(one.clients.size(), "client", "clients")
                    + " failed",
                (double) one.clients.size(),
                "clients")
            .reason("statuses", FactOf.statuses(one.statuses), (double) one.rows, "requests");
    one.traces.forEach(fact::trace);
    ServerFact made = fact.make();
    return new ServerFact(
        made.rule(),
        made.state(),
        made.strength(),
        one.firstMillis == Long.MAX_VALUE ? ServerFact.NO_TIME : one.firstMillis,
        one.lastMillis,
        one.rows,
        made.about(),
        made.reasons(),
        made.traces());
  }
}
