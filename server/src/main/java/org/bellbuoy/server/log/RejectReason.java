package org.bellbuoy.server.log;

/** Why a line is no row. */
enum RejectReason {
  /** Columns without a line that names them: a file cut at its head. */
  NO_HEADER("no-header"),
  /** Fewer columns than the header names. */
  TOO_FEW_COLUMNS("too-few-columns"),
  /** More columns than the header names. */
  TOO_MANY_COLUMNS("too-many-columns"),
  /** A date or time that is none. */
  BAD_TIME("bad-time"),
  /** A status that is no number of up to three digits: mostly columns that slipped. */
  BAD_STATUS("bad-status"),
  /** Control characters. */
  BINARY("binary"),
  /** Zero bytes, as IIS leaves where it had set space aside. */
  NUL_RUN("nul-run"),
  /** Longer than a line may be. */
  TOO_LONG("line-too-long"),
  /** The last line, without its end and with columns missing. */
  CUT_SHORT("cut-short"),
  /** A quote that is not closed. */
  OPEN_QUOTE("open-quote"),
  /** Not of the form of an access log. */
  BAD_FORM("bad-form");

  private final String word;

  RejectReason(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  static RejectReason of(String word) {
    for (RejectReason reason : values()) {
      if (reason.word.equals(word)) {
        return reason;
      }
    }
    throw new IllegalArgumentException("no such reason: " + word);
  }
}
