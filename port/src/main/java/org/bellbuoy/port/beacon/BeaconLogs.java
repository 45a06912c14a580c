package org.bellbuoy.port.beacon;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bellbuoy.port.beacon.BeaconTable.Call;
import org.bellbuoy.port.detect.PortFact;
import org.bellbuoy.port.zeek.LogRecord;
import org.bellbuoy.port.zeek.LogRecord.Connection;
import org.bellbuoy.port.zeek.LogRecord.Http;

/**
 * Rule {@code port.beacon} on logs that {@link org.bellbuoy.port.zeek.Settled} gives, each
 * connection once. Requests to a proxy are taken with the host they ask for. Keeps 65,536 of those;
 * else bounded as {@link BeaconTable} is. Times of failed connections are kept apart.
 */
public final class BeaconLogs implements Consumer<LogRecord> {
  private static final int MOST = 65_536;

  private final BeaconTable table;
  private final Map<String, Connection> waiting = new LinkedHashMap<>();
  private final Map<String, String> proxied = new LinkedHashMap<>();

  /** Under those rules. */
  public BeaconLogs(BeaconRules rules) {
    this.table = new BeaconTable(rules);
  }

  /** The series themselves; complete after {@link #facts}. */
  public BeaconTable table() {
    return table;
  }

  @Override
  public void accept(LogRecord record) {
    switch (record) {
      case Connection connection -> connection(connection);
      case Http http -> {
        if (http.method().equals("CONNECT") && proxied.size() < MOST && !http.uid().isEmpty()) {
          proxied.putIfAbsent(http.uid(), http.host().isEmpty() ? http.uri() : http.host());
        } else if (http.host().isEmpty() && !http.method().isEmpty()) {
          table.requestWithoutHost(http.ends().client(), http.ends().server());
        }
      }
      case LogRecord.Dns dns -> {}
      case LogRecord.Tls tls -> {}
    }
  }

  private void connection(Connection connection) {
    String uid = connection.uid();
    // The logs of requests come after those of connections: what may be a proxy's has to wait.
    boolean mayBeProxied = connection.service().contains("http") && !uid.isEmpty();
    if (mayBeProxied && waiting.size() < MOST) {
      waiting.put(uid, connection);
    } else {
      add(connection, "");
    }
  }

  private void add(Connection connection, String party) {
    long sent =
        connection.clientIpBytes() >= 0 ? connection.clientIpBytes() : connection.clientBytes();
    table.add(
        new Call(
            connection.trace(),
            connection.ends().client(),
            connection.ends().server(),
            connection.ends().serverPort(),
            connection.transport(),
            party,
            connection.trace().epochNanos(),
            Math.max(0, sent),
            connection.answered()));
  }

  /** All logs were read: what the series come to, the highest score first. */
  public List<PortFact> facts() {
    waiting.forEach((uid, connection) -> add(connection, proxied.getOrDefault(uid, "")));
    waiting.clear();
    return table.facts();
  }
}
