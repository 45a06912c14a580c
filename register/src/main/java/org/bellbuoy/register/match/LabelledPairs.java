package org.bellbuoy.register.match;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bellbuoy.core.reject.Reject;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of names of which somebody said whether they mean one thing, read from CSV with the columns
 * {@code schema}, {@code name1}, {@code name2} and {@code is_match}, in any order.
 *
 * @param pairs rows that could be read, in order
 * @param rejects rows that could not
 */
public record LabelledPairs(List<Pair> pairs, List<Reject> rejects) {
  private static final List<String> COLUMNS = List.of("schema", "name1", "name2", "is_match");

  /**
   * One row.
   *
   * @param keptAside whether its hash puts it in the part that was not looked at when the options
   *     were chosen
   */
  public record Pair(
      EntityType type, String first, String second, boolean match, boolean keptAside) {}

  /** Reads the bytes as UTF-8. A missing column rejects the whole file, by its first line. */
  public static LabelledPairs read(byte[] csv) {
    List<Pair> pairs = new ArrayList<>();
    List<Reject> rejects = new ArrayList<>();
    int[] at = new int[COLUMNS.size()];
    boolean header = true;
    for (CsvRows.Row row : CsvRows.of(csv)) {
      String problem;
      if (header) {
        header = false;
        problem = columns(row.fields(), at);
        if (problem != null) {
          return new LabelledPairs(List.of(), List.of(reject("no-column", row, problem)));
        }
        continue;
      }
      problem = pair(row.fields(), at, pairs);
      if (problem != null) {
        rejects.add(reject("bad-row", row, problem));
      }
    }
    return new LabelledPairs(List.copyOf(pairs), List.copyOf(rejects));
  }

  private static @Nullable String columns(List<String> header, int[] at) {
    for (int i = 0; i < at.length; i++) {
      at[i] = header.indexOf(COLUMNS.get(i));
      if (at[i] < 0) {
        return "The first line has no column " + COLUMNS.get(i) + ".";
      }
    }
    return null;
  }

  private static @Nullable String pair(List<String> fields, int[] at, List<Pair> pairs) {
    for (int i = 0; i < at.length; i++) {
      if (at[i] >= fields.size()) {
        return "The row ends before the field " + COLUMNS.get(i) + ".";
      }
    }
    String schema = fields.get(at[0]);
    EntityType type = type(schema);
    if (type == null) {
      return "The field schema says \"" + schema + "\", which is no type known here.";
    }
    String match = fields.get(at[3]);
    if (!match.equals("true") && !match.equals("false")) {
      return "The field is_match says \"" + match + "\", neither true nor false.";
    }
    String first = fields.get(at[1]);
    String second = fields.get(at[2]);
    if (first.isBlank() || second.isBlank()) {
      return "The field " + (first.isBlank() ? "name1" : "name2") + " is empty.";
    }
    pairs.add(
        new Pair(type, first, second, match.equals("true"), keptAside(schema, first, second)));
    return null;
  }

  private static @Nullable EntityType type(String schema) {
    return switch (schema.toLowerCase(Locale.ROOT)) {
      case "person" -> EntityType.PERSON;
      case "company" -> EntityType.COMPANY;
      case "organization" -> EntityType.ORGANIZATION;
      case "legalentity" -> EntityType.LEGAL_ENTITY;
      case "vessel" -> EntityType.VESSEL;
      default -> null;
    };
  }

  /** Whether the first byte of SHA-256 over the three fields, joined by "|", is odd. */
  private static boolean keptAside(String schema, String first, String second) {
    try {
      byte[] text = (schema + "|" + first + "|" + second).getBytes(StandardCharsets.UTF_8);
      return (MessageDigest.getInstance("SHA-256").digest(text)[0] & 1) == 1;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Reject reject(String reason, CsvRows.Row row, String problem) {
    return new Reject(reason, 0, row.offset(), row.length(), row.line(), problem);
  }
}
