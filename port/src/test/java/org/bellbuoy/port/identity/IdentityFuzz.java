package org.bellbuoy.port.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.bellbuoy.port.inventory.CycloneDx;
import org.bellbuoy.port.inventory.DeviceCsv;
import org.bellbuoy.port.inventory.DeviceJson;
import org.bellbuoy.port.inventory.Inventoried;

/** What must hold of any packets. */
final class IdentityFuzz {
  private IdentityFuzz() {}

  static void check(byte[] capture) {
    Inventoried read = Inventoried.of(capture);
    assertThat(read.attributes)
        .allSatisfy(
            attribute -> {
              assertThat(attribute.value()).isNotBlank();
              assertThat(attribute.value().length()).isLessThanOrEqualTo(256);
              assertThat(attribute.frame()).isPositive();
            });
    StringWriter written = new StringWriter();
    try {
      DeviceCsv.write(read.inventory.devices(), source -> "a", written);
      CycloneDx.write(read.inventory.devices(), source -> "a", "0", written);
      for (var device : read.inventory.devices()) {
        assertThat(device.id()).isNotBlank();
        DeviceJson.write(device, source -> "a", null, written);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
