package org.bellbuoy.server.sigma;

import org.jspecify.annotations.Nullable;

/**
 * What rules test: one row of a web log or one Windows event, behind the field names of the Sigma
 * taxonomy. A view; not thread safe.
 */
public interface SigmaRecord {
  /** Value of a field, null where there is none. An empty text is a value. */
  @Nullable String value(SigmaField field);

  /** Whether the record has the field at all, be its value empty. */
  boolean has(SigmaField field);

  /**
   * Second text of a field, which is tested beside its value in the full-URI reading; null where
   * there is none.
   */
  @Nullable String fullUri(SigmaField field);

  /** The whole record as text, for keywords. */
  String raw();
}
