package org.bellbuoy.report.export;

import java.util.UUID;
import org.bellbuoy.core.finding.Evidence;
import org.bellbuoy.core.finding.FindingIds;
import org.bellbuoy.core.json.SafeText;

/** Identifiers of STIX objects, the same on every run. */
final class StixIds {
  /** Name space of cyber-observable objects: STIX 2.1, section 2.9. */
  private static final UUID OBSERVABLES = UUID.fromString("00abedb4-aa42-466c-9c01-fed23315a9b7");

  static final String SHA_256 = "sha256:";

  /** The program that says all this. */
  static final String BELLBUOY = of("identity", "Bellbuoy");

  /** UUIDv5 of a fixed name: it never changes, for others keep it. */
  static final String VESSEL_EXTENSION = of("extension-definition", "vessel", "1");

  private StixIds() {}

  /** An object of a type of ours, by all that makes it what it is. */
  static String of(String type, String... parts) {
    return type
        + "--"
        + FindingIds.ofName("stix\u001F" + type + '\u001F' + String.join("\u001F", parts));
  }

  /** A file by hash and name, as section 2.9 wants it: UUIDv5 of both as canonical JSON. */
  static String file(Evidence evidence) {
    StringBuilder json = new StringBuilder("{");
    if (hashed(evidence)) {
      json.append("\"hashes\":{\"SHA-256\":\"")
          .append(evidence.source(), SHA_256.length(), evidence.source().length())
          .append("\"},");
    }
    json.append("\"name\":");
    canonical(evidence.name(), json);
    return "file--" + FindingIds.uuid5(OBSERVABLES, json.append('}').toString());
  }

  static boolean hashed(Evidence evidence) {
    return evidence.source().matches("sha256:[0-9a-f]{64}");
  }

  /** A text as RFC 8785 (section 3.2.2.2) writes it. */
  private static void canonical(String text, StringBuilder out) {
    out.append('"');
    String whole = SafeText.wellFormed(text);
    for (int i = 0; i < whole.length(); i++) {
      char c = whole.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < ' ') {
            out.append("\\u").append(java.util.HexFormat.of().toHexDigits(c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
