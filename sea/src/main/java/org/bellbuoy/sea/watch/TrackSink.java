package org.bellbuoy.sea.watch;

import java.util.List;
import org.bellbuoy.sea.track.TrackFix;

/**
 * Takes the fixes of tracks while vessels are followed, so that none need be kept. Calls come from
 * several threads; those for one hull come from one thread in order.
 */
public interface TrackSink {
  /** Names of stations by index, told before any fix that names one; the list only grows. */
  void stations(List<String> names);

  /** One fix of a hull that has proved to be a ship. */
  void fix(int mmsi, int hull, TrackFix fix);
}
