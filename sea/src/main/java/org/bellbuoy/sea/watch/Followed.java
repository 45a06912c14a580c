package org.bellbuoy.sea.watch;

import java.util.List;
import java.util.Map;
import org.bellbuoy.core.source.SourceInfo;
import org.bellbuoy.sea.detect.Outages;
import org.bellbuoy.sea.detect.SeaEvent;
import org.bellbuoy.sea.reception.HearingSeries;
import org.bellbuoy.sea.reception.ReceiverPlaces;
import org.bellbuoy.sea.reception.ReceptionMap;

/**
 * All facts of a run before anything is judged.
 *
 * @param events of all vessels, in {@link SeaEvent#ORDER}, late receptions already worked in
 * @param told what live judging knows of them: {@link SeaEvent.Told} and late receptions, untouched
 * @param reception of all vessels
 * @param series when and where each hull was heard, by MMSI and hull
 * @param receiverPlaces where receivers are, as known at a time
 * @param outages of all receivers
 * @param stationReceptions receptions by station
 * @param lateShares how many records came late, minute by minute
 * @param stationNames names of stations by index
 * @param sources what was read
 * @param counts named counts, in order
 * @param startMillis event time of the first record
 * @param endMillis event time at which the data ends
 * @param simulated whether a source says that it is simulated
 * @param unknownFormat paths of sources in no known format
 */
public record Followed(
    List<SeaEvent> events,
    List<SeaEvent> told,
    ReceptionMap reception,
    List<HearingSeries> series,
    ReceiverPlaces receiverPlaces,
    List<Outages.Outage> outages,
    Map<Integer, Long> stationReceptions,
    LateShares lateShares,
    List<String> stationNames,
    List<SourceInfo> sources,
    Map<String, Long> counts,
    long startMillis,
    long endMillis,
    boolean simulated,
    List<String> unknownFormat) {
  /** Whether anything with a time was read. */
  public boolean hasRecords() {
    return endMillis >= startMillis;
  }
}
