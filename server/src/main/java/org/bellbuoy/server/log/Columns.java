package org.bellbuoy.server.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The columns that a header names, in their order. Never changed, so threads may share it. */
final class Columns {
  private static final Map<String, WebField> BY_NAME = new HashMap<>();

  static {
    for (WebField field : WebField.values()) {
      for (String name : field.names()) {
        BY_NAME.put(name, field);
      }
    }
  }

  /** What stands between columns. */
  final byte separator;

  /** How many columns. */
  final int count;

  /** Ordinal of each column's field, −1 for one without meaning here. */
  final int[] fieldOf;

  /** Fields named, one bit each by ordinal. */
  final long fields;

  /** Which column tells day and time in one, −1 for none. */
  final int dateTimeColumn;

  private final byte[] header;

  private Columns(byte separator, List<String> names, byte[] header) {
    this.separator = separator;
    this.count = names.size();
    this.fieldOf = new int[count];
    this.header = header;
    long seen = 0;
    for (int i = 0; i < count; i++) {
      WebField field = BY_NAME.get(names.get(i).toLowerCase(Locale.ROOT));
      // A name that comes twice means the first.
      boolean known = field != null && (seen & 1L << field.ordinal()) == 0;
      fieldOf[i] = field != null && known ? field.ordinal() : -1;
      seen |= field != null ? 1L << field.ordinal() : 0;
    }
    this.fields = seen;
    int at = -1;
    for (int i = 0; i < count; i++) {
      at = fieldOf[i] == WebField.DATE_TIME.ordinal() ? i : at;
    }
    this.dateTimeColumn = at;
  }

  /** Columns of a W3C header, by what follows {@code #Fields:}. */
  static Columns w3c(byte[] bytes, int from, int to) {
    String text = LogText.of(bytes, from, to).strip();
    byte separator = (byte) (text.indexOf('\t') >= 0 ? '\t' : ' ');
    List<String> names = new ArrayList<>();
    for (String name : text.split("[ \t]+", -1)) {
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return new Columns(separator, names, Arrays.copyOfRange(bytes, from, to));
  }

  /** Columns of a comma separated header. */
  static Columns csv(byte[] bytes, int from, int to) {
    List<String> names = new ArrayList<>();
    for (String name : LogText.of(bytes, from, to).split(",", -1)) {
      String bare = name.strip();
      boolean quoted = bare.length() >= 2 && bare.startsWith("\"") && bare.endsWith("\"");
      names.add(quoted ? bare.substring(1, bare.length() - 1) : bare);
    }
    return new Columns((byte) ',', names, Arrays.copyOfRange(bytes, from, to));
  }

  /** Whether they were made of these very bytes. */
  boolean madeOf(byte[] bytes, int from, int to) {
    return Arrays.equals(header, 0, header.length, bytes, from, to);
  }

  boolean has(WebField field) {
    return (fields & 1L << field.ordinal()) != 0;
  }

  /** Marks in a row which fields there are; the others cannot be told. */
  void prepare(WebRow row) {
    Arrays.fill(row.start, -1);
    Arrays.fill(row.end, -1);
    for (int field : fieldOf) {
      if (field >= 0) {
        row.start[field] = 0;
        row.end[field] = 0;
      }
    }
  }
}
