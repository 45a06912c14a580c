package org.bellbuoy.register.policy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.register.control.Hands;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.Party;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.policy.CompiledRule.Answer;
import org.bellbuoy.register.policy.PolicyRule.Scope;

/**
 * Answers of all rules over all of a register. A change is followed from the parties and assets it
 * is about to all whose facts it can reach, and only these are asked again; the answers are those
 * of asking all. Not thread safe.
 */
public final class PolicyBook {
  private final PolicyFile.Rules rules;
  private final Register register;
  private final Map<String, List<Answer>> answers;
  private final int asked;

  private PolicyBook(
      PolicyFile.Rules rules,
      Register register,
      Map<String, List<Answer>> answers,
      Collection<String> again) {
    this.rules = rules;
    this.register = register;
    this.answers = answers;
    this.asked = again.size();
    Facts facts = new Facts(register, Hands.of(parties(register)));
    for (String id : again) {
      ask(id, facts);
    }
  }

  /**
   * Asks everything.
   *
   * @param register as of a day
   */
  public static PolicyBook of(PolicyFile.Rules rules, Register register) {
    return new PolicyBook(rules, register, new LinkedHashMap<>(), register.ids());
  }

  /**
   * The answers after statements changed. This book must not be used any more.
   *
   * @param next the register with the change
   * @param changed ids of parties and assets that the changed statements are of: for a role, its
   *     holder and its target
   */
  public PolicyBook after(Register next, Set<String> changed) {
    Set<String> again = new HashSet<>();
    reach(register, changed, again);
    reach(next, changed, again);
    answers.keySet().removeIf(id -> again.contains(id) && next.entity(id).isEmpty());
    again.removeIf(id -> next.entity(id).isEmpty());
    return new PolicyBook(rules, next, answers, again);
  }

  /**
   * A change of who holds a party reaches all below it, and all assets in which these have roles.
   */
  private static void reach(Register register, Set<String> changed, Set<String> reached) {
    Deque<String> open = new ArrayDeque<>();
    Set<String> seen = new HashSet<>(changed);
    open.addAll(changed);
    while (!open.isEmpty()) {
      String at = open.removeFirst();
      reached.add(at);
      for (Role role : register.rolesOf(at)) {
        if (seen.add(role.target())) {
          open.addLast(role.target());
        }
      }
    }
  }

  /** Control runs between parties: assets would only make the graph larger. */
  private static Register parties(Register register) {
    List<Entity> parties = new ArrayList<>();
    List<Role> roles = new ArrayList<>();
    for (Entity entity : register.entities()) {
      if (entity instanceof Party party) {
        parties.add(party);
      }
    }
    for (Role role : register.roles()) {
      if (register.party(role.target()).isPresent()) {
        roles.add(role);
      }
    }
    return Register.of(register.sources(), parties, roles);
  }

  private void ask(String id, Facts facts) {
    Entity entity = register.entity(id).orElseThrow();
    Object of = entity instanceof Asset asset ? facts.asset(asset) : facts.party(id);
    if (!(of instanceof Struct struct)) {
      // Who is nobody that can be named is asked nothing.
      answers.remove(id);
      return;
    }
    Scope scope = entity instanceof Asset ? Scope.ASSET : Scope.PARTY;
    List<Answer> own = new ArrayList<>(rules.compiled().size());
    for (CompiledRule rule : rules.compiled()) {
      own.add(rule.rule().scope() == scope ? rule.ask(struct) : Answer.KEPT);
    }
    answers.put(id, own);
  }

  /** How many parties and assets were asked for this book. */
  public int asked() {
    return asked;
  }

  /** The register it is about. */
  public Register register() {
    return register;
  }

  /** Rules that a party or asset breaks. */
  public List<PolicyRule> broken(String id) {
    return of(id, Answer.BROKEN);
  }

  /** Rules of which it cannot be told whether a party or asset breaks them. */
  public List<PolicyRule> cannotTell(String id) {
    return of(id, Answer.CANNOT_TELL);
  }

  private List<PolicyRule> of(String id, Answer wanted) {
    List<Answer> own = answers.getOrDefault(id, List.of());
    List<PolicyRule> found = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      if (own.get(i) == wanted) {
        found.add(rules.compiled().get(i).rule());
      }
    }
    return found;
  }
}
