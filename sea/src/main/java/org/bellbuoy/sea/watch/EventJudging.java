package org.bellbuoy.sea.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.core.finding.Evidence;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.sea.detect.ReachedCable;
import org.bellbuoy.sea.detect.SeaEvent;
import org.bellbuoy.sea.detect.SeaFindings;
import org.bellbuoy.sea.detect.SpeedBound;
import org.bellbuoy.sea.judge.SilenceFindings;
import org.bellbuoy.sea.track.Place;
import org.jspecify.annotations.Nullable;

/** Judges events one by one and makes findings of them once their bytes were read. Thread safe. */
final class EventJudging {
  private final Reaches reaches;
  private final double speedMarginPercent;
  private final Map<Integer, SeaEvent.Identity> identities;

  EventJudging(Reaches reaches, double speedMarginPercent, Followed followed) {
    this.reaches = reaches;
    this.speedMarginPercent = speedMarginPercent;
    this.identities = identities(followed);
  }

  /** A judged event, before its evidence is read. */
  record Judged(
      SeaEvent event,
      SilenceJudging.@Nullable Both weighing,
      @Nullable SpeedBound bound,
      Reaches.Reached reached,
      List<Place> places) {
    List<ReachedCable> cables() {
      return reached.cables();
    }

    Judged with(Reaches.Reached other) {
      return new Judged(event, weighing, bound, other, places);
    }
  }

  Judged judge(SeaEvent event, SilenceJudging judging) {
    SeaEvent.Identity identity = identities.get(event.mmsi());
    int shipType = identity == null ? -1 : identity.shipType();
    double margin = speedMarginPercent;
    return switch (event) {
      case SeaEvent.Silence silence -> {
        SilenceJudging.Both weighing = judging.judge(silence);
        SeaEvent.End after = silence.after();
        double needed =
            after == null
                ? 0
                : Prism.reach(silence.before(), after, silence.toMillis(), 1).neededKnots();
        SpeedBound bound =
            SpeedBound.of(
                shipType, silence.usualTopKnots(), silence.speedReports(), needed, margin);
        List<Place> places = new ArrayList<>();
        places.add(silence.fixPlace());
        if (!silence.fromPlace().equals(silence.fixPlace())) {
          places.add(silence.fromPlace());
        }
        Place toPlace = silence.toPlace();
        if (toPlace != null) {
          places.add(toPlace);
        }
        yield new Judged(
            silence,
            weighing,
            bound,
            reaches.of(silence.before(), after, silence.toMillis(), bound.knots()),
            places);
      }
      case SeaEvent.PositionLoss loss -> {
        SpeedBound bound = SpeedBound.of(shipType, 0, 0, 0, margin);
        List<Place> places = new ArrayList<>();
        places.add(loss.fromPlace());
        Place toPlace = loss.toPlace();
        if (toPlace != null) {
          places.add(toPlace);
        }
        yield new Judged(
            loss,
            null,
            bound,
            reaches.of(loss.before(), loss.after(), loss.toMillis(), bound.knots()),
            places);
      }
      case SeaEvent.Identity i -> new Judged(i, null, null, Reaches.Reached.NOTHING, List.of());
      case SeaEvent.Told t -> new Judged(t, null, null, Reaches.Reached.NOTHING, List.of());
      case SeaEvent.LateHeard l -> new Judged(l, null, null, Reaches.Reached.NOTHING, List.of());
    };
  }

  Finding finding(Judged judged, Map<Place, Evidence> evidence, String runId) {
    SeaEvent.Identity identity = identities.get(judged.event().mmsi());
    List<Evidence> quotes = quotes(judged.places(), evidence);
    SilenceJudging.Both weighing = judged.weighing();
    SpeedBound bound = judged.bound();
    if (judged.event() instanceof SeaEvent.Silence && weighing != null && bound != null) {
      return SilenceFindings.of(
          new SilenceFindings.Told(
              weighing.judgement(),
              weighing.live(),
              identity,
              bound,
              judged.cables(),
              reaches.hasCables()),
          quotes,
          runId);
    }
    if (judged.event() instanceof SeaEvent.PositionLoss loss) {
      return SeaFindings.of(
          loss,
          identity,
          judged.cables().stream().map(ReachedCable::asset).limit(10).toList(),
          quotes,
          runId);
    }
    throw new IllegalStateException("no finding is made of " + judged.event());
  }

  static List<Evidence> quotes(List<Place> places, Map<Place, Evidence> evidence) {
    List<Evidence> quotes = new ArrayList<>();
    for (Place place : places) {
      Evidence one = evidence.get(place);
      if (one != null) {
        quotes.add(one);
      }
    }
    return quotes;
  }

  private static Map<Integer, SeaEvent.Identity> identities(Followed followed) {
    Map<Integer, SeaEvent.Identity> map = new HashMap<>();
    for (SeaEvent event : followed.events()) {
      if (event instanceof SeaEvent.Identity identity) {
        map.put(identity.mmsi(), identity);
      }
    }
    return map;
  }
}
