package org.bellbuoy.port.evidence;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.bellbuoy.core.exhibit.Document;
import org.bellbuoy.core.finding.Coverage;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.core.source.SourceInfo;
import org.bellbuoy.port.border.BorderRules;
import org.bellbuoy.port.border.EgressDetector;
import org.bellbuoy.port.border.SecondGatewayDetector;
import org.bellbuoy.port.content.ClearCredentialsDetector;
import org.bellbuoy.port.content.FileIntoOtDetector;
import org.bellbuoy.port.decode.ConversationListener;
import org.bellbuoy.port.decode.PacketListener;
import org.bellbuoy.port.detect.PortDetector;
import org.bellbuoy.port.detect.PortFact;
import org.bellbuoy.port.identity.IdentityReading;
import org.bellbuoy.port.inventory.Approved;
import org.bellbuoy.port.inventory.InventoryBuilder;
import org.bellbuoy.port.inventory.MacPrefixes;
import org.bellbuoy.port.operation.AttributeSink;
import org.bellbuoy.port.operation.OperationSink;
import org.bellbuoy.port.session.RemoteSessionDetector;
import org.bellbuoy.port.session.SessionRules;
import org.bellbuoy.port.watch.CaptureCoverage;
import org.bellbuoy.port.watch.FanOut;
import org.bellbuoy.port.watch.PortProtocols;
import org.bellbuoy.port.watch.PortReading;
import org.jspecify.annotations.Nullable;

/**
 * {@code bellbuoy port evidence}: reads captures once and answers a checklist. Memory grows with
 * devices, pairs that speak and conversations open at a time, all bounded; not with packets.
 */
public final class PortEvidence {
  /** The command as the ledger names it. */
  public static final String COMMAND = "port evidence";

  private final Checklist checklist;
  private final Asked asked;
  private final String version;
  private final LongSupplier nanoTime;

  /**
   * What evidence is asked for.
   *
   * @param declared what is declared of the network
   * @param options what is judged by
   * @param approved list of devices, null for none
   * @param makers who makes what by hardware address
   * @param parameters what else may change the result, by name, for the ledger
   */
  public record Asked(
      Declared declared,
      EvidenceOptions options,
      @Nullable Approved approved,
      MacPrefixes makers,
      Map<String, String> parameters) {
    public Asked {
      parameters = Map.copyOf(parameters);
    }
  }

  /**
   * What came out.
   *
   * @param run the ledger
   * @param paragraphs answers in the checklist's order
   * @param lacks why the capture is not enough to support anything; empty where it is
   * @param page to be drawn
   * @param problems sentences on inputs that could not be read, or not to their end
   */
  public record Result(
      Run run,
      Checklist checklist,
      Coverage coverage,
      EvidenceOptions options,
      List<ParagraphEvidence> paragraphs,
      List<String> lacks,
      Document page,
      List<String> problems) {
    public Result {
      paragraphs = List.copyOf(paragraphs);
      lacks = List.copyOf(lacks);
      problems = List.copyOf(problems);
    }
  }

  /** Evidence for a checklist; use it once. */
  public PortEvidence(Checklist checklist, Asked asked, String version, LongSupplier nanoTime) {
    this.checklist = checklist;
    this.asked = asked;
    this.version = version;
    this.nanoTime = nanoTime;
  }

  /**
   * Reads and judges.
   *
   * @throws SourceException a sentence, when an input cannot be opened or no packet was read: then
   *     nothing can be said
   */
  public Result run(List<Input> inputs, RejectLog rejects, Progress progress)
      throws SourceException {
    long start = nanoTime.getAsLong();
    Declared declared = asked.declared();
    BorderRules border =
        new BorderRules(declared.networks(), declared.gateways(), Set.of(), declared.parties());
    RemoteSessionDetector sessions =
        new RemoteSessionDetector(new SessionRules(declared.networks(), declared.parties()));
    InventoryBuilder inventory = new InventoryBuilder();
    FlowBook flows = new FlowBook(declared);
    CommandBook commands = new CommandBook(declared);
    LoginBook logins = new LoginBook(asked.options());
    ServiceBook services = new ServiceBook();
    RateBook rates = new RateBook(asked.options());
    List<PortDetector> shared =
        List.of(
            sessions,
            new EgressDetector(border),
            new SecondGatewayDetector(border),
            new ClearCredentialsDetector(),
            new FileIntoOtDetector(declared.networks()));
    List<PortDetector> all = new ArrayList<>(shared);
    all.addAll(List.of(new Listed(inventory), flows, commands, logins, services, rates));
    PortReading.Result read = read(inputs, all, inventory, rejects, progress);
    if (read.health().packets() == 0) {
      throw new SourceException(
          "No packet was read in "
              + String.join(", ", inputs.stream().map(Input::name).toList())
              + "; nothing can be said of any paragraph, which is no all-clear."
              + problems(read).stream().map(problem -> " " + problem).collect(joining()));
    }
    Map<String, List<PortFact>> facts = new LinkedHashMap<>();
    for (PortDetector detector : shared) {
      for (PortFact fact : detector.facts(read.health().lastNanos())) {
        facts.computeIfAbsent(fact.rule(), key -> new ArrayList<>()).add(fact);
      }
    }
    Sight sight = Sight.of(asked.options(), read.health(), rates.longestNanos());
    Grounds grounds =
        new Grounds(
            declared,
            asked.options(),
            sight,
            read.health(),
            facts,
            sessions.register().sessions(),
            sessions.register().notKept(),
            inventory.build(asked.makers()),
            asked.approved(),
            flows,
            commands,
            logins,
            services,
            rates);
    List<ParagraphEvidence> answers = new Judge(grounds).judge(checklist);
    boolean simulated =
        inputs.stream()
            .anyMatch(input -> input.name().toLowerCase(Locale.ROOT).contains("simulated"));
    double seconds = (nanoTime.getAsLong() - start) / 1e9;
    Map<String, String> parameters = new LinkedHashMap<>(asked.options().parameters());
    new TreeMap<>(asked.parameters()).forEach(parameters::put);
    Run run =
        EvidenceLedger.run(
            checklist, parameters, version, read, answers, rejects.counts(), seconds, simulated);
    Coverage coverage = CaptureCoverage.of(read.health());
    Document page = new EvidencePage(checklist, run, coverage, sight).of(answers);
    return new Result(
        run, checklist, coverage, asked.options(), answers, sight.lacks(), page, problems(read));
  }

  private static List<String> problems(PortReading.Result read) {
    List<String> problems = new ArrayList<>(read.problems());
    for (SourceInfo source : read.sources()) {
      String problem = source.problem();
      if (problem != null && !problems.contains(problem)) {
        problems.add(problem);
      }
    }
    return problems;
  }

  private static PortReading.Result read(
      List<Input> inputs,
      List<PortDetector> all,
      InventoryBuilder inventory,
      RejectLog rejects,
      Progress progress)
      throws SourceException {
    PortReading.Listeners listeners = FanOut.of(all);
    Consumer<Reject> rejected =
        reject -> {
          try {
            rejects.add(reject);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
    IdentityReading identity = new IdentityReading(inventory, rejected, listeners.conversations());
    return new PortReading(context -> identity.with(PortProtocols.all(context)))
        .read(
            inputs,
            new PortReading.Listeners(
                listeners.operations(), listeners.attributes(), listeners.packets(), identity),
            rejects,
            progress);
  }

  /** The inventory among those who listen. */
  private record Listed(InventoryBuilder inventory) implements PortDetector {
    @Override
    public OperationSink operations() {
      return inventory;
    }

    @Override
    public AttributeSink attributes() {
      return inventory;
    }

    @Override
    public PacketListener packets() {
      return inventory;
    }

    @Override
    public ConversationListener conversations() {
      return inventory;
    }

    @Override
    public List<PortFact> facts(long lastNanos) {
      return List.of();
    }
  }
}
