package org.bellbuoy.port.inventory;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import org.bellbuoy.core.json.JsonOut;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.IpAddress;
import org.jspecify.annotations.Nullable;

/** Writes devices as one JSON object a line, {@code bellbuoy.device/1}. */
public final class DeviceJson {
  private static final long NANOS = 1_000_000_000L;

  private DeviceJson() {}

  /**
   * Writes one device and a line end.
   *
   * @param sourceNames gives a source's name by its index
   * @param approval what the list of approved devices says of it; null where there is no list
   */
  public static void write(
      Device device,
      IntFunction<String> sourceNames,
      Approved.@Nullable Verdict approval,
      Writer writer)
      throws IOException {
    try (JsonOut json = JsonOut.compact(writer)) {
      json.object();
      json.text("schema", "bellbuoy.device/1");
      json.text("id", device.id());
      addresses(json, device);
      json.flag("outside", device.outside());
      json.whole("packets", device.packets());
      json.text("first", time(device.first().epochNanos()));
      json.text("last", time(device.lastNanos()));
      proof(json, "first_proof", device.first(), sourceNames);
      json.array("roles");
      for (DeviceRole role : device.roles()) {
        role(json, role, sourceNames);
      }
      json.endArray();
      json.array("attributes");
      for (DeviceAttribute attribute : device.attributes()) {
        attribute(json, attribute, sourceNames);
      }
      json.endArray();
      texts(json, "notes", device.notes());
      if (approval != null) {
        json.object("approved");
        json.text("state", approval.state().word());
        if (approval.line() > 0) {
          json.whole("line", approval.line());
        }
        texts(json, "differences", approval.differences());
        json.endObject();
      }
      json.endObject();
    }
    writer.write('\n');
  }

  private static void addresses(JsonOut json, Device device) throws IOException {
    texts(json, "macs", device.macs().stream().map(Endpoint::macText).toList());
    texts(json, "ips", device.addresses().stream().map(IpAddress::toString).toList());
    if (!device.reachedThrough().isEmpty()) {
      texts(
          json,
          "reached_through",
          device.reachedThrough().stream().map(Endpoint::macText).toList());
    }
  }

  private static void role(JsonOut json, DeviceRole role, IntFunction<String> sourceNames)
      throws IOException {
    json.object();
    json.text("role", role.role().word());
    json.text("confidence", role.confidence().word());
    json.array("reasons");
    for (DeviceRole.Reason reason : role.reasons()) {
      json.object();
      json.text("text", SafeText.visible(reason.text()));
      proof(json, "proof", reason.proof(), sourceNames);
      json.endObject();
    }
    json.endArray();
    json.endObject();
  }

  private static void attribute(
      JsonOut json, DeviceAttribute attribute, IntFunction<String> sourceNames) throws IOException {
    json.object();
    json.text("name", attribute.name().word());
    json.text("value", SafeText.visible(attribute.value()));
    if (attribute.unit() >= 0) {
      json.whole("unit", attribute.unit());
    }
    json.text("told_by", attribute.source());
    json.text("confidence", attribute.confidence().word());
    json.whole("count", attribute.count());
    if (attribute.contradicted()) {
      json.flag("contradicted", true);
    }
    json.text("last", time(attribute.lastNanos()));
    proof(json, "proof", attribute.proof(), sourceNames);
    json.endObject();
  }

  private static void proof(JsonOut json, String name, Proof proof, IntFunction<String> sourceNames)
      throws IOException {
    json.object(name);
    json.text("source", sourceNames.apply(proof.source()));
    json.whole("frame", proof.frame());
    json.whole("offset", proof.offset());
    json.text("time", time(proof.epochNanos()));
    json.endObject();
  }

  private static void texts(JsonOut json, String name, List<String> texts) throws IOException {
    json.array(name);
    for (String text : texts) {
      json.text(SafeText.visible(text));
    }
    json.endArray();
  }

  static String time(long epochNanos) {
    return Instant.ofEpochSecond(Math.floorDiv(epochNanos, NANOS), Math.floorMod(epochNanos, NANOS))
        .toString();
  }
}
