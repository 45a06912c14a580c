package org.bellbuoy.server.simulate;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What is wrong with the logs themselves. */
final class LogScenes {
  static final Set<ActKind> KINDS =
      Set.of(ActKind.LOGGING_OFF, ActKind.LOG_THINNED, ActKind.CLOCK_JUMP);

  private LogScenes() {}

  private static LocalDate day(Stage stage, double share) {
    return stage.scenario().start().plusDays((long) (stage.scenario().days() * share));
  }

  private static long midnight(LocalDate day) {
    return day.toEpochDay() * WebLogs.DAY_MILLIS;
  }

  /** Logging switched off and on again; or the machine itself off, which its events tell. */
  static void off(Stage stage, Act act) {
    Server server = act.server();
    int length = Math.max(2, stage.scenario().days() / 10);
    boolean toTheEnd = !act.benign() && act.variant() == 1;
    LocalDate from = toTheEnd ? stage.end().minusDays(length) : day(stage, 0.5);
    for (int i = 0; i < length; i++) {
      server.missing.add(from.plusDays(i));
      server.avoided.add(from.plusDays(i));
    }
    long off = midnight(from) - 1_000;
    long on = midnight(from.plusDays(length)) + 1_000;
    act.note(length + " days without a log from " + from);
    if (act.benign()) {
      server.event(act, system(off, 6006, "The Event log service was stopped."), "6006");
      server.event(act, system(on, 6005, "The Event log service was started."), "6005");
      act.note("the machine was off");
      return;
    }
    String path = "/system.webServer/httpLogging/@dontLog";
    server.event(act, EventLine.configuration(off, path, "true"), "dontLog");
    server.config.loggingOff = toTheEnd;
    if (toTheEnd) {
      server.config.modifiedMillis = Math.max(server.config.modifiedMillis, off);
      act.file(Layout.APPLICATION_HOST);
      act.note("never on again");
    } else {
      server.event(act, EventLine.configuration(on, path, "false"), "dontLog");
    }
  }

  private static EventLine system(long at, int id, String text) {
    return EventLine.of(at, "System", "EventLog", id, 4).says(text);
  }

  /** Most rows of two days gone on one server; or a holiday, which all of a farm keep. */
  static void thinned(Stage stage, Act first) {
    LocalDate from = day(stage, first.benign() ? 0.3 : 0.57);
    while (!first.benign()
        && (first.server().avoided.contains(from)
            || first.server().avoided.contains(from.plusDays(1)))) {
      from = from.plusDays(1);
    }
    int order = 0;
    for (Server server : first.benign() ? stage.farm(first.server()) : List.of(first.server())) {
      Act act = server == first.server() ? first : stage.also(first, server, ++order);
      for (int i = 0; i < 2; i++) {
        LocalDate day = from.plusDays(i);
        server.thinned.put(day, first.benign() ? 0.25 : 0.04);
        if (!first.benign()) {
          server.avoided.add(day);
        }
      }
      act.at(midnight(from));
      act.at(midnight(from.plusDays(2)));
      act.note(first.benign() ? "a holiday of the whole farm" : "most rows taken out");
    }
  }

  /** The clock goes back by some hours and is put right in the evening. */
  static void jump(Stage stage, Act act, Chance chance) {
    Server server = act.server();
    LocalDate day = stage.end().minusDays(4);
    while (server.avoided.contains(day)) {
      day = day.minusDays(1);
    }
    server.avoided.add(day);
    server.jumpFromMillis = midnight(day) + 39_600_000L;
    server.jumpToMillis = midnight(day) + 72_000_000L;
    server.jumpMillis = -chance.between(2, 8) * 3_600_000L;
    act.at(server.jumpFromMillis);
    act.at(server.jumpToMillis);
    act.note("clock back by " + -server.jumpMillis / 3_600_000 + " h");
  }
}
