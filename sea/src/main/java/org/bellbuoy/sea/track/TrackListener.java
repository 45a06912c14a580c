package org.bellbuoy.sea.track;

import org.bellbuoy.sea.feed.AisRecord;

/**
 * What following a vessel tells those who judge. Calls come before the hull takes the record in.
 */
public interface TrackListener {
  /** A valid fix of that hull; the hull still holds the fix before. */
  void fix(Vessel vessel, Hull hull, AisRecord record);

  /** The hull was heard, but gave no valid position: static data, 91/181, a stray position. */
  void heardWithoutFix(Vessel vessel, Hull hull, AisRecord record);

  /**
   * A record older than what was already followed; it is no longer joined to a hull.
   *
   * @param validPosition whether it carries a possible position
   */
  void late(Vessel vessel, AisRecord record, boolean validPosition);

  /** The same transmission, heard once more. */
  void duplicate(Vessel vessel, AisRecord record);

  /**
   * A receiver heard a hull's transmission that was followed before, at about the same time.
   *
   * @param firstMillis when it was heard first
   */
  default void alsoHeard(Vessel vessel, Hull hull, AisRecord record, long firstMillis) {}

  /** A hull is followed no longer, for others need its room. */
  default void dropped(Vessel vessel, Hull hull) {}

  /** A record that cannot be movement. */
  void reject(String reason, Place place, String detail);
}
