package org.bellbuoy.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.bellbuoy.cli.FindingsCommandVerdict.Word;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.json.JsonOut;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.sea.detect.Words;
import org.bellbuoy.store.FindingFilter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bellbuoy findings verify}. */
@Command(
    name = "verify",
    description = {
      "Reads the bytes that findings rest on again, repeats the run that found them, and says"
          + " whether it comes to the same findings. Writes nothing.",
      "Exits with 0 only when every finding asked for is verified."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class FindingsCommandVerify implements Callable<Integer> {
  @Parameters(
      arity = "0..*",
      paramLabel = "ID",
      description = "Ids of findings, or the beginnings of them.")
  List<String> ids = new ArrayList<>();

  @Option(names = "--all", description = "Verify every finding of the store.")
  boolean all;

  @Option(
      names = "--run",
      paramLabel = "ID",
      description = "Verify all that this run found; the beginning of its id is enough.")
  @Nullable String run;

  @Option(
      names = "--evidence-only",
      description = "Look at the quoted bytes only, do not repeat the run.")
  boolean evidenceOnly;

  @Option(
      names = "--source",
      paramLabel = "DIR",
      description =
          "Folder to look for sources that are not in their place, by the digest of their content;"
              + " may be given more than once.")
  List<String> folders = new ArrayList<>();

  @Mixin FindingsCommandStore store = new FindingsCommandStore();

  @Option(names = "--json", description = "Print verdicts as JSON, one line each.")
  boolean json;

  @Spec @Nullable CommandSpec spec;

  private final Environment environment;

  FindingsCommandVerify(Environment environment) {
    this.environment = environment;
  }

  /**
   * Findings to verify.
   *
   * @param runs ledgers by id
   */
  private record Asked(Path file, List<Finding> findings, Map<String, Run> runs) {}

  @Override
  public Integer call() throws IOException, SourceException {
    int ways = (ids.isEmpty() ? 0 : 1) + (all ? 1 : 0) + (run == null ? 0 : 1);
    CommandSpec own = spec;
    if (ways != 1 && own != null) {
      throw new ParameterException(
          own.commandLine(), "Name findings by id, or give --all, or --run; one of the three.");
    }
    for (String folder : folders) {
      if (!Files.exists(Path.of(folder))) {
        throw new CommandException("--source " + folder + " does not exist.");
      }
    }
    // The store is closed before the work begins: repeating a run can take long, and whoever else
    // wants the store should not have to wait.
    Asked asked = store.open(this::asked);
    if (asked.findings().isEmpty()) {
      throw new CommandException(
          "There is no finding to verify in " + asked.file() + "; nothing was verified.");
    }
    Map<String, List<Finding>> byRun = new LinkedHashMap<>();
    asked.findings().forEach(f -> byRun.computeIfAbsent(f.run(), r -> new ArrayList<>()).add(f));
    FindingsCommandSources sources = new FindingsCommandSources(folders);
    FindingsCommandRepeat repeat = evidenceOnly ? null : new FindingsCommandRepeat(environment);
    List<FindingsCommandVerdict> verdicts = new ArrayList<>();
    for (Map.Entry<String, List<Finding>> group : byRun.entrySet()) {
      Run ledger = asked.runs().get(group.getKey());
      if (ledger == null) {
        for (Finding finding : group.getValue()) {
          verdicts.add(
              FindingsCommandVerdict.of(
                  finding,
                  Word.CANNOT_REPEAT,
                  "The store has no ledger of run " + SafeText.visible(finding.run()) + "."));
        }
        continue;
      }
      verdicts.addAll(new FindingsCommandCheck(ledger, sources).verify(group.getValue(), repeat));
    }
    return print(verdicts, byRun.size());
  }

  private Asked asked(FindingsCommandStore.Opened opened) {
    Map<UUID, Finding> findings = new LinkedHashMap<>();
    String prefix = run;
    if (prefix != null) {
      String id = opened.run(prefix).id();
      opened
          .store()
          .findings(FindingFilter.all().withRun(id))
          .forEach(f -> findings.put(f.id(), f));
    } else if (all) {
      opened.store().findings(FindingFilter.all()).forEach(f -> findings.put(f.id(), f));
    } else {
      for (String id : ids) {
        Finding finding = FindingsCommandShow.find(opened, id);
        findings.put(finding.id(), finding);
      }
    }
    Map<String, Run> runs = new LinkedHashMap<>();
    opened.runs().forEach(r -> runs.put(r.id(), r));
    return new Asked(opened.file(), List.copyOf(findings.values()), runs);
  }

  private int print(List<FindingsCommandVerdict> verdicts, int runs) throws IOException {
    PrintStream out = environment.out();
    Map<Word, Integer> counts = new LinkedHashMap<>();
    String said = "";
    for (FindingsCommandVerdict verdict : verdicts) {
      counts.merge(verdict.word(), 1, Integer::sum);
      if (json) {
        out.println(json(verdict));
        continue;
      }
      Finding finding = verdict.finding();
      out.printf(
          Locale.ROOT,
          "%-14s  %s  %s  %s%n",
          verdict.word().text(),
          finding.id(),
          SafeText.visible(finding.rule()),
          FindingsCommandText.subject(finding));
      String sentences = String.join(" ", verdict.sentences());
      // One missing file would otherwise be told under every finding.
      if (!sentences.isEmpty() && !sentences.equals(said)) {
        FindingsCommandText.wrap(out, "", sentences);
      }
      said = sentences;
    }
    if (!json) {
      out.println();
      out.printf(
          Locale.ROOT,
          "%s of %s %s: %s%n",
          Words.count(verdicts.size(), "finding", "findings"),
          Words.count(runs, "run", "runs"),
          evidenceOnly ? "held against their bytes" : "held against their bytes and derived again",
          String.join(
              ", ",
              counts.entrySet().stream()
                  .map(e -> String.format(Locale.ROOT, "%,d %s", e.getValue(), e.getKey().text()))
                  .toList()));
    }
    out.flush();
    return counts.keySet().equals(java.util.Set.of(Word.VERIFIED)) ? Bellbuoy.OK : Bellbuoy.FAILED;
  }

  private static String json(FindingsCommandVerdict verdict) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonOut out = JsonOut.compact(text)) {
      out.object()
          .text("id", verdict.finding().id().toString())
          .text("rule", verdict.finding().rule())
          .text("run", verdict.finding().run())
          .text("verdict", FindingsCommandText.word(verdict.word()))
          .array("fields");
      for (String field : verdict.fields()) {
        out.text(field);
      }
      out.endArray().array("sentences");
      for (String sentence : verdict.sentences()) {
        out.text(sentence);
      }
      out.endArray().endObject();
    }
    return text.toString();
  }
}
