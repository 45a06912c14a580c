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

/** {@code bellbuoy port operations}. */
@Command(
    name = "operations",
    description =
        "Lists every operation in captures: each read, write, control, program and other request,"
            + " with who asked whom, of what, with which value, and the answer. Without --json"
            + " prints how often each was asked.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class PortOperationsCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "INPUT",
      description =
          "Captures (pcap, pcapng), folders of them, gz or zst, or - for standard input. Put into"
              + " the order of their times.")
  List<String> inputs = new ArrayList<>();

  @Option(
      names = "--json",
      description = "Print one JSON object an operation on standard output, and nothing else.")
  boolean json;

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description = "Write what could not be read to this file, one JSON object a line.")
  @Nullable Path rejects;

  @Option(
      names = "--parquet",
      paramLabel = "FILE",
      description = "Write the operations to this file as Parquet too, one row each.")
  @Nullable Path parquet;

  private final Environment environment;

  PortOperationsCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException, SourceException {
    return new PortOperationsRun(environment, json, rejects, parquet)
        .run(Inputs.find(inputs, environment.in()));
  }
}
