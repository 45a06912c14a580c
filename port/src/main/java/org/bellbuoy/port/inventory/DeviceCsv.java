package org.bellbuoy.port.inventory;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.operation.AttributeName;

/**
 * Writes devices as CSV after RFC 4180, one a line. Of each attribute the surest value stands, with
 * its confidence and the frame that shows it; contradictions are named in a column of their own.
 * Looked over by its owner, the file serves as a list of approved devices.
 */
public final class DeviceCsv {
  private static final String LINE_END = "\r\n";

  /** Columns that hold an attribute, by their heading. */
  private static final List<Column> COLUMNS =
      List.of(
          new Column("maker", AttributeName.VENDOR),
          new Column("model", AttributeName.MODEL),
          new Column("order_number", AttributeName.ORDER_NUMBER),
          new Column("firmware", AttributeName.FIRMWARE),
          new Column("hardware_revision", AttributeName.HARDWARE_REVISION),
          new Column("serial", AttributeName.SERIAL_NUMBER),
          new Column("name", AttributeName.NAME),
          new Column("location", AttributeName.LOCATION),
          new Column("description", AttributeName.DESCRIPTION),
          new Column("software", AttributeName.SOFTWARE));

  private record Column(String heading, AttributeName name) {}

  private DeviceCsv() {}

  /**
   * Writes all devices; the writer is flushed and left open.
   *
   * @param sourceNames gives a source's name by its index
   */
  public static void write(List<Device> devices, IntFunction<String> sourceNames, Writer writer)
      throws IOException {
    List<String> head = new ArrayList<>(List.of("id", "ips", "macs", "roles", "roles_confidence"));
    for (Column column : COLUMNS) {
      head.add(column.heading());
      head.add(column.heading() + "_confidence");
      head.add(column.heading() + "_frame");
    }
    head.addAll(List.of("services", "contradicted", "packets", "first", "last", "notes"));
    line(head, writer);
    for (Device device : devices) {
      line(cells(device, sourceNames), writer);
    }
    writer.flush();
  }

  private static List<String> cells(Device device, IntFunction<String> sourceNames) {
    List<String> cells = new ArrayList<>();
    cells.add(device.id());
    cells.add(
        device.addresses().stream().map(IpAddress::toString).collect(Collectors.joining("; ")));
    cells.add(device.macs().stream().map(Endpoint::macText).collect(Collectors.joining("; ")));
    cells.add(device.roles().stream().map(r -> r.role().word()).collect(Collectors.joining("; ")));
    cells.add(
        device.roles().stream().map(r -> r.confidence().word()).collect(Collectors.joining("; ")));
    for (Column column : COLUMNS) {
      device
          .best(column.name())
          .ifPresentOrElse(
              attribute -> {
                cells.add(attribute.value());
                cells.add(attribute.confidence().word());
                cells.add(frame(attribute.proof(), sourceNames));
              },
              () -> cells.addAll(List.of("", "", "")));
    }
    cells.add(
        device.attributes().stream()
            .filter(attribute -> attribute.name() == AttributeName.SERVICE)
            .map(DeviceAttribute::value)
            .distinct()
            .collect(Collectors.joining("; ")));
    cells.add(
        device.attributes().stream()
            .filter(DeviceAttribute::contradicted)
            .map(a -> a.name().word() + " " + a.value() + " (" + a.source() + ")")
            .collect(Collectors.joining("; ")));
    cells.add(Long.toString(device.packets()));
    cells.add(DeviceJson.time(device.first().epochNanos()));
    cells.add(DeviceJson.time(device.lastNanos()));
    cells.add(String.join("; ", device.notes()));
    return cells;
  }

  private static String frame(Proof proof, IntFunction<String> sourceNames) {
    return sourceNames.apply(proof.source()) + ":" + proof.frame();
  }

  private static void line(List<String> cells, Writer writer) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      writer.write(i == 0 ? "" : ",");
      writer.write(Csv.cell(cells.get(i)));
    }
    writer.write(LINE_END);
  }
}
