package org.bellbuoy.core.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Flags by maritime identification digits, after the list that ITU publishes. What an MMSI says is
 * a claim of its sender: digits that ITU gave to nobody are no flag at all, which is worth knowing.
 *
 * <p>Digits of a territory with an ISO code of its own name the territory. 306 is shared by three
 * Caribbean parts of the Netherlands and names the Netherlands.
 */
public final class Flags {
  private static final int LOWEST = 200;
  private static final int HIGHEST = 799;

  private Flags() {}

  /** Read once, when a flag is asked for first. */
  private static final class Table {
    static final @Nullable Flag[] BY_MID = read();

    private static @Nullable Flag[] read() {
      @Nullable Flag[] flags = new @Nullable Flag[HIGHEST - LOWEST + 1];
      try (InputStream in = Flags.class.getResourceAsStream("mid.csv")) {
        if (in == null) {
          throw new IllegalStateException("mid.csv is missing from the build");
        }
        new String(in.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .skip(1)
            .forEach(
                line -> {
                  String[] fields = line.split(",", 3);
                  flags[Integer.parseInt(fields[0]) - LOWEST] = new Flag(fields[1], fields[2]);
                });
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return flags;
    }
  }

  /** The flag of those digits; empty where ITU gave them to nobody. */
  public static Optional<Flag> ofMid(int mid) {
    return mid < LOWEST || mid > HIGHEST
        ? Optional.empty()
        : Optional.ofNullable(Table.BY_MID[mid - LOWEST]);
  }

  /** The flag that an MMSI names; empty where it holds no digits or digits given to nobody. */
  public static Optional<Flag> ofMmsi(int mmsi) {
    return ofMid(Mmsi.mid(mmsi));
  }
}
