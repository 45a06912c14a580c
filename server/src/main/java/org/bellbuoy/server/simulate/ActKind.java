package org.bellbuoy.server.simulate;

import static org.bellbuoy.server.simulate.ActState.ATTEMPTED;
import static org.bellbuoy.server.simulate.ActState.BENIGN;
import static org.bellbuoy.server.simulate.ActState.BLOCKED;
import static org.bellbuoy.server.simulate.ActState.CANNOT_TELL;
import static org.bellbuoy.server.simulate.ActState.PERSISTED;
import static org.bellbuoy.server.simulate.ActState.SUCCEEDED;

import java.util.List;
import java.util.Locale;

/** What can be staged. {@code docs/server-simulate.md} tells what each writes. */
public enum ActKind {
  /** POST to ToolPane.aspx with a SignOut referer. */
  TOOLSHELL_ENTRY(Where.SHAREPOINT, 360, BENIGN, CANNOT_TELL, ATTEMPTED, BLOCKED, SUCCEEDED),
  /** The entry, and a page that was never there before within a day. */
  TOOLSHELL_CHAIN(Where.SHAREPOINT, 40, BENIGN, PERSISTED),
  /** The entry with a large answer and no file. */
  KEY_THEFT_WITHOUT_FILE(Where.SHAREPOINT, 6, BENIGN, SUCCEEDED),
  /** A page state signed with a stolen key, or one with a wrong key. */
  VIEWSTATE_REPLAY(Where.SHAREPOINT, 4, BENIGN, BLOCKED, SUCCEEDED),
  /** Patched after exposure and the key not changed, or changed. */
  KEY_AFTER_PATCH(Where.SHAREPOINT, 1, BENIGN, PERSISTED),
  /** One key on servers of two farms, or of one. */
  KEY_SHARED(Where.SHAREPOINT, 1, BENIGN, PERSISTED),
  /** Only one of two packages installed. */
  HALF_PATCHED(Where.SHAREPOINT, 1, CANNOT_TELL),
  /** Only a header tells the build. */
  HEADER_ONLY_BUILD(Where.SHAREPOINT, 1, CANNOT_TELL),
  /** CVE-2021-26855 and on to a page. */
  PROXYLOGON(Where.EXCHANGE, 6, BENIGN, BLOCKED, ATTEMPTED, PERSISTED),
  /** Autodiscover with another address in it, and on to an exported mailbox. */
  PROXYSHELL(Where.EXCHANGE, 6, BENIGN, BLOCKED, PERSISTED),
  /** Inbox rules without a token. */
  PROXYTOKEN(Where.EXCHANGE, 2, BENIGN, BLOCKED, SUCCEEDED),
  /** The same door as ProxyShell, with an account. */
  PROXYNOTSHELL(Where.EXCHANGE, 3, BENIGN, BLOCKED, SUCCEEDED),
  /** PowerShell through OWA. */
  OWASSRF(Where.EXCHANGE, 4, BENIGN, BLOCKED, SUCCEEDED),
  /** CVE-2020-0688: page state in a query, signed with the key all once had. */
  FIXED_KEY_VIEWSTATE(Where.EXCHANGE, 2, BENIGN, BLOCKED, SUCCEEDED),
  /** A page that no signature knows, used by one client: tunnel, rare, slow. */
  UNKNOWN_SHELL(Where.ANY, 6, BENIGN, PERSISTED),
  /** A page that was deleted; what was compiled of it remains. */
  DELETED_SHELL(Where.ANY, 2, BENIGN, PERSISTED),
  /** One script on many servers, changed a little each time. */
  SCRIPT_SPREAD(Where.ANY, 3, BENIGN, PERSISTED),
  /** Shells started by the worker process. */
  WORKER_CHILDREN(Where.ANY, 3, BENIGN, SUCCEEDED),
  /** A module added to IIS. */
  MODULE_ADDED(Where.ANY, 2, BENIGN, PERSISTED),
  /** No log for some days: and on again, or off to the end. */
  LOGGING_OFF(Where.ANY, 2, BENIGN, SUCCEEDED),
  /** Most rows of some days gone. */
  LOG_THINNED(Where.ANY, 1, BENIGN, SUCCEEDED),
  /** A clock that went back for some hours. */
  CLOCK_JUMP(Where.ANY, 1, CANNOT_TELL);

  enum Where {
    SHAREPOINT,
    EXCHANGE,
    ANY
  }

  private final Where where;
  private final int variants;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<ActState> states;

  ActKind(Where where, int variants, ActState... states) {
    this.where = where;
    this.variants = variants;
    this.states = List.of(states);
  }

  Where where() {
    return where;
  }

  /** How many variants there are; their numbers begin at 0. */
  public int variants() {
    return variants;
  }

  /** The states it can be staged in; those not meant by the attacker are its twins. */
  public List<ActState> states() {
    return states;
  }

  /** Whether it is about entry; else about patching, keys or logs. */
  public boolean isEntry() {
    return switch (this) {
      case KEY_AFTER_PATCH,
          KEY_SHARED,
          HALF_PATCHED,
          HEADER_ONLY_BUILD,
          LOGGING_OFF,
          LOG_THINNED,
          CLOCK_JUMP ->
          false;
      default -> true;
    };
  }

  /** The word in {@code truth.json}, for example {@code toolshell-entry}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
