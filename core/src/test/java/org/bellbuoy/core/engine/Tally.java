package org.bellbuoy.core.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** A toy detector: tells of gaps, of ticks without a record, and of records that came late. */
class Tally implements Detector<Tally.Item, Tally.State, String> {
  static final long GAP_MILLIS = 900;

  /** A record to load into. */
  static final class Item {
    long subject;
    long epochMillis;
    int value;
  }

  /** One subject's state. */
  static final class State {
    final long subject;
    long lastMillis = Long.MIN_VALUE;
    long sum;
    int ticks;

    State(long subject) {
      this.subject = subject;
    }
  }

  /** One line of a stream. */
  record Line(long subject, long epochMillis, int value) {}

  /** A stream in batches. */
  record Lines(List<Line> lines) implements RecordBatch<Item> {
    @Override
    public int size() {
      return lines.size();
    }

    @Override
    public long subject(int index) {
      return lines.get(index).subject();
    }

    @Override
    public long epochMillis(int index) {
      return lines.get(index).epochMillis();
    }

    @Override
    public void load(int index, Item target) {
      target.subject = lines.get(index).subject();
      target.epochMillis = lines.get(index).epochMillis();
      target.value = lines.get(index).value();
    }
  }

  /** A stream of 40 subjects nearly in order; some records are late. */
  static List<Line> stream(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Line> lines = new ArrayList<>();
    long now = 1_000_000;
    for (int i = 0; i < count; i++) {
      now += random.nextInt(60);
      long at = random.nextInt(20) == 0 ? now - random.nextInt(3000) : now;
      lines.add(new Line(200_000_000L + random.nextInt(40) * 3L, at, random.nextInt(1000)));
    }
    return lines;
  }

  /** Hands a stream over in batches of changing size. */
  static void feed(Engine<Item, State, String> engine, List<Line> lines, int batch) {
    for (int at = 0; at < lines.size(); at += batch) {
      engine.dispatch(new Lines(lines.subList(at, Math.min(lines.size(), at + batch))));
    }
  }

  @Override
  public State begin(long subject) {
    return new State(subject);
  }

  @Override
  public void record(State state, Item record, Consumer<? super String> out) {
    if (record.epochMillis < state.lastMillis) {
      out.accept(state.subject + " late " + record.epochMillis + " " + record.value);
    } else if (state.lastMillis != Long.MIN_VALUE
        && record.epochMillis - state.lastMillis > GAP_MILLIS) {
      out.accept(state.subject + " gap " + state.lastMillis + " " + record.epochMillis);
    }
    state.lastMillis = Math.max(state.lastMillis, record.epochMillis);
    state.sum += record.value;
    state.ticks = 0;
  }

  @Override
  public void advance(State state, long eventMillis, Consumer<? super String> out) {
    state.ticks++;
    out.accept(state.subject + " tick " + eventMillis + " " + state.ticks + " " + state.sum);
  }

  @Override
  public void finish(State state, long endMillis, Consumer<? super String> out) {
    out.accept(state.subject + " end " + endMillis + " " + state.sum);
  }

  @Override
  public void snapshot(State state, DataOutput out) throws IOException {
    out.writeLong(state.lastMillis);
    out.writeLong(state.sum);
    out.writeInt(state.ticks);
  }

  @Override
  public State restore(long subject, DataInput in) throws IOException {
    State state = new State(subject);
    state.lastMillis = in.readLong();
    state.sum = in.readLong();
    state.ticks = in.readInt();
    return state;
  }
}
