package org.bellbuoy.register.lockin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.bellbuoy.register.lockin.Dependencies.Asset;
import org.bellbuoy.register.lockin.Dependencies.Party;
import org.bellbuoy.register.lockin.Dependencies.Role;
import org.bellbuoy.register.lockin.Dependencies.Service;
import org.junit.jupiter.api.Test;

final class WithoutTest {
  private static final Dependencies ISLAND =
      new Dependencies(
          List.of(
              new Service("island", Set.of("west cable", "east cable")),
              new Service("port", Set.of("crane")),
              new Service("old line", Set.of("dead cable"))),
          List.of(
              new Asset("west cable", 10, List.of(role("maintainer", "repair firm"))),
              new Asset("east cable", 20, List.of(role("maintainer", "repair firm", "navy"))),
              new Asset("crane", 1, List.of(new Role("maker", Set.of(), true))),
              new Asset("dead cable", 5, List.of(role("maintainer")))),
          List.of(
              new Party("repair firm", Set.of("holding"), Optional.of("AA")),
              new Party("holding", Set.of(), Optional.of("BB")),
              new Party("navy", Set.of(), Optional.of("CC"))));

  @Test
  void withTheControllerGoesWhatItsFirmAloneMaintains() {
    Without left = Without.of(ISLAND, Removal.ofParty("holding"));
    assertThat(left.assetsLost()).containsExactly("west cable");
    assertThat(left.servicesLost()).isEmpty();
    assertThat(left.servicesWithOnePath()).containsExactly("island");
    assertThat(left.capacityBefore()).isEqualTo(31);
    assertThat(left.capacityLeft()).isEqualTo(new Bounds(20, 21));
  }

  @Test
  void anUnknownHolderMakesALossPossibleAndNoMore() {
    Without left = Without.of(ISLAND, Removal.ofCountry("BB"));
    assertThat(left.servicesMaybeLost()).containsExactly("port");
    assertThat(left.servicesLost()).isEmpty();
  }

  @Test
  void whatNothingCarriedBeforeIsNotLost() {
    assertThat(Without.of(ISLAND, Removal.none()).servicesNeverCarried())
        .containsExactly("old line");
  }

  @Test
  void twoThatTogetherTakeAServiceAreAMinimalCut() {
    CutSets.Found found = CutSets.of(ISLAND, ISLAND.services().getFirst());
    assertThat(found.single()).isEmpty();
    assertThat(found.pairs())
        .contains(List.of(new CutSets.OfParty("holding"), new CutSets.OfParty("navy")))
        .contains(List.of(new CutSets.OfCountry("CC"), new CutSets.OfParty("repair firm")))
        .hasSize(8);
  }

  @Test
  void unknownIdsAreNamed() {
    Dependencies wrong =
        new Dependencies(
            List.of(new Service("s", Set.of("a"))),
            List.of(new Asset("b", 1, List.of(role("owner", "nobody")))),
            List.of());
    assertThat(wrong.problems())
        .containsExactly(
            "There is no asset a, which service s names.",
            "There is no party nobody, which asset b names.");
  }

  @Test
  void cutSetsOfSmallRandomWorldsAreThoseFoundByTryingEverySet() {
    SplittableRandom random = new SplittableRandom(11);
    int singles = 0;
    int pairs = 0;
    for (int world = 0; world < 300; world++) {
      Dependencies all = random(random);
      Service service = all.services().getFirst();
      CutSets.Found found = CutSets.of(all, service);
      Set<Set<String>> expected = minimalCuts(all, service);
      Set<Set<String>> given = new HashSet<>();
      found.single().forEach(e -> given.add(Set.of(e.text())));
      found.pairs().forEach(p -> given.add(Set.of(p.get(0).text(), p.get(1).text())));
      assertThat(given).as("world %d", world).isEqualTo(expected);
      singles += found.single().size();
      pairs += found.pairs().size();
    }
    assertThat(singles).isGreaterThan(100);
    assertThat(pairs).isGreaterThan(100);
  }

  /** By the definition alone: every set of up to two, judged by {@link #stands}. */
  private static Set<Set<String>> minimalCuts(Dependencies all, Service service) {
    List<String> elements = new ArrayList<>();
    all.parties().forEach(party -> elements.add("party " + party.id()));
    List.of("AA", "BB").forEach(code -> elements.add("country " + code));
    Set<Set<String>> cuts = new HashSet<>();
    if (!stands(all, service, Set.of())) {
      return cuts;
    }
    for (String one : elements) {
      if (!stands(all, service, Set.of(one))) {
        cuts.add(Set.of(one));
      }
    }
    for (String one : elements) {
      for (String other : elements) {
        if (one.compareTo(other) < 0
            && !cuts.contains(Set.of(one))
            && !cuts.contains(Set.of(other))
            && !stands(all, service, Set.of(one, other))) {
          cuts.add(Set.of(one, other));
        }
      }
    }
    return cuts;
  }

  private static boolean stands(Dependencies all, Service service, Set<String> removed) {
    return all.assets().stream()
        .filter(asset -> service.assets().contains(asset.id()))
        .anyMatch(
            asset ->
                asset.roles().stream()
                    .allMatch(
                        role ->
                            role.holderUnknown()
                                || role.holders().stream()
                                    .anyMatch(id -> free(all, id, removed, new HashSet<>()))));
  }

  /** Whether nobody above the party, itself included, is removed. */
  private static boolean free(Dependencies all, String id, Set<String> removed, Set<String> seen) {
    if (!seen.add(id)) {
      return true;
    }
    Party party = all.parties().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
    return !removed.contains("party " + id)
        && party.country().filter(code -> removed.contains("country " + code)).isEmpty()
        && party.controllers().stream().allMatch(c -> free(all, c, removed, seen));
  }

  private static Dependencies random(SplittableRandom random) {
    List<String> ids = List.of("p", "q", "r", "s", "t");
    List<Party> parties = new ArrayList<>();
    for (String id : ids) {
      Set<String> controllers = new TreeSet<>();
      if (random.nextInt(3) == 0) {
        controllers.add(ids.get(random.nextInt(ids.size())));
      }
      Optional<String> country =
          random.nextInt(3) == 0
              ? Optional.empty()
              : Optional.of(random.nextBoolean() ? "AA" : "BB");
      parties.add(new Party(id, controllers, country));
    }
    List<Asset> assets = new ArrayList<>();
    for (String id : List.of("x", "y")) {
      List<Role> roles = new ArrayList<>();
      for (int i = random.nextInt(1, 3); i > 0; i--) {
        Set<String> holders = new TreeSet<>();
        for (int h = random.nextInt(1, 3); h > 0; h--) {
          holders.add(ids.get(random.nextInt(ids.size())));
        }
        roles.add(new Role("role", holders, random.nextInt(8) == 0));
      }
      assets.add(new Asset(id, 1, roles));
    }
    return new Dependencies(List.of(new Service("s", Set.of("x", "y"))), assets, parties);
  }

  private static Role role(String name, String... holders) {
    return new Role(name, Set.of(holders), false);
  }
}
