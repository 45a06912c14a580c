package org.bellbuoy.sea.watch;

import java.util.Comparator;
import org.bellbuoy.sea.feed.AisRecord;
import org.bellbuoy.sea.track.TrackLine;
import org.jspecify.annotations.Nullable;

/**
 * The track of one hull as a whole.
 *
 * @param mmsi its MMSI
 * @param hull its number among the hulls of the MMSI, from 1
 * @param name as last sent under this MMSI, untrusted; null where never
 * @param imo with a right check digit, as last sent under this MMSI; 0 where never
 * @param shipType as last sent under this MMSI, or unknown
 * @param equipmentClass of the last position report
 * @param fromMillis first fix
 * @param toMillis last fix
 * @param fixes how many
 * @param line its thinned line
 */
public record Track(
    int mmsi,
    int hull,
    @Nullable String name,
    int imo,
    int shipType,
    AisRecord.EquipmentClass equipmentClass,
    long fromMillis,
    long toMillis,
    long fixes,
    TrackLine line) {
  /** Order of tracks: by MMSI, then hull. */
  public static final Comparator<Track> ORDER =
      Comparator.comparingInt(Track::mmsi).thenComparingInt(Track::hull);
}
