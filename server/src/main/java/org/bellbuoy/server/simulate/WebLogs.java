package org.bellbuoy.server.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the web logs of one server day by day: ordinary requests with staged ones among them. */
final class WebLogs {
  static final long DAY_MILLIS = 86_400_000L;

  /** Share of a working day's requests in each hour, UTC; offices in Central Europe. */
  private static final int[] WORKING = {
    6, 5, 5, 5, 8, 20, 60, 110, 130, 125, 115, 85, 100, 120, 115, 95, 60, 30, 18, 14, 12, 10, 8, 7
  };

  private static final int[] WEEKEND = {
    5, 5, 5, 5, 5, 6, 8, 12, 15, 16, 15, 14, 13, 14, 15, 15, 14, 13, 12, 10, 8, 7, 6, 5
  };

  private static final int WORKING_SUM = 1263;
  private static final long ROUND_MILLIS = 900_000;

  private final Path root;
  private final FarmScenario scenario;
  private final Server server;
  private final ServerBytes bytes;
  private final Chance chance;
  private final Traffic traffic;
  private final Map<Protocol, LineBuffer> proxies = new EnumMap<>(Protocol.class);
  private final Map<Protocol, String> proxyFiles = new EnumMap<>(Protocol.class);
  private final List<Server.Staged> staged;
  private int next;
  private @Nullable LineBuffer iis;
  private String iisFile = "";
  private byte[] day = new byte[0];
  private LocalDate date;
  private long midnight;
  private long roundMillis;
  private long nextRound;
  private int files;

  WebLogs(Path root, FarmScenario scenario, Server server) {
    this.root = root;
    this.scenario = scenario;
    this.server = server;
    this.bytes = server.bytes();
    this.chance = Chance.of(scenario.seed(), "traffic " + server.host());
    this.traffic =
        server.exchange()
            ? new ExchangeTraffic(server, scenario, chance)
            : new SharePointTraffic(server, scenario, chance);
    this.staged =
        server.staged.stream()
            .sorted(Comparator.comparingLong(Server.Staged::epochMillis))
            .toList();
    this.date = scenario.start();
  }

  /** Writes all days and tells how many files there are. */
  int write() throws IOException {
    for (int i = 0; i < scenario.days(); i++) {
      date = scenario.start().plusDays(i);
      midnight = date.toEpochDay() * DAY_MILLIS;
      if (server.missing.contains(date)) {
        skip();
      } else {
        day(i);
      }
    }
    return files;
  }

  /** Nothing is written of a day without logging; no act may have been staged in it. */
  private void skip() {
    while (next < staged.size() && staged.get(next).epochMillis() < midnight + DAY_MILLIS) {
      Server.Staged lost = staged.get(next);
      if (lost.act() != null) {
        throw new IllegalStateException(
            lost.act().kind() + " was staged on " + date + ", a day without a log");
      }
      next++;
    }
  }

  private void day(int index) throws IOException {
    day = Row.bytes(date.toString());
    boolean working = date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
    int[] shares = working ? WORKING : WEEKEND;
    double factor = server.thinned.getOrDefault(date, 1.0);
    roundMillis = (long) (ROUND_MILLIS / Math.max(0.02, Math.min(1, factor * 2)));
    nextRound = roundMillis / 2;
    iisFile = Layout.IIS_LOGS + "u_ex" + date.toString().substring(2).replace("-", "") + ".log";
    try (LineBuffer out = new LineBuffer(root.resolve(iisFile))) {
      iis = out;
      files++;
      heading(out, 0);
      boolean restarted = !date.equals(server.build.patchedOn);
      for (int hour = 0; hour < 24; hour++) {
        double due = scenario.requestsPerDay() * factor * shares[hour] / WORKING_SUM;
        long visits = (long) (due / visitRows() + chance.uniform());
        for (long i = 0; i < visits; i++) {
          int millis = (int) (hour * 3_600_000L + (i + chance.uniform()) * 3_600_000L / visits);
          until(index, millis);
          traffic.visit(index, millis, working, this::put);
        }
        if (!restarted && hour == 21) {
          until(index, 22 * 3_600_000L - 1);
          heading(out, 22 * 3600); // IIS writes its heading again when it starts
          restarted = true;
        }
      }
      until(index, DAY_MILLIS - 1);
    } finally {
      for (LineBuffer one : proxies.values()) {
        one.close();
      }
      proxies.clear();
    }
  }

  /** Rows an average visit writes; keeps the volume near what was asked for. */
  private double visitRows() {
    return server.exchange() ? 1.15 : 2.4;
  }

  /** Writes what machines ask for at intervals and what is staged, up to a moment of the day. */
  private void until(int index, long millis) throws IOException {
    for (; nextRound <= millis; nextRound += roundMillis) {
      stagedBefore(midnight + nextRound);
      traffic.round(index, (int) nextRound, this::put);
    }
    stagedBefore(midnight + millis);
  }

  private void stagedBefore(long epochMillis) throws IOException {
    while (next < staged.size() && staged.get(next).epochMillis() <= epochMillis) {
      Server.Staged one = staged.get(next++);
      put((int) (one.epochMillis() - midnight), one.row(), one.proxy());
      Act act = one.act();
      if (act != null) {
        act.evidence(iisFile, lines(iis), one.row().stemText());
        if (one.proxy() != null) {
          Protocol protocol = one.proxy().protocol;
          act.evidence(
              proxyFiles.getOrDefault(protocol, ""),
              lines(proxies.get(protocol)),
              one.row().stemText());
        }
      }
    }
  }

  private static long lines(@Nullable LineBuffer buffer) {
    if (buffer == null) {
      throw new IllegalStateException("a row was put into no file");
    }
    return buffer.lines();
  }

  private void put(int millis, Row row, @Nullable ProxyRow proxy) throws IOException {
    if (iis == null) {
      throw new IllegalStateException("a row was put outside a day");
    }
    int shown = shown(millis);
    server.identity.columns().write(iis, day, shown / 1000, bytes, row);
    if (proxy != null) {
      proxy.write(proxyLog(proxy.protocol), day, shown, bytes, row, chance.next());
    }
  }

  /** The time a clock shows that may have been set back. It never leaves its day. */
  private int shown(int millis) {
    long now = midnight + millis;
    return now >= server.jumpFromMillis && now < server.jumpToMillis
        ? (int) (millis + server.jumpMillis)
        : millis;
  }

  private void heading(LineBuffer out, int second) throws IOException {
    out.put("#Software: Microsoft Internet Information Services 10.0").end();
    out.put("#Version: 1.0").end();
    out.put("#Date: ").put(day).put(' ').clock(second).end();
    out.put("#Remark: SIMULATED seed " + scenario.seed()).end();
    out.put("#Fields: ").put(server.identity.columns().fields()).end();
  }

  private LineBuffer proxyLog(Protocol protocol) throws IOException {
    LineBuffer open = proxies.get(protocol);
    if (open != null) {
      return open;
    }
    String file =
        Layout.HTTP_PROXY
            + protocol.folder()
            + "/HttpProxy_"
            + date.toString().replace("-", "")
            + "00-1.LOG";
    LineBuffer out = new LineBuffer(root.resolve(file));
    proxies.put(protocol, out);
    proxyFiles.put(protocol, file);
    files++;
    exchangeHeading(out, "HttpProxy Logs", ProxyRow.FIELDS, server, midnight);
    return out;
  }

  /** The heading of Exchange's own logs: the column names, then five comments. */
  static void exchangeHeading(
      LineBuffer out, String type, String fields, Server server, long epochMillis)
      throws IOException {
    out.put(fields).end();
    out.put("#Software: Microsoft Exchange Server (SIMULATED)").end();
    out.put("#Version: " + server.build.now).end();
    out.put("#Log-type: " + type).end();
    out.put("#Date: " + Instant.ofEpochMilli(epochMillis).atOffset(ZoneOffset.UTC)).end();
    out.put("#Fields: " + fields).end();
  }
}
