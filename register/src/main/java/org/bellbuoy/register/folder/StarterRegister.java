package org.bellbuoy.register.folder;

import java.io.FileNotFoundException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.SourceException;

/**
 * The register that is shipped with the program: public facts on cable ships, who runs them, their
 * keepers, makers and agreements, in the project's own words, each with source, date and
 * confidence. A beginning, not the world: what it does not name is not known to it.
 */
public final class StarterRegister {
  /** The word before the names of its files. */
  public static final String NAME = "starter";

  private static final String PATH = "bellbuoy:" + NAME + "/";
  private static final String RESOURCES = "/org/bellbuoy/register/" + NAME + "/";
  private static final List<String> TABLES =
      List.of("sources.csv", "parties.csv", "assets.csv", "roles.csv");

  private StarterRegister() {}

  /**
   * Loads it through the reader of folders.
   *
   * @throws SourceException where it cannot be read, for the program was built badly
   */
  public static RegisterFolder.Loaded load(Consumer<Reject> rejected) throws SourceException {
    return RegisterFolder.load(List.of(part()), FolderOptions.defaults(), rejected);
  }

  /** Its files, under its own name. */
  public static RegisterFolder.Part part() {
    List<Input> inputs = TABLES.stream().map(StarterRegister::input).toList();
    return new RegisterFolder.Part(inputs, List.of()).called(NAME);
  }

  /** Its table of markets. */
  public static Input markets() {
    return input("markets.csv");
  }

  /** The file of it that a ledger tells by this path; empty where it is none of its files. */
  public static Optional<Input> at(String path) {
    return TABLES.stream()
        .filter(table -> path.equals(PATH + table))
        .map(StarterRegister::input)
        .findFirst();
  }

  private static Input input(String table) {
    return new Input(
        table,
        PATH + table,
        -1,
        true,
        () -> {
          InputStream stream = StarterRegister.class.getResourceAsStream(RESOURCES + table);
          if (stream == null) {
            throw new FileNotFoundException("the program lacks its " + RESOURCES + table);
          }
          return stream;
        });
  }
}
