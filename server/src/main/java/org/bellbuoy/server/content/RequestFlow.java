package org.bellbuoy.server.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which names of a script hold what its client sent: by assignment and by parameters of its own
 * functions, without regard to scope or order. Coarse on purpose: it is asked only of arguments
 * that run, load or start something. Time grows with tokens times rounds, at most {@value #ROUNDS}.
 */
final class RequestFlow {
  private static final int ROUNDS = 6;

  /** Members of a request that the server sets, or that hold files. */
  private static final Set<String> OWN =
      Set.of(
          "mappath",
          "applicationpath",
          "physicalapplicationpath",
          "physicalpath",
          "filepath",
          "path",
          "url",
          "islocal",
          "isauthenticated",
          "issecureconnection",
          "httpmethod",
          "requesttype",
          "contentlength",
          "totalbytes",
          "browser",
          "userhostaddress",
          "contentencoding",
          "files",
          "getrealpath",
          "getcontextpath",
          "getsession",
          "getrequestdispatcher",
          "setattribute",
          "getservletcontext",
          "getmethod",
          "getremoteaddr",
          "setcharacterencoding",
          "getrequesturi",
          "getservletpath",
          "logonuseridentity",
          "validateinput",
          "timedout",
          "abort");

  private static final Set<String> PHP =
      Set.of("$_get", "$_post", "$_request", "$_cookie", "$_server", "$_files");

  private final ServerCode code;
  private final boolean[] sources;
  private final Set<String> tainted = new HashSet<>();
  private final Map<String, List<String>> functions = new HashMap<>();

  private RequestFlow(ServerCode code, boolean textBoxes) {
    this.code = code;
    this.sources = new boolean[code.size()];
    for (int i = 0; i < sources.length; i++) {
      sources[i] = isSource(i, textBoxes);
    }
  }

  /**
   * Follows what the client sends.
   *
   * @param textBoxes whether the page has input fields of the server, whose text the client sends
   */
  static RequestFlow of(ServerCode code, boolean textBoxes) {
    RequestFlow flow = new RequestFlow(code, textBoxes);
    flow.findFunctions();
    int before = -1;
    for (int round = 0; round < ROUNDS && flow.tainted.size() > before; round++) {
      before = flow.tainted.size();
      flow.follow();
    }
    return flow;
  }

  /** Whether what the client sends is read at all. */
  boolean readsRequest() {
    for (boolean source : sources) {
      if (source) {
        return true;
      }
    }
    return false;
  }

  /** Whether these tokens hold something from the client. */
  boolean within(int from, int to) {
    for (int i = from; i < Math.min(to, sources.length); i++) {
      if (sources[i] || isTainted(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isTainted(int i) {
    return code.isName(i) && !code.is(i - 1, ".") && tainted.contains(code.get(i).text());
  }

  private boolean isSource(int i, boolean textBoxes) {
    Token token = code.get(i);
    if (token.isString()) {
      return token.text().contains("php://input");
    }
    if (PHP.contains(token.text())) {
      return true;
    }
    if (token.is("request")) {
      boolean asked = code.is(i + 1, "[") || code.is(i + 1, "(") || code.is(i + 1, "!");
      return asked
          || code.is(i + 1, ".") && i + 2 < code.size() && !OWN.contains(code.get(i + 2).text());
    }
    boolean member =
        code.is(i + 2, "text") || code.is(i + 2, "value") || code.is(i + 2, "innertext");
    return textBoxes
        && token.kind() == Token.Kind.NAME
        && code.is(i + 1, ".")
        && member
        && !code.assigns(i + 3);
  }

  private void findFunctions() {
    for (int i = 0; i + 1 < code.size(); i++) {
      if (!code.isName(i) || !code.is(i + 1, "(")) {
        continue;
      }
      int close = code.close(i + 1);
      boolean declared = code.is(i - 1, "function") || code.is(i - 1, "sub");
      if (code.is(close + 1, "{") && !code.is(i - 1, "new") && !code.is(i - 1, ".") || declared) {
        List<String> parameters = new ArrayList<>();
        for (int[] part : arguments(i + 1, close)) {
          parameters.add(lastName(part[0], part[1]));
        }
        functions.putIfAbsent(code.get(i).text(), parameters);
      }
    }
  }

  private String lastName(int from, int to) {
    int end = to;
    for (int i = from; i < to; i++) {
      if (code.is(i, "=") || code.is(i, "as")) {
        end = i;
        break;
      }
    }
    return end > from && code.isName(end - 1) ? code.get(end - 1).text() : "";
  }

  /** Stretches between commas, from behind the opening bracket to before the closing one. */
  private List<int[]> arguments(int open, int close) {
    List<int[]> parts = new ArrayList<>();
    int from = open + 1;
    int depth = 0;
    for (int i = open + 1; i < close; i++) {
      if (code.is(i, "(") || code.is(i, "[")) {
        depth++;
      } else if (code.is(i, ")") || code.is(i, "]")) {
        depth--;
      } else if (depth == 0 && code.is(i, ",")) {
        parts.add(new int[] {from, i});
        from = i + 1;
      }
    }
    if (from < close) {
      parts.add(new int[] {from, Math.min(close, code.size())});
    }
    return parts;
  }

  private void follow() {
    for (int i = 0; i < code.size(); i++) {
      boolean given = code.assigns(i) || code.is(i, "in") && code.isName(i - 1);
      if (given && within(i + 1, code.statementEnd(i))) {
        taintTarget(i);
      }
      List<String> parameters = code.isName(i) ? functions.get(code.get(i).text()) : null;
      if (parameters != null && code.is(i + 1, "(")) {
        List<int[]> parts = arguments(i + 1, code.close(i + 1));
        for (int k = 0; k < Math.min(parts.size(), parameters.size()); k++) {
          if (!parameters.get(k).isEmpty() && within(parts.get(k)[0], parts.get(k)[1])) {
            tainted.add(parameters.get(k));
          }
        }
      }
    }
  }

  /** Taints {@code a} of {@code a =}, {@code a +=}, {@code a.b.c =} and {@code a[i] =}. */
  private void taintTarget(int equals) {
    int i = equals - 1;
    if (i > 0 && !code.isName(i) && !code.is(i, "]")) {
      i--;
    }
    while (i > 0 && code.is(i, "]")) {
      while (i > 0 && !code.is(i, "[")) {
        i--;
      }
      i--;
    }
    while (i > 1 && code.is(i - 1, ".") && code.isName(i - 2)) {
      i -= 2;
    }
    // What is written to the answer or the session does not make them hold the client's words.
    boolean own = code.is(i, "response") || code.is(i, "session") || code.is(i, "this");
    if (code.isName(i) && !own) {
      tainted.add(code.get(i).text());
    }
  }
}
