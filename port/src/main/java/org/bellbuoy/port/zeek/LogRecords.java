package org.bellbuoy.port.zeek;

import java.util.Locale;
import org.bellbuoy.port.conversation.ConnectionState;
import org.bellbuoy.port.detect.PortTrace;
import org.bellbuoy.port.zeek.LogRecord.Ends;
import org.jspecify.annotations.Nullable;

/** Makes records of rows, by the fields that Zeek and Suricata document. */
final class LogRecords {
  /** Ethernet with a tag, IPv6 and TCP with all options. */
  private static final int LONGEST_OPENING_BYTES = 18 + 40 + 60;

  private LogRecords() {}

  /** The record of a row; null for logs of which no record is made. */
  static @Nullable LogRecord of(LogRow row) throws LogFields.Unreadable {
    LogFields fields = new LogFields(row);
    String path = row.path();
    return switch (path) {
      case "conn", "open_conn" -> zeekConnection(row, fields, path.startsWith("open_"));
      case "dns" ->
          new LogRecord.Dns(
              trace(row, fields, "ts"),
              fields.text("uid"),
              zeekEnds(fields),
              fields.text("query"),
              fields.text("qtype_name"),
              fields.list("answers"));
      case "http", "open_http" ->
          new LogRecord.Http(
              trace(row, fields, "ts"),
              fields.text("uid"),
              zeekEnds(fields),
              fields.text("method"),
              fields.text("host"),
              fields.text("uri"),
              fields.text("user_agent"));
      case "ssl", "open_ssl" ->
          new LogRecord.Tls(
              trace(row, fields, "ts"),
              fields.text("uid"),
              zeekEnds(fields),
              fields.text("server_name"),
              fields.text("version"));
      case "eve-flow" -> eveConnection(row, fields);
      case "eve-dns" ->
          new LogRecord.Dns(
              trace(row, fields, "timestamp"),
              fields.text("flow_id"),
              eveEnds(fields),
              fields.text("dns.rrname"),
              fields.text("dns.rrtype"),
              fields.list("dns.answers.rdata"));
      case "eve-http" ->
          new LogRecord.Http(
              trace(row, fields, "timestamp"),
              fields.text("flow_id"),
              eveEnds(fields),
              fields.text("http.http_method"),
              fields.text("http.hostname"),
              fields.text("http.url"),
              fields.text("http.http_user_agent"));
      case "eve-tls" ->
          new LogRecord.Tls(
              trace(row, fields, "timestamp"),
              fields.text("flow_id"),
              eveEnds(fields),
              fields.text("tls.sni"),
              fields.text("tls.version"));
      default -> null;
    };
  }

  private static PortTrace trace(LogRow row, LogFields fields, String time)
      throws LogFields.Unreadable {
    return new PortTrace(
        row.source(), fields.time(time), row.offset(), row.length(), row.line(), "");
  }

  private static Ends zeekEnds(LogFields fields) throws LogFields.Unreadable {
    return new Ends(
        fields.address("id.orig_h"),
        fields.port("id.orig_p"),
        fields.address("id.resp_h"),
        fields.port("id.resp_p"));
  }

  private static Ends eveEnds(LogFields fields) throws LogFields.Unreadable {
    return new Ends(
        fields.address("src_ip"),
        fields.port("src_port"),
        fields.address("dest_ip"),
        fields.port("dest_port"));
  }

  private static LogRecord zeekConnection(LogRow row, LogFields fields, boolean open)
      throws LogFields.Unreadable {
    String transport = fields.text("proto");
    String told = fields.text("conn_state");
    long clientPackets = fields.whole("orig_pkts", -1);
    long serverPackets = fields.whole("resp_pkts", -1);
    ConnectionState state = zeekState(told, transport);
    boolean answered =
        state != ConnectionState.ATTEMPTED
            && state != ConnectionState.REJECTED
            && (serverPackets != 0 || clientPackets < 0)
            && !told.equals("S0");
    return new LogRecord.Connection(
        trace(row, fields, "ts"),
        fields.text("uid"),
        zeekEnds(fields),
        transport,
        fields.text("service"),
        fields.nanos("duration", -1),
        fields.whole("orig_bytes", -1),
        fields.whole("resp_bytes", -1),
        fields.whole("orig_ip_bytes", -1),
        fields.whole("resp_ip_bytes", -1),
        state,
        answered,
        open);
  }

  /** Zeek's conn_state (base/protocols/conn): how the opening and the ending went. */
  private static ConnectionState zeekState(String state, String transport) {
    if (!transport.equals("tcp")) {
      return ConnectionState.DATAGRAMS;
    }
    return switch (state) {
      case "S0", "SH", "RSTOS0" -> ConnectionState.ATTEMPTED;
      case "REJ" -> ConnectionState.REJECTED;
      case "S1", "S2", "S3" -> ConnectionState.ESTABLISHED;
      case "SF" -> ConnectionState.CLOSED;
      case "RSTO", "RSTR" -> ConnectionState.RESET;
      default -> ConnectionState.MIDSTREAM;
    };
  }

  /**
   * Whether packets that way are longer than openings, with whatever options, can be: then only one
   * side was seen, and state "new" does not say that nobody answered.
   */
  private static boolean carries(LogFields fields) throws LogFields.Unreadable {
    long packets = fields.whole("flow.pkts_toserver", 0);
    return fields.whole("flow.bytes_toserver", 0) > packets * LONGEST_OPENING_BYTES;
  }

  private static LogRecord eveConnection(LogRow row, LogFields fields) throws LogFields.Unreadable {
    String transport = fields.text("proto").toLowerCase(Locale.ROOT);
    long start = fields.time(row.text("flow.start") == null ? "timestamp" : "flow.start");
    long end = fields.nanos("flow.end", start);
    boolean both = fields.whole("flow.pkts_toclient", 0) > 0;
    String told = fields.text("flow.state");
    String service = fields.text("app_proto");
    ConnectionState state = ConnectionState.DATAGRAMS;
    if (transport.equals("tcp")) {
      boolean reset = fields.text("tcp.rst").equals("T");
      state =
          switch (told) {
            case "new" ->
                reset && both
                    ? ConnectionState.REJECTED
                    : carries(fields) ? ConnectionState.MIDSTREAM : ConnectionState.ATTEMPTED;
            case "closed" -> reset ? ConnectionState.RESET : ConnectionState.CLOSED;
            default -> ConnectionState.ESTABLISHED;
          };
    }
    boolean opened = state != ConnectionState.ATTEMPTED && state != ConnectionState.REJECTED;
    return new LogRecord.Connection(
        new PortTrace(row.source(), start, row.offset(), row.length(), row.line(), ""),
        fields.text("flow_id"),
        eveEnds(fields),
        transport,
        service.equals("failed") ? "" : service,
        Math.max(0, end - start),
        -1,
        -1,
        fields.whole("flow.bytes_toserver", -1),
        fields.whole("flow.bytes_toclient", -1),
        state,
        opened && both,
        false);
  }
}
