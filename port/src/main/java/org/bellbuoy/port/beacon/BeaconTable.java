package org.bellbuoy.port.beacon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.core.finding.Severity;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.detect.PortFact;
import org.bellbuoy.port.detect.PortTrace;
import org.jspecify.annotations.Nullable;

/**
 * Series of connections by who calls whom, and what they come to. Keeps {@link #MOST_SERIES} series
 * of 86,400 times at most and {@link #MOST_TIMES} times in all, under 128 MB; what is beyond is
 * counted. Connections that failed are kept apart: they score as calls home that were tried.
 */
public final class BeaconTable {
  /** Series kept. */
  public static final int MOST_SERIES = 65_536;

  /** Times kept in all. */
  public static final int MOST_TIMES = 4_000_000;

  private static final String RULE = "port.beacon";
  private static final int NTP = 123;
  private static final int MOST_SERVICES = 8;
  private static final int MOST_TARGETS = 50;
  private static final int LEAST_KNOCKING = 3;
  private static final double CERTAIN = 0.9;
  private static final double RANK_WITHOUT_HOST = 0.1;

  /** Who calls whom; {@code party} is an address or a name. */
  private record Key(IpAddress client, String party, boolean failed) {}

  private record Pair(IpAddress client, String server) {}

  private static final class Kept {
    final Series series;
    final boolean inward;
    final Map<String, Long> services = new TreeMap<>();
    long lastNanos;

    Kept(Series series, boolean inward) {
      this.series = series;
      this.inward = inward;
    }

    void service(String service) {
      if (services.size() < MOST_SERVICES || services.containsKey(service)) {
        services.merge(service, 1L, Long::sum);
      }
    }

    /** The service called most often. */
    String service() {
      return services.entrySet().stream()
          .max(Map.Entry.comparingByValue())
          .map(Map.Entry::getKey)
          .orElse("");
    }
  }

  /**
   * A connection as the table takes it.
   *
   * @param party name of the far end where a proxy hides its address; else empty
   * @param sentBytes what the client sent
   */
  record Call(
      PortTrace trace,
      IpAddress client,
      IpAddress server,
      int serverPort,
      String transport,
      String party,
      long startNanos,
      long sentBytes,
      boolean answered) {}

  private final BeaconRules rules;
  private final Map<Key, Kept> kept = new LinkedHashMap<>();
  private long times;
  private long notKept;
  private final DataSpan span = new DataSpan();
  private final Map<Pair, Long> withoutHost = new HashMap<>();

  /** A table under those rules. */
  public BeaconTable(BeaconRules rules) {
    this.rules = rules;
  }

  /** Counts a request over HTTP that names no host, as browsers never send it. */
  void requestWithoutHost(IpAddress client, IpAddress server) {
    Pair pair = new Pair(client, server.toString());
    if (withoutHost.size() < MOST_SERIES || withoutHost.containsKey(pair)) {
      withoutHost.merge(pair, 1L, Long::sum);
    }
  }

  /** Adds a connection where it crosses the border and is not known to be periodic. */
  void add(Call call) {
    span.add(call.startNanos());
    boolean outward =
        rules.networks().isInside(call.client())
            && (!call.party().isEmpty() || rules.networks().isPublic(call.server()));
    boolean inward =
        rules.networks().isInside(call.server()) && rules.networks().isPublic(call.client());
    // What fails to come in from outside is a matter of scans.
    inward &= call.answered();
    boolean clock = call.transport().equals("udp") && call.serverPort() == NTP;
    boolean carries = call.transport().equals("tcp") || call.transport().equals("udp");
    if ((!outward && !inward)
        || !carries
        || clock
        || rules.isDeclared(call.server(), call.serverPort())) {
      return;
    }
    String party = call.party().isEmpty() ? call.server().toString() : call.party();
    Key key = new Key(call.client(), party, !call.answered());
    Kept of = kept.get(key);
    if (of == null) {
      if (kept.size() == MOST_SERIES) {
        notKept++;
        return;
      }
      of = new Kept(new Series(call.trace()), inward);
      kept.put(key, of);
    }
    if (times >= MOST_TIMES) {
      notKept++;
      return;
    }
    of.service(call.transport() + "/" + call.serverPort());
    times += of.series.add(call.startNanos(), call.sentBytes());
    of.lastNanos = Math.max(of.lastNanos, call.startNanos());
  }

  /** The score of a series in the last day; null where there are too few connections for one. */
  public @Nullable BeaconScore score(IpAddress client, String party) {
    Kept of = kept.get(new Key(client, party, false));
    return of == null || span.days().isEmpty() ? null : of.series.within(span.days().getFirst());
  }

  /** Connections that were not kept for want of room. */
  public long notKept() {
    return notKept;
  }

  /** What the series come to, the highest score first, of requests without host before others. */
  public List<PortFact> facts() {
    record Told(double rank, PortFact fact) {}
    List<Told> told = new ArrayList<>();
    Map<String, List<Told>> knocking = new LinkedHashMap<>();
    kept.forEach(
        (key, of) -> {
          if (of.series.size() < rules.leastConnections()) {
            return;
          }
          BeaconScore score = of.series.best(span.days());
          PeriodFinder.Period period = PeriodFinder.find(of.series.startNanos());
          double total = score == null ? 0 : score.total();
          if (total >= rules.leastScore() || period != null) {
            long without = withoutHost.getOrDefault(new Pair(key.client(), key.party()), 0L);
            double rank = total + (without > 0 ? RANK_WITHOUT_HOST : 0);
            Told one = new Told(rank, fact(key, of, score, period, without));
            // The internet knocks at whatever it reaches, at intervals too: told once for a host.
            boolean knocks = of.inward && without == 0 && total < rules.leastScore();
            (knocks ? knocking.computeIfAbsent(key.party(), k -> new ArrayList<>()) : told)
                .add(one);
          }
        });
    knocking.forEach(
        (host, of) -> {
          if (of.size() < LEAST_KNOCKING) {
            told.addAll(of);
          } else {
            told.add(new Told(0, knocking(host, of.stream().map(Told::fact).toList())));
          }
        });
    told.sort((one, other) -> Double.compare(other.rank(), one.rank()));
    return told.stream().map(Told::fact).toList();
  }

  private static PortFact knocking(String host, List<PortFact> callers) {
    List<PortFact> most =
        callers.stream().sorted((a, b) -> Long.compare(b.count(), a.count())).toList();
    return new PortFact(
        RULE,
        Level.POSSIBLE,
        Severity.LOW,
        Map.of("ip", host),
        "beacons-in-many",
        most.stream()
            .limit(MOST_TARGETS)
            .map(f -> new PortFact.Target(f.actor().getOrDefault("ip", ""), "called-by", f.count()))
            .toList(),
        callers.stream().mapToLong(PortFact::fromNanos).min().orElse(0),
        callers.stream().mapToLong(PortFact::toNanos).max().orElse(0),
        callers.stream().mapToLong(PortFact::count).sum(),
        List.of(
            Reason.of(
                "callers",
                "Public addresses called %s at intervals, none of them evenly enough for a score"
                        .formatted(host)
                    + " of its own.",
                (double) callers.size(),
                "addresses"),
            Reason.of(
                "against-scan", "Scanners of the internet come back at intervals everywhere.")),
        most.stream().limit(MOST_TARGETS).flatMap(f -> f.traces().stream()).toList());
  }

  private static PortFact fact(
      Key key,
      Kept of,
      @Nullable BeaconScore score,
      PeriodFinder.@Nullable Period period,
      long without) {
    List<Reason> reasons = new ArrayList<>();
    double total = score == null ? 0 : score.total();
    if (score != null) {
      reasons.add(
          Reason.of(
              "beacon-score",
              "Evenness of gaps %.3f, of sizes %.3f, of the course of the day %.3f, duration %.3f."
                  .formatted(score.timestamp(), score.size(), score.histogram(), score.duration()),
              total,
              "of 1"));
    }
    if (period != null) {
      reasons.add(
          Reason.of(
              "period",
              "Connections follow one another at about this distance, %.1f standard deviations"
                      .formatted(period.sigmas())
                  + " beyond chance.",
              period.seconds(),
              "s"));
    } else {
      reasons.add(Reason.of("against-period", "No single period stands out."));
    }
    reasons.add(
        Reason.of(
            "connections",
            key.failed() ? "Connections tried and not answered." : "Connections.",
            (double) of.series.count,
            "connections"));
    if (without > 0) {
      reasons.add(
          Reason.of(
              "without-host",
              "Requests over HTTP that name no host, as browsers never send them.",
              (double) without,
              "requests"));
    }
    if (of.series.count >= BeaconScorer.STROBE) {
      reasons.add(Reason.of("strobe", "So many connections are a strobe rather than a beacon."));
    }
    reasons.add(
        Reason.of(
            "against-benign", "Updates, telemetry and monitoring call at intervals as well."));
    boolean both = total >= CERTAIN && period != null;
    String kind = key.failed() ? "call-home-attempts" : of.inward ? "beacon-in" : "beacon";
    String id = key.party() + " " + of.service();
    return new PortFact(
        RULE,
        both ? Level.LIKELY : Level.POSSIBLE,
        both || key.failed() ? Severity.MEDIUM : Severity.LOW,
        Map.of("ip", key.client().toString()),
        kind,
        List.of(new PortFact.Target(id, "called", of.series.count)),
        of.series.trace.epochNanos(),
        of.lastNanos,
        of.series.count,
        reasons,
        List.of(of.series.trace));
  }
}
