package org.bellbuoy.register.model;

import java.util.Locale;

/**
 * A number under which somebody keeps a party or asset.
 *
 * @param scheme who gives it: {@code imo}, {@code imo-company}, {@code mmsi}, {@code lei}, or a
 *     code of org-id.guide such as {@code gb-coh}; lower case
 * @param value as given, without spaces around it
 */
public record Identifier(String scheme, String value) {
  public Identifier {
    scheme = scheme.strip().toLowerCase(Locale.ROOT);
    value = value.strip();
    if (scheme.isEmpty() || value.isEmpty()) {
      throw new IllegalArgumentException("An identifier needs a scheme and a value.");
    }
  }

  @Override
  public String toString() {
    return scheme + ":" + value;
  }
}
