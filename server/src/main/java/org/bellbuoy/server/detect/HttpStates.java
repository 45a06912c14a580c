package org.bellbuoy.server.detect;

/** What a status says of an attempt. */
final class HttpStates {
  private HttpStates() {}

  /** 2xx and 3xx: handled; 401 and 403: refused; no status: unknown; any other: tried. */
  static EntryState of(int status) {
    if (status < 0) {
      return EntryState.CANNOT_TELL;
    }
    if (status >= 200 && status < 400) {
      return EntryState.SUCCEEDED;
    }
    return status == 401 || status == 403 ? EntryState.BLOCKED : EntryState.ATTEMPTED;
  }
}
