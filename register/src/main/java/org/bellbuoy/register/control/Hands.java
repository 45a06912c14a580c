package org.bellbuoy.register.control;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.register.model.Register;

/**
 * In whose hands a party or asset is: its ultimate controllers without their derivation, for who
 * asks of many. {@link Controllers} gives the derivation of one. Building is linear in the roles,
 * each answer costs what lies above it and is kept. Not thread safe.
 */
public final class Hands {
  private final RegisterGraph votes;
  private final Ultimates ultimates;
  private final StatedControl stated;
  private final BitSet statedReach;
  private final Map<String, List<Hand>> known = new HashMap<>();

  private Hands(Register register) {
    this.votes = RegisterGraph.votes(register);
    MajorityControl majority = MajorityControl.of(votes.graph(), Threshold.MAJORITY);
    this.ultimates = Ultimates.of(majority, votes::named);
    this.stated = new StatedControl(register, votes, majority);
    this.statedReach = stated.reached();
  }

  /** Over what a register says; take it as of a day first. */
  public static Hands of(Register register) {
    return new Hands(register);
  }

  /** How sure control is. */
  public enum Hold {
    /** By majority of least shares. */
    CERTAIN,
    /** By bases that sources state, alone or along a chain; no percentage follows. */
    STATED,
    /** By majority of largest shares only. */
    POSSIBLE
  }

  /**
   * An ultimate controller.
   *
   * @param id the party
   * @param hold the surest way in which it controls
   */
  public record Hand(String id, Hold hold) {}

  /** Ultimate controllers, surest first; none where nobody is known or the id is not there. */
  public List<Hand> above(String id) {
    return known.computeIfAbsent(id, this::find);
  }

  private List<Hand> find(String id) {
    int node = votes.node(id);
    if (node < 0) {
      return List.of();
    }
    Map<String, Hold> hands = new LinkedHashMap<>();
    add(ultimates.of(node, Bound.LOW), Hold.CERTAIN, hands);
    if (statedReach.get(node)) {
      stated.of(id).forEach(top -> hands.putIfAbsent(top.id(), Hold.STATED));
    }
    add(ultimates.of(node, Bound.HIGH), Hold.POSSIBLE, hands);
    hands.remove(id);
    List<Hand> all = new ArrayList<>();
    hands.forEach((holder, hold) -> all.add(new Hand(holder, hold)));
    return List.copyOf(all);
  }

  private void add(List<List<Integer>> groups, Hold hold, Map<String, Hold> hands) {
    for (List<Integer> group : groups) {
      group.forEach(member -> hands.putIfAbsent(votes.id(member), hold));
    }
  }
}
