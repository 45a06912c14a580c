package org.bellbuoy.server.sigma;

import org.bellbuoy.server.log.LogKind;
import org.bellbuoy.server.log.LogText;
import org.bellbuoy.server.log.WebField;
import org.bellbuoy.server.log.WebRow;
import org.jspecify.annotations.Nullable;

/**
 * A web row under the names of the taxonomy. Makes texts only when asked, once for each row. A dash
 * is no value, nor is nothing between commas; two quotes in an access log are an empty value.
 */
final class WebRecord implements SigmaRecord {
  private static final int RAW = WebFields.SLOTS;
  private static final int STATUS = WebField.STATUS.ordinal();
  private static final String[] STATUSES = new String[1000];

  static {
    for (int i = 0; i < STATUSES.length; i++) {
      STATUSES[i] = Integer.toString(i);
    }
  }

  private final @Nullable String[] values = new String[WebFields.SLOTS + 1];
  private final long[] madeFor = new long[WebFields.SLOTS + 1];
  private long rows;
  private WebRow row = new WebRow();

  /** Looks at another row. */
  void of(WebRow next) {
    row = next;
    rows++;
  }

  @Override
  public boolean has(SigmaField field) {
    int slot = field.slot();
    if (slot < 0 || slot == WebFields.NEVER) {
      return false;
    }
    return slot < WebFields.COLUMNS ? row.start[slot] >= 0 : row.has(WebField.STEM);
  }

  @Override
  public @Nullable String value(SigmaField field) {
    int slot = field.slot();
    return slot < 0 || slot == WebFields.NEVER ? null : slot(slot);
  }

  @Override
  public @Nullable String fullUri(SigmaField field) {
    return WebFields.isQuery(field) ? slot(WebFields.URI) : null;
  }

  @Override
  public String raw() {
    String raw = slot(RAW);
    return raw == null ? "" : raw;
  }

  private @Nullable String slot(int slot) {
    if (madeFor[slot] != rows) {
      madeFor[slot] = rows;
      values[slot] = make(slot);
    }
    return values[slot];
  }

  private @Nullable String make(int slot) {
    if (slot == RAW) {
      return LogText.of(row.bytes, row.from, row.to);
    }
    if (slot == WebFields.URI) {
      String stem = slot(WebField.STEM.ordinal());
      String query = slot(WebField.QUERY.ordinal());
      return stem == null || stem.isEmpty()
          ? query
          : query == null || query.isEmpty() ? stem : stem + "?" + query;
    }
    if (slot == WebFields.EXTENSION) {
      String stem = slot(WebField.STEM.ordinal());
      int dot = stem == null ? -1 : stem.lastIndexOf('.');
      return stem == null || dot < 0 || dot < stem.lastIndexOf('/')
          ? null
          : stem.substring(dot + 1);
    }
    int at = row.start[slot];
    if (at < 0) {
      return null;
    }
    if (slot == STATUS && row.status >= 0 && row.status < STATUSES.length && digits()) {
      return STATUSES[row.status];
    }
    if (row.end[slot] <= at) {
      return row.kind == LogKind.ACCESS && isQuoteAt(at) && isQuoteAt(at - 1) ? "" : null;
    }
    return LogText.of(row.bytes, at, row.end[slot]);
  }

  /** Whether the status is written as three digits, so that its text needs not be made. */
  private boolean digits() {
    return row.status >= 100 && row.end[STATUS] - row.start[STATUS] == 3;
  }

  private boolean isQuoteAt(int at) {
    return at >= row.from && at < row.to && row.bytes[at] == '"';
  }
}
