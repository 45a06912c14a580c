package org.bellbuoy.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.register.control.ControlAnswer;
import org.bellbuoy.register.control.ControlJson;
import org.bellbuoy.register.control.ControlOptions;
import org.bellbuoy.register.control.Controllers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bellbuoy register control}. */
@Command(
    name = "control",
    description =
        "Says who controls a party or asset and whom it controls: step by step, with what is certain"
            + " and what only possible, sources and dates, and the smallest change that would turn"
            + " it.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RegisterControlCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "NAME",
      description = "Id in the register, identifier (IMO number, LEI ...), name or part of one.")
  String name = "";

  @Mixin RegisterAsked asked = new RegisterAsked();

  @Option(
      names = "--likely-power",
      paramLabel = "SHARE",
      defaultValue = "0.75",
      description =
          "Voting power (0 to 1) from which control without a majority is told as likely. Default:"
              + " ${DEFAULT-VALUE}.")
  double likelyPower = 0.75;

  @Option(
      names = "--close-link",
      paramLabel = "SHARE",
      defaultValue = "0.20",
      description =
          "Integrated ownership (0 to 1) from which two are told as closely linked. Default:"
              + " ${DEFAULT-VALUE}.")
  double closeLink = 0.20;

  @Option(
      names = "--blocked",
      paramLabel = "PARTY",
      description =
          "A blocked person; may be given more than once. Says whether NAME comes under the fifty"
              + " percent rule by what they hold together (OFAC FAQ 399).")
  List<String> blocked = new ArrayList<>();

  private final Environment environment;

  RegisterControlCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException, SourceException {
    share("--likely-power", likelyPower);
    share("--close-link", closeLink);
    RegisterAsked.Loaded loaded = asked.load(environment);
    asked.tell(environment, loaded);
    String id = asked.one(loaded.register(), name);
    ControlOptions defaults = ControlOptions.defaults();
    Controllers controllers =
        Controllers.of(
            loaded.register(),
            asked.day(loaded.register()),
            new ControlOptions(likelyPower, closeLink, defaults.mostListed()));
    ControlAnswer answer = controllers.fullAnswer(id);
    Set<String> persons = new LinkedHashSet<>();
    for (String person : blocked) {
      persons.add(asked.one(loaded.register(), person));
    }
    ControlAnswer.Blocked together = persons.isEmpty() ? null : controllers.blocked(persons, id);
    if (asked.json) {
      Writer writer = new OutputStreamWriter(environment.out(), StandardCharsets.UTF_8);
      ControlJson.write(answer, together, writer);
      writer.flush();
    } else {
      new ControlText(environment.out(), controllers).print(answer, together);
    }
    return Bellbuoy.OK;
  }

  private static void share(String option, double value) {
    if (!(value > 0 && value <= 1)) {
      throw CommandException.usage(option + " is " + value + "; it must lie above 0 and up to 1.");
    }
  }
}
