package org.bellbuoy.port.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bellbuoy.core.exhibit.NetworkPicture;
import org.bellbuoy.core.finding.AssetRef;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.Severity;
import org.bellbuoy.port.detect.PortWords;
import org.bellbuoy.port.operation.OperationClass;
import org.jspecify.annotations.Nullable;

/** Draws up the picture of a network; hosts and links that are alike are joined. */
final class NetworkView {
  /** So many hosts of a zone are drawn one by one. */
  static final int MOST_SINGLE = 9;

  /** So many links of ordinary traffic, and of findings. */
  static final int MOST_LINKS = 40;

  static final int MOST_FINDINGS = 24;

  private record Way(int from, int to) {}

  /** All ordinary traffic from one zone to another. */
  private static final class Traffic {
    final Map<String, Set<String>> spoken = new TreeMap<>();
    final Map<String, Long> weights = new TreeMap<>();
    final Set<Talks.Talk> pairs = new LinkedHashSet<>();
    long weight;

    void add(Talks.Talk talk) {
      pairs.add(talk);
      talk.spoken.forEach(
          (service, spoken) -> {
            Set<String> classes = spoken(service);
            for (OperationClass one : spoken.classes) {
              classes.add(one.word());
            }
            // An operation tells more than a conversation of which nothing was read.
            long more = 10 * spoken.operations + spoken.conversations;
            weights.merge(service, more, Long::sum);
            weight += more;
          });
    }

    private Set<String> spoken(String service) {
      return spoken.computeIfAbsent(service, key -> new TreeSet<>());
    }

    String label() {
      List<String> services =
          spoken.keySet().stream()
              .sorted(
                  Comparator.comparing((String s) -> spoken(s).isEmpty())
                      .thenComparingLong(s -> -weights.getOrDefault(s, 0L))
                      .thenComparing(s -> s))
              .map(s -> spoken(s).isEmpty() ? s : s + " " + String.join(", ", spoken(s)))
              .toList();
      return String.join("; ", services)
          + (pairs.size() == 1 ? "" : " (" + pairs.size() + " pairs)");
    }
  }

  private record Violation(int from, int to, String kind, Level level) {}

  private final Hosts hosts;
  private final Collection<Talks.Talk> talks;
  private final List<Finding> findings;

  /**
   * A view.
   *
   * @param findings the gravest first
   */
  NetworkView(Hosts hosts, Collection<Talks.Talk> talks, List<Finding> findings) {
    this.hosts = hosts;
    this.talks = talks;
    this.findings = findings;
  }

  NetworkPicture picture(ZoneNames names, org.bellbuoy.port.conversation.Networks networks) {
    for (Talks.Talk talk : talks) {
      hosts.of(talk.from);
      hosts.of(talk.to);
    }
    for (Finding finding : findings) {
      Level level = finding.assessment().level();
      for (Host host : concerned(finding)) {
        if (isGrave(finding)) {
          host.found(level);
        }
      }
    }
    ZonePlan plan = new ZonePlan(names, networks, hosts.all());
    Map<ZonePlan.Area, Integer> indexes = plan.indexes();
    List<NetworkPicture.Link> links = new ArrayList<>(violations(plan, indexes));
    int violations = links.size();
    Map<Way, Traffic> traffic = traffic(plan, indexes);
    traffic.entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<Way, Traffic> e) -> -e.getValue().weight)
                .thenComparingInt(e -> e.getKey().from())
                .thenComparingInt(e -> e.getKey().to()))
        .limit(MOST_LINKS)
        .forEach(
            e ->
                links.add(
                    new NetworkPicture.Link(
                        e.getKey().from(), e.getKey().to(), e.getValue().label(), null)));
    List<NetworkPicture.Zone> zones =
        plan.areas().stream()
            .map(
                area ->
                    new NetworkPicture.Zone(
                        area.name, area.detail, area.outside, members(area.hosts)))
            .toList();
    int left = Math.max(0, traffic.size() - MOST_LINKS);
    String title =
        "The network as it was seen, with findings of medium severity or more in colour%s."
            .formatted(
                left == 0
                    ? ""
                    : "; " + PortWords.count(left, "more way", "more ways") + " are not drawn");
    String alternative =
        "%s in %s; %s of ordinary traffic between and within them, %s of findings."
            .formatted(
                PortWords.count(hosts.all().size(), "host", "hosts"),
                PortWords.count(zones.size(), "box", "boxes"),
                PortWords.count(traffic.size(), "way", "ways"),
                PortWords.count(violations, "way", "ways"));
    return new NetworkPicture(title, alternative, zones, links);
  }

  /** Findings of less are in the table; in colour they would hide the others. */
  private static boolean isGrave(Finding finding) {
    return finding.severity().compareTo(Severity.MEDIUM) >= 0;
  }

  private List<Host> concerned(Finding finding) {
    List<Host> concerned = new ArrayList<>(targets(finding));
    Host actor = actor(finding);
    if (actor != null) {
      concerned.add(actor);
    }
    return concerned;
  }

  private @Nullable Host actor(Finding finding) {
    Map<String, String> ids = finding.subject().ids();
    Host byAddress = hosts.named(ids.get("ip"));
    return byAddress == null ? hosts.named(ids.get("mac")) : byAddress;
  }

  private List<Host> targets(Finding finding) {
    return finding.assets().stream()
        .map(AssetRef::id)
        .map(hosts::named)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private Map<Way, Traffic> traffic(ZonePlan plan, Map<ZonePlan.Area, Integer> indexes) {
    Map<Way, Traffic> traffic = new LinkedHashMap<>();
    for (Talks.Talk talk : talks) {
      int from = indexes.getOrDefault(plan.of(hosts.of(talk.from)), 0);
      int to = indexes.getOrDefault(plan.of(hosts.of(talk.to)), 0);
      traffic.computeIfAbsent(new Way(from, to), way -> new Traffic()).add(talk);
    }
    return traffic;
  }

  private List<NetworkPicture.Link> violations(ZonePlan plan, Map<ZonePlan.Area, Integer> indexes) {
    Map<Violation, Set<String>> all = new LinkedHashMap<>();
    for (Finding finding : findings) {
      Host actor = actor(finding);
      if (actor == null || !isGrave(finding)) {
        continue;
      }
      for (Host target : targets(finding)) {
        Violation violation =
            new Violation(
                indexes.getOrDefault(plan.of(actor), 0),
                indexes.getOrDefault(plan.of(target), 0),
                finding.subject().ids().getOrDefault("act", finding.rule()),
                finding.assessment().level());
        all.computeIfAbsent(violation, key -> new LinkedHashSet<>())
            .add(
                actor.equals(target)
                    ? actor.address()
                    : actor.address() + " → " + target.address());
      }
    }
    return all.entrySet().stream()
        .limit(MOST_FINDINGS)
        .map(
            e -> {
              int more = e.getValue().size() - 1;
              String label =
                  e.getKey().kind()
                      + ", "
                      + e.getValue().iterator().next()
                      + (more > 0 ? " and " + more + " more" : "");
              return new NetworkPicture.Link(
                  e.getKey().from(), e.getKey().to(), label, e.getKey().level());
            })
        .toList();
  }

  /** Of few hosts each; of many those of findings, and the others counted by role. */
  private static List<NetworkPicture.Member> members(List<Host> hosts) {
    List<Host> single = new ArrayList<>(hosts);
    Map<String, List<Host>> groups = new TreeMap<>();
    if (hosts.size() > MOST_SINGLE) {
      single =
          hosts.stream()
              .filter(host -> host.worst != null)
              .sorted(Comparator.comparing((Host host) -> host.worst).thenComparing(Host.ORDER))
              .limit(MOST_SINGLE)
              .toList();
      for (Host host : hosts) {
        if (!single.contains(host)) {
          groups.computeIfAbsent(host.role(), key -> new ArrayList<>()).add(host);
        }
      }
    }
    List<NetworkPicture.Member> members = new ArrayList<>();
    single.forEach(host -> members.add(member(host)));
    groups.forEach(
        (role, alike) ->
            members.add(alike.size() == 1 ? member(alike.getFirst()) : group(role, alike)));
    return members;
  }

  private static NetworkPicture.Member member(Host host) {
    return new NetworkPicture.Member(host.name(), host.detail(), 1, host.worst);
  }

  private static NetworkPicture.Member group(String role, List<Host> alike) {
    Level worst =
        alike.stream()
            .map(host -> host.worst)
            .filter(Objects::nonNull)
            .min(Level::compareTo)
            .orElse(null);
    String plural =
        switch (role) {
          case "switch" -> "switches";
          case Host.NO_ROLE -> "without a role";
          default -> role + "s";
        };
    return new NetworkPicture.Member(
        alike.size() + " " + plural,
        alike.getFirst().address() + "–" + alike.getLast().address(),
        alike.size(),
        worst);
  }
}
