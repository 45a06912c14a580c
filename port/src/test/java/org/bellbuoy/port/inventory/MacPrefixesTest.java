package org.bellbuoy.port.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.port.watch.Recorded;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Makers by hardware address. */
class MacPrefixesTest {
  @Test
  void aRegistryFileOfDebianIsReadAndTheLongestPrefixCounts() throws Exception {
    MacPrefixes makers =
        MacPrefixes.with(
            text(
                "OUI/MA-L                                                    Organization\n"
                    + "02-AA-01   (hex)\t\tLong Quay Works\n"
                    + "70AA01     (base 16)\t\tHarbour Drives Ltd.\n"
                    + "\t\t\t\t1 Pier Road\n"
                    + "MA-S,70AA01234,\"Mast, Boom & Co\",\"1 Pier Road, Port\"\n"),
            "oui.txt");

    assertThat(name(makers, 0x70aa_0100_0001L)).isEqualTo("Harbour Drives Ltd.");
    assertThat(name(makers, 0x70aa_0123_4567L)).isEqualTo("Mast, Boom & Co");
  }

  @Test
  void addressesMadeUpLocallyHaveNoMaker() {
    assertThat(MacPrefixes.builtIn().of(0x0200_bc00_0001L)).isNull();
    assertThat(name(MacPrefixes.builtIn(), 0x0000_bc3e_ebe4L)).isEqualTo("Rockwell Automation");
  }

  @Test
  void makersOfMobileRadioAndCamerasAreKnownAsSuch() {
    assertThat(MacPrefixes.builtIn().of(0x001e_4200_0001L))
        .isEqualTo(new MacPrefixes.Maker("Teltonika", Role.MODEM));
    assertThat(MacPrefixes.builtIn().of(0x0040_8c00_0001L))
        .isEqualTo(new MacPrefixes.Maker("Axis", Role.CAMERA));
  }

  @Test
  void aFileWithoutAssignmentsIsRefused() {
    assertThatThrownBy(() -> MacPrefixes.with(text("nothing here\n"), "notes.txt"))
        .isInstanceOf(SourceException.class)
        .hasMessageStartingWith("notes.txt holds no assignment of hardware addresses");
  }

  /** Each built-in prefix is that maker's in the registry, as far as their names begin alike. */
  @Test
  void theBuiltInListIsThatOfTheRegistry() throws Exception {
    Path file =
        Recorded.shared("PROVENANCE.md")
            .resolveSibling("../register/reference/oui.csv")
            .normalize();
    Assumptions.assumeTrue(Files.exists(file), "no registry is here");
    MacPrefixes registry;
    try (InputStream in = Files.newInputStream(file)) {
      registry = MacPrefixes.with(in, "oui.csv");
    }
    List<String> wrong = new ArrayList<>();
    for (String line : Makers.TABLE.lines().toList()) {
      String[] parts = line.split("\\|", -1);
      for (String prefix : parts[2].split(" ", -1)) {
        String registered = name(registry, Long.parseLong(prefix, 16) << 24);
        String first = parts[0].toLowerCase(Locale.ROOT).split("[ -]", -1)[0];
        if (!registered.toLowerCase(Locale.ROOT).contains(first)) {
          wrong.add(prefix + " " + parts[0] + " is " + registered);
        }
      }
    }
    // Telemecanique's name in the registry is from before it became Schneider Electric's.
    assertThat(wrong).containsExactly("0080F4 Schneider Electric is TELEMECANIQUE ELECTRIQUE");
  }

  private static String name(MacPrefixes makers, long mac) {
    MacPrefixes.Maker maker = makers.of(mac);
    return maker == null ? "none" : maker.name();
  }

  private static InputStream text(String text) throws IOException {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
