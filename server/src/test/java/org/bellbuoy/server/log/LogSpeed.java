package org.bellbuoy.server.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.Inputs;

/** Reads logs with an aggregate that does little, and tells how long it took. */
final class LogSpeed implements RowAggregate<LogSpeed> {
  private final PathView path = new PathView();
  private long rows;
  private long statuses;
  private long millis;
  private long posts;
  private long pages;

  /** Threads, then files or folders. */
  public static void main(String[] arguments) throws Exception {
    long begin = System.nanoTime();
    List<LogSource> sources = new ArrayList<>();
    List<String> paths = Arrays.asList(arguments).subList(1, arguments.length);
    for (Input input : Inputs.find(paths, System.in)) {
      sources.add(LogSource.of(sources.size(), input));
    }
    LogScan.Result<LogSpeed> result =
        LogScan.scan(
            sources,
            LogSpeed::new,
            reject -> {},
            LogScan.Options.of(Integer.parseInt(arguments[0])));
    double seconds = (System.nanoTime() - begin) / 1e9;
    long bytes = 0;
    long rejects = 0;
    for (LogReport report : result.reports()) {
      bytes += report.info().contentBytes();
      rejects += report.tally().rejects().values().stream().mapToLong(Long::longValue).sum();
    }
    LogSpeed all = result.aggregate();
    System.out.printf(
        "%d rows, %d rejects, %d posts, %d pages, check %d: %.1f MB in %.2f s, %.0f MB/s%n",
        all.rows,
        rejects,
        all.posts,
        all.pages,
        all.statuses ^ all.millis,
        bytes / 1e6,
        seconds,
        bytes / 1e6 / seconds);
  }

  @Override
  public void row(WebRow row) {
    rows++;
    statuses += row.status;
    millis += row.epochMillis;
    posts += row.is(WebField.METHOD, "post") ? 1 : 0;
    pages += path.of(row, WebField.STEM).endsWith(".aspx") ? 1 : 0;
  }

  @Override
  public void merge(LogSpeed later) {
    rows += later.rows;
    statuses += later.statuses;
    millis += later.millis;
    posts += later.posts;
    pages += later.pages;
  }
}
