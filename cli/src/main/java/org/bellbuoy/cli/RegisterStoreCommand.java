package org.bellbuoy.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.register.folder.MarketFolder;
import org.bellbuoy.register.model.KeptRegister;
import org.bellbuoy.store.Store;
import org.bellbuoy.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bellbuoy register store}. */
@Command(
    name = "store",
    description =
        "Puts a register into a store, in place of the one that is there: every statement with"
            + " shares, dates, source and confidence, and what could not be used. --register takes"
            + " such a file wherever it takes a folder.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RegisterStoreCommand implements Callable<Integer> {
  @Mixin RegisterGiven given = new RegisterGiven();

  @Option(
      names = "--store",
      required = true,
      paramLabel = "FILE.duckdb",
      description =
          "The store; made where there is none. Findings and runs in it stay as they are.")
  Path store = Path.of("");

  private final Environment environment;

  RegisterStoreCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws SourceException {
    if (!RegisterStored.is(store.toString())) {
      throw CommandException.usage(
          "--store is '%s'; its name must end in .duckdb, by which --register knows it."
              .formatted(store));
    }
    RegisterAsked asked = new RegisterAsked();
    asked.given = given;
    RegisterAsked.Loaded loaded = asked.load(environment);
    asked.tell(environment, loaded);
    List<Reject> marketRejects = new ArrayList<>();
    MarketFolder.Loaded markets =
        new RegisterLockinAsked().markets(environment, given, loaded, marketRejects);
    List<String> problems = new ArrayList<>(loaded.folder().problems());
    problems.addAll(markets.problems());
    KeptRegister kept =
        KeptRegister.of(
            loaded.register(),
            markets.rows(),
            loaded.rejects(),
            marketRejects,
            problems,
            loaded.folder().rows());
    try (Store opened = Store.open(environment.workingFolder().resolve(store))) {
      opened.saveRegister(kept);
    } catch (StoreException e) {
      throw new CommandException(String.valueOf(e.getMessage()));
    }
    environment
        .out()
        .print(
            ("Stored %d sources, %d statements on parties and assets, %d roles, %d market rows and"
                    + " %d rejects in %s\n")
                .formatted(
                    kept.sources().size(),
                    kept.entities().size(),
                    kept.roles().size(),
                    kept.markets().size(),
                    kept.rejects().size() + marketRejects.size(),
                    store));
    environment.out().flush();
    return problems.isEmpty() ? Bellbuoy.OK : Bellbuoy.FAILED;
  }
}
