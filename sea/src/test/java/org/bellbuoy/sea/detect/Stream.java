package org.bellbuoy.sea.detect;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.sea.feed.AisBatch;
import org.bellbuoy.sea.feed.AisRecord;
import org.bellbuoy.sea.feed.FeedFormat;
import org.bellbuoy.sea.feed.FeedOptions;
import org.bellbuoy.sea.feed.FeedReader;
import org.bellbuoy.sea.feed.FeedSink;
import org.bellbuoy.sea.feed.Feeds;
import org.bellbuoy.sea.simulate.Scenario;
import org.bellbuoy.sea.simulate.Simulation;

/** A simulated stream in small batches. */
final class Stream {
  private Stream() {}

  static List<AisBatch> simulated(Scenario scenario, int batchSize) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Simulation.of(scenario).writeNmea(bytes);
    List<AisBatch> batches = new ArrayList<>();
    List<String> stations = new ArrayList<>();
    AisRecord record = new AisRecord();
    FeedReader reader =
        Feeds.open(
            FeedFormat.NMEA,
            FeedOptions.named("simulated"),
            new FeedSink() {
              @Override
              public AisRecord next() {
                record.clear();
                return record;
              }

              @Override
              public void accept() {
                if (batches.isEmpty() || batches.getLast().size() == batchSize) {
                  batches.add(new AisBatch(batchSize));
                }
                batches.getLast().add(record, 0);
              }

              @Override
              public void reject(String why, long offset, int length, long line, String detail) {
                throw new AssertionError(why + " " + detail);
              }

              @Override
              public int station(String name) {
                if (!stations.contains(name)) {
                  stations.add(name);
                }
                return stations.indexOf(name);
              }
            });
    reader.read(bytes.toByteArray(), 0, bytes.size());
    reader.finish();
    return batches;
  }
}
