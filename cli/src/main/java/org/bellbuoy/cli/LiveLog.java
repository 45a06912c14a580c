package org.bellbuoy.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.sea.watch.LiveLine;
import org.bellbuoy.sea.watch.LiveSink;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code live.jsonl}. In a stream each line is written whole, in one go, as soon as it is
 * told; the run's id is put in at the end, when it is known. Otherwise the file appears at the end.
 */
final class LiveLog implements LiveSink, AutoCloseable {
  private final Path file;
  private final PrintStream out;
  private final boolean json;
  private final @Nullable OutputStream stream;
  private final List<String> lines = new ArrayList<>();

  /**
   * A log in that folder.
   *
   * @param streaming whether lines are written as they come, to the file and to {@code out}
   * @param json whether {@code out} gets JSON
   */
  LiveLog(Path folder, boolean streaming, PrintStream out, boolean json) throws IOException {
    file = folder.resolve(Outputs.LIVE);
    this.out = out;
    this.json = json;
    stream = streaming ? Files.newOutputStream(file) : null;
  }

  @Override
  public void told(LiveLine line, boolean simulated) {
    String text = line.json(simulated, null);
    OutputStream to = stream;
    if (to == null) {
      lines.add(text);
      return;
    }
    try {
      to.write((text + '\n').getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.println(json ? text : words(line, simulated));
    out.flush();
  }

  private static String words(LiveLine line, boolean simulated) {
    Double probability = line.probability();
    return String.format(
        Locale.ROOT,
        "%s %-9s %-11s %5s  MMSI %s %s: %s",
        Instant.ofEpochMilli(line.momentMillis()),
        line.state().name().toLowerCase(Locale.ROOT),
        line.level().word(),
        probability == null ? "-" : String.format(Locale.ROOT, "%.2f", probability),
        line.subject().ids().get("mmsi"),
        SafeText.visible(Objects.requireNonNullElse(line.subject().name(), "-")),
        (simulated ? "SIMULATED. " : "") + line.why());
  }

  /** Puts what is known at the end into every line. */
  void complete(Run run) throws IOException {
    close();
    Path partial = file.resolveSibling(Outputs.LIVE + ".part");
    try (BufferedWriter writer = Files.newBufferedWriter(partial, StandardCharsets.UTF_8);
        Stream<String> all =
            stream == null ? lines.stream() : Files.lines(file, StandardCharsets.UTF_8)) {
      for (String line : (Iterable<String>) all::iterator) {
        writer.write(LiveLine.completed(line, run.simulated(), run.id()));
        writer.write('\n');
      }
    }
    Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    OutputStream to = stream;
    if (to != null) {
      to.close();
    }
  }
}
