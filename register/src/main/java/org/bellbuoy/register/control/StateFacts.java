package org.bellbuoy.register.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bellbuoy.register.control.ControlAnswer.Controller;
import org.bellbuoy.register.control.ControlAnswer.Fact;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.Party;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.RoleKind;

/**
 * Control by states, and flags that differ from the country of a controller. Facts, no verdicts.
 */
final class StateFacts {
  private final Register register;
  private final RegisterGraph votes;
  private final MajorityControl majority;

  StateFacts(Register register, RegisterGraph votes, MajorityControl majority) {
    this.register = register;
    this.votes = votes;
    this.majority = majority;
  }

  List<Fact> of(Entity subject, List<Controller> controllers) {
    List<Fact> facts = new ArrayList<>();
    states(subject, facts);
    countries(subject, controllers, facts);
    if (subject instanceof Asset) {
      operators(subject, facts);
    }
    return facts;
  }

  /** All organs of one state count as one holder. */
  private void states(Entity subject, List<Fact> facts) {
    TreeMap<String, Set<Integer>> organs = new TreeMap<>();
    for (Party party : register.parties()) {
      if (party.kind().ofState() && !party.country().isEmpty()) {
        organs
            .computeIfAbsent(party.country(), country -> new TreeSet<>())
            .add(votes.node(party.id()));
      }
    }
    int node = votes.node(subject.id());
    organs.forEach(
        (country, nodes) -> {
          int[] holders = nodes.stream().mapToInt(Integer::intValue).toArray();
          if (majority.controlledBy(holders, Bound.LOW).controls(node)) {
            facts.add(
                new Fact(
                    "state-control",
                    "The state of %s and its bodies together control it by majority, for certain."
                        .formatted(country)));
          } else if (majority.controlledBy(holders, Bound.HIGH).controls(node)) {
            facts.add(
                new Fact(
                    "state-control-possible",
                    "The state of %s and its bodies together may control it by majority; shares"
                            .formatted(country)
                        + " are known within ranges only."));
          }
        });
  }

  private void countries(Entity subject, List<Controller> controllers, List<Fact> facts) {
    String own = subject.country();
    for (Controller controller : controllers) {
      for (String id : controller.ids()) {
        String country = register.entity(id).map(Entity::country).orElse("");
        if (!own.isEmpty() && !country.isEmpty() && !own.equals(country)) {
          facts.add(
              new Fact(
                  "country-differs",
                  "%s is %s; the %s ultimate controller %s is of %s."
                      .formatted(
                          subject instanceof Asset ? "Its flag or place" : "Its country",
                          own,
                          controller.certain() ? "certain" : "possible",
                          id,
                          country)));
        }
      }
    }
  }

  private void operators(Entity subject, List<Fact> facts) {
    for (Role role : register.rolesIn(subject.id())) {
      if (role.kind() == RoleKind.OPERATOR || role.kind() == RoleKind.MANAGER) {
        String country = register.entity(role.holder()).map(Entity::country).orElse("");
        if (!country.isEmpty()
            && !subject.country().isEmpty()
            && !country.equals(subject.country())) {
          facts.add(
              new Fact(
                  "operator-differs",
                  "Its flag or place is %s; %s, who runs it, is of %s."
                      .formatted(subject.country(), role.holder(), country)));
        }
      }
    }
  }
}
