package org.bellbuoy.server.simulate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A row of a W3C log by column name. */
record W3c(Map<String, String> fields) {
  static List<W3c> of(String text) {
    List<W3c> rows = new ArrayList<>();
    String[] names = {};
    for (String line : text.split("\r\n")) {
      if (line.startsWith("#Fields: ")) {
        names = line.substring(9).split(" ");
      } else if (!line.startsWith("#")) {
        String[] values = line.split(" ");
        if (values.length != names.length) {
          throw new AssertionError(names.length + " columns but " + values.length + ": " + line);
        }
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
          fields.put(names[i], values[i]);
        }
        rows.add(new W3c(fields));
      }
    }
    return rows;
  }

  String get(String name) {
    return fields.getOrDefault(name, "");
  }
}
