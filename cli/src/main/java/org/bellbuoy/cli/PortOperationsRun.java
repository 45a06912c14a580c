package org.bellbuoy.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.port.decode.ConversationListener;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationResult;
import org.bellbuoy.port.operation.OperationSink;
import org.bellbuoy.port.watch.CaptureHealth;
import org.bellbuoy.port.watch.OperationJson;
import org.bellbuoy.port.watch.PortProtocols;
import org.bellbuoy.port.watch.PortReading;
import org.jspecify.annotations.Nullable;

/** Reads captures and prints their operations, or counts of them. */
final class PortOperationsRun {
  /** Asked by whom of whom, and how often. */
  private record Kind(String from, String to, String protocol, String function, String kind) {}

  private static final class Count {
    long asked;
    long refused;
    long unanswered;
  }

  /** Whether standard output is still open is asked once in so many operations: asking flushes. */
  private static final int CHECK_EVERY = 1 << 10;

  private final Environment environment;
  private final boolean json;
  private final @Nullable Path rejectsFile;
  private final @Nullable Path parquet;
  private final Map<Kind, Count> counts = new HashMap<>();
  private long written;

  PortOperationsRun(
      Environment environment, boolean json, @Nullable Path rejectsFile, @Nullable Path parquet) {
    this.environment = environment;
    this.json = json;
    this.rejectsFile = rejectsFile;
    this.parquet = parquet;
  }

  int run(List<Input> inputs) throws IOException, SourceException {
    Path file = parquet;
    if (file == null) {
      return run(inputs, operation -> {});
    }
    OperationTable table = new OperationTable(file, inputs.stream().map(Input::name).toList());
    boolean read = false;
    try {
      int status = run(inputs, table);
      read = true;
      return status;
    } finally {
      // A file that looks whole and is not would mislead.
      if (read) {
        table.close();
      } else {
        table.abandon();
      }
    }
  }

  private int run(List<Input> inputs, OperationSink table) throws IOException, SourceException {
    long start = environment.nanoTime().getAsLong();
    List<String> names = inputs.stream().map(Input::name).toList();
    Progress progress =
        new Progress(
            environment.terminal() && !json,
            environment.err(),
            environment.nanoTime(),
            inputs.stream().mapToLong(input -> Math.max(0, input.storedBytes())).sum());
    Path file = rejectsFile;
    List<String> problems;
    try (RejectLog rejects = file == null ? RejectLog.counting() : RejectLog.to(file, names::get);
        Writer writer =
            new BufferedWriter(
                new OutputStreamWriter(environment.out(), StandardCharsets.UTF_8), 1 << 16)) {
      OperationSink printed = json ? operation -> write(operation, names, writer) : this::count;
      OperationSink sink =
          operation -> {
            printed.operation(operation);
            table.operation(operation);
          };
      PortReading.Result result =
          new PortReading(PortProtocols::all)
              .read(
                  inputs,
                  new PortReading.Listeners(
                      sink, attribute -> {}, (view, mark) -> {}, new ConversationListener() {}),
                  rejects,
                  progress);
      writer.flush();
      if (!json) {
        print(result, rejects, (environment.nanoTime().getAsLong() - start) / 1e9);
      }
      if (rejects.total() > 0) {
        environment
            .err()
            .println(
                "bellbuoy: Not read: "
                    + rejects.counts().entrySet().stream()
                        .map(reason -> reason.getValue() + " " + reason.getKey())
                        .collect(Collectors.joining(", "))
                    + (file == null
                        ? "; --rejects FILE tells each with its place."
                        : "; see " + file));
      }
      problems = new ArrayList<>(result.problems());
      if (result.health().packets() == 0) {
        problems.add("No packet was read; nothing can be said, which is no all-clear.");
      }
    }
    problems.forEach(
        problem -> environment.err().println("bellbuoy: " + SafeText.visible(problem)));
    return problems.isEmpty() ? Bellbuoy.OK : Bellbuoy.FAILED;
  }

  private void write(Operation operation, List<String> names, Writer writer) {
    try {
      OperationJson.write(operation, names::get, writer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (++written % CHECK_EVERY == 0 && environment.out().checkError()) {
      throw new CommandException("standard output was closed before all was written.");
    }
  }

  private void count(Operation operation) {
    Kind kind =
        new Kind(
            operation.source().address().toString(),
            operation.destination().toString(),
            operation.protocol().word(),
            operation.functionName(),
            operation.operationClass().word());
    Count count = counts.computeIfAbsent(kind, key -> new Count());
    count.asked++;
    if (operation.result() == OperationResult.REFUSED) {
      count.refused++;
    } else if (operation.result() == OperationResult.UNANSWERED) {
      count.unanswered++;
    }
  }

  private void print(PortReading.Result result, RejectLog rejects, double seconds) {
    PrintStream to = environment.out();
    CaptureHealth health = result.health();
    to.printf(
        Locale.ROOT,
        "%,d packets, %,d conversations, %,d operations, %,d rejects, in %.1f s%n",
        health.packets(),
        health.conversations(),
        result.operations(),
        rejects.total(),
        seconds);
    if (health.packets() > 0) {
      to.println(
          "Time: "
              + OperationJson.time(health.firstNanos())
              + " to "
              + OperationJson.time(health.lastNanos()));
    }
    to.printf(
        Locale.ROOT,
        "Capture: %,d duplicates, %,d bytes missing in %,d gaps, %,d connections without their"
            + " beginning, %,d of one side only, %,d packets cut%n%n",
        health.duplicates(),
        health.missingBytes(),
        health.gaps(),
        health.midstream(),
        health.oneSided(),
        health.cutPackets());
    List<Map.Entry<Kind, Count>> rows = new ArrayList<>(counts.entrySet());
    rows.sort(
        Map.Entry.<Kind, Count>comparingByValue((a, b) -> Long.compare(b.asked, a.asked))
            .thenComparing(entry -> entry.getKey().toString()));
    if (!rows.isEmpty()) {
      to.printf(
          Locale.ROOT,
          "%9s %8s %10s  %-14s %-9s %-32s %-24s %s%n",
          "asked",
          "refused",
          "unanswered",
          "class",
          "protocol",
          "function",
          "from",
          "to");
    }
    for (Map.Entry<Kind, Count> row : rows) {
      Kind kind = row.getKey();
      Count count = row.getValue();
      to.printf(
          Locale.ROOT,
          "%,9d %,8d %,10d  %-14s %-9s %-32s %-24s %s%n",
          count.asked,
          count.refused,
          count.unanswered,
          kind.kind(),
          kind.protocol(),
          kind.function(),
          kind.from(),
          kind.to());
    }
    to.flush();
  }
}
