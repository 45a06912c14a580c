package org.bellbuoy.server.simulate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** An act on one server while it is being staged; its evidence comes when its lines are written. */
final class Act {
  private final int group;
  private final int order;
  private final Server server;
  private final StagedAct asked;
  private final Set<String> paths = new LinkedHashSet<>();
  private final Set<String> files = new LinkedHashSet<>();
  private final List<FarmTruth.Evidence> evidence = new ArrayList<>();
  private String note = "";
  private String client = "";
  private long fromMillis = Long.MAX_VALUE;
  private long toMillis = Long.MIN_VALUE;

  Act(int group, int order, Server server, StagedAct asked) {
    this.group = group;
    this.order = order;
    this.server = server;
    this.asked = asked;
  }

  Act on(Server other, int newOrder) {
    return new Act(group, newOrder, other, asked);
  }

  int group() {
    return group;
  }

  Server server() {
    return server;
  }

  ActKind kind() {
    return asked.kind();
  }

  ActState state() {
    return asked.state();
  }

  int variant() {
    return asked.variant();
  }

  int order() {
    return order;
  }

  boolean benign() {
    return asked.state() == ActState.BENIGN;
  }

  Act note(String text) {
    note = note.isEmpty() ? text : note + "; " + text;
    return this;
  }

  Act client(String address) {
    client = address;
    return this;
  }

  void path(String path) {
    paths.add(path);
  }

  void file(String path) {
    files.add(path);
  }

  void at(long epochMillis) {
    fromMillis = Math.min(fromMillis, epochMillis);
    toMillis = Math.max(toMillis, epochMillis);
  }

  void evidence(String file, long line, String holds) {
    evidence.add(new FarmTruth.Evidence(server.host() + "/" + file, line, holds));
  }

  FarmTruth.Act truth() {
    return new FarmTruth.Act(
        group,
        order,
        server.host(),
        kind(),
        state(),
        variant(),
        benign(),
        note,
        Instant.ofEpochMilli(fromMillis),
        Instant.ofEpochMilli(toMillis),
        client,
        List.copyOf(paths),
        List.copyOf(files),
        List.copyOf(evidence));
  }
}
