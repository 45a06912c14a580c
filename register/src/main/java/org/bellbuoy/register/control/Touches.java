package org.bellbuoy.register.control;

import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.model.Role;

/** Everything a party touches, itself and through those whom it controls for certain. */
public final class Touches {
  private Touches() {}

  /**
   * One role.
   *
   * @param role the statement
   * @param through the controlled party that has it; empty where it is the party's own
   */
  public record Touch(Role role, String through) {}

  /**
   * Roles of a party and of all whom it certainly controls by majority, and roles that others have
   * in it; of an asset, roles in it.
   *
   * @param asOf the register as of a day
   * @param id a party or asset of it
   */
  public static List<Touch> of(Register asOf, String id) {
    List<Touch> touches = new ArrayList<>();
    asOf.rolesIn(id).forEach(role -> touches.add(new Touch(role, "")));
    if (asOf.asset(id).isPresent()) {
      return touches;
    }
    asOf.rolesOf(id).forEach(role -> touches.add(new Touch(role, "")));
    RegisterGraph votes = RegisterGraph.votes(asOf);
    if (!votes.named(votes.node(id))) {
      return touches;
    }
    MajorityControl control = MajorityControl.of(votes.graph(), Threshold.MAJORITY);
    for (int node : control.controlledBy(votes.node(id), Bound.LOW).controlled()) {
      String through = votes.id(node);
      if (!(asOf.entity(through).orElse(null) instanceof Asset)) {
        asOf.rolesOf(through).forEach(role -> touches.add(new Touch(role, through)));
      }
    }
    return touches;
  }
}
