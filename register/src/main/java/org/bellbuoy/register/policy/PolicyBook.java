package org.bellbuoy.register.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.policy.CompiledRule.Answer;
import org.bellbuoy.register.policy.PolicyRule.Scope;

/**
 * Answers of all rules over all of a register. A change is followed from the parties and assets it
 * is about to all whose facts it makes others, and only these are asked again; where only control
 * is another, only rules that read it. The answers are those of asking all, worked out on the
 * common pool of threads. Not thread safe.
 */
public final class PolicyBook {
  private final PolicyFile.Rules rules;
  private final FactGraph facts;
  private final Register register;
  private final int asked;
  private final boolean[] readsControl;

  private PolicyBook(PolicyFile.Rules rules, FactGraph facts, List<Facts> again) {
    this.rules = rules;
    this.facts = facts;
    this.register = facts.register();
    this.asked = again.size();
    this.readsControl = new boolean[rules.compiled().size()];
    for (int i = 0; i < readsControl.length; i++) {
      readsControl[i] = rules.compiled().get(i).readsControl();
    }
    // Each answers for itself and reads what nobody changes meanwhile.
    again.parallelStream().forEach(this::ask);
  }

  /**
   * Asks everything.
   *
   * @param register as of a day
   */
  public static PolicyBook of(PolicyFile.Rules rules, Register register) {
    FactGraph facts = FactGraph.of(register);
    return new PolicyBook(rules, facts, facts.all());
  }

  /**
   * The answers after statements changed. This book must not be used any more.
   *
   * @param next the register with the change
   * @param changed ids of parties and assets that the changed statements are of: for a role, its
   *     holder and its target
   */
  public PolicyBook after(Register next, Set<String> changed) {
    return new PolicyBook(rules, facts, facts.change(next, changed));
  }

  private void ask(Facts of) {
    if (of instanceof PartyFacts party && party.value() == Unknown.VALUE) {
      // Who is nobody that can be named is asked nothing.
      of.answered(List.of());
      return;
    }
    Scope scope = of instanceof AssetFacts ? Scope.ASSET : Scope.PARTY;
    List<Answer> before = of.answers();
    List<Answer> own = new ArrayList<>(rules.compiled().size());
    for (int i = 0; i < rules.compiled().size(); i++) {
      CompiledRule rule = rules.compiled().get(i);
      boolean same = !of.whole() && !readsControl[i] && !before.isEmpty();
      own.add(same ? before.get(i) : rule.rule().scope() == scope ? rule.ask(of) : Answer.KEPT);
    }
    of.answered(own);
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
    return of(id, Answer.BROKEN).stream().map(CompiledRule::rule).toList();
  }

  /** Rules of which it cannot be told whether a party or asset breaks them. */
  public List<PolicyRule> cannotTell(String id) {
    return of(id, Answer.CANNOT_TELL).stream().map(CompiledRule::rule).toList();
  }

  /** Rules that gave that answer. */
  List<CompiledRule> of(String id, Answer wanted) {
    Facts asked = facts.of(id);
    List<Answer> own = asked == null ? List.of() : asked.answers();
    List<CompiledRule> found = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      if (own.get(i) == wanted) {
        found.add(rules.compiled().get(i));
      }
    }
    return found;
  }
}
