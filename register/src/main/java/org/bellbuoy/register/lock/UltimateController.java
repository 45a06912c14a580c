package org.bellbuoy.register.lock;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bellbuoy.register.control.ControlAnswer;
import org.bellbuoy.register.control.ControlAnswer.Controller;
import org.bellbuoy.register.control.Controllers;
import org.bellbuoy.register.model.Party;
import org.bellbuoy.register.model.Share;

/**
 * The one party that a party belongs to in the end, where the register tells. Remembers what it was
 * asked; not thread safe.
 */
final class UltimateController {
  /** Why a party stands for another. */
  enum Why {
    /** By majority of votes, for certain. */
    MAJORITY,
    /** By a basis that sources state, alone or above a majority. */
    STATED,
    /** Nobody controls it: a state or person, or a company whose named holders have too little. */
    ITSELF,
    /** The register does not tell, or tells of several. */
    UNKNOWN
  }

  /** A party, empty where unknown, and why. */
  record Found(Optional<String> party, Why why) {}

  private final Controllers controllers;
  private final Map<String, Found> known = new HashMap<>();

  UltimateController(Controllers controllers) {
    this.controllers = controllers;
  }

  Found of(String party) {
    Found found = known.get(party);
    if (found == null) {
      found = find(party);
      known.put(party, found);
    }
    return found;
  }

  private Found find(String id) {
    ControlAnswer answer = controllers.answer(id);
    List<String> stated = answer.stated().stream().map(ControlAnswer.Stated::id).toList();
    List<Controller> certain = answer.controllers().stream().filter(Controller::certain).toList();
    if (stated.size() == 1) {
      return new Found(Optional.of(stated.getFirst()), Why.STATED);
    }
    if (stated.isEmpty() && certain.size() == 1) {
      // Those who control each other are one; the first of them by id stands for all.
      return new Found(certain.getFirst().ids().stream().sorted().findFirst(), Why.MAJORITY);
    }
    boolean natural =
        answer.subject() instanceof Party party
            && switch (party.kind()) {
              case PERSON, STATE, STATE_BODY -> true;
              case COMPANY, FUND, ARRANGEMENT, ANONYMOUS, UNKNOWN -> false;
            };
    boolean nobody =
        stated.isEmpty()
            && answer.controllers().isEmpty()
            && answer.votesUntold().highUnits() <= Share.ONE / 2;
    return natural || nobody
        ? new Found(Optional.of(id), Why.ITSELF)
        : new Found(Optional.empty(), Why.UNKNOWN);
  }
}
