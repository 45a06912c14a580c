package org.bellbuoy.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.inventory.Approved;
import org.bellbuoy.port.inventory.Device;
import org.bellbuoy.port.inventory.DeviceAttribute;
import org.bellbuoy.port.inventory.DeviceRole;
import org.bellbuoy.port.inventory.Inventory;
import org.bellbuoy.port.inventory.Proof;
import org.bellbuoy.port.operation.AttributeName;
import org.jspecify.annotations.Nullable;

/** Prints an inventory for people: a block a device, and what it cannot show. */
final class InventoryTable {
  private static final List<AttributeName> SHOWN =
      List.of(
          AttributeName.VENDOR,
          AttributeName.VENDOR_ID,
          AttributeName.MODEL,
          AttributeName.ORDER_NUMBER,
          AttributeName.DEVICE_TYPE,
          AttributeName.FIRMWARE,
          AttributeName.HARDWARE_REVISION,
          AttributeName.SERIAL_NUMBER,
          AttributeName.NAME,
          AttributeName.LOCATION,
          AttributeName.DESCRIPTION,
          AttributeName.SOFTWARE,
          AttributeName.SERVICE,
          AttributeName.NEIGHBOUR);

  private static final int MOST_VALUES = 4;
  private static final int LONGEST_VALUE = 100;

  private final PrintStream to;
  private final List<String> names;
  private final @Nullable Approved approved;

  InventoryTable(PrintStream to, List<String> names, @Nullable Approved approved) {
    this.to = to;
    this.names = names;
    this.approved = approved;
  }

  void print(Inventory inventory, long packets, double seconds) {
    to.printf(
        Locale.ROOT,
        "%,d packets, %,d devices, in %.1f s%n",
        packets,
        inventory.devices().size(),
        seconds);
    for (Device device : inventory.devices()) {
      to.println();
      device(device);
    }
    to.println();
    if (inventory.outsideAddresses() > 0) {
      to.printf(
          Locale.ROOT,
          "Not listed: %,d addresses elsewhere that took part in no operation.%n",
          inventory.outsideAddresses());
    }
    if (inventory.toldOnly() > 0) {
      to.printf(
          Locale.ROOT,
          "Not listed: %,d addresses of which others told, but which sent nothing.%n",
          inventory.toldOnly());
    }
    if (inventory.leftOutPackets() + inventory.leftOutFacts() > 0) {
      to.printf(
          Locale.ROOT,
          "Left out for want of room: %,d packets of further addresses, %,d facts.%n",
          inventory.leftOutPackets(),
          inventory.leftOutFacts());
    }
    if (approved != null) {
      approved
          .notSeen(inventory.devices())
          .forEach(line -> to.println("Approved list: " + show(line) + "."));
    }
    to.println(Inventory.BLIND_SPOTS);
    to.flush();
  }

  private void device(Device device) {
    String addresses =
        device.addresses().stream().map(Object::toString).collect(Collectors.joining(", "));
    String macs = device.macs().stream().map(Endpoint::macText).collect(Collectors.joining(", "));
    to.println(
        (addresses.isEmpty() ? macs : addresses + (macs.isEmpty() ? "" : "  " + macs))
            + (device.outside() ? "  (elsewhere)" : ""));
    if (!device.reachedThrough().isEmpty()) {
      row(
          "through",
          device.reachedThrough().stream()
              .map(Endpoint::macText)
              .collect(Collectors.joining(", ")));
    }
    for (DeviceRole role : device.roles()) {
      row("role", role.role().word() + ", " + role.confidence().word());
      for (DeviceRole.Reason reason : role.reasons()) {
        row("", "  " + show(reason.text()) + ", from " + frame(reason.proof()) + " on");
      }
    }
    for (AttributeName name : SHOWN) {
      attributes(device, name);
    }
    device.notes().forEach(note -> row("note", show(note)));
    if (approved != null) {
      Approved.Verdict verdict = approved.of(device);
      String line = verdict.line() > 0 ? " (line " + verdict.line() + ")" : "";
      String differences = String.join("; ", verdict.differences());
      row(
          "approved",
          verdict.state().word() + line + (differences.isEmpty() ? "" : ": " + show(differences)));
    }
  }

  private void attributes(Device device, AttributeName name) {
    List<DeviceAttribute> all =
        device.attributes().stream().filter(attribute -> attribute.name() == name).toList();
    for (DeviceAttribute attribute : all.subList(0, Math.min(MOST_VALUES, all.size()))) {
      row(
          name.word(),
          show(attribute.value())
              + (attribute.unit() < 0 ? "" : ", unit " + attribute.unit())
              + "  ["
              + attribute.source()
              + ", "
              + attribute.confidence().word()
              + ", "
              + frame(attribute.proof())
              + (attribute.contradicted() ? ", contradicted" : "")
              + "]");
    }
    if (all.size() > MOST_VALUES) {
      row("", "and %,d more; --json tells all".formatted(all.size() - MOST_VALUES));
    }
  }

  private String frame(Proof proof) {
    return (names.size() > 1 ? names.get(proof.source()) + " " : "") + "frame " + proof.frame();
  }

  private void row(String heading, String text) {
    to.printf("  %-18s %s%n", heading, text);
  }

  private static String show(String text) {
    String shown = SafeText.visible(text).replace('\n', ' ').replace('\r', ' ');
    return shown.length() <= LONGEST_VALUE ? shown : shown.substring(0, LONGEST_VALUE) + " ...";
  }
}
