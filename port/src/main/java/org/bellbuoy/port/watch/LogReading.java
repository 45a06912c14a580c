package org.bellbuoy.port.watch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.source.Content;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.core.source.SourceInfo;
import org.bellbuoy.port.beacon.BeaconLogs;
import org.bellbuoy.port.border.EgressDetector;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.IpText;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.ConversationListener;
import org.bellbuoy.port.detect.PortFact;
import org.bellbuoy.port.session.SessionRegister;
import org.bellbuoy.port.zeek.LogReader;
import org.bellbuoy.port.zeek.LogRecord;
import org.bellbuoy.port.zeek.LoggedConversation;
import org.bellbuoy.port.zeek.Settled;

/**
 * Reads logs of other sensors and shows their connections to the rules that can use them: egress,
 * remote sessions, calls at even intervals, and those of detectors that judge logged connections.
 * Keeps names of 65,536 connections over TLS until the end. Not thread safe; use it once.
 */
final class LogReading {
  private static final int MOST_TLS = 65_536;
  private static final int HEAD_BYTES = 4096;

  private final EgressDetector egress;
  private final SessionRegister sessions;
  private final BeaconLogs beacons;
  private final List<ConversationListener> others;
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, LoggedConversation> nameless = new LinkedHashMap<>();
  private long lines;
  private long connections;
  private long firstNanos = Long.MAX_VALUE;
  private long lastNanos = Long.MIN_VALUE;

  LogReading(
      EgressDetector egress,
      SessionRegister sessions,
      BeaconLogs beacons,
      List<ConversationListener> others) {
    this.egress = egress;
    this.sessions = sessions;
    this.beacons = beacons;
    this.others = List.copyOf(others);
  }

  /** Whether an input is such a log; standard input is taken for a capture. */
  static boolean isLog(Input input) throws SourceException {
    if (input.storedBytes() < 0) {
      return false;
    }
    try (Content content = Content.open(input)) {
      return LogReader.isLog(content.peek(HEAD_BYTES));
    }
  }

  /**
   * Captures first, logs after them, else in the order given: the order in which all count them.
   */
  static List<Input> ordered(List<Input> inputs) throws SourceException {
    List<Input> captures = new ArrayList<>();
    List<Input> logs = new ArrayList<>();
    for (Input input : inputs) {
      (isLog(input) ? logs : captures).add(input);
    }
    captures.addAll(logs);
    return captures;
  }

  /**
   * Reads logs.
   *
   * @param first index of the first of them among the sources of the run
   * @param problems takes a sentence on each that could not be read to its end
   */
  List<SourceInfo> read(List<Input> logs, int first, RejectLog rejects, List<String> problems)
      throws SourceException {
    Settled settled = new Settled(this::record);
    LogReader reader =
        new LogReader(row -> lines++, settled, reject -> PortReading.add(rejects, reject));
    List<SourceInfo> sources = new ArrayList<>();
    for (int i = 0; i < logs.size(); i++) {
      SourceInfo info = reader.read(logs.get(i), first + i);
      sources.add(info);
      if (info.problem() != null) {
        problems.add(info.name() + ": " + info.problem());
      }
    }
    settled.finish();
    nameless.forEach(
        (uid, conversation) -> sessions.logged(conversation, names.getOrDefault(uid, "")));
    nameless.clear();
    return sources;
  }

  private void record(LogRecord record) {
    beacons.accept(record);
    switch (record) {
      case LogRecord.Connection connection -> connection(connection);
      case LogRecord.Dns dns -> {
        for (String answer : dns.answers()) {
          IpAddress address = IpText.parse(answer);
          if (address != null) {
            egress.named(address, dns.query());
          }
        }
      }
      case LogRecord.Http http -> {
        if (!http.method().equals("CONNECT")) {
          egress.named(http.ends().server(), http.host());
        }
      }
      case LogRecord.Tls tls -> {
        egress.named(tls.ends().server(), tls.serverName());
        if (!tls.serverName().isEmpty() && names.size() < MOST_TLS) {
          names.put(tls.uid(), tls.serverName());
        }
      }
    }
  }

  private void connection(LogRecord.Connection line) {
    LoggedConversation conversation = new LoggedConversation(line);
    connections++;
    firstNanos = Math.min(firstNanos, conversation.firstNanos());
    lastNanos = Math.max(lastNanos, conversation.lastNanos());
    egress.closed(conversation);
    others.forEach(listener -> listener.closed(conversation));
    // The name asked for may stand in a log that is read later.
    boolean mayBeNamed =
        conversation.protocol() == Protocol.TLS
            && !line.uid().isEmpty()
            && nameless.size() < MOST_TLS;
    if (mayBeNamed) {
      nameless.put(line.uid(), conversation);
    } else {
      sessions.logged(conversation, "");
    }
  }

  /** Calls at even intervals; once all is read. */
  List<PortFact> facts() {
    return beacons.facts();
  }

  LogSight sight() {
    return new LogSight(lines, connections, firstNanos, lastNanos);
  }
}
