package org.bellbuoy.server.tree;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation says of its servers, in a file of YAML 1.2.
 *
 * @param file where it is from
 * @param servers in the file's order
 * @param secretFile holds the secret that keys machine-key fingerprints; null where not given
 * @param publicKeys a list of machine keys known to all; null where not given
 */
public record Fleet(
    Path file, List<FleetServer> servers, @Nullable Path secretFile, @Nullable Path publicKeys) {
  /** Largest file that is read. */
  static final long LARGEST_BYTES = 4L << 20;

  public Fleet {
    servers = List.copyOf(servers);
  }

  /** Reads a fleet file; its paths are relative to its folder. */
  public static Fleet read(Path file) throws FleetException {
    try {
      if (Files.size(file) > LARGEST_BYTES) {
        throw new FleetException(
            "%s is larger than %d bytes; is it a fleet file?".formatted(file, LARGEST_BYTES));
      }
      return FleetReader.read(file, Files.readString(file));
    } catch (CharacterCodingException e) {
      throw new FleetException("%s is not UTF-8; save it as UTF-8.".formatted(file), e);
    } catch (IOException e) {
      throw new FleetException(
          "%s cannot be read; check that it is there and may be read.".formatted(file), e);
    }
  }
}
