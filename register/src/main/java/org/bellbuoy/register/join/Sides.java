package org.bellbuoy.register.join;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.core.finding.PartyRef;
import org.bellbuoy.register.control.Hands;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.PartialDate;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.RoleKind;
import org.bellbuoy.register.model.Source;
import org.bellbuoy.register.model.Statement;
import org.bellbuoy.register.model.Words;
import org.jspecify.annotations.Nullable;

/** Gathers who stands behind a subject or asset. */
final class Sides {
  private static final Set<RoleKind> LEFT_OUT = Set.of(RoleKind.INTEREST, RoleKind.MEMBER);
  private static final Set<RoleKind> RUNNING =
      Set.of(RoleKind.OWNER, RoleKind.OPERATOR, RoleKind.MANAGER);

  private final DayView view;

  Sides(DayView view) {
    this.view = view;
  }

  Side of(String of, Matching.@Nullable Match match, List<Clues.Clue> clues) {
    List<PartyRef> parties = new ArrayList<>();
    Set<String> running = new LinkedHashSet<>();
    String id = match == null ? null : match.id();
    Asset asset = id == null ? null : view.register().asset(id).orElse(null);
    if (match != null && asset != null) {
      running.addAll(view.holders(asset.id(), RUNNING));
      for (Role role : view.register().rolesIn(asset.id())) {
        if (!LEFT_OUT.contains(role.kind())) {
          parties.add(party(of, role, "", match.how()));
        }
      }
      for (Asset agreement : view.agreements(asset.id())) {
        for (Role role : view.register().rolesIn(agreement.id())) {
          if (role.kind() == RoleKind.SERVICE_PROVIDER) {
            parties.add(party(of, role, " for " + agreement.name(), match.how()));
          }
        }
      }
    } else if (match != null && id != null) {
      parties.add(
          new PartyRef(id, "itself", controllers(id), match.how(), of, PartyRef.STATED, name(id)));
      running.add(id);
    }
    List<String> perhaps = new ArrayList<>();
    for (Clues.Clue clue : clues) {
      if (clue.role().equals(Clues.MAKER)) {
        maker(of, clue, parties, perhaps);
      } else {
        clue(of, clue, parties, running);
      }
    }
    parties.sort(Comparator.comparingInt(Sides::order));
    parties.addAll(ultimates(of, parties));
    String doubt = match != null && match.id() == null ? match.how() : "";
    return new Side(of, asset, parties, running, doubt, perhaps);
  }

  private static int order(PartyRef party) {
    return Words.parse(RoleKind.class, party.role())
        .map(RoleKind::ordinal)
        .orElse(RoleKind.values().length);
  }

  /** Who made a thing does not own or run it, so that rules on its owners never see them. */
  private void maker(String of, Clues.Clue clue, List<PartyRef> parties, List<String> perhaps) {
    MakerNames.Answer found = view.makers().of(clue.name());
    if (found.same().size() == 1) {
      String id = found.same().getFirst();
      parties.add(
          new PartyRef(
              id,
              clue.role(),
              controllers(id),
              "maker by %s; the name '%s' is the same after folding"
                  .formatted(clue.from(), clue.name()),
              of,
              PartyRef.STATED,
              name(id)));
      return;
    }
    List<String> open = found.same().isEmpty() ? found.possible() : found.same();
    if (!open.isEmpty()) {
      perhaps.add(
          "the maker '%s' of %s, by %s, may be %s in the register, which names alone do not decide"
              .formatted(
                  clue.name(),
                  of,
                  clue.from(),
                  String.join(" or ", open.stream().map(this::name).toList())));
    }
  }

  private void clue(String of, Clues.Clue clue, List<PartyRef> parties, Set<String> running) {
    Matching.Match match = view.matching().party(clue.name());
    String id = match == null ? null : match.id();
    if (match != null && id != null) {
      parties.add(
          new PartyRef(
              id,
              clue.role(),
              controllers(id),
              "named by the %s; found %s".formatted(clue.from(), match.how()),
              of,
              PartyRef.STATED,
              name(id)));
      running.add(id);
    }
  }

  private PartyRef party(String of, Role role, String scope, String how) {
    return new PartyRef(
        role.holder(),
        Words.of(role.kind()),
        controllers(role.holder()),
        basis(role, scope) + "; " + how,
        of,
        PartyRef.STATED,
        name(role.holder()));
  }

  private String basis(Role role, String scope) {
    Statement statement = role.statement();
    PartialDate recorded = statement.recorded();
    String title =
        view.register().source(statement.source()).map(Source::title).orElse(statement.source());
    return "%s%s%s [%s%s, confidence %s, %s]"
        .formatted(
            Words.of(role.basis()),
            scope,
            role.share() == null ? "" : ", " + role.share(),
            title.isEmpty() ? statement.source() : title,
            recorded == null ? "" : ", recorded " + recorded,
            Words.of(statement.confidence()),
            statement.place());
  }

  private List<PartyRef.Controller> controllers(String party) {
    return view.hands().above(party).stream()
        .map(
            hand ->
                new PartyRef.Controller(
                    hand.id(), certainty(hand.hold()), way(hand.hold()), name(hand.id())))
        .toList();
  }

  private static String certainty(Hands.Hold hold) {
    return switch (hold) {
      case CERTAIN -> PartyRef.CERTAIN;
      case STATED -> PartyRef.STATED;
      case POSSIBLE -> PartyRef.POSSIBLE;
    };
  }

  private List<PartyRef> ultimates(String of, List<PartyRef> below) {
    Map<Hands.Hand, Set<String>> found = new LinkedHashMap<>();
    for (PartyRef party : below) {
      for (Hands.Hand hand : view.hands().above(party.id())) {
        found.computeIfAbsent(hand, h -> new LinkedHashSet<>()).add(party.id());
      }
    }
    List<PartyRef> ultimates = new ArrayList<>();
    found.forEach(
        (hand, over) ->
            ultimates.add(
                new PartyRef(
                    hand.id(),
                    "ultimate-controller",
                    List.of(),
                    way(hand.hold()) + "; control of " + String.join(", ", names(over)),
                    of,
                    certainty(hand.hold()),
                    name(hand.id()))));
    return ultimates;
  }

  private static String way(Hands.Hold hold) {
    return switch (hold) {
      case CERTAIN -> "majority of votes by least shares, over all links";
      case STATED -> "a basis that sources state, no percentage";
      case POSSIBLE -> "majority of votes by largest shares only";
    };
  }

  private List<String> names(Set<String> ids) {
    return ids.stream().map(this::name).toList();
  }

  private String name(String id) {
    return view.matching().nameOf(id);
  }
}
