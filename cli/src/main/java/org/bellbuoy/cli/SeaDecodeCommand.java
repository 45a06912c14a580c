package org.bellbuoy.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.Inputs;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.sea.feed.FeedFormat;
import org.bellbuoy.sea.watch.DecodeTally;
import org.bellbuoy.sea.watch.MessageDecoder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bellbuoy sea decode}. */
@Command(
    name = "decode",
    description =
        "Decodes AIS to one JSON object a message, in the order read, each with the bytes it stands"
            + " in. Without --json prints what the inputs hold.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class SeaDecodeCommand implements Callable<Integer> {
  private static final int TYPES = 28;

  @Parameters(
      arity = "1..*",
      paramLabel = "INPUT",
      description =
          "Files, folders, zip archives, gz or zst, or - for standard input. Formats are recognised"
              + " by content.")
  List<String> inputs = new ArrayList<>();

  @Option(names = "--json", description = "Print JSON on standard output, and nothing else.")
  boolean json;

  @Option(
      names = "--raw",
      description =
          "Integers as sent instead of knots, degrees and metres; NMEA only, for other feeds are"
              + " scaled already.")
  boolean raw;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the JSON lines to this file instead.")
  @Nullable Path out;

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description = "Write what could not be used to this file, one JSON object a line.")
  @Nullable Path rejectsFile;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = SeaWatchSettings.FormatConverter.class,
      description =
          "Read all inputs as this: nmea, marinecadastre, dma, sbarc, exactearth, digitraffic,"
              + " aisstream or csv. Default: by content.")
  @Nullable FeedFormat format;

  @Option(
      names = "--date",
      paramLabel = "YYYY-MM-DD",
      description = "UTC day for feeds that tell only a time of day and no date in the file name.")
  @Nullable LocalDate date;

  private final Environment environment;

  SeaDecodeCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException, SourceException {
    List<Input> found = Inputs.find(inputs, environment.in());
    Path file = out;
    if (file == null) {
      return decode(found, json ? new Terminal(environment) : null);
    }
    Path whole = file.toAbsolutePath().normalize();
    Path part = whole.resolveSibling(whole.getFileName() + ".part");
    int status;
    try (OutputStream to = Files.newOutputStream(part)) {
      status = decode(found, to);
    }
    Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
    return status;
  }

  private int decode(List<Input> found, @Nullable OutputStream to) throws IOException {
    long start = environment.nanoTime().getAsLong();
    List<String> names = found.stream().map(Input::name).toList();
    boolean compressed = found.stream().anyMatch(i -> !i.path().endsWith(i.name()));
    Progress progress =
        new Progress(
            environment.terminal() && !json,
            environment.err(),
            environment.nanoTime(),
            compressed ? 0 : found.stream().mapToLong(i -> Math.max(0, i.storedBytes())).sum());
    List<String> problems;
    DecodeTally tally;
    Path file = rejectsFile;
    try (RejectLog rejects = file == null ? RejectLog.counting() : RejectLog.to(file, names::get)) {
      MessageDecoder decoder = new MessageDecoder(format, date, raw, to, rejects, progress);
      tally = decoder.decode(found);
      problems = new ArrayList<>(decoder.problems());
      if (!json) {
        print(tally, rejects, (environment.nanoTime().getAsLong() - start) / 1e9);
      }
      if (tally.messages() == 0) {
        problems.add(
            "No AIS message in "
                + String.join(", ", inputs)
                + (rejects.total() == 0
                    ? ""
                    : " (rejects: "
                        + new TreeMap<>(rejects.counts())
                        + (file == null ? "; see them with --rejects FILE" : "")
                        + ")")
                + ".");
      }
    }
    problems.forEach(problem -> environment.err().println("bellbuoy: " + problem));
    return problems.isEmpty() ? Bellbuoy.OK : Bellbuoy.FAILED;
  }

  private void print(DecodeTally tally, RejectLog rejects, double seconds) {
    PrintStream to = environment.out();
    to.printf(
        Locale.ROOT,
        "%,d messages of %,d vessels, %,d rejects, in %.1f s%n",
        tally.messages(),
        tally.vessels(),
        rejects.total(),
        seconds);
    to.printf(Locale.ROOT, "Stations: %,d named%n", tally.stations());
    if (tally.hasTime()) {
      Instant first = Instant.ofEpochMilli(tally.firstMillis());
      to.println("Time: " + first + " to " + Instant.ofEpochMilli(tally.lastMillis()));
    } else {
      to.println("Time: no message tells one");
    }
    if (tally.messages() > 0) {
      to.printf(Locale.ROOT, "%n%-24s %12s%n", "type", "messages");
    }
    for (int type = 0; type < TYPES; type++) {
      if (tally.messages(type) > 0) {
        String word = type == 0 ? "not told" : Integer.toString(type);
        to.printf(Locale.ROOT, "%-24s %,12d%n", word, tally.messages(type));
      }
    }
    if (rejects.total() > 0) {
      to.printf(Locale.ROOT, "%n%-24s %12s%n", "reject", "count");
    }
    for (Map.Entry<String, Long> one : new TreeMap<>(rejects.counts()).entrySet()) {
      to.printf(Locale.ROOT, "%-24s %,12d%n", one.getKey(), one.getValue());
    }
    to.flush();
  }

  /** Standard output, which may be closed by who reads it. */
  private static final class Terminal extends OutputStream {
    private final Environment environment;

    Terminal(Environment environment) {
      this.environment = environment;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      environment.out().write(bytes, from, length);
      if (environment.out().checkError()) {
        throw new CommandException("standard output was closed before all was written.");
      }
    }
  }
}
