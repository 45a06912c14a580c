package org.bellbuoy.port.watch;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.function.IntFunction;
import org.bellbuoy.core.json.JsonOut;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationText;
import org.bellbuoy.port.operation.TargetPart;
import org.bellbuoy.port.operation.ValueKind;

/** Writes operations as one JSON object a line. */
public final class OperationJson {
  private static final long NANOS = 1_000_000_000L;
  private static final TargetPart[] PARTS = TargetPart.values();

  private OperationJson() {}

  /**
   * Writes one operation and a line end.
   *
   * @param sourceNames gives a source's name by its index
   */
  public static void write(Operation operation, IntFunction<String> sourceNames, Writer writer)
      throws IOException {
    try (JsonOut json = JsonOut.compact(writer)) {
      json.object();
      json.text("time", time(operation.epochNanos()));
      json.text("source", sourceNames.apply(operation.request().source()));
      json.whole("frame", operation.request().frame());
      json.whole("offset", operation.request().offset());
      endpoint(json, "from", operation.source());
      endpoint(json, "to", operation.destination());
      json.text("protocol", operation.protocol().word());
      json.text("function", operation.functionName());
      json.whole("code", operation.functionCode());
      json.text("class", operation.operationClass().word());
      json.object("target");
      for (TargetPart part : PARTS) {
        String text = operation.text(part);
        if (operation.hasNumber(part)) {
          json.whole(part.word(), operation.number(part));
          if (text != null) {
            json.text(part.word() + "_name", text);
          }
        } else if (text != null) {
          json.text(part.word(), text);
        }
      }
      json.endObject();
      if (operation.valueKind() != ValueKind.NONE) {
        json.text("value", OperationText.value(operation));
        json.whole("value_bytes", operation.valueLength());
      }
      json.text("result", operation.result().word());
      if (operation.resultCode() != 0) {
        json.whole("result_code", operation.resultCode());
      }
      if (!operation.resultName().isEmpty()) {
        json.text("result_name", operation.resultName());
      }
      if (operation.hasResponse()) {
        json.text("answered", time(operation.response().epochNanos()));
        json.text("answer_source", sourceNames.apply(operation.response().source()));
        json.whole("answer_frame", operation.response().frame());
      }
      json.endObject();
    }
    writer.write('\n');
  }

  /** Time as ISO 8601 in UTC, to the nanosecond where it has them. */
  public static String time(long epochNanos) {
    return Instant.ofEpochSecond(Math.floorDiv(epochNanos, NANOS), Math.floorMod(epochNanos, NANOS))
        .toString();
  }

  private static void endpoint(JsonOut json, String name, Endpoint endpoint) throws IOException {
    json.object(name);
    if (!endpoint.address().equals(IpAddress.NONE)) {
      json.text("ip", endpoint.address().toString());
    }
    if (endpoint.port() > 0) {
      json.whole("port", endpoint.port());
    }
    if (endpoint.mac() != Endpoint.NO_MAC) {
      json.text("mac", Endpoint.macText(endpoint.mac()));
    }
    json.endObject();
  }
}
