package org.bellbuoy.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bellbuoy.server.content.FileTimes;
import org.bellbuoy.server.content.Script;
import org.bellbuoy.server.content.Traits;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Scripts in memory on one thread: read, digested, sketched and judged. {@code -p scripts=DIR}
 * names a folder of them; without one, a small page.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class ScriptBenchmark {
  private static final String SAMPLE =
      """
      <%@ Page Language="C#" %>
      <html><body><form runat="server"><p>Orders of <%= DateTime.Now.Year %></p>
      <script runat="server">
        protected void Page_Load(object sender, EventArgs e) {
          foreach (var order in Orders.Of(User.Identity.Name)) { Response.Write(order.Title); }
        }
      </script></form></body></html>
      """;

  /** Folder of scripts, or "sample". */
  @Param("sample")
  public String scripts = "sample";

  private final List<String> paths = new ArrayList<>();
  private final List<byte[]> files = new ArrayList<>();

  /** What was read, as rates. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Counter {
    /** Files read. */
    public long files;

    /** Millions of bytes read. */
    public double megabytes;
  }

  /** Reads the files. */
  @Setup
  public void load() throws IOException {
    if (scripts.equals("sample")) {
      paths.add("orders.aspx");
      files.add(SAMPLE.getBytes(StandardCharsets.US_ASCII));
      return;
    }
    try (Stream<Path> walk = Files.walk(Path.of(scripts))) {
      for (Path path : walk.filter(Files::isRegularFile).sorted().toList()) {
        paths.add(path.toString());
        files.add(Files.readAllBytes(path));
      }
    }
  }

  /** All scripts once. */
  @Benchmark
  public long read(Counter counter) {
    long score = 0;
    for (int i = 0; i < files.size(); i++) {
      Script script = Script.read(paths.get(i), files.get(i));
      score += script.print().tokens() + Traits.of(script, FileTimes.NONE).score();
      counter.files++;
      counter.megabytes += files.get(i).length / 1e6;
    }
    return score;
  }
}
