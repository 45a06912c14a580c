package org.bellbuoy.register.join;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.RoleKind;
import org.bellbuoy.register.model.Words;

/**
 * Who else the register names for what a party does. Parties that are unknown are told and never
 * counted, and a number is of the register, not of the world.
 */
final class Substitutes {
  private static final String CODE = "substitutability";
  private static final Set<RoleKind> BY_KIND =
      Set.of(RoleKind.OPERATOR, RoleKind.MAKER, RoleKind.SOFTWARE_MAKER, RoleKind.SERVICE_PROVIDER);

  private final DayView view;

  Substitutes(DayView view) {
    this.view = view;
  }

  /** Lines on an asset of the register, agreements first. */
  List<Reason> of(Asset asset) {
    List<Reason> lines = new ArrayList<>();
    Set<String> own = view.holders(asset.id(), BY_KIND);
    for (Asset agreement : view.agreements(asset.id())) {
      Set<String> providers = view.holders(agreement.id(), Set.of(RoleKind.SERVICE_PROVIDER));
      if (!providers.isEmpty()) {
        lines.add(agreement(agreement, providers, own));
      }
    }
    for (RoleKind role : RoleKind.values()) {
      Set<String> holders = view.holders(asset.id(), Set.of(role));
      if (BY_KIND.contains(role) && !holders.isEmpty()) {
        lines.add(kind(asset, role, holders.iterator().next()));
      }
    }
    return lines;
  }

  private Reason agreement(Asset agreement, Set<String> providers, Set<String> own) {
    String without =
        providers.stream().filter(own::contains).findFirst().orElse(providers.iterator().next());
    Set<String> others = new LinkedHashSet<>(providers);
    others.remove(without);
    long unknown =
        view.register().rolesIn(agreement.id()).stream()
            .filter(role -> role.kind() == RoleKind.SERVICE_PROVIDER)
            .filter(role -> !view.named(role.holder()))
            .count();
    String coverage =
        agreement.complete(RoleKind.SERVICE_PROVIDER)
            ? "The register says that all of them are named."
            : "The register does not say that all of them are named.";
    return line(
        "service provider of %s".formatted(agreement.name()),
        without,
        others,
        (unknown == 0 ? "" : unknown + " more are unknown and not counted. ") + coverage);
  }

  private Reason kind(Asset asset, RoleKind role, String without) {
    Set<String> others = new LinkedHashSet<>(view.kinds().holders(asset.kind(), role));
    others.remove(without);
    int alone = view.kinds().alone(asset.kind(), role, without);
    return line(
        "%s of any %s in the register".formatted(plain(role), plain(asset.kind())),
        without,
        others,
        "On it alone %s %d of the %d that have one named, of %d in all."
            .formatted(
                alone == 1 ? "hangs" : "hang",
                alone,
                view.kinds().named(asset.kind(), role),
                view.kinds().all(asset.kind())));
  }

  private Reason line(String head, String without, Set<String> others, String coverage) {
    Set<String> gone = view.group(without);
    Set<Set<String>> groups = new LinkedHashSet<>();
    for (String other : others) {
      Set<String> group = view.group(other);
      if (group.stream().noneMatch(gone::contains)) {
        groups.add(group);
      }
    }
    String text =
        switch (others.size()) {
          case 0 -> "Without %s no other %s is named.".formatted(name(without), head);
          case 1 ->
              "Without %s one other %s is named%s."
                  .formatted(name(without), head, apart(1, groups.size()));
          default ->
              "Without %s the register names %d others as %s%s."
                  .formatted(
                      name(without), others.size(), head, apart(others.size(), groups.size()));
        };
    return Reason.of(CODE, text + ' ' + coverage, others.size(), "parties");
  }

  /** Others under the same certain control are no way out, nor are two of one hand two. */
  private static String apart(int others, int hands) {
    if (hands == others) {
      return "";
    }
    return hands == 0
        ? ", under the same certain control"
        : "; counting whom one controls for certain as one, and not who is under the same control, %d"
            .formatted(hands);
  }

  private static String plain(Enum<?> word) {
    return Words.of(word).replace('-', ' ');
  }

  private String name(String id) {
    return view.matching().nameOf(id);
  }

  /** The only service provider of an asset or its agreements where all are said to be named. */
  List<String> sole(Asset asset) {
    List<String> sole = new ArrayList<>();
    List<Asset> scopes = new ArrayList<>(view.agreements(asset.id()));
    scopes.add(asset);
    for (Asset scope : scopes) {
      Set<String> providers = view.holders(scope.id(), Set.of(RoleKind.SERVICE_PROVIDER));
      boolean unknown =
          view.register().rolesIn(scope.id()).stream()
              .anyMatch(
                  role -> role.kind() == RoleKind.SERVICE_PROVIDER && !view.named(role.holder()));
      if (providers.size() == 1 && !unknown && scope.complete(RoleKind.SERVICE_PROVIDER)) {
        sole.addAll(providers);
      }
    }
    return sole;
  }
}
