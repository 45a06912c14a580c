package org.bellbuoy.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.bellbuoy.sea.feed.AisRecord;
import org.bellbuoy.sea.track.TrackFix;
import org.bellbuoy.sea.watch.TrackGeoJson;
import org.bellbuoy.sea.watch.TrackSink;
import org.bellbuoy.store.Column;
import org.bellbuoy.store.ParquetTable;
import org.jspecify.annotations.Nullable;

/** The fixes of all tracks as a Parquet file, sorted by MMSI, hull and time. */
final class TrackTable implements TrackSink, AutoCloseable {
  private static final List<Column> COLUMNS =
      List.of(
          new Column("mmsi", Column.Type.INTEGER),
          new Column("hull", Column.Type.INTEGER),
          new Column("time", Column.Type.TIMESTAMP),
          new Column("geometry", Column.Type.GEOMETRY),
          new Column("latitude", Column.Type.DOUBLE),
          new Column("longitude", Column.Type.DOUBLE),
          new Column("speed_knots", Column.Type.DOUBLE),
          new Column("course_degrees", Column.Type.DOUBLE),
          new Column("heading_degrees", Column.Type.INTEGER),
          new Column("navigational_status", Column.Type.INTEGER),
          new Column("class", Column.Type.VARCHAR),
          new Column("station", Column.Type.VARCHAR),
          new Column("source", Column.Type.VARCHAR),
          new Column("line", Column.Type.BIGINT));

  /** Ends with every column, so that no tie between different rows is left. */
  private static final List<String> ORDER =
      List.of(
          "mmsi",
          "hull",
          "time",
          "source",
          "line",
          "latitude",
          "longitude",
          "speed_knots",
          "course_degrees",
          "heading_degrees",
          "navigational_status",
          "class",
          "station");

  private final ParquetTable table;
  private final List<String> sources;
  private volatile List<String> stations = List.of();

  /**
   * A table.
   *
   * @param sources names of sources by index
   */
  TrackTable(Path file, List<String> sources) {
    this.table = ParquetTable.create(file, COLUMNS, ORDER);
    this.sources = sources;
  }

  @Override
  public void stations(List<String> names) {
    stations = names;
  }

  @Override
  public synchronized void fix(int mmsi, int hull, TrackFix fix) {
    double latitude = fix.latitudeE7() / 1e7;
    double longitude = fix.longitudeE7() / 1e7;
    table
        .append(mmsi)
        .append(hull)
        .append(Instant.ofEpochMilli(fix.epochMillis()))
        .appendPoint(latitude, longitude)
        .append(latitude)
        .append(longitude);
    tenths(fix.speedDeciknots());
    tenths(fix.courseDecidegrees());
    whole(fix.headingDegrees());
    whole(fix.navigationalStatus());
    text(TrackGeoJson.word(fix.equipmentClass()));
    text(fix.station() == AisRecord.UNKNOWN ? null : stations.get(fix.station()));
    text(sources.get(fix.place().source()));
    table.append(fix.place().line()).endRow();
  }

  /** Gives the table up; nothing is written. */
  void abandon() {
    table.abandon();
  }

  @Override
  public void close() {
    table.close();
  }

  private void tenths(int value) {
    table.append(value == AisRecord.UNKNOWN ? Double.NaN : value / 10.0);
  }

  private void whole(int value) {
    if (value == AisRecord.UNKNOWN) {
      table.appendNull();
    } else {
      table.append(value);
    }
  }

  private void text(@Nullable String value) {
    if (value == null) {
      table.appendNull();
    } else {
      table.append(value);
    }
  }
}
