package org.bellbuoy.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.port.evidence.EvidenceOptions;
import org.bellbuoy.port.evidence.Place;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bellbuoy port evidence}. */
@Command(
    name = "evidence",
    description =
        "Says for each paragraph of a rule whether what was captured supports it, contradicts it,"
            + " or cannot tell, with counts, the packets that prove it, and what was not looked at."
            + " Never says that a rule is kept or broken.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class PortEvidenceCommand implements Callable<Integer> {
  private static final long NANOS_OF_MILLI = 1_000_000L;

  @Parameters(
      arity = "1..*",
      paramLabel = "INPUT",
      description =
          "Captures (pcap, pcapng), folders of them, gz or zst, or - for standard input. Put into"
              + " the order of their times.")
  List<String> inputs = new ArrayList<>();

  @Option(
      names = "--rule",
      required = true,
      paramLabel = "RULE",
      description =
          "33cfr101.650, iec62443-3-3, or a file with a checklist of your own of the same shape"
              + " (YAML), for rules whose text is not public.")
  String rule = "";

  @Option(
      names = "--approved",
      paramLabel = "FILE",
      description = "CSV of approved devices, as for port inventory.")
  @Nullable Path approved;

  @Option(
      names = "--oui",
      paramLabel = "FILE",
      description = "Registry of hardware addresses, as for port inventory.")
  @Nullable Path oui;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description =
          "Zones, conduits, remote parties and gateways, as for port watch (docs/port-policy.md)."
              + " Zones of level 3 or less are OT.")
  @Nullable Path policy;

  @Option(
      names = "--party",
      paramLabel = "NETWORK",
      split = ",",
      description = "Network of a remote party whose access is documented. May be repeated.")
  List<String> parties = new ArrayList<>();

  @Option(
      names = "--ot",
      paramLabel = "NETWORK",
      split = ",",
      description =
          "Network of OT. May be repeated. Without it and --policy hosts that speak protocols of"
              + " control are taken for OT.")
  List<String> ot = new ArrayList<>();

  @Option(
      names = "--inside",
      paramLabel = "NETWORK",
      split = ",",
      description = "Watched network. May be repeated. Default: private addresses.")
  List<String> inside = new ArrayList<>();

  @Option(
      names = "--gateway",
      paramLabel = "MAC",
      split = ",",
      description = "Hardware address of a known gateway. May be repeated.")
  List<String> gateways = new ArrayList<>();

  @Option(
      names = "--sees",
      paramLabel = "PLACE",
      split = ",",
      description =
          "What you state that the captures see all of: border (what leaves or enters), zones (what"
              + " passes between zones), devices (what devices send). Without it no absence supports"
              + " anything.")
  List<String> sees = new ArrayList<>();

  @Option(
      names = "--least-window",
      paramLabel = "TIME",
      defaultValue = "24h",
      converter = Durations.class,
      description = "Captures of less time support nothing. Default: ${DEFAULT-VALUE}.")
  long leastWindowMillis;

  @Option(
      names = "--most-gap",
      paramLabel = "TIME",
      defaultValue = "1h",
      converter = Durations.class,
      description =
          "Captures with a longer time without packets support nothing. Default:"
              + " ${DEFAULT-VALUE}.")
  long mostGapMillis;

  @Option(
      names = "--least-observable",
      paramLabel = "SHARE",
      defaultValue = "0.99",
      description =
          "Captures with a smaller share of the streams' bytes support nothing. Default:"
              + " ${DEFAULT-VALUE}.")
  double leastObservable;

  @Option(
      names = "--long-session",
      paramLabel = "TIME",
      defaultValue = "8h",
      converter = Durations.class,
      description = "A longer remote session is long. Default: ${DEFAULT-VALUE}.")
  long longSessionMillis;

  @Option(
      names = "--failures",
      paramLabel = "N",
      defaultValue = "10",
      description = "So many refused logins in a row are many. Default: ${DEFAULT-VALUE}.")
  int failures;

  @Option(
      names = "--flood",
      paramLabel = "N",
      defaultValue = "5000",
      description =
          "So many packets a second to one address are a flood. Default: ${DEFAULT-VALUE}.")
  int flood;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "bellbuoy-out",
      description =
          "Folder for evidence.json, evidence.html and run.json, made if needed. Default:"
              + " ${DEFAULT-VALUE}.")
  Path out = Path.of("bellbuoy-out");

  @Option(names = "--json", description = "Print evidence.json on standard output.")
  boolean json;

  private final Environment environment;

  PortEvidenceCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException, SourceException {
    if (!(leastObservable >= 0 && leastObservable <= 1)) {
      throw CommandException.usage(
          "--least-observable is " + leastObservable + "; it must be from 0 to 1.");
    }
    if (failures < 1 || flood < 1) {
      throw CommandException.usage("--failures and --flood must be 1 or more.");
    }
    EvidenceOptions options =
        EvidenceOptions.defaults()
            .withSees(places())
            .withDemands(
                leastWindowMillis * NANOS_OF_MILLI, mostGapMillis * NANOS_OF_MILLI, leastObservable)
            .withThresholds(longSessionMillis * NANOS_OF_MILLI, failures, flood);
    return new PortEvidenceRun(
            environment,
            inputs,
            new PortEvidenceRun.Given(
                rule,
                approved,
                oui,
                new EvidenceDeclared(inside, ot, parties, gateways, policy),
                options),
            out)
        .run(json);
  }

  private Set<Place> places() {
    Set<Place> places = EnumSet.noneOf(Place.class);
    for (String word : sees) {
      Place place = Place.of(word.strip());
      if (place == null) {
        throw CommandException.usage(
            "--sees is '" + word + "'; allowed are border, zones, devices.");
      }
      places.add(place);
    }
    return places;
  }
}
