package org.bellbuoy.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.register.control.Controllers;
import org.bellbuoy.register.folder.MarketFolder;
import org.bellbuoy.register.lock.LockinAnswer;
import org.bellbuoy.register.lock.LockinJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bellbuoy register lockin}. */
@Command(
    name = "lockin",
    description =
        "Says how concentrated markets, fleets and maintenance zones are, by those who are named and"
            + " by who controls them, with bounds where the register does not tell, and how long"
            + " repairs of a zone wait.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RegisterLockinCommand implements Callable<Integer> {
  @Mixin RegisterAsked asked = new RegisterAsked();

  @Option(
      names = "--market",
      paramLabel = "NAME",
      defaultValue = "",
      description = "Only markets and zones that have this in their name. Default: all.")
  String market = "";

  @Mixin RegisterLockinAsked how = new RegisterLockinAsked();

  private final Environment environment;

  RegisterLockinCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException, SourceException {
    RegisterAsked.Loaded loaded = asked.load(environment);
    asked.tell(environment, loaded);
    MarketFolder.Loaded markets = how.markets(environment, asked.given, loaded, new ArrayList<>());
    LocalDate day = asked.day(loaded.register());
    Controllers controllers = RegisterLockinAsked.controllers(loaded, day);
    LockinAnswer answer = how.lockin(controllers, day).concentration(markets.rows(), market);
    if (answer.markets().isEmpty() && answer.zones().isEmpty()) {
      throw new CommandException(
          market.isEmpty()
              ? asked.given.called()
                  + " holds no market and no maintenance zone; nothing can be said of it."
              : "The register holds no market and no zone of the name '%s'.".formatted(market));
    }
    if (asked.json) {
      Writer writer = new OutputStreamWriter(environment.out(), StandardCharsets.UTF_8);
      LockinJson.write(answer, writer);
      writer.flush();
    } else {
      new LockinText(environment.out(), controllers).print(answer);
    }
    return Bellbuoy.OK;
  }
}
