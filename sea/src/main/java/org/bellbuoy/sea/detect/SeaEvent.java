package org.bellbuoy.sea.detect;

import java.util.Comparator;
import org.bellbuoy.sea.feed.AisRecord;
import org.bellbuoy.sea.track.Place;
import org.bellbuoy.sea.track.Trail;
import org.jspecify.annotations.Nullable;

/** A fact about one vessel that a rule may judge. */
public sealed interface SeaEvent {
  /** Order in which events are merged: by vessel, time, kind, hull. */
  Comparator<SeaEvent> ORDER =
      Comparator.<SeaEvent>comparingInt(SeaEvent::mmsi)
          .thenComparingLong(SeaEvent::fromMillis)
          .thenComparingInt(SeaEvent::rank)
          .thenComparingInt(SeaEvent::hull);

  /** Whose. */
  int mmsi();

  /** Which of its hulls; 0 where that is not known. */
  int hull();

  /** When it began. */
  long fromMillis();

  /** Rank of the kind among events of the same time. */
  private int rank() {
    return switch (this) {
      case Identity i -> 0;
      case PositionLoss p -> 1;
      case Silence s -> 2;
      case LateHeard l -> 3;
      case Told t -> 4;
    };
  }

  /**
   * Who an MMSI said it was, as known at the end.
   *
   * @param hulls hulls that proved to be ships
   */
  record Identity(
      int mmsi,
      @Nullable String name,
      @Nullable String callSign,
      int imo,
      int shipType,
      int lengthMetres,
      int hulls)
      implements SeaEvent {
    @Override
    public int hull() {
      return 0;
    }

    @Override
    public long fromMillis() {
      return Long.MIN_VALUE;
    }
  }

  /**
   * One end of a silence: a fix.
   *
   * @param epochMillis when
   * @param latitudeE7 where
   * @param longitudeE7 where
   * @param speedDeciknots as reported, or unknown
   * @param courseDecidegrees as reported, or unknown
   * @param navigationalStatus as reported, or unknown
   */
  record End(
      long epochMillis,
      int latitudeE7,
      int longitudeE7,
      int speedDeciknots,
      int courseDecidegrees,
      int navigationalStatus) {
    /** Latitude in degrees. */
    public double latitude() {
      return latitudeE7 * 1e-7;
    }

    /** Longitude in degrees. */
    public double longitude() {
      return longitudeE7 * 1e-7;
    }

    /** Speed in knots, 0 where unknown. */
    public double knots() {
      return speedDeciknots < 0 || speedDeciknots >= 1022 ? 0 : speedDeciknots / 10.0;
    }
  }

  /**
   * A hull was not heard for longer than asked for.
   *
   * @param fromMillis when it was last heard
   * @param toMillis when it was heard again; the end of the data when {@code open}
   * @param open whether the data ended before it was heard again
   * @param before last fix before
   * @param after first fix after; null when open or when none followed
   * @param fromPlace bytes of the last reception before
   * @param fixPlace bytes of the last fix before
   * @param toPlace bytes of the first reception after; null when open
   * @param equipmentClass class
   * @param usualTopKnots speed it stayed under in 99 % of its reports so far, 0 where unknown
   * @param speedReports reports behind {@code usualTopKnots}
   * @param heardSlotsOfLastTen of the ten six-minute slots before, in how many it was heard
   * @param signal share of its reports due that were heard of late, 0 to 1
   * @param followedMillis how long it was followed before
   * @param rangeMetres from the receiver at the last fix, NaN where not told
   * @param numberHeardMillis when another hull of its MMSI first had a fix meanwhile, {@link
   *     AisRecord#NO_TIME} where none had
   * @param stations that heard it in the half hour before, in ascending order; not those that
   *     caught strays
   * @param trailBefore its way before
   * @param trailAfter its way after, null when none
   * @param fixesBefore times of its last fixes before, at most 21, oldest first
   * @param fixesAfter times of its first fixes after, at most 21, oldest first
   */
  record Silence(
      int mmsi,
      int hull,
      long fromMillis,
      long toMillis,
      boolean open,
      End before,
      @Nullable End after,
      Place fromPlace,
      Place fixPlace,
      @Nullable Place toPlace,
      AisRecord.EquipmentClass equipmentClass,
      double usualTopKnots,
      long speedReports,
      int heardSlotsOfLastTen,
      double signal,
      long followedMillis,
      double rangeMetres,
      long numberHeardMillis,
      java.util.List<Integer> stations,
      Trail trailBefore,
      @Nullable Trail trailAfter,
      java.util.List<Long> fixesBefore,
      java.util.List<Long> fixesAfter)
      implements SeaEvent {
    public Silence {
      stations = java.util.List.copyOf(stations);
      fixesBefore = java.util.List.copyOf(fixesBefore);
      fixesAfter = java.util.List.copyOf(fixesAfter);
    }

    /** Whether another hull of its MMSI had a fix meanwhile. */
    public boolean isNumberHeard() {
      return numberHeardMillis != AisRecord.NO_TIME;
    }

    /** Length in milliseconds. */
    public long millis() {
      return toMillis - fromMillis;
    }

    /** The silence as one knows it at a moment at which it still lasts. */
    public Silence lasting(long momentMillis) {
      return new Silence(
          mmsi,
          hull,
          fromMillis,
          momentMillis,
          true,
          before,
          null,
          fromPlace,
          fixPlace,
          null,
          equipmentClass,
          usualTopKnots,
          speedReports,
          heardSlotsOfLastTen,
          signal,
          followedMillis,
          rangeMetres,
          numberHeardMillis <= momentMillis ? numberHeardMillis : AisRecord.NO_TIME,
          stations,
          trailBefore,
          null,
          fixesBefore,
          java.util.List.of());
    }
  }

  /**
   * A hull went on transmitting without a valid position.
   *
   * @param fromMillis first report without a position
   * @param toMillis first fix after, or the last report without when {@code open}
   * @param reports reports without a position meanwhile
   */
  record PositionLoss(
      int mmsi,
      int hull,
      long fromMillis,
      long toMillis,
      boolean open,
      int reports,
      End before,
      @Nullable End after,
      Place fromPlace,
      @Nullable Place toPlace,
      Trail trailBefore)
      implements SeaEvent {}

  /**
   * A record that came too late to be followed: it shows that its sender transmitted then.
   *
   * @param fix the position it carried, null for none
   * @param knownMillis event time that the stream had come to when it came
   */
  record LateHeard(int mmsi, long fromMillis, @Nullable End fix, Place place, long knownMillis)
      implements SeaEvent {
    /** One that is known from its own time on. */
    public LateHeard(int mmsi, long fromMillis, @Nullable End fix, Place place) {
      this(mmsi, fromMillis, fix, place, fromMillis);
    }

    @Override
    public int hull() {
      return 0;
    }
  }

  /** What is noted for judging while silences last, with the event time at which it was known. */
  sealed interface Told extends SeaEvent {}

  /**
   * A silence as it looked while it lasted, whatever late records made of it afterwards.
   *
   * @param silence open, until it was known to be over or until this was noted
   * @param knownMillis from when on its beginning is known
   * @param endKnownMillis from when on it is known to be over; the greatest number while it lasts
   * @param heardMillis when it was heard again; the greatest number while it was not
   * @param name the MMSI's name by then, untrusted; null until told
   * @param imo the MMSI's IMO number by then, 0 until told
   */
  record Lasting(
      Silence silence,
      long knownMillis,
      long endKnownMillis,
      long heardMillis,
      @Nullable String name,
      int imo)
      implements Told {
    @Override
    public int mmsi() {
      return silence.mmsi();
    }

    @Override
    public int hull() {
      return silence.hull();
    }

    @Override
    public long fromMillis() {
      return silence.fromMillis();
    }
  }

  /**
   * A loss of position has lasted long enough to be one.
   *
   * @param knownMillis since when that is known
   */
  record LossKnown(int mmsi, int hull, long fromMillis, long knownMillis, End before)
      implements Told {}
}
