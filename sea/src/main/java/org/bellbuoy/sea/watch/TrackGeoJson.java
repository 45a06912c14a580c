package org.bellbuoy.sea.watch;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.core.finding.Geometry.Line;
import org.bellbuoy.core.finding.Geometry.MultiLine;
import org.bellbuoy.core.finding.Geometry.Position;
import org.bellbuoy.core.identity.Flag;
import org.bellbuoy.core.identity.Flags;
import org.bellbuoy.core.json.GeoJson;
import org.bellbuoy.core.json.JsonOut;
import org.bellbuoy.sea.feed.AisRecord;
import org.bellbuoy.sea.track.TrackLine;
import org.jspecify.annotations.Nullable;

/** Tracks as a GeoJSON FeatureCollection, one feature a hull. */
public final class TrackGeoJson {
  private static final int MILES_PLACES = 2;

  private TrackGeoJson() {}

  /** Writes all tracks; the writer is left open. */
  public static void write(List<Track> tracks, Writer writer) throws IOException {
    try (JsonOut out = JsonOut.compact(writer)) {
      out.object().text("type", "FeatureCollection").array("features");
      for (Track track : tracks) {
        out.object()
            .text("type", "Feature")
            .text("id", track.mmsi() + "/" + track.hull())
            .name("geometry");
        GeoJson.write(geometry(track.line()), out);
        properties(track, out);
        out.endObject();
      }
      out.endArray().endObject();
    }
    writer.write('\n');
    writer.flush();
  }

  private static void properties(Track track, JsonOut out) throws IOException {
    Flag flag = Flags.ofMmsi(track.mmsi()).orElse(null);
    out.object("properties")
        .text("mmsi", mmsi(track.mmsi()))
        .whole("hull", track.hull())
        .text("name", track.name())
        .text("imo", track.imo() == 0 ? null : Integer.toString(track.imo()))
        .text("flag", flag == null ? null : flag.code())
        .text("flag_name", flag == null ? null : flag.name());
    if (track.shipType() == AisRecord.UNKNOWN) {
      out.text("ship_type", null);
    } else {
      out.whole("ship_type", track.shipType());
    }
    out.text("class", word(track.equipmentClass()))
        .text("from", Instant.ofEpochMilli(track.fromMillis()).toString())
        .text("to", Instant.ofEpochMilli(track.toMillis()).toString())
        .whole("fixes", track.fixes())
        .places("distance_nm", track.line().nauticalMiles(), MILES_PLACES)
        .endObject();
  }

  /** An MMSI with all its nine digits. */
  public static String mmsi(int mmsi) {
    return String.format(Locale.ROOT, "%09d", mmsi);
  }

  /** The word for a class in files; null where none was told. */
  public static @Nullable String word(AisRecord.EquipmentClass equipmentClass) {
    return switch (equipmentClass) {
      case A -> "A";
      case B_SO -> "B-SO";
      case B_CS -> "B-CS";
      case OTHER -> null;
    };
  }

  static Geometry geometry(TrackLine line) {
    List<Line> lines = new ArrayList<>();
    for (int segment = 0; segment < line.segments(); segment++) {
      List<Position> positions = new ArrayList<>();
      for (int i = line.from(segment); i < line.to(segment); i++) {
        Position next = new Position(line.longitude(i), line.latitude(i));
        if (!positions.isEmpty()) {
          cross(positions, next, lines);
        }
        positions.add(next);
      }
      add(positions, lines);
    }
    return lines.size() == 1 ? lines.getFirst() : new MultiLine(lines);
  }

  /** Ends a line at the antimeridian and begins the next one there, when that lies between. */
  private static void cross(List<Position> positions, Position next, List<Line> lines) {
    Position last = positions.getLast();
    double east = next.longitudeDegrees() - last.longitudeDegrees();
    if (Math.abs(east) <= 180) {
      return;
    }
    double edge = east < 0 ? 180 : -180;
    double way = east + 2 * edge;
    double share = way == 0 ? 0 : (edge - last.longitudeDegrees()) / way;
    double latitude =
        last.latitudeDegrees() + share * (next.latitudeDegrees() - last.latitudeDegrees());
    positions.add(new Position(edge, latitude));
    add(positions, lines);
    positions.clear();
    positions.add(new Position(-edge, latitude));
  }

  private static void add(List<Position> positions, List<Line> lines) {
    // A line needs two positions; a stay in one place is still drawn.
    if (positions.size() == 1) {
      positions.add(positions.getFirst());
    }
    lines.add(new Line(positions));
  }
}
