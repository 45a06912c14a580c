package org.bellbuoy.register.exchange;

import java.text.Normalizer;
import java.util.Locale;
import org.bellbuoy.core.finding.FindingIds;

/** Identifiers for what a file names without one: the same for the same text. Pure. */
public final class Ids {
  private static final int SHOWN_CHARS = 40;

  private Ids() {}

  /**
   * An identifier of a name within a file's own space: readable, and different for any other text,
   * also one that differs by a full stop only. That two files use one name says nothing.
   *
   * @param space such as {@code us-1260h}
   */
  public static String of(String space, String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String shown = plain.length() > SHOWN_CHARS ? plain.substring(0, SHOWN_CHARS) : plain;
    String number = FindingIds.ofName(space + "|" + name).toString().substring(0, 8);
    return space + ":" + (shown.isEmpty() ? number : shown + "-" + number);
  }
}
