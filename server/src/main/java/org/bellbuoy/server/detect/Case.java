package org.bellbuoy.server.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bellbuoy.core.json.SecretText;

/** All that one client did of one kind with one outcome. */
final class Case {
  private static final int MOST_TRACES = 8;
  private static final int MOST_WORDS = 8;

  final CaseKey key;
  long count;
  long firstMillis = Long.MAX_VALUE;
  long lastMillis = ServerFact.NO_TIME;
  long largestSent = -1;
  final TreeMap<Integer, Long> statuses = new TreeMap<>();
  final TreeSet<String> paths = new TreeSet<>();
  final TreeSet<String> agents = new TreeSet<>();
  final TreeSet<String> users = new TreeSet<>();
  final List<Trace> traces = new ArrayList<>(1);

  Case(CaseKey key) {
    this.key = key;
  }

  void take(Trace trace) {
    count++;
    if (trace.epochMillis() != ServerFact.NO_TIME) {
      firstMillis = Math.min(firstMillis, trace.epochMillis());
      lastMillis = Math.max(lastMillis, trace.epochMillis());
    }
    addTrace(trace);
  }

  /** Whether one more trace would be kept. */
  boolean hasRoom() {
    return traces.size() < MOST_TRACES;
  }

  void takeWithoutTrace(long epochMillis) {
    count++;
    if (epochMillis != ServerFact.NO_TIME) {
      firstMillis = Math.min(firstMillis, epochMillis);
      lastMillis = Math.max(lastMillis, epochMillis);
    }
  }

  private void addTrace(Trace trace) {
    if (hasRoom()) {
      traces.add(trace);
    }
  }

  void merge(Case later) {
    count += later.count;
    firstMillis = Math.min(firstMillis, later.firstMillis);
    lastMillis = Math.max(lastMillis, later.lastMillis);
    largestSent = Math.max(largestSent, later.largestSent);
    later.statuses.forEach((status, n) -> statuses.merge(status, n, Long::sum));
    later.paths.forEach(p -> addWord(paths, p));
    later.agents.forEach(a -> addWord(agents, a));
    later.users.forEach(u -> addWord(users, u));
    later.traces.forEach(this::addTrace);
  }

  /** Keeps the first by alphabet, so that the order they come in does not matter. */
  static void addWord(NavigableSet<String> words, String word) {
    String cut = SecretText.cut(word, 256);
    words.add(cut);
    if (words.size() > MOST_WORDS) {
      words.pollLast();
    }
  }
}
