package org.bellbuoy.register.lockin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bellbuoy.register.lockin.Dependencies.Asset;
import org.bellbuoy.register.lockin.Dependencies.Service;

/**
 * What is left when something is thought away. Pure; time grows with the number of relations.
 *
 * <p>Services that were not carried before, since no asset of theirs stands even with everybody
 * there, are told apart and never counted as lost.
 *
 * @param servicesLost that no asset carries any more, sorted
 * @param servicesWithOnePath that one asset carries, and more before, sorted
 * @param servicesMaybeLost that would be lost, too, if every unknown holder were among those
 *     thought away, sorted
 * @param servicesNeverCarried that nothing carried before either, sorted
 * @param assetsLost that do not work any more, sorted
 * @param capacityBefore of all assets that worked before
 * @param capacityLeft of those that work still: at least with every unknown holder thought away, at
 *     most with none
 */
public record Without(
    List<String> servicesLost,
    List<String> servicesWithOnePath,
    List<String> servicesMaybeLost,
    List<String> servicesNeverCarried,
    List<String> assetsLost,
    double capacityBefore,
    Bounds capacityLeft) {

  /** What is left of those without that. */
  public static Without of(Dependencies dependencies, Removal removal) {
    Map<String, Asset> before = dependencies.standing(Set.of(), Set.of(), false);
    Set<String> fallen = dependencies.fallen(removal);
    Map<String, Asset> after = dependencies.standing(fallen, removal.assets(), false);
    Map<String, Asset> atLeast = dependencies.standing(fallen, removal.assets(), true);
    List<String> lost = new ArrayList<>();
    List<String> one = new ArrayList<>();
    List<String> maybe = new ArrayList<>();
    List<String> never = new ArrayList<>();
    for (Service service : dependencies.services()) {
      int paths = paths(service, before);
      int left = paths(service, after);
      if (paths == 0) {
        never.add(service.id());
      } else if (left == 0) {
        lost.add(service.id());
      } else {
        if (left == 1 && paths > 1) {
          one.add(service.id());
        }
        if (paths(service, atLeast) == 0) {
          maybe.add(service.id());
        }
      }
    }
    Set<String> gone = new TreeSet<>(before.keySet());
    gone.removeAll(after.keySet());
    return new Without(
        sorted(lost),
        sorted(one),
        sorted(maybe),
        sorted(never),
        List.copyOf(gone),
        capacity(before),
        new Bounds(capacity(atLeast), capacity(after)));
  }

  private static int paths(Service service, Map<String, Asset> standing) {
    Set<String> left = new HashSet<>(service.assets());
    left.retainAll(standing.keySet());
    return left.size();
  }

  private static double capacity(Map<String, Asset> standing) {
    return standing.values().stream().mapToDouble(Asset::capacity).sum();
  }

  private static List<String> sorted(List<String> ids) {
    return ids.stream().sorted().toList();
  }
}
