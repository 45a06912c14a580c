package org.bellbuoy.register.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.core.export.Origin;
import org.bellbuoy.core.finding.AssetRef;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.PartyRef;
import org.bellbuoy.register.control.Controllers;
import org.bellbuoy.register.control.Touches;
import org.bellbuoy.register.join.JoinOptions;
import org.bellbuoy.register.join.PartyJoin;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.Register;
import org.jspecify.annotations.Nullable;

/**
 * Picks from findings, one after the other, those in which a party or asset of a register stands,
 * and says as what. Only those are kept. Not thread safe.
 */
public final class FindingsOfSubject {
  private static final String ULTIMATE = "ultimate-controller";

  private final PartyJoin join;
  private final Register register;
  private final String id;

  /** Whom the subject controls for certain, or what is part of it, with the words for that. */
  private final Map<String, String> through = new HashMap<>();

  private final List<Standing> standings = new ArrayList<>();
  private long read;
  private long naming;
  private long joinedElsewhere;

  /**
   * A finding in which the subject stands.
   *
   * @param rule id of the rule, with its version
   * @param level in a word
   * @param to null while open
   * @param as what the subject is in it, a phrase each
   * @param finding id of the finding
   */
  record Standing(
      String rule,
      String level,
      Instant from,
      @Nullable Instant to,
      List<String> as,
      String finding,
      Origin origin) {}

  private FindingsOfSubject(Register whole, Controllers controllers, String id) {
    this.join = PartyJoin.of(whole, JoinOptions.defaults());
    this.register = controllers.register();
    this.id = id;
    register.partsOf(id).forEach(part -> through.put(part, name(part) + ", a part of it, is "));
    for (Touches.Touch touch : Touches.of(register, id)) {
      String held = touch.through();
      if (!held.isEmpty() && !held.equals(id)) {
        through.put(held, "controls %s for certain, which is ".formatted(name(held)));
      }
    }
  }

  /**
   * Nothing picked yet.
   *
   * @param whole the register, of all days
   * @param controllers the register as of the day of the page
   * @param id of the party or asset
   */
  public static FindingsOfSubject of(Register whole, Controllers controllers, String id) {
    return new FindingsOfSubject(whole, controllers, id);
  }

  /**
   * Looks at one finding.
   *
   * @param joinedHere whether its run read the same register, so that its parties bear the ids of
   *     this one
   */
  public void add(Finding finding, Origin origin, boolean joinedHere) {
    read++;
    if (!finding.parties().isEmpty()) {
      naming++;
      joinedElsewhere += joinedHere ? 0 : 1;
    }
    Set<String> as = as(finding);
    if (!as.isEmpty()) {
      standings.add(
          new Standing(
              finding.rule() + ' ' + finding.ruleVersion(),
              finding.assessment().level().word(),
              finding.from(),
              finding.to(),
              List.copyOf(as),
              finding.id().toString(),
              origin));
    }
  }

  private Set<String> as(Finding finding) {
    Map<String, String> known = new LinkedHashMap<>(join.known(finding));
    // Findings of rules over the register name it by its own id.
    String own = finding.subject().ids().get("register");
    if (own != null) {
      known.put(PartyRef.SUBJECT, own);
    }
    for (AssetRef asset : finding.assets()) {
      if (register.asset(asset.id()).filter(one -> kind(one, asset)).isPresent()) {
        known.putIfAbsent(PartyRef.of(asset), asset.id());
      }
    }
    Set<String> as = new LinkedHashSet<>();
    known.forEach((of, who) -> add(who, thing(of, finding), as));
    for (PartyRef party : finding.parties()) {
      String of = party.of();
      String thing = of == null ? "its subject or an asset" : thing(of, finding);
      String certainty = party.certainty();
      boolean above = party.role().equals(ULTIMATE);
      if (party.role().equals("itself")) {
        continue;
      }
      add(
          party.id(),
          "%s%s of %s"
              .formatted(
                  party.role().replace('-', ' '),
                  above && certainty != null ? " (" + certainty + ")" : "",
                  thing),
          as);
      for (PartyRef.Controller controller : party.controllers()) {
        if (!controller.id().equals(id)) {
          continue;
        }
        String name = party.name();
        String sure = controller.certainty();
        as.add(
            "stands above%s %s, %s of %s"
                .formatted(
                    sure == null || sure.equals(PartyRef.CERTAIN) ? "" : " (" + sure + ")",
                    name == null ? party.id() : name,
                    party.role().replace('-', ' '),
                    thing));
      }
    }
    return as;
  }

  private static boolean kind(Asset known, AssetRef asset) {
    return known.kindWord().equals(asset.type());
  }

  private void add(String who, String phrase, Set<String> as) {
    String between = through.get(who);
    if (who.equals(id)) {
      as.add(phrase);
    } else if (between != null) {
      as.add(between + phrase);
    }
  }

  private static String thing(String of, Finding finding) {
    if (of.equals(PartyRef.SUBJECT)) {
      String name = finding.subject().name();
      return name == null ? "the subject" : "the subject (" + name + ")";
    }
    for (AssetRef asset : finding.assets()) {
      if (PartyRef.of(asset).equals(of)) {
        String name = asset.name();
        return "the %s %s".formatted(asset.type(), name == null ? asset.id() : name);
      }
    }
    return of;
  }

  private String name(String other) {
    return register.entity(other).map(Entity::name).orElse(other);
  }

  /** How many findings were looked at. */
  public long read() {
    return read;
  }

  /** Of these, how many name any party. */
  long naming() {
    return naming;
  }

  /** Of these, how many are not known to be joined with the same register. */
  long joinedElsewhere() {
    return joinedElsewhere;
  }

  /** In the order in which they were read. */
  List<Standing> standings() {
    return List.copyOf(standings);
  }

  /** How many of those in which the subject stands rest on simulated data. */
  public long simulated() {
    return standings.stream().filter(one -> one.origin() == Origin.SIMULATED).count();
  }
}
