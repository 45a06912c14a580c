package org.bellbuoy.server.sweep;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.bellbuoy.core.exhibit.Document;
import org.bellbuoy.core.finding.AssetRef;
import org.bellbuoy.core.finding.Coverage;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.rule.Rule;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.server.build.BuildNumber;
import org.bellbuoy.server.build.ExposureWindow;
import org.bellbuoy.server.build.PatchTruth;
import org.bellbuoy.server.build.Vulnerability;
import org.bellbuoy.server.detect.EntryState;
import org.bellbuoy.server.detect.RarePageFacts;
import org.bellbuoy.server.detect.ServerFact;
import org.bellbuoy.server.detect.ServerRules;
import org.bellbuoy.server.detect.Strength;
import org.bellbuoy.server.tree.Product;
import org.bellbuoy.server.tree.ServerIdentity;
import org.bellbuoy.server.tree.ServerTree;
import org.jspecify.annotations.Nullable;

/**
 * {@code bellbuoy server sweep}: from trees to findings, a verdict for each server and one page for
 * the fleet. Servers are read one after another, the logs of each on several threads; then all are
 * judged, for what is rare only shows over the fleet. Memory grows with distinct pages, scripts and
 * facts, not with rows.
 */
public final class ServerSweep {
  /** Whose exploitation took keys, in the tables. */
  private static final String TOOLSHELL = "toolshell-first";

  private final SweepOptions options;
  private final String version;
  private final LongSupplier nanoTime;
  private final Sources sources = new Sources();

  /** A sweep; use it once. */
  public ServerSweep(SweepOptions options, String version, LongSupplier nanoTime) {
    this.options = options;
    this.version = version;
    this.nanoTime = nanoTime;
  }

  /**
   * What came out.
   *
   * @param run the ledger
   * @param findings by start and id
   * @param verdicts the most urgent first
   * @param page of the fleet
   * @param problems sentences on what could not be read
   */
  public record Result(
      Run run,
      List<Finding> findings,
      List<ServerVerdict> verdicts,
      Document page,
      List<String> problems) {
    public Result {
      findings = List.copyOf(findings);
      verdicts = List.copyOf(verdicts);
      problems = List.copyOf(problems);
    }
  }

  /** Name of a source for rejects: its path within the tree of its server. */
  public String sourceName(int index) {
    Sources.Source source = sources.get(index);
    return source.host() + "/" + source.path();
  }

  /** Reads and judges. */
  public Result run(List<ServerTree> trees, RejectLog rejects, Progress progress) {
    long start = nanoTime.getAsLong();
    List<String> problems = new ArrayList<>();
    List<ServerRead> reads = new ArrayList<>();
    boolean simulated = false;
    ServerReading reading =
        new ServerReading(options, trees.size(), sources, rejects, progress, problems);
    for (ServerTree tree : trees) {
      tree.problems().forEach(p -> problems.add(tree.identity().host() + ": " + p));
      simulated |= SimulatedMark.of(tree);
      ServerRead read = reading.read(tree);
      reads.add(read.withIdentity(identity(read)));
    }
    progress.done();
    Map<String, List<ServerFact>> facts = new LinkedHashMap<>();
    Map<String, Days> days = new HashMap<>();
    for (ServerRead read : reads) {
      facts.put(read.host(), logFacts(read));
      days.put(read.host(), Days.of(read.eyes().coverage));
    }
    LocalDate date = date(days.values());
    Map<String, List<ServerFact>> named = new HashMap<>();
    facts.forEach((host, all) -> named.put(host, all.stream().filter(ServerSweep::names).toList()));
    ScriptFacts scripts = new ScriptFacts(reads, named);
    CompiledFacts compiled = new CompiledFacts(reads);
    ConfigFacts configs = new ConfigFacts(reads);
    LeftFiles left = new LeftFiles(reads);
    KeyFacts keys = new KeyFacts(reads);
    for (ServerRead read : reads) {
      Instant entry = firstSuccess(facts.getOrDefault(read.host(), List.of()));
      if (entry != null) {
        keys.entered(read, entry);
      }
    }
    List<Verdicts.Known> known = new ArrayList<>();
    for (ServerRead read : reads) {
      String host = read.host();
      List<ServerFact> all = new ArrayList<>(facts.getOrDefault(host, List.of()));
      Instant entry = firstSuccess(all);
      all.addAll(scripts.of(read));
      all.addAll(compiled.of(read, named.getOrDefault(host, List.of())));
      all.addAll(configs.of(read));
      all.addAll(left.of(read));
      all.addAll(SiteLogFacts.of(read));
      Days own = days.getOrDefault(host, Days.none());
      all.addAll(keys.facts(read, entry, used(all), own.end(), exposed(read, entry, own)));
      known.add(new Verdicts.Known(read, shown(all), own, patch(read, date), keys.of(read), entry));
    }
    Ledger ledger = new Ledger(options, sources, version);
    String runId = ledger.id(known);
    List<Finding> findings = findings(known, runId);
    List<FleetPage.Shown> shown = verdicts(known);
    List<Document.Section> shared = new ArrayList<>(SharedSections.clusters(scripts.clusters()));
    shared.addAll(SharedSections.keys(keys.shared()));
    List<Document.Section> after = new ArrayList<>(SharedSections.sigma(options.sigma(), reads));
    after.add(SharedSections.patchTables(options.tables()));
    Document page = new FleetPage(simulated).of(shown, shared, after);
    Run run =
        ledger.run(
            runId,
            known,
            findings,
            rejects.counts(),
            (nanoTime.getAsLong() - start) / 1e9,
            simulated,
            date);
    return new Result(
        run, findings, shown.stream().map(FleetPage.Shown::verdict).toList(), page, problems);
  }

  /** Product and build as the files tell them, where nobody said. */
  private static ServerIdentity identity(ServerRead read) {
    ServerIdentity given = read.tree().identity();
    Product product = given.product();
    Product found = read.build().product();
    boolean family = product == Product.SHAREPOINT || product == Product.EXCHANGE;
    if (found != Product.OTHER && (product == Product.OTHER || family)) {
      product = found;
    }
    if (product == Product.OTHER && SharePointSigns.in(read)) {
      product = Product.SHAREPOINT;
    }
    return new ServerIdentity(
        given.host(),
        product,
        given.organisation(),
        given.farm(),
        given.owner(),
        given.zone(),
        given.build() == null ? text(read.build().build()) : given.build(),
        given.patchedOn());
  }

  private static @Nullable String text(@Nullable BuildNumber build) {
    return build == null ? null : build.toString();
  }

  private List<ServerFact> logFacts(ServerRead read) {
    ServerEyes eyes = read.eyes();
    List<ServerFact> facts = new ArrayList<>();
    facts.addAll(
        eyes.toolShell.facts(
            eyes.pages,
            read.events().invalidViewStateClients(),
            read.events().refusedViewStateClients()));
    facts.addAll(eyes.exchange.facts());
    facts.addAll(eyes.attempts.facts());
    facts.addAll(
        RarePageFacts.of(
            eyes.pages,
            options.rarePages(),
            eyes.coverage.webFromMillis(),
            eyes.coverage.webToMillis()));
    facts.addAll(read.events().facts());
    facts.addAll(read.httpErrors().facts());
    eyes.coverage.aliveUntil(read.lastEventMillis());
    facts.addAll(eyes.coverage.facts());
    return Joins.raised(facts);
  }

  /** Whether a fact names a page that should not be there. */
  private static boolean names(ServerFact fact) {
    return fact.about().containsKey("path")
        && fact.strength() != Strength.WEAK
        && (fact.rule().equals(ServerRules.RARE_PAGE.id())
            || (fact.rule().equals(ServerRules.TOOLSHELL.id())
                && fact.state() == EntryState.PERSISTED));
  }

  private static @Nullable Instant firstSuccess(List<ServerFact> facts) {
    return facts.stream()
        .filter(Verdicts::isEntry)
        .filter(f -> f.state() == EntryState.SUCCEEDED || f.state() == EntryState.PERSISTED)
        .filter(f -> f.strength() != Strength.WEAK && f.fromMillis() != ServerFact.NO_TIME)
        .map(f -> Instant.ofEpochMilli(f.fromMillis()))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** When view state first came that only a holder of the key can make, by ASP.NET's own event. */
  private static @Nullable Instant used(List<ServerFact> facts) {
    return facts.stream()
        .filter(f -> f.about().getOrDefault("technique", "").equals("view-state-invalid"))
        .filter(f -> f.strength() == Strength.STRONG && f.fromMillis() != ServerFact.NO_TIME)
        .map(f -> Instant.ofEpochMilli(f.fromMillis()))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Weak facts say little by themselves: they are told beside a stronger one. */
  private List<ServerFact> shown(List<ServerFact> facts) {
    boolean strong =
        options.weak() || facts.stream().anyMatch(f -> ServerFindings.level(f) == Level.LIKELY);
    return facts.stream()
        .filter(
            f ->
                (strong && !f.rule().equals(ServerRules.CONFIG.id()))
                    || options.weak()
                    || f.strength() != Strength.WEAK
                    || f.rule().equals(ServerRules.COVERAGE.id())
                    || f.state() == EntryState.BLOCKED
                    || f.state() == EntryState.ATTEMPTED
                    || Verdicts.isEntry(f))
        .toList();
  }

  private LocalDate date(Iterable<Days> days) {
    LocalDate last = options.date();
    if (last != null) {
      return last;
    }
    for (Days one : days) {
      LocalDate day = one.last();
      if (day != null && (last == null || day.isAfter(last))) {
        last = day;
      }
    }
    return last == null ? options.tables().asOf() : last;
  }

  /** Only of SharePoint is it known that keys were taken from many. */
  private KeyFacts.@Nullable Exposed exposed(ServerRead read, @Nullable Instant entry, Days days) {
    ServerIdentity server = read.tree().identity();
    LocalDate exploited =
        options.tables().vulnerability(TOOLSHELL).map(Vulnerability::exploited).orElse(null);
    if (!server.product().isSharePoint() || (exploited == null && entry == null)) {
      return null;
    }
    LocalDate patched = server.patchedOn();
    return new KeyFacts.Exposed() {
      @Override
      public ExposureWindow window(@Nullable Instant keyChanged) {
        return ExposureWindow.of(entry, start(exploited), start(patched), keyChanged);
      }

      @Override
      public boolean seen() {
        return exploited != null && patched != null && days.cover(exploited, patched);
      }
    };
  }

  private static @Nullable Instant start(@Nullable LocalDate day) {
    return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private PatchTruth patch(ServerRead read, LocalDate date) {
    ServerIdentity server = read.tree().identity();
    return PatchTruth.of(
        options.tables(), server.product(), server.build(), date, read.build().packages());
  }

  private List<Finding> findings(List<Verdicts.Known> known, String run) {
    Map<String, Integer> versions = new TreeMap<>();
    for (Rule rule : ServerRules.all()) {
      versions.put(rule.id(), rule.version());
    }
    ServerFindings maker = new ServerFindings(sources, versions, run);
    Map<java.util.UUID, Finding> findings = new LinkedHashMap<>();
    for (Verdicts.Known one : known) {
      ServerIdentity server = one.read().tree().identity();
      ObjectNode detail = JsonNodeFactory.instance.objectNode();
      detail.put("product", server.product().title());
      detail.put("patch", one.patch().state().words());
      AssetRef asset =
          new AssetRef("server", server.host(), server.host(), "affected", List.of(), detail);
      Coverage coverage = coverage(one);
      long fallback =
          one.days().all() == 0
              ? 0
              : one.days()
                  .days()
                  .getFirst()
                  .day()
                  .atStartOfDay(java.time.ZoneOffset.UTC)
                  .toInstant()
                  .toEpochMilli();
      for (ServerFact fact : one.facts()) {
        Finding finding = maker.of(fact, asset, coverage, fallback);
        findings.putIfAbsent(finding.id(), finding);
      }
    }
    return findings.values().stream()
        .sorted(Comparator.comparing(Finding::from).thenComparing(Finding::id))
        .toList();
  }

  private static Coverage coverage(Verdicts.Known known) {
    Days days = known.days();
    ObjectNode detail = JsonNodeFactory.instance.objectNode();
    detail.put("daysCovered", days.covered());
    detail.put("days", days.all());
    return new Coverage(
        days.all() == 0 ? "Logs: " + Verdicts.noDay(known.read()) : "Logs: " + days.sentence(),
        days.all() == 0 ? null : Math.round(days.share() * 1000) / 1000.0,
        detail);
  }

  private List<FleetPage.Shown> verdicts(List<Verdicts.Known> known) {
    List<FleetPage.Shown> shown = new ArrayList<>();
    for (Verdicts.Known one : known) {
      Level level = Verdicts.level(one);
      List<ServerFact> telling =
          one.facts().stream()
              .sorted(
                  Comparator.comparing(ServerFindings::level)
                      .thenComparing(ServerFact::strength, Comparator.reverseOrder()))
              .limit(40)
              .toList();
      shown.add(
          new FleetPage.Shown(
              new ServerVerdict(
                  one.read().tree().identity(),
                  level,
                  Verdicts.entered(one, level),
                  Verdicts.left(one),
                  Verdicts.patch(one),
                  KeyCell.of(one),
                  Verdicts.coverage(one),
                  Steps.of(one, level),
                  Stories.of(telling, sources)),
              Pictures.server(one.days(), one.facts())));
    }
    shown.sort(
        Comparator.comparingInt((FleetPage.Shown s) -> urgency(s.verdict().level()))
            .thenComparing(s -> s.verdict().patch().tone())
            .thenComparing(s -> s.verdict().identity().host()));
    return shown;
  }

  /** What cannot be told is more urgent than no sign. */
  private static int urgency(Level level) {
    return switch (level) {
      case LIKELY -> 0;
      case POSSIBLE -> 1;
      case CANNOT_TELL -> 2;
      case UNLIKELY -> 3;
    };
  }
}
