package org.bellbuoy.register.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Decisions in the order in which they were made, and those taken back. Nothing is merged or
 * deleted: who is one with whom is worked out from the decisions in force, so that taking one back
 * leaves no trace in the records. Not safe for threads.
 */
public final class DecisionLog {
  /**
   * A decision taken back.
   *
   * @param decisionId which
   * @param by who took it back
   * @param atEpochMillis when
   * @param reason why
   */
  public record Undo(String decisionId, String by, long atEpochMillis, String reason) {}

  private final Map<String, MatchDecision> decisions = new LinkedHashMap<>();
  private final Map<String, Undo> undone = new HashMap<>();

  private DecisionLog() {}

  /** An empty log. */
  public static DecisionLog empty() {
    return new DecisionLog();
  }

  /**
   * Adds a decision.
   *
   * @return why it was not added: its id is taken, or it joins or parts a record and itself
   */
  public Optional<String> add(MatchDecision decision) {
    if (decision.leftId().equals(decision.rightId())) {
      return Optional.of(
          "Decision " + decision.id() + " holds " + decision.leftId() + " against itself.");
    }
    if (decisions.containsKey(decision.id())) {
      return Optional.of("There is a decision " + decision.id() + " already.");
    }
    decisions.put(decision.id(), decision);
    return Optional.empty();
  }

  /**
   * Takes a decision back. Both stay in the log.
   *
   * @return why it was not: there is none of that id, or it was taken back before
   */
  public Optional<String> undo(Undo undo) {
    if (!decisions.containsKey(undo.decisionId())) {
      return Optional.of("There is no decision " + undo.decisionId() + ".");
    }
    return undone.putIfAbsent(undo.decisionId(), undo) == null
        ? Optional.empty()
        : Optional.of("Decision " + undo.decisionId() + " was taken back before.");
  }

  /** All decisions, also those taken back, in order. */
  public List<MatchDecision> all() {
    return List.copyOf(decisions.values());
  }

  /** How a decision was taken back, if it was. */
  public Optional<Undo> undoOf(String decisionId) {
    return Optional.ofNullable(undone.get(decisionId));
  }

  /** Decisions in force, in order. */
  public List<MatchDecision> inForce() {
    return decisions.values().stream().filter(d -> !undone.containsKey(d.id())).toList();
  }

  /**
   * Groups of records that are one by the decisions in force; records alone are left out. Groups
   * and their members are sorted.
   */
  public List<List<String>> groups() {
    Map<String, String> parents = new HashMap<>();
    for (MatchDecision decision : inForce()) {
      if (decision.oneThing()) {
        String a = root(parents, decision.leftId());
        String b = root(parents, decision.rightId());
        if (!a.equals(b)) {
          parents.put(a.compareTo(b) < 0 ? b : a, a.compareTo(b) < 0 ? a : b);
        }
      }
    }
    Map<String, TreeSet<String>> groups = new TreeMap<>();
    for (MatchDecision decision : inForce()) {
      for (String id : List.of(decision.leftId(), decision.rightId())) {
        groups.computeIfAbsent(root(parents, id), root -> new TreeSet<>()).add(id);
      }
    }
    return groups.values().stream()
        .filter(group -> group.size() > 1)
        .<List<String>>map(List::copyOf)
        .toList();
  }

  /** Decisions in force that part records which others in force join, in sentences. */
  public List<String> contradictions() {
    Map<String, Integer> groupOf = new HashMap<>();
    List<List<String>> groups = groups();
    for (int i = 0; i < groups.size(); i++) {
      for (String id : groups.get(i)) {
        groupOf.put(id, i);
      }
    }
    List<String> told = new ArrayList<>();
    for (MatchDecision decision : inForce()) {
      Integer left = groupOf.get(decision.leftId());
      if (!decision.oneThing() && left != null && left.equals(groupOf.get(decision.rightId()))) {
        told.add(
            "Decision "
                + decision.id()
                + " parts "
                + decision.leftId()
                + " and "
                + decision.rightId()
                + ", which other decisions join.");
      }
    }
    return List.copyOf(told);
  }

  private static String root(Map<String, String> parents, String id) {
    String at = id;
    String parent = parents.get(at);
    while (parent != null) {
      at = parent;
      parent = parents.get(at);
    }
    return at;
  }
}
