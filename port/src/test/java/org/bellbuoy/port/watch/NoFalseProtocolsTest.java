package org.bellbuoy.port.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bellbuoy.port.conversation.Protocol;
import org.junit.jupiter.api.Test;

/** Content alone decides: what is something else is not taken for a control protocol. */
class NoFalseProtocolsTest {
  private static final Set<Protocol> ASKED =
      EnumSet.of(Protocol.BACNET, Protocol.DNP3, Protocol.IEC104);

  /** The folders whose captures hold these protocols by their provenance, and two more. */
  private static final String HELD =
      "(bacnet|dnp3|iec104)/.*|s4x15/BACnet_Host.pcap|enip/EIP-ViewDeviceStatus.pcap";

  @Test
  void noOtherCaptureIsTakenForBacnetDnp3OrIec104() throws IOException {
    Path folder = Recorded.shared("PROVENANCE.md").resolveSibling("");
    Set<String> wrong = new TreeSet<>();
    int captures = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().matches(".*\\.pcap(ng)?")).toList()) {
        String name = folder.relativize(file).toString();
        if (name.matches(HELD)) {
          continue;
        }
        captures++;
        Recorded.of(file).operations.stream()
            .filter(operation -> ASKED.contains(operation.protocol()))
            .map(o -> name + " frame " + o.request().frame() + " " + o.protocol().word())
            .forEach(wrong::add);
      }
    }
    assertThat(captures).isGreaterThan(40);
    assertThat(wrong).isEmpty();
  }
}
