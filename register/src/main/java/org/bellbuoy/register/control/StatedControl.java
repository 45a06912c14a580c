package org.bellbuoy.register.control;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.register.control.ControlAnswer.Hop;
import org.bellbuoy.register.control.ControlAnswer.Stated;
import org.bellbuoy.register.model.Basis;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.RoleKind;

/**
 * Controllers by bases that sources state and no percentage measures, such as articles, a board, a
 * lease or consolidated accounts. Chains may run over certain majorities too, but each has at least
 * one stated basis: what shares alone give is told elsewhere.
 */
final class StatedControl {
  private final Register register;
  private final RegisterGraph votes;
  private final MajorityControl majority;

  StatedControl(Register register, RegisterGraph votes, MajorityControl majority) {
    this.register = register;
    this.votes = votes;
    this.majority = majority;
  }

  /** Nodes that a stated basis reaches, itself or along a chain; all others have no stated one. */
  BitSet reached() {
    BitSet reached = new BitSet(votes.graph().nodes());
    IntList open = new IntList();
    for (Role role : register.roles()) {
      int node = votes.node(role.target());
      if (states(role) && !reached.get(node)) {
        reached.set(node);
        open.add(node);
      }
    }
    for (int at = 0; at < open.size(); at++) {
      int node = open.get(at);
      for (int i = 0; i < votes.graph().rowSize(node); i++) {
        int edge = votes.graph().rowEdge(node, i);
        int target = votes.graph().target(edge);
        if (!reached.get(target)
            && majority.threshold().reachedBy(votes.graph().units(edge, Bound.LOW))) {
          reached.set(target);
          open.add(target);
        }
      }
    }
    return reached;
  }

  private boolean states(Role role) {
    return role.basis().nature() == Basis.Nature.CONTROL
        && (role.kind() == RoleKind.CONTROLLER || role.kind() == RoleKind.LESSEE)
        && votes.named(votes.node(role.holder()));
  }

  /** The last of each chain upwards, in order of finding; on a cycle each chain ends by itself. */
  List<Stated> of(String id) {
    Map<String, Hop> below = new LinkedHashMap<>();
    Deque<String> open = new ArrayDeque<>(List.of(id));
    List<String> tops = new ArrayList<>();
    while (!open.isEmpty()) {
      String at = open.removeFirst();
      boolean top = true;
      for (Hop hop : above(at)) {
        top = false;
        if (!hop.holder().equals(id) && below.putIfAbsent(hop.holder(), hop) == null) {
          open.addLast(hop.holder());
        }
      }
      if (top && !at.equals(id)) {
        tops.add(at);
      }
    }
    List<Stated> stated = new ArrayList<>();
    for (String top : tops.isEmpty() ? List.copyOf(below.keySet()) : tops) {
      List<Hop> chain = chain(top, below, id);
      if (chain.stream().anyMatch(hop -> hop.statement() != null)) {
        stated.add(new Stated(top, chain));
      }
    }
    return stated;
  }

  private static List<Hop> chain(String top, Map<String, Hop> below, String id) {
    List<Hop> chain = new ArrayList<>();
    String at = top;
    while (!at.equals(id)) {
      Hop hop = below.get(at);
      if (hop == null) {
        throw new IllegalStateException("A chain of control was lost at " + at + ".");
      }
      chain.add(hop);
      at = hop.target();
    }
    return chain;
  }

  private List<Hop> above(String id) {
    List<Hop> hops = new ArrayList<>();
    for (Role role : register.rolesIn(id)) {
      if (states(role)) {
        hops.add(new Hop(role.holder(), id, role));
      }
    }
    int node = votes.node(id);
    for (int edge = votes.graph().columnStart(node); edge < votes.graph().columnEnd(node); edge++) {
      int holder = votes.graph().holder(edge);
      if (votes.named(holder)
          && majority.threshold().reachedBy(votes.graph().units(edge, Bound.LOW))) {
        hops.add(new Hop(votes.id(holder), id, null));
      }
    }
    return hops;
  }
}
