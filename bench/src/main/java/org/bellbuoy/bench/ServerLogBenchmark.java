package org.bellbuoy.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.server.detect.ExchangeChains;
import org.bellbuoy.server.detect.LogCoverage;
import org.bellbuoy.server.detect.LogCoverageOptions;
import org.bellbuoy.server.detect.ToolShell;
import org.bellbuoy.server.detect.ToolShellOptions;
import org.bellbuoy.server.log.LogKind;
import org.bellbuoy.server.log.LogScan;
import org.bellbuoy.server.log.LogSource;
import org.bellbuoy.server.log.RowAggregate;
import org.bellbuoy.server.log.WebRow;
import org.bellbuoy.server.page.PageTable;
import org.bellbuoy.server.sigma.SigmaAggregate;
import org.bellbuoy.server.sigma.SigmaEngine;
import org.bellbuoy.server.sigma.SigmaOptions;
import org.jspecify.annotations.Nullable;
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
 * Logs of IIS in memory, some 32 MB: reading into rows on one thread besides the one that feeds it,
 * with what looks at the rows by itself and all together. {@code -p logs=DIR} names a folder of
 * logs, {@code -p rules=DIR} one of Sigma rules; without, a few lines and no rules. What a row
 * costs in a part is the difference to {@link #parse}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class ServerLogBenchmark {
  private static final int BYTES = 32 << 20;
  private static final String SAMPLE =
      """
      #Software: Microsoft Internet Information Services 10.0
      #Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip \
      cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken
      2025-07-01 00:00:01 10.0.0.1 GET /sites/team/default.aspx - 443 user 10.0.0.9 Mozilla/5.0 - 200 0 0 31
      2025-07-01 00:00:02 10.0.0.1 GET /images/logo.png - 443 user 10.0.0.9 Mozilla/5.0 - 304 0 0 2
      2025-07-01 00:00:03 10.0.0.1 POST /_vti_bin/client.svc - 443 user 10.0.0.8 Mozilla/5.0 - 401 0 0 5
      """;

  /** Folder of logs, or "sample". */
  @Param("sample")
  public String logs = "sample";

  /** Folder of Sigma rules, or "none". */
  @Param("none")
  public String rules = "none";

  private byte[] bytes = new byte[0];
  private SigmaEngine engine = SigmaEngine.of(java.util.Map.of(), SigmaOptions.defaults());

  /** What was read, as rates. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Counter {
    /** Rows read. */
    public long rows;

    /** Millions of bytes read. */
    public double megabytes;
  }

  /** Brings logs to one length. */
  @Setup
  public void load() throws IOException {
    ByteArrayOutputStream once = new ByteArrayOutputStream();
    if (logs.equals("sample")) {
      once.write(SAMPLE.getBytes(StandardCharsets.US_ASCII));
    } else {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(logs), "*.log")) {
        for (Path file : files) {
          once.write(Files.readAllBytes(file));
        }
      }
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream(BYTES + once.size());
    while (all.size() < BYTES) {
      once.writeTo(all);
    }
    bytes = all.toByteArray();
    if (!rules.equals("none")) {
      engine = SigmaEngine.load(Path.of(rules), SigmaOptions.defaults());
    }
  }

  /** Rows of one log, looked at by some parts. */
  private static final class Eyes implements RowAggregate<Eyes> {
    private final @Nullable PageTable pages;
    private final @Nullable ToolShell toolShell;
    private final @Nullable ExchangeChains exchange;
    private final @Nullable LogCoverage coverage;
    private final @Nullable SigmaAggregate sigma;
    private long rows;

    Eyes(boolean page, boolean detectors, @Nullable SigmaAggregate sigma) {
      pages = page ? new PageTable() : null;
      toolShell = detectors ? new ToolShell(ToolShellOptions.defaults()) : null;
      exchange = detectors ? new ExchangeChains() : null;
      coverage = detectors ? new LogCoverage(LogCoverageOptions.defaults()) : null;
      this.sigma = sigma;
    }

    @Override
    public void row(WebRow row) {
      rows++;
      if (pages != null) {
        pages.row(row);
      }
      if (toolShell != null) {
        toolShell.row(row);
      }
      if (exchange != null) {
        exchange.row(row);
      }
      if (coverage != null) {
        coverage.row(row);
      }
      if (sigma != null) {
        sigma.row(row);
      }
    }

    @Override
    public void merge(Eyes later) {
      rows += later.rows;
      if (pages != null && later.pages != null) {
        pages.merge(later.pages);
      }
      if (toolShell != null && later.toolShell != null) {
        toolShell.merge(later.toolShell);
      }
      if (exchange != null && later.exchange != null) {
        exchange.merge(later.exchange);
      }
      if (coverage != null && later.coverage != null) {
        coverage.merge(later.coverage);
      }
      if (sigma != null && later.sigma != null) {
        sigma.merge(later.sigma);
      }
    }
  }

  private Eyes scan(Counter counter, boolean pages, boolean detectors, boolean sigma) {
    Input input =
        new Input("log", "log", bytes.length, false, () -> new ByteArrayInputStream(bytes));
    Eyes eyes =
        LogScan.scan(
                List.of(new LogSource(0, input, Optional.of(LogKind.W3C))),
                () -> new Eyes(pages, detectors, sigma ? engine.aggregate() : null),
                reject -> {},
                LogScan.Options.of(1))
            .aggregate();
    counter.rows += eyes.rows;
    counter.megabytes += bytes.length / 1e6;
    return eyes;
  }

  /** Rows, looked at by nobody. */
  @Benchmark
  public Object parse(Counter counter) {
    return scan(counter, false, false, false);
  }

  /** The table of pages. */
  @Benchmark
  public Object pages(Counter counter) {
    return scan(counter, true, false, false);
  }

  /** The detectors of ways in and the coverage of days. */
  @Benchmark
  public Object detectors(Counter counter) {
    return scan(counter, false, true, false);
  }

  /** Sigma rules. */
  @Benchmark
  public Object sigma(Counter counter) {
    return scan(counter, false, false, true);
  }

  /** All of them. */
  @Benchmark
  public Object all(Counter counter) {
    return scan(counter, true, true, true);
  }
}
