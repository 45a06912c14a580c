package org.bellbuoy.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.bellbuoy.core.json.JsonOut;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.core.source.SourceInfo;
import org.bellbuoy.register.control.ControlAnswer.Holding;
import org.bellbuoy.register.control.ControlOptions;
import org.bellbuoy.register.control.Controllers;
import org.bellbuoy.register.folder.FolderOptions;
import org.bellbuoy.register.folder.MarketFolder;
import org.bellbuoy.register.folder.RegisterFolder;
import org.bellbuoy.register.model.MarketRow;
import org.bellbuoy.register.model.Register;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bellbuoy register check}. */
@Command(
    name = "check",
    description =
        "Loads a register and lists each thing that cannot be used, or only with doubt, with file,"
            + " row, field and value. Exit status 1 when there is any.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RegisterCheckCommand implements Callable<Integer> {
  @Mixin RegisterAsked asked = new RegisterAsked();

  private final Environment environment;

  RegisterCheckCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException, SourceException {
    RegisterAsked.Loaded loaded = asked.load(environment);
    Register register = loaded.register();
    Controllers controllers =
        Controllers.of(register, asked.day(register), ControlOptions.defaults());
    List<Reject> rejects = new ArrayList<>(loaded.rejects());
    List<String> files =
        loaded.folder().files().stream()
            .map(SourceInfo::name)
            .collect(Collectors.toCollection(ArrayList::new));
    MarketFolder.Loaded markets = markets(loaded, files, rejects);
    for (List<Holding> loop : controllers.ownerlessLoops()) {
      loop.forEach(holding -> rejects.addAll(loopOf(holding, files)));
    }
    for (Reject reject : rejects) {
      environment.out().print(asked.json ? json(reject, files) : text(reject));
    }
    List<String> problems = new ArrayList<>(loaded.folder().problems());
    problems.addAll(markets.problems());
    controllers.problems().stream()
        .filter(problem -> !problem.startsWith("Ownerless loop"))
        .forEach(problems::add);
    problems.forEach(
        problem -> environment.err().println("bellbuoy: " + SafeText.visible(problem)));
    loaded
        .folder()
        .notes()
        .forEach(note -> environment.err().println("bellbuoy: " + SafeText.visible(note)));
    if (register.entities().isEmpty()) {
      environment.err().println("bellbuoy: No party or asset could be used; that is no all-clear.");
    }
    if (!asked.json) {
      environment
          .out()
          .print(
              ("%d rows: %d parties, %d assets, %d roles, %d sources; %d rows of markets; %d cannot be"
                      + " used, %d are used with doubt.\n")
                  .formatted(
                      loaded.folder().rows(),
                      register.parties().size(),
                      register.assets().size(),
                      register.roles().size(),
                      register.sources().size(),
                      markets.rows().size(),
                      rejects.stream().filter(reject -> !RegisterFolder.kept(reject)).count(),
                      rejects.stream().filter(RegisterFolder::kept).count()));
    }
    environment.out().flush();
    boolean good = rejects.isEmpty() && problems.isEmpty() && !register.entities().isEmpty();
    return good ? Bellbuoy.OK : Bellbuoy.FAILED;
  }

  /** Markets that can be used; adds their files and what of them cannot be used. */
  private MarketFolder.Loaded markets(
      RegisterAsked.Loaded loaded, List<String> files, List<Reject> rejects)
      throws SourceException {
    int before = files.size();
    List<Reject> own = new ArrayList<>();
    MarketFolder.Loaded read =
        MarketFolder.load(
            asked.given.markets(environment),
            loaded.register(),
            FolderOptions.forHeap(Runtime.getRuntime().maxMemory()),
            own::add);
    read.files().forEach(file -> files.add(file.name()));
    own.forEach(reject -> rejects.add(of(reject, before + reject.source())));
    List<MarketRow> rows = new ArrayList<>(read.rows());
    // Stores come first among the files.
    for (int i = 0; i < loaded.kept().size(); i++) {
      int store = i;
      rows.addAll(loaded.kept().get(i).register().markets());
      loaded
          .kept()
          .get(i)
          .register()
          .marketRejects()
          .forEach(reject -> rejects.add(of(reject, store)));
    }
    return new MarketFolder.Loaded(rows, read.files(), read.problems());
  }

  private static Reject of(Reject reject, int source) {
    return new Reject(
        reject.reason(), source, reject.offset(), reject.length(), reject.line(), reject.detail());
  }

  private static List<Reject> loopOf(Holding holding, List<String> files) {
    return holding.statements().stream()
        .map(
            role ->
                new Reject(
                    "ownerless-loop",
                    Math.max(0, files.indexOf(role.statement().place().file())),
                    0,
                    0,
                    role.statement().place().line(),
                    ("%s: target is '%s'; all of it is held within a loop that '%s' belongs to, so"
                            + " who owns it is unknown.")
                        .formatted(role.statement().place(), role.target(), role.holder())))
        .toList();
  }

  private static String text(Reject reject) {
    return SafeText.visible("%s  %s\n".formatted(reject.reason(), reject.detail()));
  }

  private static String json(Reject reject, List<String> files) throws IOException {
    StringWriter line = new StringWriter();
    try (JsonOut json = JsonOut.compact(line)) {
      json.object().text("reason", reject.reason());
      json.text("source", reject.source() < files.size() ? files.get(reject.source()) : "");
      json.whole("offset", reject.offset()).whole("length", reject.length());
      json.whole("line", reject.line()).text("detail", reject.detail()).endObject();
    }
    return line + "\n";
  }
}
