package org.bellbuoy.server.simulate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Mail programs, browsers, telephones, probes and strangers at an Exchange server. */
final class ExchangeTraffic implements Traffic {
  /** A way in and how it is used. */
  private record Way(
      int share, Protocol protocol, String method, String stem, String query, String agent) {}

  private static final List<Way> WAYS =
      List.of(
          new Way(
              300,
              Protocol.MAPI,
              "POST",
              "/mapi/emsmdb/",
              "MailboxId=%m",
              "Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.18526; Pro)"),
          new Way(
              60,
              Protocol.MAPI,
              "POST",
              "/mapi/nspi/",
              "MailboxId=%m",
              "Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.18526; Pro)"),
          new Way(
              180,
              Protocol.EAS,
              "POST",
              "/Microsoft-Server-ActiveSync/default.eas",
              "Cmd=Ping&User=%u&DeviceId=SIM%u&DeviceType=SimPhone",
              "Apple-iPhone15C2/2208.96"),
          new Way(
              40,
              Protocol.EAS,
              "OPTIONS",
              "/Microsoft-Server-ActiveSync/default.eas",
              "-",
              "Outlook-iOS-Android/1.0"),
          new Way(
              110,
              Protocol.OWA,
              "POST",
              "/owa/service.svc",
              "action=FindItem&EP=1&ID=-%u&AC=1",
              "*"),
          new Way(40, Protocol.OWA, "GET", "/owa/", "-", "*"),
          new Way(20, Protocol.OWA, "POST", "/owa/auth.owa", "-", "*"),
          new Way(
              30,
              Protocol.OWA,
              "GET",
              "/owa/prem/15.2.1748.26/resources/styles/0/boot.css",
              "-",
              "*"),
          new Way(8, Protocol.ECP, "GET", "/ecp/", "rfr=owa&p=%u", "*"),
          new Way(
              5,
              Protocol.ECP,
              "POST",
              "/ecp/DDI/DDIService.svc/GetList",
              "schema=MailboxService&msExchEcpCanary=SIMULATED",
              "*"),
          new Way(
              80,
              Protocol.EWS,
              "POST",
              "/EWS/Exchange.asmx",
              "-",
              "Mac OS X/15.5 (24F74) CalendarAgent/1135"),
          new Way(
              40,
              Protocol.AUTODISCOVER,
              "POST",
              "/autodiscover/autodiscover.xml",
              "-",
              "AppleExchangeWebServices/818.120.2 accountsd/113"),
          new Way(
              15,
              Protocol.AUTODISCOVER,
              "GET",
              "/autodiscover/autodiscover.json",
              "Email=%m&Protocol=ActiveSync&RedirectCount=1",
              "Outlook-iOS-Android/1.0"),
          new Way(20, Protocol.RPC, "RPC_IN_DATA", "/rpc/rpcproxy.dll", "%m:6001", "MSRPC"),
          new Way(
              8,
              Protocol.OAB,
              "GET",
              "/OAB/5a0e51a0-0000-4000-8000-000000000001/oab.xml",
              "-",
              "Microsoft BITS/7.8"));

  private static final int SHARES = WAYS.stream().mapToInt(Way::share).sum();
  private static final int QUERIES = 64;

  private static final byte[] EMPTY = new byte[0];
  private static final byte[] BASIC = Row.bytes("Basic");
  private static final byte[] NEGOTIATE = Row.bytes("Negotiate");
  private static final byte[] SMTP = Row.bytes("Smtp~");

  private final Chance chance;
  private final Visitor[] visitors;
  private final byte[][] stems = new byte[WAYS.size()][];
  private final byte[][] methods = new byte[WAYS.size()][];
  private final byte[][] agents = new byte[WAYS.size()][];
  private final byte[][][] queries = new byte[WAYS.size()][QUERIES][];
  private final byte[] owa;
  private final byte[] target;
  private final byte[] probeUser;
  private final byte[] probeAnchor;
  private final byte[] admin;
  private final byte[] adminClient;
  private final Row row = new Row();
  private final ProxyRow[] proxies = new ProxyRow[Protocol.values().length];

  ExchangeTraffic(Server server, FarmScenario scenario, Chance chance) {
    this.chance = chance;
    this.visitors = Visitor.of(server, scenario.requestsPerDay(), chance);
    for (int i = 0; i < WAYS.size(); i++) {
      Way way = WAYS.get(i);
      stems[i] = Row.bytes(way.stem);
      methods[i] = Row.bytes(way.method);
      agents[i] = Row.bytes(way.agent.replace(' ', '+'));
      for (int k = 0; k < QUERIES; k++) {
        Visitor one = visitors[k % visitors.length];
        String mail = new String(one.mail, StandardCharsets.UTF_8);
        queries[i][k] =
            Row.bytes(way.query.replace("%m", mail).replace("%u", "user%04d".formatted(k)));
      }
    }
    owa = Row.bytes("https://" + server.host() + "/owa/");
    target = Row.bytes(server.host());
    String health = "HealthMailbox51a0@" + server.identity.organisation() + ".example.test";
    probeUser = Row.bytes(health);
    probeAnchor = Row.bytes("Smtp~" + health);
    admin = Row.bytes(server.account("exadmin"));
    adminClient = Row.bytes("10." + (16 + server.identity.index() % 200) + ".0.5");
    for (Protocol one : Protocol.values()) {
      proxies[one.ordinal()] = new ProxyRow(one);
    }
  }

  @Override
  public int visit(int day, int millis, boolean working, Sink sink) throws IOException {
    row.referer = Row.NONE;
    row.query = Row.NONE;
    row.status(200);
    row.sent = chance.tailed(300, 90_000);
    row.received = chance.tailed(400, 8_000);
    row.taken = chance.tailed(4, 30_000);
    int turn = chance.below(1000);
    if (turn < (working ? 15 : 70)) {
      return scan(millis, sink);
    }
    if (turn < (working ? 17 : 71)) {
      return administer(millis, sink);
    }
    int left = chance.below(SHARES);
    int way = 0;
    while (left >= WAYS.get(way).share) {
      left -= WAYS.get(way).share;
      way++;
    }
    Visitor visitor = visitors[chance.heavy(visitors.length)];
    row.method = methods[way];
    row.stem = stems[way];
    row.query = queries[way][chance.below(QUERIES)];
    row.client = visitor.client;
    boolean browser = agents[way].length == 1;
    row.agent = browser ? visitor.agent : agents[way];
    Protocol protocol = WAYS.get(way).protocol;
    if (browser) {
      row.referer = owa;
    }
    int sent = 1;
    if (!browser && chance.chance(0.15)) {
      row.user = Row.NONE;
      row.status(401);
      put(millis, sink, protocol, null);
      row.status(200);
      sent++;
    }
    row.user = protocol == Protocol.EAS || protocol == Protocol.OWA ? visitor.mail : visitor.user;
    if (chance.chance(0.01)) {
      row.status(chance.chance(0.5) ? 302 : 503);
    }
    put(millis, sink, protocol, visitor.mail);
    return sent;
  }

  /** An administrator in ECP, who sets things on pages where an attacker does too. */
  private int administer(int millis, Sink sink) throws IOException {
    row.method = Row.POST;
    row.stem = Row.bytes("/ecp/DDI/DDIService.svc/SetObject");
    row.query =
        Row.bytes(
            chance.chance(0.9)
                ? "schema=MailboxService&msExchEcpCanary=SIMULATED"
                : "schema=OwaVirtualDirectory&msExchEcpCanary=SIMULATED");
    row.user = admin;
    row.client = adminClient;
    row.agent = visitors[0].agent;
    row.referer = Row.bytes("https://" + new String(target, StandardCharsets.UTF_8) + "/ecp/");
    put(millis, sink, Protocol.ECP, Row.bytes("exadmin@example.test"));
    return 1;
  }

  private void put(int millis, Sink sink, Protocol protocol, byte @Nullable [] mail)
      throws IOException {
    ProxyRow proxy = proxies[protocol.ordinal()];
    proxy.backEndStatus = row.status;
    if (mail == null) {
      proxy.authentication = NEGOTIATE;
      proxy.user = EMPTY;
      proxy.anchor = EMPTY;
      proxy.target = EMPTY;
    } else {
      proxy.authentication = BASIC;
      proxy.user = row.user;
      byte[] anchor = new byte[SMTP.length + mail.length];
      System.arraycopy(SMTP, 0, anchor, 0, SMTP.length);
      System.arraycopy(mail, 0, anchor, SMTP.length, mail.length);
      proxy.anchor = anchor;
      proxy.target = target;
    }
    sink.put(millis, row, proxy);
  }

  private int scan(int millis, Sink sink) throws IOException {
    row.user = Row.NONE;
    row.client = Row.bytes(Agents.stranger(chance));
    row.agent = Row.bytes(chance.pick(Agents.SCANNERS).replace(' ', '+'));
    int count = 1 + chance.below(4);
    for (int i = 0; i < count; i++) {
      row.method = chance.chance(0.1) ? Row.POST : Row.GET;
      row.stem =
          chance.chance(0.5)
              ? Row.bytes(chance.pick(Agents.PROBED))
              : Row.bytes("/" + chance.letters(3 + chance.below(6)) + ".aspx");
      row.status(404);
      row.sent = 1_400;
      sink.put(millis, row, null);
    }
    return count;
  }

  @Override
  public void round(int day, int millis, Sink sink) throws IOException {
    row.method = Row.GET;
    row.stem = Row.bytes("/owa/exhealth.check");
    row.query = Row.NONE;
    row.user = probeUser;
    row.client = Row.bytes("127.0.0.1");
    row.agent = Row.bytes("AMProbe/Local/ClientAccess");
    row.referer = Row.NONE;
    row.status(200);
    row.sent = 320;
    row.received = 210;
    row.taken = 2 + chance.below(9);
    ProxyRow proxy = proxies[Protocol.OWA.ordinal()];
    proxy.authentication = BASIC;
    proxy.user = probeUser;
    proxy.anchor = probeAnchor;
    proxy.target = target;
    proxy.backEndStatus = 200;
    sink.put(millis, row, proxy);
  }
}
