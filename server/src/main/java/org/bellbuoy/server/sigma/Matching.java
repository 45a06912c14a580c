package org.bellbuoy.server.sigma;

import org.bellbuoy.server.event.WindowsEvent;
import org.bellbuoy.server.log.WebRow;

/** What one thread needs to test records against an engine's rules. */
final class Matching {
  private final SigmaEngine engine;
  private final boolean full;
  private final WebRecord web = new WebRecord();
  private final EventRecord event = new EventRecord();
  private final Prefilter.Candidates candidates;
  private final int[] hits;
  private final boolean[] needed;
  private byte[] text = new byte[4096];
  private int evaluations;
  private SigmaRecord record = web;

  Matching(SigmaEngine engine) {
    this.engine = engine;
    int rules = engine.rules().size();
    full = engine.options().fullUri();
    candidates = new Prefilter.Candidates(rules);
    hits = new int[rules];
    needed = new boolean[rules];
  }

  /** Number of rules that hit a row. Makes nothing where no rule is tested. */
  int row(WebRow row) {
    engine.web().scan(row.bytes, row.from, row.to, candidates);
    evaluations = 0;
    if (candidates.count() == 0) {
      return 0;
    }
    web.of(row);
    record = web;
    int n = 0;
    for (int i = 0; i < candidates.count(); i++) {
      int rule = candidates.rule(i);
      if (engine.target(rule) instanceof LogTarget.Web target
          && target.kinds().contains(row.kind)) {
        n = test(rule, n);
      }
    }
    return n;
  }

  /** Number of rules that hit an event. */
  int event(WindowsEvent given) {
    String channel = WindowsChannels.channel(given);
    event.of(given, channel);
    record = event;
    int length = bytes(event.raw());
    engine.events().scan(text, 0, length, candidates);
    evaluations = 0;
    int n = 0;
    for (int i = 0; i < candidates.count(); i++) {
      int rule = candidates.rule(i);
      if (engine.target(rule) instanceof LogTarget.Events target
          && target.accepts(given, channel)) {
        n = test(rule, n);
      }
    }
    return n;
  }

  private int test(int rule, int n) {
    Node node = engine.node(rule);
    evaluations++;
    if (node == null || !node.holds(record, full)) {
      return n;
    }
    hits[n] = rule;
    needed[n] = full && engine.testsQuery(rule) && !node.holds(record, false);
    return n + 1;
  }

  /** ASCII as it is, all else as a byte that no required text holds. */
  private int bytes(String raw) {
    if (text.length < raw.length()) {
      text = new byte[Math.max(raw.length(), 2 * text.length)];
    }
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      text[i] = c < 128 ? (byte) c : (byte) 0xff;
    }
    return raw.length();
  }

  int evaluations() {
    return evaluations;
  }

  int rule(int i) {
    return hits[i];
  }

  boolean needed(int i) {
    return needed[i];
  }

  /** The record last tested. */
  SigmaRecord record() {
    return record;
  }
}
