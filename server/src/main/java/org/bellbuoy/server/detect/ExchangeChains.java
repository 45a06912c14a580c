package org.bellbuoy.server.detect;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bellbuoy.server.log.LogText;
import org.bellbuoy.server.log.RowAggregate;
import org.bellbuoy.server.log.WebField;
import org.bellbuoy.server.log.WebRow;
import org.bellbuoy.server.page.UrlPath;

/**
 * Finds the known ways into Exchange in the logs of IIS, HttpProxy, ECP and the address book
 * generator: ProxyLogon, ProxyShell, ProxyToken, ProxyNotShell, OWASSRF, CVE-2020-0688. Rows of
 * other paths leave after two bytes. Not thread safe.
 *
 * <p>Source: Microsoft CSS-Exchange, Test-ProxyLogon.ps1; see docs/server-detectors.md.
 */
public final class ExchangeChains implements RowAggregate<ExchangeChains> {
  private static final Set<String> THEME_FILES = Set.of("logon.css", "lgnbotl.gif");
  private static final String AUTODISCOVER = "/autodiscover/autodiscover.json";

  private final CaseBook book;
  private final UrlPath path = new UrlPath();

  /** With room for 4,096 clients. */
  public ExchangeChains() {
    this(CaseBook.MOST_CASES);
  }

  /** With room for so many clients, some 8,000 bytes each at most. */
  public ExchangeChains(int mostCases) {
    book = new CaseBook(mostCases);
  }

  @Override
  public void row(WebRow row) {
    switch (row.kind) {
      case W3C, ACCESS -> web(row);
      case HTTP_PROXY -> {
        proxy(row);
        web(row);
      }
      case ECP_SERVER -> ecp(row);
      case OAB_GENERATOR -> addressBook(row);
    }
  }

  private void web(WebRow row) {
    int from = row.start[WebField.STEM.ordinal()];
    int to = row.end[WebField.STEM.ordinal()];
    if (from < 0
        || to - from < 4
        || (row.bytes[from] == '/' && !mayBeExchange(row.bytes[from + 1]))) {
      return;
    }
    path.read(row.bytes, from, to);
    if (path.startsWith("/ecp")) {
      controlPanel(row);
    } else if (path.startsWith("/owa")) {
      webMail(row);
    } else if (path.startsWith(AUTODISCOVER)) {
      autodiscover(row);
    }
  }

  /** Whether a row has that method, or its log does not tell the method. */
  private static boolean may(WebRow row, String method) {
    return !row.has(WebField.METHOD) || row.is(WebField.METHOD, method);
  }

  private static boolean mayBeExchange(byte second) {
    return switch (second) {
      case 'e', 'E', 'o', 'O', 'a', 'A', '%', '/', '\\', '.', ';' -> true;
      default -> false;
    };
  }

  private void controlPanel(WebRow row) {
    boolean post = may(row, "post");
    boolean user = row.isPresent(WebField.USERNAME);
    if (isShortScript("/ecp/", 3) || path.endsWith("/ecp/main.css") || isDefaultFilter()) {
      note(post ? ExchangeSign.SSRF_PATH : ExchangeSign.SSRF_PROBE, row);
      return;
    }
    if (path.contains("/ddi/ddiservice.svc/setobject")) {
      String query = Decoded.of(row, WebField.QUERY);
      String account = Decoded.of(row, WebField.USERNAME);
      if (query.contains("schema=reset")
          && query.contains("virtualdirectory")
          && (account.endsWith("$") || !row.has(WebField.USERNAME))) {
        note(ExchangeSign.RESET_DIRECTORY, row);
      }
      return;
    }
    if (post && path.contains("/ruleseditor/inboxrules.svc/newobject")) {
      if (!user || Decoded.of(row, WebField.QUERY).contains("securitytoken=")) {
        note(ExchangeSign.PROXY_TOKEN, row);
      }
      return;
    }
    if (row.status == 500 && Decoded.of(row, WebField.QUERY).contains("securitytoken=")) {
      note(ExchangeSign.SECURITY_TOKEN, row);
    }
    viewState(row);
  }

  private boolean isDefaultFilter() {
    return path.endsWith("/ecp/default.flt");
  }

  /** Whether the path is that folder and a name of a few letters or digits ending in .js. */
  private boolean isShortScript(String folder, int most) {
    if (!path.startsWith(folder) || !path.endsWith(".js")) {
      return false;
    }
    String name = path.text().substring(folder.length());
    return name.length() <= most + 3
        && name.length() > 3
        && name.chars().limit(name.length() - 3L).allMatch(c -> Character.isLetterOrDigit(c));
  }

  private void webMail(WebRow row) {
    boolean post = may(row, "post");
    if (isShortScript("/owa/auth/", 1)) {
      note(post ? ExchangeSign.SSRF_PATH : ExchangeSign.SSRF_PROBE, row);
      return;
    }
    if (post && path.startsWith("/owa/auth/current/themes/resources/")) {
      String name = LayoutsPages.name(path.text());
      if (THEME_FILES.contains(name)
          || name.startsWith("owafont_")
          || name.startsWith("segoeui-")) {
        note(ExchangeSign.SSRF_PATH, row);
      }
      return;
    }
    if (path.contains("@") && path.contains("/powershell") && post && !isExchangeItself(row)) {
      note(ExchangeSign.OWA_SSRF, row);
      return;
    }
    viewState(row);
  }

  private static boolean isExchangeItself(WebRow row) {
    return row.contains(WebField.USER_AGENT, "clientinfo")
        || row.contains(WebField.USER_AGENT, "microsoft winrm client")
        || row.contains(WebField.USER_AGENT, "microsoft+winrm+client")
        || row.contains(WebField.USER_AGENT, "exchange backend probes")
        || row.contains(WebField.USER_AGENT, "exchange+backend+probes");
  }

  private void viewState(WebRow row) {
    if (row.length(WebField.QUERY) < 30 || !may(row, "get")) {
      return;
    }
    String query = Decoded.of(row, WebField.QUERY);
    if (query.contains("__viewstate=") && query.contains("__viewstategenerator=")) {
      note(ExchangeSign.VIEW_STATE_QUERY, row);
    }
  }

  private void autodiscover(WebRow row) {
    String full = path.text() + "?" + Decoded.of(row, WebField.QUERY);
    String rest = full.substring(AUTODISCOVER.length());
    boolean powerShell = rest.replace("protocol=powershell", "").contains("powershell");
    boolean token = rest.contains("x-rps-cat=");
    boolean asIfMail = rest.contains("email=autodiscover/autodiscover.json");
    int at = rest.indexOf('@');
    String after = at < 0 ? "" : rest.substring(at).replace('?', '/').replace('&', '/');
    boolean backEnd =
        after.contains("/mapi/nspi")
            || after.contains("/mapi/emsmdb")
            || after.contains("/autodiscover/")
            || after.contains("/rpc/")
            || after.contains("/ews/")
            || after.endsWith("/ews")
            || after.contains("/owa/")
            || after.contains("/ecp/");
    if (!powerShell && !token && !asIfMail && !backEnd) {
      return;
    }
    boolean user = row.isPresent(WebField.USERNAME);
    note(
        user && powerShell && !token ? ExchangeSign.PROXY_NOT_SHELL : ExchangeSign.PROXY_SHELL,
        row);
  }

  private void proxy(WebRow row) {
    if (row.contains(WebField.ANCHOR_MAILBOX, "serverinfo~")) {
      anchor(row);
    }
    if (row.contains(WebField.BACK_END_COOKIE, "server~")) {
      String cookie = Decoded.of(row, WebField.BACK_END_COOKIE);
      int at = cookie.indexOf('/', cookie.indexOf("server~"));
      if (at >= 0 && cookie.indexOf('~', at) > 0) {
        note(ExchangeSign.BACK_END_COOKIE, row, "");
      }
    }
  }

  private void anchor(WebRow row) {
    String anchor = Decoded.of(row, WebField.ANCHOR_MAILBOX);
    String named = anchor.substring(anchor.indexOf("serverinfo~") + "serverinfo~".length());
    if (named.indexOf('/') < 0) {
      return;
    }
    boolean forged = named.contains("]@") || named.contains(":444/");
    if (!forged && named.contains("autodiscover")) {
      return;
    }
    if (!forged && named.startsWith("localhost/")) {
      note(ExchangeSign.SSRF_PROBE, row, named);
    } else if (named.contains("reset") && named.contains("virtualdirectory#")) {
      note(ExchangeSign.RESET_DIRECTORY, row, named);
    } else {
      note(ExchangeSign.ANCHOR, row, named);
    }
  }

  private void ecp(WebRow row) {
    if (!lineHolds(row, "virtualdirectory")) {
      return;
    }
    String line = lowerLine(row);
    if (!line.contains("cmd=set-") || !line.contains("url")) {
      return;
    }
    boolean tag = ExchangeEvents.hasTag(line);
    note(tag ? ExchangeSign.SET_DIRECTORY : ExchangeSign.SET_DIRECTORY_PLAIN, row, "");
  }

  private void addressBook(WebRow row) {
    if (!lineHolds(row, "download failed and temporary file")) {
      return;
    }
    String line = lowerLine(row);
    if (!line.replace('/', '\\').contains("\\clientaccess\\oab")) {
      note(ExchangeSign.OAB_ELSEWHERE, row, "");
    }
  }

  private static boolean lineHolds(WebRow row, String lowerCase) {
    int length = lowerCase.length();
    for (int i = row.from; i + length <= row.to; i++) {
      int k = 0;
      while (k < length && WebRow.lower(row.bytes[i + k]) == lowerCase.charAt(k)) {
        k++;
      }
      if (k == length) {
        return true;
      }
    }
    return false;
  }

  private static String lowerLine(WebRow row) {
    return LogText.of(row.bytes, row.from, row.to).toLowerCase(Locale.ROOT);
  }

  private void note(ExchangeSign sign, WebRow row) {
    note(sign, row, path.text());
  }

  private void note(ExchangeSign sign, WebRow row, String what) {
    EntryState state = state(sign, row.status);
    boolean lacks = lacksMethod(sign, row) || lacksUser(sign, row);
    book.take(
        sign.name(),
        lacks && state == EntryState.SUCCEEDED ? EntryState.CANNOT_TELL : state,
        row,
        what);
  }

  /** Whether an ordinary request differs by a method that the log does not tell. */
  private static boolean lacksMethod(ExchangeSign sign, WebRow row) {
    return !row.has(WebField.METHOD)
        && switch (sign) {
          case SSRF_PATH, PROXY_TOKEN, OWA_SSRF, VIEW_STATE_QUERY -> true;
          default -> false;
        };
  }

  /** Whether an ordinary request differs by a user that the log does not tell. */
  private boolean lacksUser(ExchangeSign sign, WebRow row) {
    return !row.has(WebField.USERNAME)
        && ((sign == ExchangeSign.PROXY_TOKEN
                && !Decoded.of(row, WebField.QUERY).contains("securitytoken="))
            || (sign == ExchangeSign.RESET_DIRECTORY
                && path.contains("/ddi/ddiservice.svc/setobject")));
  }

  private static EntryState state(ExchangeSign sign, int status) {
    EntryState byStatus = HttpStates.of(status);
    boolean sentToSignIn = status >= 300 && status < 400;
    return switch (sign) {
      case SET_DIRECTORY, SET_DIRECTORY_PLAIN, OAB_ELSEWHERE -> EntryState.SUCCEEDED;
      case SSRF_PROBE, SECURITY_TOKEN -> EntryState.ATTEMPTED;
      // A challenge that is not answered is a refusal; one that is answered has a further row.
      case PROXY_SHELL, PROXY_NOT_SHELL -> byStatus;
      case OWA_SSRF -> sentToSignIn ? EntryState.ATTEMPTED : byStatus;
      // a patched server sends who is not signed in to the sign-in page
      case SSRF_PATH, PROXY_TOKEN, VIEW_STATE_QUERY ->
          sentToSignIn ? EntryState.ATTEMPTED : byStatus;
      case ANCHOR, BACK_END_COOKIE, RESET_DIRECTORY -> byStatus;
    };
  }

  @Override
  public void merge(ExchangeChains later) {
    book.merge(later.book);
  }

  /** Rows that were relevant but for which there was no room. */
  public long dropped() {
    return book.dropped();
  }

  /** The facts: one for each client and chain. */
  public List<ServerFact> facts() {
    List<ServerFact> facts = new ArrayList<>();
    Map<String, List<Case>> byRule = new TreeMap<>();
    book.byClient(kind -> true)
        .forEach(
            (client, cases) -> {
              for (Case one : cases) {
                String rule = ExchangeSign.valueOf(one.key.kind()).rule();
                byRule.computeIfAbsent(rule + "\n" + client, k -> new ArrayList<>()).add(one);
              }
            });
    byRule.forEach((key, cases) -> facts.add(fact(cases)));
    return facts;
  }

  private static ServerFact fact(List<Case> cases) {
    Set<ExchangeSign> signs = new LinkedHashSet<>();
    Strength strength = Strength.WEAK;
    for (Case one : cases) {
      ExchangeSign sign = ExchangeSign.valueOf(one.key.kind());
      signs.add(sign);
      strength = sign.strength().compareTo(strength) > 0 ? sign.strength() : strength;
    }
    ExchangeSign first = signs.iterator().next();
    FactOf fact =
        new FactOf(first.rule(), cases)
            .strength(strength)
            .about("client", cases.getFirst().key.client())
            .about("technique", first.technique());
    for (ExchangeSign sign : signs) {
      fact.reason(sign.technique() + "-" + fact.state().word(), sign.sentence());
    }
    if (fact.state() == EntryState.CANNOT_TELL) {
      fact.reason(
          "why-cannot-tell-field",
          "The log lacks the status, the method or the user, so it does not show the outcome");
    }
    if (signs.contains(ExchangeSign.VIEW_STATE_QUERY)
        && cases.stream().anyMatch(one -> one.statuses.containsKey(500))) {
      fact.reason(
          ServerFact.UNTOLD_500, "Status 500 does not show that it failed: the gadget runs before");
    }
    return fact.describe().make();
  }
}
