package org.bellbuoy.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bellbuoy.core.source.Content;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.Inputs;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.core.source.SourceInfo;
import org.bellbuoy.register.folder.FolderOptions;
import org.bellbuoy.register.folder.RegisterFolder;
import org.bellbuoy.register.model.KeptRegister;
import org.bellbuoy.store.Store;
import org.bellbuoy.store.StoreException;

/** Registers that lie in a store instead of a folder. */
final class RegisterStored {
  private static final String FORMAT = "bellbuoy register store";
  private static final int BUFFER_BYTES = 1 << 16;

  private RegisterStored() {}

  /** Whether a name is that of a store. */
  static boolean is(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".duckdb");
  }

  /** The register of a store. */
  static RegisterFolder.Part part(Path file) throws SourceException {
    Input input = Inputs.find(List.of(file.toString()), InputStream.nullInputStream()).getFirst();
    return new RegisterFolder.Part(List.of(), List.of(), List.of(kept(input, file)));
  }

  /**
   * Files of a register as they were found again, stores among them. A store is read from a copy,
   * since it may lie elsewhere now than its path says.
   */
  static RegisterFolder.Part again(List<Input> files) throws SourceException {
    List<Input> tables = new ArrayList<>();
    List<RegisterFolder.Kept> kept = new ArrayList<>();
    for (Input input : files) {
      if (!is(input.name())) {
        tables.add(input);
        continue;
      }
      try {
        Path copy = Files.createTempFile("bellbuoy-register", ".duckdb");
        try (InputStream bytes = input.opener().open()) {
          Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
          kept.add(called(kept(input, copy)));
        } finally {
          Files.deleteIfExists(copy);
        }
      } catch (IOException e) {
        throw new SourceException(
            "The store %s cannot be read: %s".formatted(input.path(), e.getMessage()), e);
      }
    }
    return new RegisterFolder.Part(tables, List.of(), kept);
  }

  /** The word that stands before its name among several stands before its places too. */
  private static RegisterFolder.Kept called(RegisterFolder.Kept kept) {
    int slash = kept.file().name().lastIndexOf('/');
    return slash < 0
        ? kept
        : new RegisterFolder.Kept(
            kept.file(), kept.register().called(kept.file().name().substring(0, slash)));
  }

  private static RegisterFolder.Kept kept(Input input, Path file) throws SourceException {
    long room = FolderOptions.forHeap(Runtime.getRuntime().maxMemory()).mostRows();
    try (Store store = Store.openToRead(file)) {
      Optional<KeptRegister> register = store.register(room);
      if (register.isEmpty()) {
        throw new SourceException(
            "The store %s holds no register; bellbuoy register store puts one into it."
                .formatted(input.path()));
      }
      return new RegisterFolder.Kept(digested(input), register.get());
    } catch (StoreException e) {
      throw new SourceException(String.valueOf(e.getMessage()), e);
    }
  }

  private static SourceInfo digested(Input input) throws SourceException {
    byte[] buffer = new byte[BUFFER_BYTES];
    try (Content content = Content.open(input)) {
      while (content.read(buffer) > 0) {
        // Only the digest of all bytes is wanted.
      }
      return content.finish(FORMAT);
    }
  }
}
