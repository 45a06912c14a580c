package org.bellbuoy.register.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where statements come from.
 *
 * @param id the register's own word for it
 * @param title what it is called
 * @param url where it can be read; empty where nowhere
 * @param licence what may be done with it; empty where not known
 * @param date when it was published or fetched; null where not known
 * @param types what kind of source, in the words of BODS 0.4 ({@code officialRegister} ...)
 * @param assertedBy who says so, by name
 */
public record Source(
    String id,
    String title,
    String url,
    String licence,
    @Nullable PartialDate date,
    List<String> types,
    List<String> assertedBy) {
  public Source {
    types = List.copyOf(types);
    assertedBy = List.copyOf(assertedBy);
  }
}
