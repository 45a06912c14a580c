package org.bellbuoy.sea.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bellbuoy.core.identity.Mmsi;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.Inputs;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.sea.detect.Outages;
import org.bellbuoy.sea.feed.AisRecord;
import org.bellbuoy.sea.track.Hull;
import org.bellbuoy.sea.track.Place;
import org.bellbuoy.sea.track.TrackFix;
import org.bellbuoy.sea.track.TrackListener;
import org.bellbuoy.sea.track.Tracker;
import org.bellbuoy.sea.track.Vessel;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrackFollowerTest {
  @TempDir Path folder;

  @Test
  void aShipIsOneTrackAndAStrayPositionIsAReject() throws Exception {
    StringBuilder csv = new StringBuilder("time,mmsi,latitude,longitude,sog,cog\n");
    for (int i = 0; i < 30; i++) {
      row(csv, i, "219000001", 55 + i * 0.001, 10);
    }
    row(csv, 31, "219000001", 20, -30);
    row(csv, 32, "219000001", 55.031, 10);
    row(csv, 33, "219000001", 95, 10);
    Run run = follow(csv.toString());
    assertThat(run.result.tracks()).singleElement().matches(t -> t.fixes() == 31);
    assertThat(run.fixes).containsOnly(Map.entry("219000001/1", 31L));
    assertThat(run.rejects.counts())
        .containsOnly(Map.entry("unconfirmed", 1L), Map.entry("impossible-position", 1L));
  }

  @Test
  void twoShipsOfOneMmsiAreTwoTracks() throws Exception {
    StringBuilder csv = new StringBuilder("time,mmsi,latitude,longitude,sog,cog\n");
    for (int i = 0; i < 30; i++) {
      row(csv, i, "219000001", 55 + i * 0.001, 10);
      row(csv, i, "219000001", 10 + i * 0.001, 110);
    }
    Run run = follow(csv.toString());
    assertThat(run.fixes)
        .containsOnly(Map.entry("219000001/1", 30L), Map.entry("219000001/2", 30L));
  }

  @Test
  void aTrackAcrossTheAntimeridianIsCutThere() throws Exception {
    StringBuilder csv = new StringBuilder("time,mmsi,latitude,longitude,sog,cog\n");
    for (int i = 0; i < 20; i++) {
      double longitude = 179.99 + i * 0.002;
      row(csv, i, "512000001", -20, longitude > 180 ? longitude - 360 : longitude);
    }
    Run run = follow(csv.toString());
    StringWriter json = new StringWriter();
    TrackGeoJson.write(run.result.tracks(), json);
    assertThat(json.toString())
        .contains("\"MultiLineString\"", "[180.0,-20.0]],[[-180.0,-20.0]", "\"flag\":\"NZ\"");
  }

  @Test
  void allAcceptedFixesOfARealWeekAreInTracks() throws Exception {
    Path week =
        Path.of(System.getProperty("bellbuoy.root", "."), "..", "shared/data/sea")
            .resolve("ais-decoded/sbarc-week");
    Assumptions.assumeTrue(Files.isDirectory(week), "the week is not here");
    List<Input> inputs = Inputs.find(List.of(week.toString()), InputStream.nullInputStream());
    Run run = follow(inputs);
    Counting counting = new Counting();
    new RecordPump(
            inputs,
            null,
            null,
            60_000,
            1,
            RejectLog.counting(),
            new Outages(60_000)::heard,
            Progress.silent(),
            batch -> {
              AisRecord record = new AisRecord();
              for (int i = 0; i < batch.size(); i++) {
                batch.load(i, record);
                counting.take(record);
              }
            })
        .run();
    counting.fixes.values().removeIf(count -> count < Hull.MATURE_FIXES);
    assertThat(run.fixes).isEqualTo(counting.fixes);
    assertThat(run.result.tracks()).hasSize(counting.fixes.size());
    assertThat(run.result.counts().get("fixes"))
        .isEqualTo(counting.fixes.values().stream().mapToLong(Long::longValue).sum());
  }

  /** Follows with the tracker alone and counts. */
  private static final class Counting implements TrackListener {
    final Map<Integer, Vessel> vessels = new HashMap<>();
    final Map<String, Long> fixes = new HashMap<>();
    final Tracker tracker = new Tracker();

    void take(AisRecord record) {
      Mmsi.Kind kind = Mmsi.kind(record.mmsi);
      if (kind == Mmsi.Kind.SHIP || kind == Mmsi.Kind.AUXILIARY_CRAFT) {
        tracker.follow(vessels.computeIfAbsent(record.mmsi, Vessel::new), record, this);
      }
    }

    @Override
    public void fix(Vessel vessel, Hull hull, AisRecord record) {
      fixes.merge(vessel.mmsi + "/" + hull.number, 1L, Long::sum);
    }

    @Override
    public void heardWithoutFix(Vessel vessel, Hull hull, AisRecord record) {}

    @Override
    public void late(Vessel vessel, AisRecord record, boolean validPosition) {}

    @Override
    public void duplicate(Vessel vessel, AisRecord record) {}

    @Override
    public void reject(String reason, Place place, String detail) {}
  }

  private record Run(TrackFollower.Result result, Map<String, Long> fixes, RejectLog rejects) {}

  private Run follow(String csv) throws IOException, SourceException {
    Path file = folder.resolve("ais.csv");
    Files.writeString(file, csv);
    return follow(Inputs.find(List.of(file.toString()), InputStream.nullInputStream()));
  }

  private static Run follow(List<Input> inputs) throws IOException {
    Map<String, Long> fixes = new ConcurrentHashMap<>();
    List<String> stations = new ArrayList<>();
    RejectLog rejects = RejectLog.counting();
    TrackFollower.Result result =
        TrackFollower.follow(
            inputs,
            SeaWatchOptions.defaults(2),
            new TrackSink() {
              @Override
              public void stations(List<String> names) {
                stations.addAll(names);
              }

              @Override
              public void fix(int mmsi, int hull, TrackFix fix) {
                fixes.merge(mmsi + "/" + hull, 1L, Long::sum);
              }
            },
            rejects,
            Progress.silent());
    return new Run(result, fixes, rejects);
  }

  private static void row(StringBuilder csv, int minute, String mmsi, double lat, double lon) {
    csv.append(
        String.format(
            java.util.Locale.ROOT,
            "2026-01-01T%02d:%02d:00Z,%s,%.6f,%.6f,4.0,0.0%n",
            minute / 60,
            minute % 60,
            mmsi,
            lat,
            lon));
  }
}
