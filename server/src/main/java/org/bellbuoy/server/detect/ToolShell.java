package org.bellbuoy.server.detect;

import java.util.List;
import java.util.Set;
import org.bellbuoy.server.log.LogKind;
import org.bellbuoy.server.log.RowAggregate;
import org.bellbuoy.server.log.WebField;
import org.bellbuoy.server.log.WebRow;
import org.bellbuoy.server.page.PageTable;
import org.bellbuoy.server.page.Referers;
import org.bellbuoy.server.page.UrlPath;
import org.bellbuoy.server.page.WebNumbers;

/**
 * Finds entry through SharePoint's tool pane (CVE-2025-49704, 49706, 53770, 53771), asking for what
 * it leaves behind, and posting of view state with a stolen key. Rows without {@code _layouts}
 * leave after one pass over the path. Not thread safe.
 *
 * <p>Source: the public honeypot post of 2025-07-23, Microsoft 2025-07-22, CISA MAR-251132; see
 * docs/server-detectors.md.
 */
public final class ToolShell implements RowAggregate<ToolShell> {
  static final String SIGN_OUT = "entry-signout-referer";
  static final String NO_REFERER = "entry-no-referer";
  static final String NOT_LOGGED = "entry-not-logged";
  static final String OTHER_REFERER = "entry-other-referer";
  static final String EDIT = "benign-edit";
  static final String PROBE = "probe";
  static final String START = "start-page";
  static final String SHELL_NAME = "shell-name";
  static final String DOUBTFUL_NAME = "doubtful-name";
  static final String REPLAY = "view-state";
  static final String REPLAY_ELSEWHERE = "view-state-elsewhere";

  private final CaseBook book;

  /** Of their own, so that many visitors who post forms push no entry out. */
  private final CaseBook elsewhere;

  private final UrlPath path = new UrlPath();
  private final UrlPath referer = new UrlPath();
  private final ToolShellOptions options;

  /** With thresholds. */
  public ToolShell(ToolShellOptions options) {
    this(options, CaseBook.MOST_CASES);
  }

  /** With thresholds and room for so many clients, some 8,000 bytes each at most. */
  public ToolShell(ToolShellOptions options, int mostCases) {
    this.options = options;
    book = new CaseBook(mostCases);
    elsewhere = new CaseBook(mostCases);
  }

  @Override
  public void row(WebRow row) {
    if (row.kind != LogKind.W3C && row.kind != LogKind.ACCESS) {
      return;
    }
    int from = row.start[WebField.STEM.ordinal()];
    int to = row.end[WebField.STEM.ordinal()];
    if (from < 0) {
      return;
    }
    if (!mayNameLayouts(row.bytes, from, to)) {
      elsewhere(row, from, to);
      return;
    }
    path.read(row.bytes, from, to);
    if (path.contains("/_layouts/")) {
      layouts(row);
    } else {
      elsewhere(row, from, to);
    }
  }

  /**
   * Any page takes view state. Outside {@code _layouts} such a POST says nothing by itself: it is
   * kept for what ASP.NET's own events say of its client.
   */
  private void elsewhere(WebRow row, int from, int to) {
    if (row.status == 401 || to - from < 6 || !row.is(WebField.METHOD, "post")) {
      return;
    }
    path.read(row.bytes, from, to);
    if (path.pageEndsWith(".aspx")) {
      viewState(row);
    }
  }

  /** Whether there is an underscore before an L, or a percent sign that may hide one. */
  private static boolean mayNameLayouts(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      byte c = bytes[i];
      if (c == '%') {
        return true;
      }
      if (c == '_' && i + 7 < to && (bytes[i + 1] | 32) == 'l') {
        return true;
      }
    }
    return false;
  }

  private void layouts(WebRow row) {
    boolean post = row.is(WebField.METHOD, "post");
    if (path.pageEndsWith("/toolpane.aspx")) {
      if (post || !row.has(WebField.METHOD)) {
        entry(row);
      } else {
        note(PROBE, row);
      }
      return;
    }
    String page = path.page();
    if (LayoutsPages.isShellName(page)) {
      note(SHELL_NAME, row);
    } else if (LayoutsPages.isDoubtfulName(page)) {
      note(DOUBTFUL_NAME, row);
    } else if (post) {
      viewState(row);
    } else if (path.pageEndsWith("/start.aspx") && isAnonymous(row) && !hasReferer(row)) {
      note(START, row);
    }
  }

  private void entry(WebRow row) {
    boolean told = row.has(WebField.METHOD);
    if (hasReferer(row)) {
      Referers.readPath(row, referer);
      if (referer.pageEndsWith("/signout.aspx")) {
        note(told ? SIGN_OUT : NOT_LOGGED, row);
      } else if (!isAnonymous(row)) {
        note(EDIT, row);
      } else if (isEdit(row) && row.status != 401) {
        note(OTHER_REFERER, row);
      }
      return;
    }
    if (row.isPresent(WebField.USERNAME)) {
      note(EDIT, row);
    } else if (isEdit(row) || !row.has(WebField.QUERY)) {
      told &= row.has(WebField.REFERER) && row.has(WebField.USERNAME) && row.has(WebField.QUERY);
      note(told ? NO_REFERER : NOT_LOGGED, row);
    }
  }

  private void viewState(WebRow row) {
    if (!isAnonymous(row)
        || hasReferer(row)
        || row.isPresent(WebField.COOKIE)
        || !path.isScript()) {
      return;
    }
    long received = WebNumbers.of(row, WebField.BYTES_RECEIVED);
    if (received >= 0 && received < options.viewStateBytes()) {
      return;
    }
    boolean usual =
        path.contains("/_layouts/")
            && (path.pageEndsWith("/signout.aspx") || path.pageEndsWith("/start.aspx"));
    if (usual && received >= 0) {
      note(REPLAY, row);
    } else {
      elsewhere.take(REPLAY_ELSEWHERE, HttpStates.of(row.status), row, path.page());
    }
  }

  private void note(String kind, WebRow row) {
    EntryState state = HttpStates.of(row.status);
    if (state == EntryState.SUCCEEDED && kind.equals(NOT_LOGGED)) {
      state = EntryState.CANNOT_TELL;
    }
    book.take(kind, state, row, path.page());
  }

  private static boolean isAnonymous(WebRow row) {
    return !row.isPresent(WebField.USERNAME);
  }

  private static boolean hasReferer(WebRow row) {
    return row.isPresent(WebField.REFERER);
  }

  private static boolean isEdit(WebRow row) {
    return Decoded.of(row, WebField.QUERY).contains("displaymode=edit");
  }

  @Override
  public void merge(ToolShell later) {
    book.merge(later.book);
    elsewhere.merge(later.elsewhere);
  }

  /** Rows that were relevant but for which there was no room. */
  public long dropped() {
    return book.dropped() + elsewhere.dropped();
  }

  /**
   * The facts: one for each client that tried to enter, one for each page that first answered after
   * an entry, one for each client that asked for a shell by its name or posted view state.
   *
   * @param pages the pages of the same server, merged
   * @param invalidViewState clients whose view state ASP.NET called invalid though its MAC passed:
   *     {@link EventFacts#invalidViewStateClients}
   * @param refusedViewState clients whose view state failed the check: {@link
   *     EventFacts#refusedViewStateClients}
   */
  public List<ServerFact> facts(
      PageTable pages, Set<String> invalidViewState, Set<String> refusedViewState) {
    return new ToolShellFacts(options, book, elsewhere, pages, invalidViewState, refusedViewState)
        .make();
  }
}
