package org.bellbuoy.server.simulate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Stages a scenario's acts on its servers, so that they do not hide one another. */
final class Stage {
  private final FarmScenario scenario;
  private final List<Server> servers;
  private final List<Act> acts = new ArrayList<>();

  private Stage(FarmScenario scenario) {
    this.scenario = scenario;
    this.servers = Cast.of(scenario);
  }

  /** Plans everything; nothing is written. */
  static Stage of(FarmScenario scenario) {
    Stage stage = new Stage(scenario);
    List<StagedAct> asked = scenario.acts();
    // What takes days away from the logs comes first: other acts keep clear of those days.
    for (int i = 0; i < asked.size(); i++) {
      if (LogScenes.KINDS.contains(asked.get(i).kind())) {
        stage.stage(i, asked.get(i));
      }
    }
    for (int i = 0; i < asked.size(); i++) {
      if (!LogScenes.KINDS.contains(asked.get(i).kind())) {
        stage.stage(i, asked.get(i));
      }
    }
    for (Server server : stage.servers) {
      Background.plan(stage, server);
    }
    stage.acts.sort(Comparator.comparingInt(Act::group).thenComparingInt(Act::order));
    return stage;
  }

  private void stage(int group, StagedAct asked) {
    Chance chance = Chance.of(scenario.seed(), "act " + group);
    Act act = new Act(group, 0, pick(group, asked), asked);
    acts.add(act);
    switch (asked.kind()) {
      case TOOLSHELL_ENTRY -> ToolShellScenes.entry(this, act, chance);
      case TOOLSHELL_CHAIN -> ToolShellScenes.chain(this, act, chance);
      case KEY_THEFT_WITHOUT_FILE -> ToolShellScenes.theft(this, act, chance);
      case VIEWSTATE_REPLAY -> ViewStateScenes.replay(this, act, chance);
      case KEY_AFTER_PATCH -> BuildScenes.keyAfterPatch(this, act);
      case KEY_SHARED -> BuildScenes.keyShared(this, act);
      case HALF_PATCHED -> BuildScenes.halfPatched(act);
      case HEADER_ONLY_BUILD -> BuildScenes.headerOnly(act);
      case PROXYLOGON -> ProxyLogonScenes.stage(this, act, chance);
      case PROXYSHELL -> ProxyShellScenes.proxyShell(this, act, chance);
      case PROXYTOKEN -> ExchangeScenes.proxyToken(this, act, chance);
      case PROXYNOTSHELL -> ExchangeScenes.proxyNotShell(this, act, chance);
      case OWASSRF -> ExchangeScenes.owassrf(this, act, chance);
      case FIXED_KEY_VIEWSTATE -> ExchangeScenes.fixedKey(this, act, chance);
      case UNKNOWN_SHELL -> ShellScenes.unknown(this, act, chance);
      case DELETED_SHELL -> ShellScenes.deleted(this, act, chance);
      case SCRIPT_SPREAD -> SpreadScenes.spread(this, act, chance);
      case WORKER_CHILDREN -> HostScenes.children(this, act, chance);
      case MODULE_ADDED -> HostScenes.module(this, act, chance);
      case LOGGING_OFF -> LogScenes.off(this, act);
      case LOG_THINNED -> LogScenes.thinned(this, act);
      case CLOCK_JUMP -> LogScenes.jump(this, act, chance);
    }
  }

  FarmScenario scenario() {
    return scenario;
  }

  List<Server> servers() {
    return servers;
  }

  List<Act> acts() {
    return acts;
  }

  /** The same act on another server, told beside the first. */
  Act also(Act first, Server server, int order) {
    Act act = first.on(server, order);
    acts.add(act);
    return act;
  }

  /** Servers that rightly share a key and solutions with one, itself included. */
  List<Server> farm(Server server) {
    return servers.stream().filter(s -> s.identity.farm().equals(server.identity.farm())).toList();
  }

  private Server pick(int group, StagedAct asked) {
    List<Server> fitting =
        servers.stream().filter(s -> runs(asked.kind(), s) && tells(asked, s)).toList();
    if (fitting.isEmpty()) {
      fitting = servers.stream().filter(s -> runs(asked.kind(), s)).toList();
    }
    Server.Role role = role(asked);
    List<Server> best = fitting.stream().filter(s -> s.identity.role() == role).toList();
    List<Server> from = best.isEmpty() ? fitting : best;
    // A half patched server had better not be the one where most else happens.
    return asked.kind() == ActKind.HALF_PATCHED ? from.getLast() : from.get(group % from.size());
  }

  private static boolean runs(ActKind kind, Server server) {
    return switch (kind.where()) {
      case SHAREPOINT -> !server.exchange();
      case EXCHANGE -> server.exchange();
      case ANY -> true;
    };
  }

  /** Whether the columns of its log can show the act in the state asked for. */
  private static boolean tells(StagedAct asked, Server server) {
    Columns columns = server.identity.columns();
    return switch (asked.kind()) {
      case TOOLSHELL_ENTRY ->
          asked.state() == ActState.CANNOT_TELL ? !columns.hasReferer() : columns.hasReferer();
      case TOOLSHELL_CHAIN, UNKNOWN_SHELL -> columns.hasReferer();
      case KEY_THEFT_WITHOUT_FILE -> columns.hasReferer() && columns.hasBytes();
      default -> true;
    };
  }

  private static Server.Role role(StagedAct asked) {
    if (asked.kind() == ActKind.HEADER_ONLY_BUILD) {
      return Server.Role.QUIET;
    }
    return switch (asked.state()) {
      case BENIGN -> Server.Role.QUIET;
      case ATTEMPTED, BLOCKED -> Server.Role.TRIED;
      case CANNOT_TELL, SUCCEEDED, PERSISTED -> Server.Role.ENTERED;
    };
  }

  /** A moment for the state: entry before the patch, refusal after it, honest work in the day. */
  long moment(Act act, Chance chance) {
    return switch (act.state()) {
      case BENIGN -> working(act.server(), chance);
      case ATTEMPTED, BLOCKED -> late(act.server(), chance);
      default -> early(act.server(), chance);
    };
  }

  long early(Server server, Chance chance) {
    return between(server, chance, 0.25, 0.45) + chance.betweenLong(0, 80_000_000L);
  }

  long late(Server server, Chance chance) {
    return between(server, chance, 0.68, 0.95) + chance.betweenLong(0, 80_000_000L);
  }

  /** In office hours. */
  long working(Server server, Chance chance) {
    for (int i = 0; i < 30; i++) {
      long day = between(server, chance, 0.2, 0.95);
      DayOfWeek week = LocalDate.ofEpochDay(day / WebLogs.DAY_MILLIS).getDayOfWeek();
      if (week.compareTo(DayOfWeek.FRIDAY) <= 0) {
        return day + chance.betweenLong(27_000_000L, 50_000_000L);
      }
    }
    return between(server, chance, 0.2, 0.95) + 36_000_000L;
  }

  /** Midnight of a day whose log is whole, between two shares of the scenario. */
  long between(Server server, Chance chance, double from, double to) {
    List<LocalDate> days = new ArrayList<>();
    for (int i = (int) (from * scenario.days()); i <= (int) (to * scenario.days()); i++) {
      LocalDate day = scenario.start().plusDays(i);
      if (i < scenario.days() && clear(server, day)) {
        days.add(day);
      }
    }
    if (days.isEmpty()) {
      throw new IllegalArgumentException(
          "server " + server.host() + " has no day left for an act: its logs are off or thinned");
    }
    return chance.pick(days).toEpochDay() * WebLogs.DAY_MILLIS;
  }

  /** Whether the log of a day is there and whole. */
  boolean clear(Server server, LocalDate day) {
    return !server.avoided.contains(day) && day.isBefore(end());
  }

  boolean clear(Server server, long epochMillis) {
    return clear(server, LocalDate.ofEpochDay(Math.floorDiv(epochMillis, WebLogs.DAY_MILLIS)));
  }

  /** The first day after the logs. */
  LocalDate end() {
    return scenario.start().plusDays(scenario.days());
  }
}
