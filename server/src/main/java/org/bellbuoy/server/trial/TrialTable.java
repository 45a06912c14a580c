package org.bellbuoy.server.trial;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.server.simulate.ActKind;
import org.bellbuoy.server.simulate.ActState;
import org.bellbuoy.server.simulate.FarmTruth.Act;

/**
 * Counts over many trials. Grows with what went wrong, not with what was swept. Not thread safe.
 */
public final class TrialTable {
  private final Map<ActKind, Row> rows = new EnumMap<>(ActKind.class);
  private final Map<ActState, Map<Level, Long>> verdicts = new EnumMap<>(ActState.class);
  private final Map<Level, Long> ordinary = new EnumMap<>(Level.class);
  private final List<String> notes = new ArrayList<>();
  private int farms;
  private long servers;
  private long logRows;

  /** Counts of one kind of act. */
  public static final class Row {
    private int acts;
    private int found;
    private int rightState;
    private int farther;
    private int twins;
    private int twinsLikely;
    private int twinsPossible;

    void act(boolean isFound, boolean isRight, boolean isFarther) {
      acts++;
      found += isFound ? 1 : 0;
      rightState += isRight ? 1 : 0;
      farther += isFarther ? 1 : 0;
    }

    void twin(Level worst) {
      twins++;
      twinsLikely += worst == Level.LIKELY ? 1 : 0;
      twinsPossible += worst == Level.POSSIBLE ? 1 : 0;
    }

    void add(Row other) {
      acts += other.acts;
      found += other.found;
      rightState += other.rightState;
      farther += other.farther;
      twins += other.twins;
      twinsLikely += other.twinsLikely;
      twinsPossible += other.twinsPossible;
    }

    /** Acts that meant harm, on one server each. */
    public int acts() {
      return acts;
    }

    /** Of these, those that a finding answers. */
    public int found() {
      return found;
    }

    /** Of these, those of which a finding says that they came as far as they did, or farther. */
    public int rightState() {
      return rightState;
    }

    /** Of the attempts that failed, those of which a finding says that they came through. */
    public int farther() {
      return farther;
    }

    /** Benign twins, on one server each. */
    public int twins() {
      return twins;
    }

    /** Of these, those called likely. */
    public int twinsLikely() {
      return twinsLikely;
    }

    /** Of these, those called possible and no more. */
    public int twinsPossible() {
      return twinsPossible;
    }
  }

  Row row(ActKind kind) {
    return rows.computeIfAbsent(kind, k -> new Row());
  }

  void verdict(ActState truth, Level said) {
    verdicts.computeIfAbsent(truth, t -> new EnumMap<>(Level.class)).merge(said, 1L, Long::sum);
  }

  void ordinary(Finding finding) {
    Level level = finding.assessment().level();
    ordinary.merge(level, 1L, Long::sum);
    if (level == Level.LIKELY || level == Level.POSSIBLE) {
      notes.add(
          "ordinary, called %s: %s on %s %s"
              .formatted(
                  level.word(),
                  finding.rule(),
                  finding.assets().getFirst().id(),
                  finding.subject().ids()));
    }
  }

  void farm(int farmServers, long farmRows) {
    farms++;
    servers += farmServers;
    logRows += farmRows;
  }

  void note(String what, Act act, List<Finding> findings) {
    List<String> said =
        findings.stream()
            .map(
                f ->
                    "%s %s, %s"
                        .formatted(
                            f.rule(), f.assessment().level().word(), Answers.state(f).word()))
            .distinct()
            .toList();
    notes.add(
        "%s: %s, %s, variant %d on %s (%s)%s"
            .formatted(
                what,
                act.kind().word(),
                act.state().word(),
                act.variant(),
                act.host(),
                act.note(),
                said.isEmpty() ? "" : ": " + String.join("; ", said)));
  }

  /** Counts by kind, in the order of the kinds. */
  public Map<ActKind, Row> rows() {
    return Collections.unmodifiableMap(rows);
  }

  /** All kinds together. */
  public Row all() {
    Row all = new Row();
    rows.values().forEach(all::add);
    return all;
  }

  /** How many servers that were entered so far, were said to be entered with which level. */
  public long verdicts(ActState truth, Level said) {
    return verdicts.getOrDefault(truth, Map.of()).getOrDefault(said, 0L);
  }

  /** Servers by how far entry came in truth. */
  public long servers(ActState truth) {
    return verdicts.getOrDefault(truth, Map.of()).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  /**
   * Findings that answer no act and no twin: of ordinary traffic, or of what acts brought along.
   */
  public long ordinary(Level level) {
    return ordinary.getOrDefault(level, 0L);
  }

  /** Sentences on all that was not found or not right, and on twins that were told. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /** How many farms. */
  public int farms() {
    return farms;
  }

  /** How many servers. */
  public long servers() {
    return servers;
  }

  /** Rows of logs that were read. */
  public long logRows() {
    return logRows;
  }
}
