package org.bellbuoy.server.sigma;

import org.bellbuoy.server.event.WindowsEvent;
import org.bellbuoy.server.log.WebRow;

/** What one thread needs to test records against an engine's rules. */
final class Matching {
  private final SigmaEngine engine;
  private final boolean full;
  private final WebRecord web = new WebRecord();
  private final EventRecord event = new EventRecord();
  private final Prefilter.Candidates rows;
  private final Prefilter.Candidates eventsSeen;
  private final int[] hits;
  private final boolean[] needed;

  /** By rule: number of the record that it last hit. */
  private final long[] hitAt;

  private long records;
  private int count;
  private byte[] text = new byte[4096];
  private int evaluations;
  private SigmaRecord record = web;

  Matching(SigmaEngine engine) {
    this.engine = engine;
    int rules = engine.rules().size();
    full = engine.options().fullUri();
    rows = new Prefilter.Candidates(engine.webUnits().size());
    eventsSeen = new Prefilter.Candidates(engine.eventUnits().size());
    hits = new int[rules];
    needed = new boolean[rules];
    hitAt = new long[rules];
  }

  /** Number of rules that hit a row. Makes nothing where no rule is tested. */
  int row(WebRow row) {
    engine.web().scan(row.bytes, row.from, row.to, rows);
    begin();
    if (rows.count() == 0) {
      return 0;
    }
    web.of(row);
    record = web;
    for (int i = 0; i < rows.count(); i++) {
      Unit unit = engine.webUnits().get(rows.unit(i));
      if (hitAt[unit.rule()] != records
          && engine.target(unit.rule()) instanceof LogTarget.Web target
          && target.kinds().contains(row.kind)) {
        test(unit);
      }
    }
    return count;
  }

  /** Number of rules that hit an event. */
  int event(WindowsEvent given) {
    String channel = WindowsChannels.channel(given);
    event.of(given, channel);
    record = event;
    int length = bytes(event.raw());
    engine.events().scan(text, 0, length, eventsSeen);
    begin();
    for (int i = 0; i < eventsSeen.count(); i++) {
      Unit unit = engine.eventUnits().get(eventsSeen.unit(i));
      if (hitAt[unit.rule()] != records
          && engine.target(unit.rule()) instanceof LogTarget.Events target
          && target.accepts(given, channel)) {
        test(unit);
      }
    }
    return count;
  }

  private void begin() {
    records++;
    evaluations = 0;
    count = 0;
  }

  private void test(Unit unit) {
    evaluations++;
    if (unit.node().holds(record, full)) {
      int rule = unit.rule();
      hitAt[rule] = records;
      Node node = engine.node(rule);
      hits[count] = rule;
      needed[count++] =
          full && engine.testsQuery(rule) && node != null && !node.holds(record, false);
    }
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
