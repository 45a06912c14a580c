package org.bellbuoy.port.simulate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cyclic traffic of one client with one controller or drive: reads, and writes among them. The
 * connection is made anew every few hours, as it is in real life by restarts and timeouts.
 */
final class Polling implements Clock.Actor {
  private static final long LIFE = 5 * Stage.HOUR;
  private static final int POSITION = 100;
  private static final int WATCHDOG = 40;
  private static final int BLOCK = 10;

  /** What is asked in a round. */
  enum Manner {
    /** Reads, and each fourth time a watchdog and a set point. */
    COMMANDING,
    /** Three reads in one segment, at a fixed interval. */
    COLLECTING,
    /** A read, and each second time an order. */
    ORDERING
  }

  private final Stage stage;
  private final Host client;
  private final Host server;
  private final Manner manner;
  private final long interval;
  private final Act act;
  private final Chance chance;
  private @Nullable ModbusClient modbus;
  private @Nullable S7Client s7;
  private long openedNanos;
  private int round;

  Polling(Stage stage, Host client, Host server, Manner manner, long interval, Act act) {
    this.stage = stage;
    this.client = client;
    this.server = server;
    this.manner = manner;
    this.interval = interval;
    this.act = act;
    this.chance = stage.chance("polling " + client.name + " " + server.name);
  }

  /** Begins somewhere within the first interval, and never later than in the first half hour. */
  void begin() {
    long latest = Math.min(interval, 30 * Stage.MINUTE);
    stage.clock.repeat(stage.scenario.startNanos() + chance.nanos(Stage.SECOND, latest), this);
  }

  @Override
  public long wake(long nanos) {
    long at = server.s7() ? askS7(nanos) : askModbus(nanos);
    round++;
    long next = nanos + (manner == Manner.COLLECTING ? interval : chance.about(interval, 0.04));
    return Math.max(next, at + Stage.MILLI);
  }

  private long askModbus(long nanos) {
    long at = nanos;
    ModbusClient to = modbus;
    if (to == null || nanos - openedNanos > LIFE) {
      if (to != null) {
        at = to.tcp.close(at) + Stage.SECOND / 4;
      }
      to = new ModbusClient(stage, client, server, act);
      to.readsShowNothing = manner != Manner.COLLECTING;
      modbus = to;
      openedNanos = nanos;
      at = to.open(at);
    }
    return switch (manner) {
      case COMMANDING -> {
        at = to.read(at, round % 3 == 2 ? 4 : 3, POSITION, 12);
        if (round % 4 == 1) {
          at = to.writeRegister(at, WATCHDOG, round & 0x7fff);
          at = to.writeRegisters(at, WATCHDOG + 2, 900 + chance.below(200), chance.below(3));
        }
        yield at;
      }
      case COLLECTING -> {
        List<ModbusClient.Read> reads =
            List.of(
                new ModbusClient.Read(3, POSITION, 16),
                new ModbusClient.Read(4, 0, 8),
                new ModbusClient.Read(2, 0, 24));
        // Now and then a message goes over the end of its segment.
        yield to.pipelined(at, reads, round % 5 == 4 ? 17 : ModbusClient.WHOLE);
      }
      case ORDERING -> {
        at = to.read(at, 3, POSITION, 4);
        int row = chance.between(1, 40);
        yield round % 2 == 1 ? to.writeRegisters(at, 200, row, chance.between(1, 9), round) : at;
      }
    };
  }

  private long askS7(long nanos) {
    long at = nanos;
    S7Client to = s7;
    if (to == null || nanos - openedNanos > LIFE) {
      if (to != null) {
        at = to.tcp.close(at) + Stage.SECOND / 4;
      }
      to = new S7Client(stage, client, server, act);
      to.readsShowNothing = manner != Manner.COLLECTING;
      s7 = to;
      openedNanos = nanos;
      at = to.open(at);
    }
    at = to.read(at, BLOCK, 0, 32);
    return switch (manner) {
      case COMMANDING -> round % 4 == 1 ? to.write(at, BLOCK + 1, 0, round & 0x7fff) : at;
      case COLLECTING -> at;
      case ORDERING -> round % 2 == 1 ? to.write(at, BLOCK + 2, 4, chance.between(1, 40)) : at;
    };
  }
}
