package org.bellbuoy.port.inventory;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.bellbuoy.core.json.JsonOut;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.operation.AttributeName;

/**
 * Writes an inventory as CycloneDX 1.6 (ECMA-424) in JSON: each device a component of type {@code
 * device}. Properties of the namespace {@code cdx:device} are those of the public taxonomy;
 * evidence stands under {@code bellbuoy:}. The same captures give the same bytes: there is no time
 * stamp, and the serial number is made of the content.
 */
public final class CycloneDx {
  private CycloneDx() {}

  /**
   * Writes the document; the writer is flushed and left open.
   *
   * @param sourceNames gives a source's name by its index
   * @param version of this program
   */
  public static void write(
      List<Device> devices, IntFunction<String> sourceNames, String version, Writer writer)
      throws IOException {
    MessageDigest digest = sha256();
    try (Writer unnamed =
        new OutputStreamWriter(
            new DigestOutputStream(OutputStream.nullOutputStream(), digest),
            StandardCharsets.UTF_8)) {
      document(devices, sourceNames, version, "", unnamed);
    }
    UUID id = UUID.nameUUIDFromBytes(digest.digest());
    document(devices, sourceNames, version, "urn:uuid:" + id, writer);
    writer.write('\n');
    writer.flush();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void document(
      List<Device> devices,
      IntFunction<String> sourceNames,
      String version,
      String serialNumber,
      Writer writer)
      throws IOException {
    try (JsonOut json = JsonOut.pretty(writer)) {
      json.object();
      json.text("bomFormat", "CycloneDX");
      json.text("specVersion", "1.6");
      if (!serialNumber.isEmpty()) {
        json.text("serialNumber", serialNumber);
      }
      json.whole("version", 1);
      json.object("metadata");
      json.object("tools");
      json.array("components");
      json.object();
      json.text("type", "application");
      json.text("name", "bellbuoy");
      json.text("version", version);
      json.endObject();
      json.endArray();
      json.endObject();
      json.array("properties");
      property(json, "cdx:reproducible", "true");
      property(json, "bellbuoy:blind-spots", Inventory.BLIND_SPOTS);
      json.endArray();
      json.endObject();
      json.array("components");
      for (Device device : devices) {
        component(json, device, sourceNames);
      }
      json.endArray();
      json.endObject();
    }
  }

  private static void component(JsonOut json, Device device, IntFunction<String> sourceNames)
      throws IOException {
    json.object();
    json.text("type", "device");
    json.text("bom-ref", device.id());
    String maker = device.text(AttributeName.VENDOR);
    if (!maker.isEmpty()) {
      json.object("manufacturer");
      json.text("name", SafeText.visible(maker));
      json.endObject();
    }
    json.text("name", SafeText.visible(name(device)));
    String firmware = device.text(AttributeName.FIRMWARE);
    if (!firmware.isEmpty()) {
      json.text("version", SafeText.visible(firmware));
    }
    String description = device.text(AttributeName.DESCRIPTION);
    if (!description.isEmpty()) {
      json.text("description", SafeText.visible(description));
    }
    json.array("properties");
    properties(json, device, sourceNames);
    json.endArray();
    json.endObject();
  }

  /** The model, else the order number, the device's own name, or its address. */
  private static String name(Device device) {
    for (AttributeName name :
        List.of(AttributeName.MODEL, AttributeName.ORDER_NUMBER, AttributeName.NAME)) {
      String text = device.text(name);
      if (!text.isBlank()) {
        return text;
      }
    }
    return device.addresses().isEmpty() ? device.id() : device.addresses().getFirst().toString();
  }

  private static void properties(JsonOut json, Device device, IntFunction<String> sourceNames)
      throws IOException {
    String serial = device.text(AttributeName.SERIAL_NUMBER);
    if (!serial.isEmpty()) {
      property(json, "cdx:device:serialNumber", serial);
    }
    for (long mac : device.macs()) {
      property(json, "cdx:device:macAddress", Endpoint.macText(mac));
    }
    for (DeviceRole role : device.roles()) {
      property(json, "cdx:device:function", role.role().word());
    }
    for (IpAddress address : device.addresses()) {
      property(json, "bellbuoy:ip", address.toString());
    }
    property(json, "bellbuoy:first", DeviceJson.time(device.first().epochNanos()));
    property(json, "bellbuoy:last", DeviceJson.time(device.lastNanos()));
    for (DeviceAttribute attribute : device.attributes()) {
      property(
          json,
          "bellbuoy:attribute:" + attribute.name().word(),
          attribute.value()
              + (attribute.unit() < 0 ? "" : " [unit " + attribute.unit() + "]")
              + " | "
              + attribute.source()
              + ", "
              + attribute.confidence().word()
              + ", "
              + frame(attribute.proof(), sourceNames)
              + (attribute.contradicted() ? ", contradicted" : ""));
    }
    for (DeviceRole role : device.roles()) {
      for (DeviceRole.Reason reason : role.reasons()) {
        property(
            json,
            "bellbuoy:role:" + role.role().word(),
            reason.text()
                + " | "
                + role.confidence().word()
                + ", "
                + frame(reason.proof(), sourceNames));
      }
    }
    for (String note : device.notes()) {
      property(json, "bellbuoy:note", note);
    }
  }

  private static String frame(Proof proof, IntFunction<String> sourceNames) {
    return sourceNames.apply(proof.source()) + " frame " + proof.frame();
  }

  private static void property(JsonOut json, String name, String value) throws IOException {
    json.object();
    json.text("name", name);
    json.text("value", SafeText.visible(value));
    json.endObject();
  }
}
