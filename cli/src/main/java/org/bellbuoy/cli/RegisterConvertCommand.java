package org.bellbuoy.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.register.exchange.Dropped;
import org.bellbuoy.register.model.Register;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bellbuoy register convert}. */
@Command(
    name = "convert",
    description = {
      "Reads a register of one form and writes it in another. Says what could not be read, with its"
          + " place, and what the other form cannot hold. Formats: folder, bods, ftm, cyclonedx are"
          + " read and written; gleif, cables and list (1260H, EU 833/2014, OpenSanctions maritime)"
          + " are read; graphml and geojson are written. See docs/register-formats.md."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RegisterConvertCommand implements Callable<Integer> {
  @Option(
      names = "--from",
      required = true,
      paramLabel = "FORMAT",
      converter = RegisterFormat.Converter.class,
      description = "Form of the files that are read.")
  RegisterFormat from = RegisterFormat.FOLDER;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FORMAT",
      converter = RegisterFormat.Converter.class,
      description = "Form that is written.")
  RegisterFormat to = RegisterFormat.FOLDER;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "PATH",
      description = "File to write; for --to folder the folder, which must be empty or new.")
  Path out = Path.of("");

  @Option(
      names = "--day",
      paramLabel = "DAY",
      defaultValue = "1970-01-01",
      description =
          "Day of publication for BODS where a source tells none. Default: ${DEFAULT-VALUE}.")
  String day = "1970-01-01";

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files of that form, or the register's folder; gz and zst too.")
  List<Path> files = new ArrayList<>();

  private final Environment environment;

  RegisterConvertCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException, SourceException {
    if (!from.isRead()) {
      throw CommandException.usage("--from " + from.word() + " is written only, not read.");
    }
    if (!to.isWritten()) {
      throw CommandException.usage("--to " + to.word() + " is read only, not written.");
    }
    RegisterExchange exchange = new RegisterExchange(environment);
    RegisterExchange.Read read = exchange.read(from, files);
    for (Reject reject : read.rejects()) {
      say("%s: %s".formatted(reject.reason(), reject.detail()));
    }
    read.notes().forEach(this::say);
    Register register = read.register();
    if (register.entities().isEmpty()) {
      throw new CommandException(
          "Nothing that could be used was read as " + from.word() + "; nothing was written.");
    }
    Dropped dropped = exchange.write(register, to, environment.workingFolder().resolve(out), day);
    environment
        .out()
        .print(
            "%d parties, %d assets, %d roles read; %d could not be used. Written to %s as %s.\n"
                .formatted(
                    register.parties().size(),
                    register.assets().size(),
                    register.roles().size(),
                    read.rejects().size(),
                    SafeText.visible(out.toString()),
                    to.word()));
    List<Reject> again = to == RegisterFormat.FOLDER ? exchange.readAgain(out) : List.of();
    if (!again.isEmpty()) {
      say(
          "Reading the written folder again would find fault with %d of its rows, as register check says:"
              .formatted(again.size()));
      again.forEach(reject -> say("%s: %s".formatted(reject.reason(), reject.detail())));
    }
    dropped.lines().forEach(line -> environment.out().println("Not in " + to.word() + ": " + line));
    environment.out().flush();
    return Bellbuoy.status(
        !read.rejects().isEmpty() || !read.problems().isEmpty() || !again.isEmpty(), false);
  }

  private void say(String sentence) {
    environment.err().println("bellbuoy: " + SafeText.visible(sentence));
  }
}
