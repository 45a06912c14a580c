package org.bellbuoy.server.simulate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One server as planned: who it is, and all that is staged on it before anything is written. */
final class Server {
  /** What may happen to it. */
  enum Role {
    ENTERED,
    TRIED,
    QUIET
  }

  /** A request by an act, or by nobody in particular. */
  record Staged(long epochMillis, Row row, @Nullable ProxyRow proxy, @Nullable Act act) {}

  /** A line of another log. */
  record StagedLine(long epochMillis, String text, @Nullable Act act, String holds) {}

  /** A file of the tree. */
  record Planned(String content, long modifiedMillis) {}

  final Identity identity;
  final Build build;
  final Keys keys = new Keys();
  final IisConfig config = new IisConfig();
  final TreeSet<LocalDate> missing = new TreeSet<>();

  /** Days other acts stay away from: without a log, thinned, with a wrong clock. */
  final TreeSet<LocalDate> avoided = new TreeSet<>();

  final Map<LocalDate, Double> thinned = new HashMap<>();
  final TreeMap<String, Planned> files = new TreeMap<>();
  final TreeMap<String, List<StagedLine>> lines = new TreeMap<>();
  final List<Staged> staged = new ArrayList<>();
  long jumpFromMillis = Long.MAX_VALUE;
  long jumpToMillis = Long.MAX_VALUE;
  long jumpMillis;

  /**
   * Who it is.
   *
   * @param index among all servers
   * @param place among those of its product line
   */
  record Identity(
      int index,
      int place,
      boolean exchange,
      String host,
      String product,
      String organisation,
      String farm,
      String owner,
      String zone,
      String domain,
      String address,
      Columns columns,
      Role role) {}

  /** Its build, which an act may hide or halve. */
  static final class Build {
    String before;
    String now;
    LocalDate patchedOn;
    String knowledgeBase = "";
    boolean half;
    boolean headerOnly;

    Build(String before, String now, LocalDate patchedOn) {
      this.before = before;
      this.now = now;
      this.patchedOn = patchedOn;
    }
  }

  /** Its machine key; none on Exchange. */
  static final class Keys {
    String group = "";
    String validation = "";
    String decryption = "";
    @Nullable LocalDate changedOn;
  }

  /** What an act changes in applicationHost.config. */
  static final class IisConfig {
    boolean loggingOff;
    final List<String> modules = new ArrayList<>();
    final Map<String, String> virtualDirectories = new TreeMap<>();
    long modifiedMillis;
  }

  Server(Identity identity, Build build) {
    this.identity = identity;
    this.build = build;
  }

  String host() {
    return identity.host;
  }

  boolean exchange() {
    return identity.exchange;
  }

  /** The name Windows has. */
  String computer() {
    return host().substring(0, host().indexOf('.')).toUpperCase(Locale.ROOT);
  }

  ServerBytes bytes() {
    return new ServerBytes(identity.address, computer(), host(), build.now);
  }

  /** An account of the organisation as logs tell it. */
  String account(String name) {
    return identity.domain + "\\" + name;
  }

  void request(@Nullable Act act, long epochMillis, Row row) {
    request(act, epochMillis, row, null);
  }

  void request(@Nullable Act act, long epochMillis, Row row, @Nullable ProxyRow proxy) {
    staged.add(new Staged(epochMillis, row, proxy, act));
    if (act != null) {
      act.at(epochMillis);
      act.path(row.stemText());
    }
  }

  void line(String file, @Nullable Act act, long epochMillis, String text, String holds) {
    lines
        .computeIfAbsent(file, f -> new ArrayList<>())
        .add(new StagedLine(epochMillis, text, act, holds));
    if (act != null) {
      act.at(epochMillis);
    }
  }

  void event(@Nullable Act act, EventLine event, String holds) {
    line(event.file(), act, event.epochMillis(), event.json(host()), holds);
  }

  void file(@Nullable Act act, String path, String content, long modifiedMillis) {
    files.put(path, new Planned(content, modifiedMillis));
    if (act != null) {
      act.file(path);
      act.at(modifiedMillis);
    }
  }
}
