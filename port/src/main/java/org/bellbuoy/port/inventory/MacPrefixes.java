package org.bellbuoy.port.inventory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.bellbuoy.core.source.SourceException;
import org.jspecify.annotations.Nullable;

/**
 * Makers by prefix of a hardware address (24, 28 or 36 bits). The maker is that of the network
 * interface, which is often, but not always, that of the device. About 4 MB for the whole registry.
 */
public final class MacPrefixes {
  /** Longest registry file read, in lines. */
  private static final int MOST_LINES = 1_000_000;

  /**
   * A maker.
   *
   * @param name as the registry or the built-in list has it
   * @param role {@code MODEM} or {@code CAMERA} where it makes little else, else null
   */
  public record Maker(String name, @Nullable Role role) {}

  private final Map<Long, Maker> builtIn = new HashMap<>();
  private final Map<Long, String> registered = new HashMap<>();

  private MacPrefixes() {
    for (String line : Makers.TABLE.lines().toList()) {
      String[] parts = line.split("\\|", -1);
      Maker maker = new Maker(parts[0], Role.of(parts[1]));
      for (String prefix : parts[2].split(" ", -1)) {
        builtIn.put(key(prefix), maker);
      }
    }
  }

  /** The small built-in list. */
  public static MacPrefixes builtIn() {
    return new MacPrefixes();
  }

  /**
   * The built-in list and a registry file as Debian's {@code ieee-data} has it: {@code oui.txt}
   * (lines with {@code (base 16)}) or {@code oui.csv}, {@code mam.csv}, {@code oui36.csv}.
   *
   * @param name of the file, for messages
   * @throws SourceException when it holds no assignment
   * @throws IOException when it cannot be read
   */
  public static MacPrefixes with(InputStream file, String name)
      throws IOException, SourceException {
    MacPrefixes prefixes = new MacPrefixes();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      int count = 0;
      for (String line = lines.readLine();
          line != null && count < MOST_LINES;
          line = lines.readLine()) {
        count++;
        prefixes.add(line);
      }
    }
    if (prefixes.registered.isEmpty()) {
      throw new SourceException(
          name
              + " holds no assignment of hardware addresses: neither lines such as '000E8C     "
              + "(base 16)  Maker' nor rows such as 'MA-L,000E8C,Maker,...'.");
    }
    return prefixes;
  }

  private void add(String line) {
    int base = line.indexOf("(base 16)");
    if (base > 0) {
      String prefix = line.substring(0, base).strip();
      String name = line.substring(base + 9).strip();
      put(prefix, name);
    } else if (line.startsWith("MA-") || line.startsWith("IAB,") || line.startsWith("CID,")) {
      String[] cells = Csv.row(line).toArray(String[]::new);
      if (cells.length > 2) {
        put(cells[1].strip(), cells[2].strip());
      }
    }
  }

  /** Ranges (oui28.txt has such) and other nonsense are passed over. */
  private void put(String prefix, String name) {
    if (prefix.matches("[0-9A-Fa-f]{6,9}") && !name.isEmpty()) {
      registered.put(key(prefix), name);
    }
  }

  /** The digits with their number before them, so that prefixes of all lengths share a table. */
  private static long key(String prefix) {
    return (long) prefix.length() << 48 | Long.parseLong(prefix, 16);
  }

  /** The maker; null where it is not known or the address was made up locally. */
  public @Nullable Maker of(long mac) {
    if (mac < 0 || (mac >> 41 & 1) != 0) {
      return null;
    }
    Maker known = builtIn.get(6L << 48 | mac >>> 24);
    for (int digits = 9; digits >= 6; digits--) {
      String name = registered.get((long) digits << 48 | mac >>> 48 - 4 * digits);
      if (name != null) {
        return new Maker(name, known == null ? null : known.role());
      }
    }
    return known;
  }
}
