package org.bellbuoy.sea.simulate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** A scenario made real: writes the sentences the stations receive, and the truth beside them. */
public final class Simulation {
  private final Scenario scenario;
  private final List<Ship> ships;
  private final Stage stage;

  private Simulation(Scenario scenario) {
    this.scenario = scenario;
    this.stage = Stage.of(scenario);
    this.ships = new ArrayList<>(Fleet.ordinary(scenario));
    ships.addAll(stage.ships());
  }

  /** Casts the scenario's ships; nothing is written yet. */
  public static Simulation of(Scenario scenario) {
    return new Simulation(scenario);
  }

  /** What really happens. */
  public Truth truth() {
    List<Truth.Vessel> vessels =
        ships.stream()
            .map(
                ship ->
                    new Truth.Vessel(
                        ship.mmsi(),
                        ship.name(),
                        ship.equipment().name(),
                        ship.shipType(),
                        ship.role()))
            .toList();
    return new Truth(scenario, stage.acts(), vessels, Place.STATIONS, Place.CABLES);
  }

  /** Writes {@code truth.json}; leaves the stream open. */
  public void writeTruth(OutputStream out) throws IOException {
    TruthJson.writeTruth(truth(), out);
    out.write('\n');
    out.flush();
  }

  /** Writes {@code cables.geojson}; leaves the stream open. */
  public void writeCables(OutputStream out) throws IOException {
    TruthJson.writeCables(Place.CABLES, out);
    out.write('\n');
    out.flush();
  }

  /** Writes the sentences in order of reception; leaves the target open. */
  public void writeNmea(Appendable to) throws IOException {
    writeNmea(
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            to.append((char) (b & 0xFF));
          }

          @Override
          public void write(byte[] bytes, int from, int length) throws IOException {
            to.append(new String(bytes, from, length, StandardCharsets.US_ASCII));
          }
        });
  }

  /** Writes the sentences in order of reception; leaves the stream open. */
  public void writeNmea(OutputStream out) throws IOException {
    BufferedOutputStream buffered = new BufferedOutputStream(out, 1 << 16);
    String heading =
        "# SIMULATED AIS traffic: invented ships, stations and cables; seed "
            + scenario.seed()
            + ", from "
            + scenario.start()
            + ", for "
            + scenario.duration()
            + "\r\n";
    buffered.write(heading.getBytes(StandardCharsets.US_ASCII));
    PriorityQueue<Emitter> queue = emitters();
    Air air = new Air(scenario.seed(), stage.outages(), new SentenceWriter(buffered));
    for (Emitter next = queue.poll(); next != null; next = queue.poll()) {
      long last = scenario.endMillis();
      if (next.ship != null) {
        last = Math.min(last, next.ship.motion().toMillis());
      }
      if (next.nextMillis < last) {
        air.transmit(next);
        queue.add(next);
      }
    }
    buffered.flush();
  }

  private PriorityQueue<Emitter> emitters() {
    PriorityQueue<Emitter> queue = new PriorityQueue<>(Emitter::order);
    long seed = scenario.seed();
    for (Ship ship : ships) {
      long from = Math.max(scenario.startMillis(), ship.motion().fromMillis());
      Fix fix = new Fix();
      ship.motion().at(from, fix);
      long interval = Air.intervalMillis(ship, fix, false);
      queue.add(new Emitter(seed, Emitter.Stream.POSITION, ship, ship.index() * 2, from, interval));
      queue.add(
          new Emitter(
              seed,
              Emitter.Stream.STATIC,
              ship,
              ship.index() * 2 + 1,
              from,
              Reporting.STATIC_MILLIS));
    }
    for (int i = 0; i < Place.STATIONS.size(); i++) {
      queue.add(
          new Emitter(
              seed,
              Emitter.Stream.BASE_STATION,
              null,
              -1 - i,
              scenario.startMillis(),
              Reporting.BASE_STATION_MILLIS));
    }
    return queue;
  }
}
