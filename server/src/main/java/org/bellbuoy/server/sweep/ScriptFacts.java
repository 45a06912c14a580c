package org.bellbuoy.server.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.server.content.Cluster;
import org.bellbuoy.server.content.Clusters;
import org.bellbuoy.server.content.KnownHashes;
import org.bellbuoy.server.content.NameIndicators;
import org.bellbuoy.server.content.Rarity;
import org.bellbuoy.server.content.RarityTable;
import org.bellbuoy.server.content.Sighting;
import org.bellbuoy.server.content.Trait;
import org.bellbuoy.server.content.TraitReport;
import org.bellbuoy.server.content.TraitReport.Grade;
import org.bellbuoy.server.content.Traits;
import org.bellbuoy.server.detect.EntryState;
import org.bellbuoy.server.detect.ServerFact;
import org.bellbuoy.server.detect.ServerRules;
import org.bellbuoy.server.detect.Strength;
import org.bellbuoy.server.detect.Trace;
import org.bellbuoy.server.sweep.ServerRead.ReadScript;
import org.bellbuoy.server.tree.Product;
import org.bellbuoy.server.tree.ServerIdentity;
import org.jspecify.annotations.Nullable;

/**
 * Which scripts of a fleet do not belong. No one sign decides but a known digest: a name is the
 * attacker's choice, traits have good uses, and rare files are made every day; together they do.
 */
final class ScriptFacts {
  /** A name from this weight on is known from entries only. */
  private static final int TELLING_NAME = 60;

  private static final int MOST_TRAITS = 6;

  /** A trait of code from this weight on is not what every page has. */
  private static final int ODD_CODE = 15;

  private final List<ServerRead> reads;
  private final Map<String, List<ServerFact>> pages;
  private final RarityTable byProduct = new RarityTable();
  private final RarityTable byFamily = new RarityTable();
  private final RarityTable byFarm = new RarityTable();
  private final Map<ReadScript, Weighed> weighed = new LinkedHashMap<>();
  private final List<Cluster> telling = new ArrayList<>();

  /** What one script came to. */
  private static final class Weighed {
    final Rarity rarity;
    final List<ServerFact> named;

    /** By the file alone, whatever logs say of its page. */
    final Strength own;

    Strength strength;

    /** What it says of its copies: its place and who asked for it say nothing of other servers. */
    final Strength carried;

    @Nullable Cluster cluster;

    Weighed(
        List<ServerFact> named, Rarity rarity, Strength own, Strength strength, Strength carried) {
      this.own = own;
      this.rarity = rarity;
      this.named = named;
      this.strength = strength;
      this.carried = strength.compareTo(carried) < 0 ? strength : carried;
    }
  }

  /**
   * Weighs all scripts.
   *
   * @param pages facts that name pages which should not be there, by server
   */
  ScriptFacts(List<ServerRead> reads, Map<String, List<ServerFact>> pages) {
    this.reads = reads;
    this.pages = pages;
    for (ServerRead read : reads) {
      ServerIdentity server = read.tree().identity();
      String build = server.build();
      byProduct.server(server.host(), server.product().title(), build == null ? "" : build);
      byFamily.server(server.host(), family(server.product()), "");
      byFarm.server(server.host(), farm(server), "");
      for (ReadScript script : read.scripts()) {
        byProduct.script(server.host(), script.file().path(), script.print().sha256());
        byFamily.script(server.host(), script.file().path(), script.print().sha256());
        byFarm.script(server.host(), script.file().path(), script.print().sha256());
      }
    }
    for (ServerRead read : reads) {
      for (ReadScript script : read.scripts()) {
        weighed.put(script, weigh(read, script));
      }
    }
    spread();
  }

  private static String family(Product product) {
    return product.isSharePoint()
        ? Product.SHAREPOINT.title()
        : product.isExchange() ? Product.EXCHANGE.title() : Product.OTHER.title();
  }

  /** A server whose farm is not told stands for itself. */
  private static String farm(ServerIdentity server) {
    return server.farm().isEmpty()
        ? "server " + server.host()
        : server.organisation() + "/" + server.farm();
  }

  /** Whether all servers of a farm, two at least, have the script alike: it was rolled out. */
  private boolean farmWide(String host, ReadScript script) {
    Rarity farm = byFarm.of(host, script.file().path(), script.print().sha256());
    return farm.servers() >= 2 && farm.same() == farm.servers();
  }

  private Weighed weigh(ServerRead read, ReadScript script) {
    String host = read.host();
    String path = script.file().path();
    Rarity rare = byProduct.of(host, path, script.print().sha256());
    if (rare.servers() < Rarity.FEWEST_SERVERS) {
      // Too few of one version to tell; all versions of a product share most pages.
      rare = byFamily.of(host, path, script.print().sha256());
    }
    List<ServerFact> named =
        pages.getOrDefault(host, List.of()).stream()
            .filter(fact -> PageFiles.serves(fact.about().getOrDefault("path", ""), path))
            .toList();
    boolean rolledOut = farmWide(host, script);
    List<ServerFact> odd =
        named.stream()
            // What a whole farm has is asked for by one client where that is a monitor.
            .filter(fact -> fact.strength() == Strength.STRONG || !rolledOut)
            .toList();
    List<ServerFact> telling =
        odd.stream().filter(fact -> fact.strength() == Strength.STRONG).toList();
    TraitReport content = script.traits().ofContent();
    return new Weighed(
        odd,
        rare,
        strength(script, script.traits().grade(), rare, List.of()),
        strength(script, script.traits().grade(), rare, odd),
        strength(script, content.grade(), rare, telling));
  }

  private static Strength strength(
      ReadScript script, Grade grade, Rarity rare, List<ServerFact> named) {
    Strength strength = Strength.WEAK;
    boolean name = script.names().stream().anyMatch(n -> n.weight() >= TELLING_NAME);
    // What most servers of a product have alike is the product's, unless all were entered.
    boolean everywhere = rare.servers() >= Rarity.FEWEST_SERVERS && !rare.rare() && !rare.altered();
    boolean guarded = Traits.guarded(script.file().path());
    if (grade == Grade.HIGH) {
      strength = everywhere && guarded ? Strength.WEAK : Strength.STRONG;
    } else if (grade == Grade.MEDIUM || (rare.altered() && guarded && grade != Grade.NONE)) {
      strength = everywhere ? Strength.WEAK : Strength.MEDIUM;
    }
    if (name) {
      boolean more = grade == Grade.MEDIUM || grade == Grade.HIGH || rare.rare();
      strength = larger(strength, more ? Strength.STRONG : Strength.MEDIUM);
    }
    for (ServerFact fact : named) {
      if (everywhere) {
        // A page that most servers have was first asked for then by chance.
        break;
      }
      strength = larger(strength, fact.strength());
    }
    return script.known() == null ? strength : Strength.STRONG;
  }

  private static Strength larger(Strength a, Strength b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  /** The same script elsewhere is as telling there, a variant of it nearly so. */
  private void spread() {
    Map<Sighting, ReadScript> scripts = new HashMap<>();
    List<Sighting> sightings = new ArrayList<>();
    Set<String> odd = new HashSet<>();
    weighed.forEach(
        (script, one) -> {
          if (one.carried != Strength.WEAK) {
            odd.add(script.print().literalSha256());
          }
        });
    for (ServerRead read : reads) {
      for (ReadScript script : read.scripts()) {
        Weighed own = weighed.get(script);
        if (own == null || !comparable(script, own, odd)) {
          continue;
        }
        Sighting one =
            new Sighting(
                read.host(),
                read.tree().identity().organisation(),
                script.file().path(),
                script.bytes(),
                script.file().modifiedMillis(),
                script.print());
        sightings.add(one);
        scripts.put(one, script);
      }
    }
    for (Cluster cluster : Clusters.of(sightings)) {
      List<Weighed> members = new ArrayList<>();
      for (Sighting one : cluster.members()) {
        Weighed member = weighed.get(scripts.get(one));
        if (member != null) {
          members.add(member);
        }
      }
      Strength most =
          members.stream().map(m -> m.carried).max(Comparator.naturalOrder()).orElse(Strength.WEAK);
      Strength mostOwn =
          members.stream().map(m -> m.own).max(Comparator.naturalOrder()).orElse(Strength.WEAK);
      if (most == Strength.WEAK) {
        continue;
      }
      telling.add(cluster);
      Set<String> worst = new HashSet<>();
      for (int i = 0; i < members.size(); i++) {
        if (members.get(i).carried == most) {
          worst.add(cluster.members().get(i).print().literalSha256());
        }
      }
      for (int i = 0; i < members.size(); i++) {
        Weighed member = members.get(i);
        boolean same = worst.contains(cluster.members().get(i).print().literalSha256());
        // A product's page is like a shell here and there; that all servers have it clears it.
        boolean usual = everywhere(member.rarity);
        if ((same && !usual) || (mostOwn == Strength.STRONG && (same || !usual))) {
          member.cluster = cluster;
          member.strength = larger(member.strength, same ? most : Strength.MEDIUM);
        }
      }
    }
  }

  /** Whether most comparable servers have the file alike. */
  private static boolean everywhere(Rarity rare) {
    return rare.servers() >= Rarity.FEWEST_SERVERS && !rare.rare() && !rare.altered();
  }

  /**
   * Whether a script may be a copy or variant of one that does not belong. Pages of one product
   * look much alike without their strings, so of those that have nothing odd only true copies
   * count.
   */
  private static boolean comparable(ReadScript script, Weighed own, Set<String> odd) {
    return own.strength != Strength.WEAK
        || odd.contains(script.print().literalSha256())
        || script.traits().traits().stream()
            .anyMatch(t -> t.length() > 0 && t.weight() >= ODD_CODE);
  }

  /** Clusters with a member that does not belong, on most servers first. */
  List<Cluster> clusters() {
    return List.copyOf(telling);
  }

  /** Facts of one server, strongest first. */
  List<ServerFact> of(ServerRead read) {
    List<ServerFact> facts = new ArrayList<>();
    for (ReadScript script : read.scripts()) {
      Weighed one = weighed.get(script);
      if (one != null && tellable(script, one)) {
        facts.add(fact(script, one));
      }
    }
    facts.sort(Comparator.comparing(ServerFact::strength).reversed());
    return facts;
  }

  /** A weak script is told where it is odd in itself, not merely for lying somewhere. */
  private static boolean tellable(ReadScript script, Weighed one) {
    return one.strength != Strength.WEAK
        || !script.names().isEmpty()
        || script.traits().grade() == Grade.HIGH
        || script.traits().grade() == Grade.MEDIUM;
  }

  private static ServerFact fact(ReadScript script, Weighed one) {
    FactBuilder fact =
        new FactBuilder(ServerRules.WEB_SCRIPT.id(), EntryState.PERSISTED, one.strength)
            .about("file", script.file().path())
            .about("sha256", script.print().sha256())
            .about("technique", placeAlone(script, one) ? EntryLevel.PLACE_ALONE : "")
            .at(script.file().modifiedMillis());
    KnownHashes.Known known = script.known();
    if (known != null) {
      fact.reason(
          "known-hash", "Its SHA-256 is known: " + known.what() + " (" + known.source() + ").");
    }
    for (ServerFact named : one.named) {
      fact.reason(
          "named-by-log",
          "The log shows its page as one that should not be there ("
              + named.rule()
              + ", "
              + named.about().getOrDefault("technique", named.state().word())
              + ").");
    }
    for (NameIndicators.Indicator name : script.names()) {
      fact.reason(
          "name", "Its name is known from entries: " + name.what() + ".", name.weight(), "points");
    }
    script.traits().traits().stream()
        .limit(MOST_TRAITS)
        .forEach(t -> fact.reason("trait-" + t.rule().code(), t.sentence(), t.weight(), "points"));
    fact.reason("rarity", one.rarity.sentence());
    Cluster cluster = one.cluster;
    if (cluster != null) {
      fact.reason("elsewhere", elsewhere(cluster), cluster.hosts().size(), "servers");
    }
    if (script.file().zoneUnknown()) {
      fact.reason(
          "file-time-zone",
          "The zip tells the time of this file without a zone; it is read as UTC and may be off by"
              + " up to 14 hours.");
    }
    fact.trace(trace(script));
    return fact.make();
  }

  /** Whether nothing but its place speaks against a script: what is in it is a page like any. */
  private static boolean placeAlone(ReadScript script, Weighed one) {
    return one.strength == Strength.MEDIUM
        && one.cluster == null
        && one.named.isEmpty()
        && !one.rarity.altered()
        && script.names().stream().noneMatch(n -> n.weight() >= TELLING_NAME)
        && script.traits().ofContent().traits().stream().noneMatch(t -> t.weight() >= ODD_CODE);
  }

  /** The bytes of the heaviest trait that has any, else the beginning. */
  private static Trace trace(ReadScript script) {
    Trait shown =
        script.traits().traits().stream().filter(t -> t.length() > 0).findFirst().orElse(null);
    int offset = shown == null ? 0 : shown.offset();
    int length = shown == null ? Math.min(script.bytes(), 512) : shown.length();
    return new Trace(script.source(), script.file().modifiedMillis(), offset, length, 0, 0, "");
  }

  static String elsewhere(Cluster cluster) {
    int organisations = cluster.organisations().size();
    Sighting first = cluster.members().getFirst();
    return "The same script, or a variant of it, lies in "
        + cluster.members().size()
        + " places on "
        + (cluster.hosts().size() == 1 ? "this server" : cluster.hosts().size() + " servers")
        + (organisations > 1 ? " of " + organisations + " organisations" : "")
        + (first.modifiedMillis() == Sighting.NO_TIME
            ? "."
            : ", first on "
                + first.host()
                + " at "
                + java.time.Instant.ofEpochMilli(first.modifiedMillis())
                + " by the file's own time, which can be set.");
  }
}
