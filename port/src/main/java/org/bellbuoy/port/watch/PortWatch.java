package org.bellbuoy.port.watch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.bellbuoy.core.exhibit.Document;
import org.bellbuoy.core.finding.Coverage;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.core.source.SourceInfo;
import org.bellbuoy.port.beacon.BeaconLogs;
import org.bellbuoy.port.decode.ConversationListener;
import org.bellbuoy.port.detect.PairTable;
import org.bellbuoy.port.detect.PortDetector;
import org.bellbuoy.port.detect.PortFact;
import org.bellbuoy.port.detect.UsualNote;
import org.bellbuoy.port.page.PageNotes;
import org.bellbuoy.port.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * {@code bellbuoy port watch}: from captures to findings and a page. One pass on one thread, behind
 * which a second reads large files ahead. Memory grows with conversations open at a time and with
 * pairs that speak, not with packets.
 */
public final class PortWatch {
  /** The command as the ledger names it. */
  public static final String COMMAND = "port watch";

  /** How the formats of captures begin that were read to learn from. */
  public static final String KNOWN_GOOD = "known-good ";

  private final PortWatchOptions options;
  private final String version;
  private final LongSupplier nanoTime;

  /** A watch; use it once. */
  public PortWatch(PortWatchOptions options, String version, LongSupplier nanoTime) {
    this.options = options;
    this.version = version;
    this.nanoTime = nanoTime;
  }

  /**
   * What came out.
   *
   * @param run the ledger
   * @param findings by start and id
   * @param page of the network
   * @param problems sentences on what could not be read
   * @param makers who made the devices that were seen
   */
  public record Result(
      Run run,
      List<Finding> findings,
      Document page,
      List<String> problems,
      List<ToldMaker> makers) {
    public Result {
      makers = List.copyOf(makers);
      findings = List.copyOf(findings);
      problems = List.copyOf(problems);
    }
  }

  /** What was learnt from captures that are known to be good. */
  private record Learnt(
      @Nullable PairTable pairs, List<SourceInfo> sources, List<String> problems) {}

  /**
   * Captures first, logs after them: the order in which rejects and evidence count sources.
   *
   * @throws SourceException when an input cannot be opened
   */
  public static List<Input> ordered(List<Input> inputs) throws SourceException {
    return LogReading.ordered(inputs);
  }

  /**
   * Reads and judges.
   *
   * @param inputs captures, then logs, as {@link #ordered} gives them
   * @param rejects takes what cannot be read in the inputs; of known-good captures rejects are not
   *     kept
   */
  public Result run(List<Input> inputs, RejectLog rejects, Progress progress)
      throws SourceException {
    long start = nanoTime.getAsLong();
    Learnt learnt = learn(progress);
    PolicyFile declared = options.policy();
    Policy policy = declared == null ? null : declared.policy();
    PairTable pairs = PairTable.comparing(policy, learnt.pairs(), options.control());
    BorderOptions border = PortDeclared.of(options.border(), policy);
    PortJudging judging = PortJudging.of(pairs, options, border, learnt.pairs());
    PageNotes notes = new PageNotes(reject -> PortReading.add(rejects, reject));
    List<PortDetector> detectors = new ArrayList<>(judging.detectors());
    detectors.add(notes);
    List<Input> logs = new ArrayList<>();
    List<Input> captures = new ArrayList<>();
    for (Input input : inputs) {
      (LogReading.isLog(input) ? logs : captures).add(input);
    }
    PortReading.Result read =
        new PortReading(context -> notes.with(PortProtocols.all(context)))
            .read(captures, FanOut.of(detectors), rejects, progress);
    List<ConversationListener> logged = new ArrayList<>(List.of(notes));
    detectors.stream().map(PortDetector::logged).filter(Objects::nonNull).forEach(logged::add);
    LogReading logReading =
        new LogReading(
            judging.egress(), judging.register(), new BeaconLogs(border.beacons()), logged);
    List<String> logProblems = new ArrayList<>();
    List<SourceInfo> sources = new ArrayList<>(read.sources());
    sources.addAll(logReading.read(logs, sources.size(), rejects, logProblems));
    LogSight sight = logReading.sight();
    List<PortFact> facts = new ArrayList<>();
    for (PortDetector detector : detectors) {
      facts.addAll(detector.facts(Math.max(read.health().lastNanos(), sight.lastNanos())));
    }
    facts.addAll(logReading.facts());
    List<String> runNotes = notes(pairs, learnt, policy, read.health().packets() > 0);
    detectors.forEach(detector -> runNotes.addAll(detector.notes()));
    List<SourceInfo> shown = List.copyOf(sources);
    sources.addAll(learnt.sources());
    if (declared != null) {
      sources.add(declared.info());
    }
    Map<String, String> parameters = options.parameters();
    String id = PortLedger.id(parameters, sources);
    Coverage coverage = CaptureCoverage.of(read.health(), sight);
    PortFindings maker = new PortFindings(shown, PortLedger.rules(), coverage, id);
    Map<UUID, Finding> findings = new LinkedHashMap<>();
    for (PortFact fact : facts) {
      Finding finding = maker.of(fact);
      findings.putIfAbsent(finding.id(), finding);
    }
    List<Finding> sorted =
        findings.values().stream()
            .sorted(Comparator.comparing(Finding::from).thenComparing(Finding::id))
            .toList();
    List<String> problems = new ArrayList<>(learnt.problems());
    problems.addAll(read.problems());
    problems.addAll(logProblems);
    if (!logs.isEmpty() && sight.connections() == 0) {
      problems.add(
          "The logs hold no line of a connection (Zeek's conn.log, EVE's flow), so nothing could be"
              + " judged from them.");
    }
    Run run =
        PortLedger.run(
            new PortLedger.Done(
                id,
                version,
                parameters,
                sources,
                read,
                sight,
                sorted,
                rejects.counts(),
                runNotes,
                (nanoTime.getAsLong() - start) / 1e9,
                read.simulated()));
    Document page =
        new PortPage(run, read.health(), sight)
            .of(
                sorted,
                pairs.lines(),
                new PortPage.Around(
                    notes, judging.register(), PortDeclared.zones(policy), border.watched()));
    List<String> names = shown.stream().map(SourceInfo::name).toList();
    return new Result(
        run, sorted, page, problems, ToldMaker.of(notes.inventory().devices(), names));
  }

  private Learnt learn(Progress progress) throws SourceException {
    if (options.knownGood().isEmpty()) {
      return new Learnt(null, List.of(), List.of());
    }
    PairTable pairs = PairTable.learning();
    PortReading.Result read;
    try (RejectLog rejects = RejectLog.counting()) {
      read =
          new PortReading(PortProtocols::all)
              .read(
                  options.knownGood(),
                  new PortReading.Listeners(
                      pairs, attribute -> {}, (view, mark) -> {}, new ConversationListener() {}),
                  rejects,
                  progress);
    } catch (java.io.IOException e) {
      throw new IllegalStateException("a log that only counts opens no file", e);
    }
    List<String> problems = new ArrayList<>(read.problems());
    if (read.operations() == 0) {
      problems.add(
          "No operation was read in what --learn-from names; nothing could be learnt from it.");
    }
    return new Learnt(pairs, read.sources().stream().map(PortWatch::knownGood).toList(), problems);
  }

  private static SourceInfo knownGood(SourceInfo info) {
    return new SourceInfo(
        info.name(),
        info.path(),
        KNOWN_GOOD + info.format(),
        info.storedBytes(),
        info.storedSha256(),
        info.contentBytes(),
        info.contentSha256(),
        info.problem());
  }

  private List<String> notes(
      PairTable pairs, Learnt learnt, @Nullable Policy policy, boolean packets) {
    List<String> notes = new ArrayList<>();
    notes.add(UsualNote.of(pairs, learnt.pairs(), options.control(), policy != null, packets));
    if (pairs.leftOut() > 0) {
      notes.add(
          pairs.leftOut()
              + " operations were left out, for there were too many pairs of devices or days of"
              + " commands.");
    }
    return notes;
  }
}
