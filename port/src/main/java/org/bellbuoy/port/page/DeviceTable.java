package org.bellbuoy.port.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellbuoy.core.exhibit.Document.Block;
import org.bellbuoy.core.exhibit.Document.Column;
import org.bellbuoy.core.exhibit.Document.Paragraph;
import org.bellbuoy.core.exhibit.Document.Table;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.detect.PortWords;
import org.bellbuoy.port.inventory.Device;
import org.bellbuoy.port.inventory.DeviceAttribute;
import org.bellbuoy.port.inventory.Inventory;
import org.bellbuoy.port.inventory.Proof;
import org.bellbuoy.port.operation.AttributeName;

/** The inventory as a table: what each device is, and the frame that shows it. */
final class DeviceTable {
  /** More rows than this make a page that nobody reads; the command has all. */
  static final int MOST = 400;

  private static final int MOST_ADDRESSES = 3;
  private static final String NOT_TOLD = "–";

  private DeviceTable() {}

  static List<Block> of(Inventory inventory, List<String> sources) {
    List<Device> devices = inventory.devices();
    Set<IpAddress> shared = Hosts.shared(devices);
    List<List<String>> rows =
        devices.stream()
            .sorted(
                Comparator.comparing(Device::outside)
                    .thenComparing(device -> Host.of(device, shared), Host.ORDER))
            .limit(MOST)
            .map(device -> row(device, shared, sources))
            .toList();
    String caption =
        devices.size() > MOST
            ? "The first %d of %,d devices; bellbuoy port inventory lists all."
                .formatted(MOST, devices.size())
            : PortWords.count(devices.size(), "device", "devices")
                + "; bellbuoy port inventory tells the frame of each single attribute.";
    return List.of(
        new Table(
            caption,
            List.of(
                Column.text("device"),
                Column.text("addresses"),
                Column.text("roles"),
                Column.text("maker and model"),
                Column.text("firmware"),
                Column.text("serial number"),
                Column.text("shown by")),
            rows),
        Paragraph.of(Inventory.BLIND_SPOTS));
  }

  private static List<String> row(Device device, Set<IpAddress> shared, List<String> sources) {
    Host host = Host.of(device, shared);
    return List.of(
        host.name() + (device.outside() ? " (outside)" : ""),
        addresses(device),
        roles(device),
        Stream.of(AttributeName.VENDOR, AttributeName.MODEL, AttributeName.ORDER_NUMBER)
            .map(device::text)
            .filter(text -> !text.isBlank())
            .distinct()
            .reduce((one, other) -> one + ' ' + other)
            .orElse(NOT_TOLD),
        told(device, AttributeName.FIRMWARE),
        told(device, AttributeName.SERIAL_NUMBER),
        proof(device, sources));
  }

  private static String addresses(Device device) {
    List<String> all =
        Stream.concat(
                device.addresses().stream().map(IpAddress::toString),
                device.macs().stream().map(Endpoint::macText))
            .toList();
    int more = all.size() - MOST_ADDRESSES;
    return all.stream().limit(MOST_ADDRESSES).collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "");
  }

  private static String roles(Device device) {
    return device.roles().isEmpty()
        ? "none shown"
        : device.roles().stream()
            .map(role -> Host.word(role.role()) + " (" + role.confidence().word() + ")")
            .collect(Collectors.joining(", "));
  }

  private static String told(Device device, AttributeName name) {
    Optional<DeviceAttribute> best = device.best(name);
    return best.map(a -> a.value() + (a.contradicted() ? " (contradicted)" : "")).orElse(NOT_TOLD);
  }

  /** The frame of what says most of it, else its first packet. */
  private static String proof(Device device, List<String> sources) {
    Optional<DeviceAttribute> telling =
        Stream.of(
                AttributeName.FIRMWARE,
                AttributeName.MODEL,
                AttributeName.SERIAL_NUMBER,
                AttributeName.NAME)
            .flatMap(name -> device.best(name).stream())
            .findFirst();
    Proof proof = telling.map(DeviceAttribute::proof).orElse(device.first());
    String what = telling.map(DeviceAttribute::source).orElse("first packet");
    String source =
        proof.source() >= 0 && proof.source() < sources.size() ? sources.get(proof.source()) : "?";
    return what + ", " + source + ", frame " + proof.frame();
  }
}
