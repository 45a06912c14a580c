package org.bellbuoy.port.inventory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.operation.AttributeName;

/**
 * A list of approved devices, and how an inventory differs from it. The list is CSV with a line of
 * headings; those used are {@code mac}, {@code ip}, {@code serial}, {@code maker}, {@code model},
 * {@code order_number}, {@code firmware}, {@code hardware_revision} and {@code name}, others are
 * passed over. Several addresses in a cell are separated by semicolons. A row is of the device that
 * has one of its hardware addresses or its serial number; a row without both is of the device with
 * one of its IP addresses; a row without any of these approves every device with its maker, model,
 * order number, firmware and hardware revision, as far as it names them.
 */
public final class Approved {
  private static final int MOST_ROWS = 1_000_000;

  /** Headings of attributes that a row may demand. */
  private static final Map<String, AttributeName> DEMANDED =
      Map.of(
          "maker", AttributeName.VENDOR,
          "model", AttributeName.MODEL,
          "order_number", AttributeName.ORDER_NUMBER,
          "firmware", AttributeName.FIRMWARE,
          "hardware_revision", AttributeName.HARDWARE_REVISION,
          "serial", AttributeName.SERIAL_NUMBER,
          "name", AttributeName.NAME);

  private static final Map<String, String> OTHER_HEADINGS =
      Map.of("macs", "mac", "ips", "ip", "address", "ip", "addresses", "ip", "vendor", "maker");

  /** What the list says of a device. */
  public enum State {
    APPROVED,
    /** On the list, which demands what the capture does not show. */
    NOT_SHOWN,
    /** On the list, but other than the list says. */
    DIFFERS,
    NOT_ON_LIST;

    /** The word that stands in files. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * A device against the list.
   *
   * @param state how it stands
   * @param line of the list that is of it, from 1; 0 where there is none
   * @param differences sentences without their full stop
   */
  public record Verdict(State state, int line, List<String> differences) {
    public Verdict {
      differences = List.copyOf(differences);
    }
  }

  /** A row of the list. */
  private record Row(int line, Map<String, String> cells, Set<String> macs, Set<String> ips) {
    boolean ofKind() {
      return macs.isEmpty() && ips.isEmpty() && !cells.containsKey("serial");
    }

    String label() {
      return String.join(" ", new TreeMap<>(cells).values());
    }
  }

  private final List<Row> rows;

  private Approved(List<Row> rows) {
    this.rows = rows;
  }

  /**
   * Reads a list.
   *
   * @param name of the file, for messages
   * @throws SourceException when it is no such list
   * @throws IOException when it cannot be read
   */
  public static Approved read(Reader reader, String name) throws IOException, SourceException {
    List<Row> rows = new ArrayList<>();
    try (BufferedReader lines = new BufferedReader(reader)) {
      String first = lines.readLine();
      List<String> headings = new ArrayList<>();
      for (String heading : Csv.row(first == null ? "" : first.replace("\uFEFF", ""))) {
        String word = heading.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
        headings.add(OTHER_HEADINGS.getOrDefault(word, word));
      }
      boolean any =
          headings.stream()
              .anyMatch(h -> h.equals("mac") || h.equals("ip") || DEMANDED.containsKey(h));
      if (!any) {
        throw new SourceException(
            name
                + " line 1 has none of the headings mac, ip, serial, maker, model, order_number,"
                + " firmware, hardware_revision, name.");
      }
      int line = 1;
      for (String text = lines.readLine();
          text != null && line < MOST_ROWS;
          text = lines.readLine()) {
        line++;
        if (!text.isBlank() && !text.startsWith("#")) {
          rows.add(row(headings, text, line, name));
        }
      }
    }
    return new Approved(rows);
  }

  private static Row row(List<String> headings, String text, int line, String name)
      throws SourceException {
    List<String> values = Csv.row(text);
    Map<String, String> cells = new HashMap<>();
    Set<String> macs = new HashSet<>();
    Set<String> ips = new HashSet<>();
    for (int i = 0; i < Math.min(headings.size(), values.size()); i++) {
      String value = values.get(i).strip();
      if (value.isEmpty()) {
        continue;
      }
      String heading = headings.get(i);
      if (heading.equals("mac")) {
        for (String mac : value.split("[; ]+")) {
          macs.add(mac(mac, line, name));
        }
      } else if (heading.equals("ip")) {
        ips.addAll(List.of(value.toLowerCase(Locale.ROOT).split("[; ]+")));
      } else if (DEMANDED.containsKey(heading)) {
        // A cell that a spreadsheet must not take for a formula begins with an apostrophe.
        cells.put(heading, value.startsWith("'") ? value.substring(1) : value);
      }
    }
    if (cells.isEmpty() && macs.isEmpty() && ips.isEmpty()) {
      throw new SourceException(
          name + " line " + line + " names no device: all cells that count are empty.");
    }
    return new Row(line, cells, macs, ips);
  }

  private static String mac(String text, int line, String name) throws SourceException {
    String digits = text.toLowerCase(Locale.ROOT).replaceAll("[:.-]", "");
    if (!digits.matches("[0-9a-f]{12}")) {
      throw new SourceException(
          name + " line " + line + " has mac '" + text + "', which is no hardware address.");
    }
    return Endpoint.macText(Long.parseLong(digits, 16));
  }

  /**
   * What the list says of a device. Where several rows are of it, the one it differs least from.
   */
  public Verdict of(Device device) {
    Verdict best = null;
    for (Row row : rows) {
      if (row.ofKind() ? fits(row, device) : names(row, device)) {
        Verdict verdict = compared(row, device);
        boolean better =
            best == null
                || verdict.state().compareTo(best.state()) < 0
                || (verdict.state() == best.state()
                    && verdict.differences().size() < best.differences().size());
        best = better ? verdict : best;
      }
    }
    return best == null
        ? new Verdict(State.NOT_ON_LIST, 0, List.of("no row of the list is of it"))
        : best;
  }

  /** Rows of single devices that no device of the inventory is, as sentences with their line. */
  public List<String> notSeen(List<Device> devices) {
    return rows.stream()
        .filter(row -> !row.ofKind() && devices.stream().noneMatch(device -> names(row, device)))
        .map(
            row ->
                "line %d (%s) was not seen; it may be silent or elsewhere"
                    .formatted(
                        row.line(),
                        (String.join(" ", row.macs())
                                + " "
                                + String.join(" ", row.ips())
                                + " "
                                + row.label())
                            .strip()))
        .toList();
  }

  private static boolean names(Row row, Device device) {
    if (device.macs().stream().anyMatch(mac -> row.macs().contains(Endpoint.macText(mac)))) {
      return true;
    }
    String serial = row.cells().get("serial");
    if (serial != null && has(device, AttributeName.SERIAL_NUMBER, serial)) {
      return true;
    }
    return row.macs().isEmpty()
        && serial == null
        && device.addresses().stream().anyMatch(a -> row.ips().contains(a.toString()));
  }

  private static boolean fits(Row row, Device device) {
    return row.cells().entrySet().stream()
        .filter(cell -> !cell.getKey().equals("name"))
        .allMatch(cell -> has(device, demanded(cell.getKey()), cell.getValue()));
  }

  private static AttributeName demanded(String heading) {
    AttributeName name = DEMANDED.get(heading);
    if (name == null) {
      throw new IllegalArgumentException(heading);
    }
    return name;
  }

  private static boolean has(Device device, AttributeName name, String value) {
    return device.attributes().stream()
        .anyMatch(a -> a.name() == name && Csv.shown(a.value()).equalsIgnoreCase(value));
  }

  private static Verdict compared(Row row, Device device) {
    List<String> differs = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    row.cells()
        .forEach(
            (heading, wanted) -> {
              AttributeName name = demanded(heading);
              if (has(device, name, wanted)) {
                return;
              }
              String seen = device.text(name);
              if (seen.isEmpty()) {
                missing.add(heading + " is " + wanted + " on the list, the capture shows none");
              } else {
                differs.add(heading + " is " + seen + ", on the list " + wanted);
              }
            });
    if (!row.ips().isEmpty()) {
      device.addresses().stream()
          .filter(address -> address.isIpv4() && !row.ips().contains(address.toString()))
          .forEach(address -> differs.add("ip " + address + " is not on the list"));
    }
    if (!row.macs().isEmpty()) {
      device.macs().stream()
          .map(Endpoint::macText)
          .filter(mac -> !row.macs().contains(mac))
          .forEach(mac -> differs.add("mac " + mac + " is not on the list"));
    }
    State state =
        !differs.isEmpty() ? State.DIFFERS : missing.isEmpty() ? State.APPROVED : State.NOT_SHOWN;
    differs.sort(null);
    missing.sort(null);
    differs.addAll(missing);
    return new Verdict(state, row.line(), differs);
  }
}
