package org.bellbuoy.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.port.watch.PortWatchOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bellbuoy port watch}. */
@Command(
    name = "watch",
    description = {
      "Reads captures of a crane's, terminal's or plant's network once and tells which commands"
          + " nothing shows to be allowed or usual, who reaches in and out, and what shows another"
          + " way out, with the packets that show it and with what these captures could not have"
          + " shown. The report has the network as a picture and its devices. Contacts nobody."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class PortWatchCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "INPUT",
      description =
          "Captures (pcap, pcapng), folders of them, gz or zst, or - for standard input, put into the"
              + " order of their times. Logs of Zeek (tabs or JSON, open_* too) and Suricata (EVE)"
              + " beside or instead of them show less: no operation.")
  List<String> inputs = new ArrayList<>();

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description =
          "Who may do what, as YAML: zones, conduits, remote parties, gateways, maintenance windows."
              + " See docs/port-policy.md; port learn proposes one.")
  @Nullable Path policy;

  @Option(
      names = "--learn-from",
      paramLabel = "FILE",
      arity = "1",
      description =
          "Capture, or folder of captures, that is known to be good: what is seen there is usual."
              + " May be given more than once.")
  List<String> knownGood = new ArrayList<>();

  @Mixin PortThresholds thresholds = new PortThresholds();

  @Mixin PortBorder border = new PortBorder();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "bellbuoy-out",
      description = "Folder for findings and report, made if needed. Default: ${DEFAULT-VALUE}.")
  Path out = Path.of("bellbuoy-out");

  @Option(
      names = "--store",
      paramLabel = "FILE",
      description = "Store to keep runs and findings in. Default: bellbuoy.duckdb in --out.")
  @Nullable Path store;

  @Option(names = "--no-store", description = "Keep nothing in a store.")
  boolean noStore;

  @Mixin JoinSettings joining = new JoinSettings();

  @Option(names = "--json", description = "Print findings on standard output, one line each.")
  boolean json;

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      converter = SeaWatchCommand.FailOnConverter.class,
      description =
          "Exit with 3 when findings of this level or a graver one exist: likely, possible.")
  @Nullable Level failOn;

  private final Environment environment;

  PortWatchCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException, SourceException {
    if (knownGood.contains("-")) {
      throw CommandException.usage("--learn-from reads files and folders, not standard input.");
    }
    Path kept = noStore ? null : store != null ? store : out.resolve("bellbuoy.duckdb");
    return new PortWatchRun(
            environment,
            inputs,
            policy,
            knownGood,
            PortWatchOptions.defaults()
                .withControl(thresholds.control())
                .withScan(thresholds.scan())
                .withBorder(border.options()),
            out,
            kept,
            joining)
        .run(json, failOn);
  }
}
