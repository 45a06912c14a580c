package org.bellbuoy.sea.feed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A sink that keeps what a test asks for. */
final class KeptFeed implements FeedSink {
  record Reject(String reason, long offset, int length, long line, String detail) {}

  final List<String> told = new ArrayList<>();
  final List<AisRecord> records = new ArrayList<>();
  final List<Reject> rejects = new ArrayList<>();
  final List<String> stations = new ArrayList<>();
  final Map<Integer, Integer> byType = new HashMap<>();
  final Set<Integer> mmsis = new HashSet<>();
  long accepted;
  long lines;
  private final boolean keep;
  private AisRecord record = new AisRecord();

  KeptFeed(boolean keep) {
    this.keep = keep;
  }

  static KeptFeed read(FeedFormat format, String name, String content) {
    return read(format, name, content.getBytes(StandardCharsets.ISO_8859_1), Integer.MAX_VALUE);
  }

  static KeptFeed read(FeedFormat format, String name, byte[] content, int step) {
    KeptFeed kept = new KeptFeed(true);
    FeedReader reader = Feeds.open(format, FeedOptions.named(name), kept);
    for (int at = 0; at < content.length; at += Math.min(step, content.length)) {
      int end = (int) Math.min(content.length, (long) at + step);
      byte[] piece = Arrays.copyOfRange(content, at, end);
      reader.read(piece, 0, piece.length);
    }
    reader.finish();
    kept.lines = reader.lines();
    return kept;
  }

  AisRecord only() {
    if (records.size() != 1 || !rejects.isEmpty()) {
      throw new AssertionError(records.size() + " records, rejects " + rejects);
    }
    return records.get(0);
  }

  /** Everything in order, to compare two readings. */
  List<String> all() {
    List<String> all = new ArrayList<>(told);
    rejects.forEach(reject -> all.add(reject.toString()));
    all.addAll(stations);
    return all;
  }

  @Override
  public AisRecord next() {
    if (keep) {
      record = new AisRecord();
    } else {
      record.clear();
    }
    return record;
  }

  @Override
  public void accept() {
    accepted++;
    byType.merge(record.type, 1, Integer::sum);
    mmsis.add(record.mmsi);
    if (keep) {
      records.add(record);
      told.add(tell(record));
    }
  }

  @Override
  public void reject(String reason, long offset, int length, long line, String detail) {
    rejects.add(new Reject(reason, offset, length, line, detail));
  }

  @Override
  public int station(String name) {
    stations.add(name);
    return stations.size() - 1;
  }

  private static String tell(AisRecord r) {
    StringBuilder text = new StringBuilder();
    for (java.lang.reflect.Field field : AisRecord.class.getFields()) {
      if (!java.lang.reflect.Modifier.isStatic(field.getModifiers())) {
        try {
          text.append(field.getName()).append('=').append(field.get(r)).append(' ');
        } catch (IllegalAccessException e) {
          throw new AssertionError(e);
        }
      }
    }
    return text.toString();
  }
}
