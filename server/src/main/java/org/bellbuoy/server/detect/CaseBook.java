package org.bellbuoy.server.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.bellbuoy.server.log.WebField;
import org.bellbuoy.server.log.WebRow;
import org.bellbuoy.server.page.Clients;
import org.bellbuoy.server.page.WebNumbers;

/**
 * Counts what clients did. At most {@value #MOST_CASES} cases are kept unless told otherwise, what
 * succeeded first, else by hash, so that a crowd of clients cannot fill memory and what is kept
 * does not depend on where the log was cut. Rows of cases that were dropped are counted.
 */
final class CaseBook {
  static final int MOST_CASES = 4096;

  private final int most;
  private final TreeMap<CaseKey, Case> cases = new TreeMap<>();
  private long rows;

  CaseBook() {
    this(MOST_CASES);
  }

  /** With room for so many cases. */
  CaseBook(int most) {
    this.most = most;
  }

  Case take(String kind, EntryState state, WebRow row, String path) {
    rows++;
    CaseKey key = new CaseKey(kind, state, Clients.text(row));
    Case one = cases.get(key);
    if (one == null) {
      one = new Case(key);
      cases.put(key, one);
    }
    if (one.hasRoom()) {
      one.take(Traces.of(row));
    } else {
      one.takeWithoutTrace(row.epochMillis);
    }
    if (row.status != WebRow.UNKNOWN) {
      one.statuses.merge(row.status, 1L, Long::sum);
    }
    one.largestSent = Math.max(one.largestSent, WebNumbers.of(row, WebField.BYTES_SENT));
    Case.addWord(one.paths, path);
    String agent = row.text(WebField.USER_AGENT);
    if (agent != null) {
      Case.addWord(one.agents, agent);
    }
    String user = row.text(WebField.USERNAME);
    if (user != null) {
      Case.addWord(one.users, user);
    }
    drop();
    return one;
  }

  Case take(String kind, EntryState state, String subject, Trace trace) {
    rows++;
    CaseKey key = new CaseKey(kind, state, subject);
    Case one = cases.get(key);
    if (one == null) {
      one = new Case(key);
      cases.put(key, one);
    }
    one.take(trace);
    drop();
    return one;
  }

  private void drop() {
    while (cases.size() > most) {
      cases.pollLastEntry();
    }
  }

  void merge(CaseBook later) {
    rows += later.rows;
    later.cases.forEach(
        (key, one) -> {
          Case mine = cases.get(key);
          if (mine == null) {
            cases.put(key, one);
          } else {
            mine.merge(one);
          }
        });
    drop();
  }

  /** Cases of the kinds wanted, by client, the farthest outcome first. */
  Map<String, List<Case>> byClient(Predicate<String> kind) {
    Map<String, List<Case>> byClient = new TreeMap<>();
    cases.forEach(
        (key, one) -> {
          if (kind.test(key.kind())) {
            byClient.computeIfAbsent(key.client(), c -> new ArrayList<>()).add(one);
          }
        });
    return byClient;
  }

  /** Rows of cases that were dropped. */
  long dropped() {
    long kept = 0;
    for (Case one : cases.values()) {
      kept += one.count;
    }
    return rows - kept;
  }
}
