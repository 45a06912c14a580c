package org.bellbuoy.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bellbuoy.core.source.Inputs;
import org.bellbuoy.core.source.SourceException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bellbuoy port inventory}. */
@Command(
    name = "inventory",
    description =
        "Lists the devices in captures: addresses, maker, model, firmware, serial number, roles and"
            + " services, each with the frame that shows it and how directly it was told. Nothing"
            + " is asked of any device.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class PortInventoryCommand implements Callable<Integer> {
  /** What the command was asked for besides its inputs. */
  record Asked(
      boolean json,
      @Nullable Path approved,
      @Nullable Path oui,
      @Nullable Path cycloneDx,
      @Nullable Path csv,
      @Nullable Path rejects) {}

  @Parameters(
      arity = "1..*",
      paramLabel = "INPUT",
      description =
          "Captures (pcap, pcapng), folders of them, gz or zst, or - for standard input. Put into"
              + " the order of their times.")
  List<String> inputs = new ArrayList<>();

  @Option(
      names = "--approved",
      paramLabel = "FILE",
      description =
          "CSV of approved devices with headings such as mac, ip, serial, maker, model, firmware;"
              + " what is not on it or differs is told. A file of --csv, looked over, serves.")
  @Nullable Path approved;

  @Option(
      names = "--oui",
      paramLabel = "FILE",
      description =
          "Registry of hardware addresses as the package ieee-data has it (oui.txt, oui.csv,"
              + " mam.csv, oui36.csv). Without it a small list of makers is used.")
  @Nullable Path oui;

  @Option(
      names = "--cyclonedx",
      paramLabel = "FILE",
      description = "Write the inventory as CycloneDX 1.6 JSON.")
  @Nullable Path cycloneDx;

  @Option(names = "--csv", paramLabel = "FILE", description = "Write the inventory as CSV.")
  @Nullable Path csv;

  @Option(
      names = "--json",
      description = "Print one JSON object a device on standard output, and nothing else.")
  boolean json;

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description = "Write what could not be read to this file, one JSON object a line.")
  @Nullable Path rejects;

  private final Environment environment;

  PortInventoryCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException, SourceException {
    return new PortInventoryRun(
            environment, new Asked(json, approved, oui, cycloneDx, csv, rejects))
        .run(Inputs.find(inputs, environment.in()));
  }
}
