package org.bellbuoy.port.simulate;

import java.util.ArrayList;
import java.util.List;

/** All that scenes need: the terminal, the wire, the clock, and the acts that are told. */
final class Stage {
  static final long MILLI = 1_000_000L;
  static final long SECOND = 1_000_000_000L;
  static final long MINUTE = 60 * SECOND;
  static final long HOUR = 60 * MINUTE;
  static final long DAY = 24 * HOUR;

  final PortScenario scenario;
  final Terminal terminal;
  final Frames frames;
  final Wire wire;
  final Clock clock = new Clock();
  final Operations operations = new Operations();
  final List<Act> acts = new ArrayList<>();

  Stage(PortScenario scenario, Wire wire) {
    this.scenario = scenario;
    this.wire = wire;
    this.terminal = new Terminal(scenario.cranes());
    this.frames = new Frames(terminal);
  }

  Chance chance(String tag) {
    return Chance.of(scenario.seed(), tag);
  }

  /** Whether there is such a day, counted from 0. */
  boolean has(int day) {
    return day < scenario.days();
  }

  long at(int day, int hour, int minute) {
    return scenario.startNanos() + day * DAY + hour * HOUR + minute * MINUTE;
  }

  /** A span of cyclic traffic, as dense as was asked for and no denser than it is in real life. */
  long every(long nanosAtScaleOne, long least) {
    return Math.max(least, (long) (nanosAtScaleOne / scenario.scale()));
  }

  Act act(ActKind kind, Host actor, Host... targets) {
    Act act = new Act(kind, actor, List.of(targets));
    acts.add(act);
    return act;
  }

  /** Sends a datagram and gives a moment after it. */
  long udp(long nanos, Host from, Host to, int fromPort, int toPort, byte[] data, Mark mark) {
    wire.send(nanos, frames.udp(from, to, fromPort, toPort, data), mark);
    boolean far = from.zone.equals(Terminal.OUTSIDE) || to.zone.equals(Terminal.OUTSIDE);
    return nanos + (far ? 19 * MILLI : 300_000);
  }
}
