package org.bellbuoy.server.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.core.source.SourceInfo;
import org.bellbuoy.server.build.BuildFinder;
import org.bellbuoy.server.config.AmsiExport;
import org.bellbuoy.server.config.ConfigReader;
import org.bellbuoy.server.config.ConfigReport;
import org.bellbuoy.server.content.CompiledPage;
import org.bellbuoy.server.content.FileTimes;
import org.bellbuoy.server.content.Script;
import org.bellbuoy.server.content.ScriptText;
import org.bellbuoy.server.content.Traits;
import org.bellbuoy.server.detect.EventFacts;
import org.bellbuoy.server.detect.ServerFact;
import org.bellbuoy.server.event.EventReader;
import org.bellbuoy.server.event.EventSink;
import org.bellbuoy.server.event.WindowsEvent;
import org.bellbuoy.server.log.HttpErrorLog;
import org.bellbuoy.server.log.LogKind;
import org.bellbuoy.server.log.LogReport;
import org.bellbuoy.server.log.LogScan;
import org.bellbuoy.server.log.LogSource;
import org.bellbuoy.server.log.LogTally;
import org.bellbuoy.server.sigma.SigmaAggregate;
import org.bellbuoy.server.tree.FileRole;
import org.bellbuoy.server.tree.ServerTree;
import org.bellbuoy.server.tree.TreeFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tree of one server into {@link ServerRead}. What cannot be read is told of, not thrown.
 */
final class ServerReading {
  /** Traces of compiled pages are small. */
  private static final int COMPILED_BYTES = 1 << 20;

  /** Of a log's lines; with more its days are covered in part. */
  private static final double MOST_REFUSED_SHARE = 0.01;

  private final SweepOptions options;
  private final int servers;
  private final Sources sources;
  private final RejectLog rejects;
  private final Progress progress;
  private final List<String> problems;

  ServerReading(
      SweepOptions options,
      int servers,
      Sources sources,
      RejectLog rejects,
      Progress progress,
      List<String> problems) {
    this.options = options;
    this.servers = Math.max(1, servers);
    this.sources = sources;
    this.rejects = rejects;
    this.progress = progress;
    this.problems = problems;
  }

  ServerRead read(ServerTree tree) {
    List<LogSource> logs = new ArrayList<>();
    for (TreeFile file : tree.files()) {
      if (isLog(file.role())) {
        logs.add(new LogSource(number(tree, file), file.input(), Optional.empty()));
      }
    }
    LogScan.Result<ServerEyes> scan =
        LogScan.scan(
            logs,
            () -> new ServerEyes(options, servers),
            this::reject,
            LogScan.Options.of(Math.max(1, options.threads())));
    scan.aggregate().settle();
    long rows = 0;
    for (LogReport report : scan.reports()) {
      take(report.index(), report.info());
      LogTally tally = report.tally();
      rows += tally.rows();
      if (!isWhole(report)) {
        scan.aggregate().coverage.broken(tally.earliestEpochMillis(), tally.latestEpochMillis());
      }
    }
    HttpErrorFacts httpErrors = new HttpErrorFacts(this::reject);
    Events events = new Events(scan.aggregate().sigma);
    List<ServerRead.ReadScript> scripts = scripts(tree);
    List<ServerRead.ReadCompiled> compiled = new ArrayList<>();
    List<ServerRead.ReadConfig> configs = new ArrayList<>();
    for (TreeFile file : tree.files()) {
      try {
        switch (file.role()) {
          case EVTX, EVENT_EXPORT -> {
            int source = number(tree, file);
            take(source, EventReader.read(file.input(), source, tree.identity().zone(), events));
          }
          case COMPILED_PAGE -> compiled.add(compiled(tree, file));
          case WEB_CONFIG, APPLICATION_HOST_CONFIG -> configs.add(config(tree, file));
          case AMSI_EXPORT -> configs.add(amsi(tree, file));
          case HTTPERR_LOG -> {
            int source = number(tree, file);
            httpErrors.from(source);
            take(source, HttpErrorLog.read(file.input(), source, httpErrors));
          }
          case IIS_LOG,
              HTTP_PROXY_LOG,
              ECP_LOG,
              OAB_LOG,
              ACCESS_LOG,
              WEB_SCRIPT,
              WEB_FILE,
              BUILD_INFO,
              OTHER -> {}
        }
      } catch (SourceException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    return new ServerRead(
        tree,
        scan.aggregate(),
        events.facts,
        scan.reports(),
        scripts,
        compiled,
        configs,
        httpErrors,
        BuildFinder.of(tree),
        rows,
        events.count,
        events.lastMillis);
  }

  /** One refused line may be the last, of a log that was copied while it was written. */
  private static boolean isWhole(LogReport report) {
    LogTally tally = report.tally();
    long refused = tally.lines() - tally.rows() - tally.headerLines() - tally.ignoredLines();
    return report.info().problem() == null
        && (refused <= 1 || refused <= MOST_REFUSED_SHARE * tally.lines());
  }

  private static boolean isLog(FileRole role) {
    return switch (role) {
      case IIS_LOG, HTTP_PROXY_LOG, ECP_LOG, OAB_LOG, ACCESS_LOG -> true;
      case HTTPERR_LOG,
          EVTX,
          EVENT_EXPORT,
          WEB_CONFIG,
          APPLICATION_HOST_CONFIG,
          AMSI_EXPORT,
          COMPILED_PAGE,
          WEB_SCRIPT,
          WEB_FILE,
          BUILD_INFO,
          OTHER ->
          false;
    };
  }

  private int number(ServerTree tree, TreeFile file) {
    return sources.add(tree.identity().host(), file.path());
  }

  private void take(int source, SourceInfo info) {
    sources.read(source, info);
    progress.advance(Math.max(0, info.storedBytes()), 0);
    String problem = info.problem();
    if (problem != null) {
      problems.add(problem);
    }
  }

  /** Scripts in their order, read on several threads. Two a thread are in memory at a time. */
  private List<ServerRead.ReadScript> scripts(ServerTree tree) {
    List<ServerRead.ReadScript> scripts = new ArrayList<>();
    int most = Math.max(1, options.threads());
    ArrayDeque<Future<DoneScript>> reading = new ArrayDeque<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(most)) {
      for (TreeFile file : tree.files()) {
        if (file.role() == FileRole.WEB_SCRIPT) {
          if (reading.size() >= 2 * most) {
            take(reading.remove(), scripts);
          }
          int source = number(tree, file);
          reading.add(threads.submit(() -> script(file, source)));
        }
      }
      reading.forEach(one -> take(one, scripts));
    }
    return scripts;
  }

  private void take(Future<DoneScript> reading, List<ServerRead.ReadScript> scripts) {
    try {
      DoneScript done = reading.get();
      take(done.script.source(), done.info);
      scripts.add(done.script);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof SourceException told)) {
        throw new IllegalStateException("reading a script failed", e.getCause());
      }
      problems.add(String.valueOf(told.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("reading scripts was interrupted", e);
    }
  }

  /** A script that a thread reads, and what was read of the file. */
  private record DoneScript(SourceInfo info, ServerRead.ReadScript script) {}

  private DoneScript script(TreeFile file, int source) throws SourceException {
    WholeContent whole = WholeContent.read(file.input(), "script", ScriptText.MOST_BYTES + 1);
    Script script = Script.read(file.path(), whole.bytes());
    FileTimes times =
        file.modifiedMillis() == TreeFile.NO_TIME
            ? FileTimes.NONE
            : FileTimes.modified(file.modifiedMillis());
    return new DoneScript(
        whole.info(),
        new ServerRead.ReadScript(
            file,
            source,
            script.print(),
            Traits.of(script, times),
            options.names().matching(file.path()),
            options.hashes().of(whole.info().contentSha256()),
            whole.bytes().length));
  }

  private ServerRead.ReadCompiled compiled(ServerTree tree, TreeFile file) throws SourceException {
    int source = number(tree, file);
    WholeContent whole = WholeContent.read(file.input(), "compiled-page", COMPILED_BYTES);
    take(source, whole.info());
    CompiledPage page = CompiledPage.read(file.path(), whole.bytes());
    String name = page.virtualPath().isEmpty() ? page.pageName() : page.virtualPath();
    List<org.bellbuoy.server.content.NameIndicators.Indicator> names =
        new ArrayList<>(options.names().matching(file.path()));
    options.names().matching(name).stream().filter(n -> !names.contains(n)).forEach(names::add);
    return new ServerRead.ReadCompiled(file, source, page, names, whole.bytes().length);
  }

  private ServerRead.ReadConfig config(ServerTree tree, TreeFile file) throws SourceException {
    int source = number(tree, file);
    WholeContent whole = WholeContent.read(file.input(), "config", ConfigReader.MOST_BYTES + 1);
    take(source, whole.info());
    ConfigReport report =
        ConfigReader.read(whole.bytes(), source, options.secret(), options.publicKeys());
    whole.wipe();
    report.rejects().forEach(this::reject);
    return new ServerRead.ReadConfig(file, source, report);
  }

  /** Only what it says of scanning is kept. */
  private ServerRead.ReadConfig amsi(ServerTree tree, TreeFile file) throws SourceException {
    int source = number(tree, file);
    WholeContent whole = WholeContent.read(file.input(), "amsi", ConfigReader.MOST_BYTES + 1);
    take(source, whole.info());
    return new ServerRead.ReadConfig(
        file,
        source,
        new ConfigReport(List.of(), AmsiExport.read(whole.bytes()), List.of(), List.of()));
  }

  private void reject(Reject reject) {
    try {
      rejects.add(reject);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes events one by one. */
  private final class Events implements EventSink {
    final EventFacts facts = new EventFacts();
    final @Nullable SigmaAggregate sigma;
    long count;
    long lastMillis = ServerFact.NO_TIME;

    Events(@Nullable SigmaAggregate sigma) {
      this.sigma = sigma;
    }

    @Override
    public void event(WindowsEvent event, RecordText text) {
      count++;
      lastMillis = Math.max(lastMillis, event.epochMillis());
      facts.accept(event);
      SigmaAggregate rules = sigma;
      if (rules != null) {
        rules.event(event);
      }
    }

    @Override
    public void reject(Reject reject) {
      ServerReading.this.reject(reject);
    }
  }

  /** Which kinds of log a server has rows of. */
  static List<LogKind> kinds(ServerRead read) {
    return read.logs().stream()
        .filter(report -> report.tally().rows() > 0)
        .map(LogReport::kind)
        .flatMap(Optional::stream)
        .distinct()
        .sorted()
        .toList();
  }
}
