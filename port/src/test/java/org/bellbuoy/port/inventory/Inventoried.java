package org.bellbuoy.port.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.Inputs;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.identity.IdentityReading;
import org.bellbuoy.port.operation.Attribute;
import org.bellbuoy.port.operation.AttributeName;
import org.bellbuoy.port.watch.PortProtocols;
import org.bellbuoy.port.watch.PortReading;

/** What captures tell of devices, kept to be asked about; for tests. */
public final class Inventoried {
  public final List<Attribute> attributes = new ArrayList<>();
  public final List<Reject> rejects = new ArrayList<>();
  public final Inventory inventory;

  private Inventoried(List<Input> inputs) {
    InventoryBuilder builder = new InventoryBuilder();
    IdentityReading identity =
        new IdentityReading(
            attribute -> {
              attributes.add(attribute);
              builder.attribute(attribute);
            },
            rejects::add,
            builder);
    try {
      new PortReading(context -> identity.with(PortProtocols.all(context)))
          .read(
              inputs,
              new PortReading.Listeners(builder, builder, builder, identity),
              RejectLog.counting(),
              Progress.silent());
    } catch (SourceException e) {
      throw new IllegalStateException(e);
    }
    inventory = builder.build(MacPrefixes.builtIn());
  }

  /** Reads files. */
  public static Inventoried of(Path... files) {
    try {
      return new Inventoried(
          Inputs.find(Arrays.stream(files).map(Path::toString).toList(), System.in));
    } catch (SourceException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads a capture that is held in memory. */
  public static Inventoried of(byte[] capture) {
    return new Inventoried(
        List.of(
            new Input(
                "capture",
                "capture",
                capture.length,
                true,
                () -> new ByteArrayInputStream(capture))));
  }

  /** The one device with that IP or hardware address. */
  public Device device(String address) {
    List<Device> found =
        inventory.devices().stream()
            .filter(
                device ->
                    device.addresses().stream().anyMatch(a -> a.toString().equals(address))
                        || device.macs().stream()
                            .anyMatch(mac -> Endpoint.macText(mac).equals(address)))
            .toList();
    assertThat(found).as(address).hasSize(1);
    return found.getFirst();
  }

  /** Values told under a name, each as {@code frame value}, in the order in which they came. */
  public List<String> told(AttributeName name, String protocol) {
    return attributes.stream()
        .filter(a -> a.name() == name && a.protocol().word().equals(protocol))
        .map(a -> a.frame() + " " + a.value())
        .toList();
  }
}
