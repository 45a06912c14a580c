package org.bellbuoy.register.join;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.register.control.Hands;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.Entity;

/** What the rules of severity find between a subject and assets, a sentence for each rule. */
final class SeverityGrounds {
  private final DayView view;
  private final Substitutes substitutes;
  private final Set<String> countries;

  SeverityGrounds(DayView view, Substitutes substitutes, Set<String> countries) {
    this.view = view;
    this.substitutes = substitutes;
    this.countries = countries;
  }

  Map<SeverityRule, String> of(Side subject, List<Side> assets) {
    Map<SeverityRule, String> found = new EnumMap<>(SeverityRule.class);
    watched(subject, found);
    Set<String> hands = groups(subject.running());
    for (Side side : assets) {
      Asset asset = side.asset();
      if (asset != null) {
        for (String provider : substitutes.sole(asset)) {
          found.putIfAbsent(
              SeverityRule.NO_SUBSTITUTE,
              "%s is the only service provider of %s, and the register says that all are named."
                  .formatted(name(provider), asset.name()));
          if (view.group(provider).stream().anyMatch(hands::contains)) {
            found.putIfAbsent(
                SeverityRule.SAME_HAND,
                "who owns or runs the subject and %s, the only service provider of %s, are in one"
                        .formatted(name(provider), asset.name())
                    + " hand.");
          }
        }
      }
      if (groups(side.running()).stream().anyMatch(hands::contains)) {
        found.putIfAbsent(
            SeverityRule.OWN_THING,
            "subject and %s are owned or run by one hand.".formatted(side.of()));
      }
    }
    return found;
  }

  private void watched(Side subject, Map<SeverityRule, String> found) {
    for (String party : subject.running()) {
      for (Hands.Hand hand : view.hands().above(party)) {
        String country = view.register().entity(hand.id()).map(Entity::country).orElse("");
        if (hand.hold() != Hands.Hold.POSSIBLE && countries.contains(country)) {
          found.putIfAbsent(
              SeverityRule.WATCHED_COUNTRY,
              "%s, who owns or runs the subject, is controlled by %s of %s (%s)."
                  .formatted(
                      name(party),
                      name(hand.id()),
                      country,
                      hand.hold() == Hands.Hold.CERTAIN ? "certain" : "as sources state"));
        }
      }
    }
  }

  private Set<String> groups(Set<String> parties) {
    Set<String> groups = new LinkedHashSet<>();
    parties.forEach(party -> groups.addAll(view.group(party)));
    return groups;
  }

  private String name(String id) {
    return view.matching().nameOf(id);
  }
}
