package org.bellbuoy.sea.judge;

import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.sea.detect.ReachedCable;
import org.bellbuoy.sea.detect.SeaEvent;
import org.bellbuoy.sea.detect.SpeedBound;
import org.bellbuoy.sea.detect.Words;
import org.jspecify.annotations.Nullable;

/** Why a silence was judged as it was, in sentences that each rest on a number. */
final class SilenceReasons {
  private static final double WEAK_SIGNAL = 0.3;

  /** A share of reports or slots that is fair, neither good nor bad. */
  private static final double FAIR = 0.5;

  /** A change of a share that means something. */
  private static final double NOTICEABLE = 0.05;

  /** With less than this of the hour's rate left, a signal was fading. */
  private static final double STEADY = 0.8;

  /** A chance to be heard that leaves little to chance. */
  private static final double CERTAIN = 0.95;

  /** Within this range VHF usually carries without ducting, nautical miles. */
  private static final double NEAR_MILES = 40;

  private SilenceReasons() {}

  static List<Reason> of(SilenceFindings.Told told) {
    Judgement judgement = told.judgement();
    SilenceFacts facts = judgement.facts();
    SeaEvent.Silence silence = facts.silence();
    List<Reason> reasons = new ArrayList<>();
    reasons.add(why(judgement));
    double due = silence.millis() / (double) facts.intervalMillis();
    reasons.add(
        Reason.of(
            "silent",
            (silence.open()
                    ? "Not heard since, for "
                        + Words.span(silence.millis())
                        + " until the data ends"
                    : "Not heard for " + Words.span(silence.millis()))
                + "; by its class, status and speed "
                + Words.number(due, 0)
                + " position reports were due.",
            due,
            "reports"));
    own(silence, reasons);
    others(facts, reasons);
    reasons.add(
        Reason.of(
            "by-chance",
            "Had it gone on transmitting, a silence as long would have come "
                + oneIn(judgement.observable())
                + " by poor reception on its likely way.",
            judgement.observable(),
            "probability to be heard"));
    circumstances(told, reasons);
    live(told, reasons);
    reach(told.bound(), told.cables(), told.cablesGiven(), reasons);
    return reasons;
  }

  /** The sentence that a reader sees first. */
  static Reason why(Judgement judgement) {
    SilenceFacts facts = judgement.facts();
    Judgement.Blind blind = judgement.why();
    if (blind != null) {
      return Reason.of(Reason.WHY_CANNOT_TELL, cannotTell(judgement, blind));
    }
    double others = facts.value(Feature.OTHERS_MEANWHILE_MIDDLE);
    if (judgement.level() == Level.UNLIKELY) {
      return Reason.of(
          "why-unlikely",
          unlikely(judgement) + " That is no all-clear.",
          judgement.probabilityOff(),
          "probability");
    }
    return Reason.of(
        Reason.WHY_NOT_RECEPTION,
        (judgement.level() == Level.LIKELY
                ? "Poor reception hardly explains it: "
                : "Poor reception may not be all that explains it: ")
            + leading(judgement, true)
            + ".",
        others,
        "share");
  }

  /** What explains it better than a switch-off, by the explanation that leads. */
  private static String unlikely(Judgement judgement) {
    return switch (judgement.hypotheses().getFirst().name()) {
      case SilenceJudge.UNHEARD ->
          "Poor reception explains it better than a switch-off: " + leading(judgement, false) + ".";
      case SilenceJudge.IN_PORT ->
          "It lay still or came to rest at a shore, where sets are often switched off: that explains"
              + " it better than a switch-off at sea.";
      case SilenceJudge.HANDED_OVER ->
          "Another identity began where and when this one ended: that explains it better than a"
              + " switch-off.";
      case SilenceJudge.LOST ->
          "Others near it lost their position then: that explains it better than a switch-off.";
      case SilenceJudge.LATE -> "Records that come late explain it better than a switch-off.";
      case SilenceJudge.DOWN -> "Receivers that were down explain it better than a switch-off.";
      default ->
          "No explanation stands out: a switch-off is not likely enough to be called possible.";
    };
  }

  /**
   * What weighed most, for or against a switch-off. A number is cited only where it points the same
   * way by itself: a reader must be able to follow it.
   */
  private static String leading(Judgement judgement, boolean off) {
    List<Double> parts = judgement.contributions();
    record Part(double weight, String text) {}
    List<Part> all = new ArrayList<>();
    for (Feature.Family family : Feature.Family.values()) {
      double weight = parts.get(family.ordinal()) * (off ? 1 : -1);
      String text = weight > 0.05 ? words(family, judgement, off) : null;
      if (text != null) {
        all.add(new Part(weight, text));
      }
    }
    all.sort(java.util.Comparator.comparingDouble(Part::weight).reversed());
    return all.isEmpty()
        ? "all numbers taken together, though none by itself says so"
        : String.join("; ", all.stream().limit(3).map(Part::text).toList());
  }

  /** A family in words; null where its number does not point that way by itself. */
  private static @Nullable String words(Feature.Family family, Judgement judgement, boolean off) {
    SilenceFacts facts = judgement.facts();
    return switch (family) {
      case OWN_BEFORE -> ownBefore(facts, off);
      case OWN_AFTER -> {
        double rate = heard(facts.value(Feature.RATE_AFTER_10_MIN));
        yield pointing(rate, off)
            ? "in the ten minutes after it came back, "
                + Words.percent(rate)
                + " of its reports due were heard"
            : null;
      }
      case OTHERS -> {
        double meanwhile = facts.value(Feature.OTHERS_MEANWHILE_MIDDLE);
        double before = facts.value(Feature.OTHERS_BEFORE_MIDDLE);
        boolean steady = meanwhile >= before - NOTICEABLE && meanwhile >= FAIR;
        boolean poor = meanwhile <= before - NOTICEABLE || meanwhile < FAIR;
        yield (off ? steady : poor)
            ? "others near it were heard in "
                + Words.percent(meanwhile)
                + " of their two-minute slots meanwhile, as against "
                + Words.percent(before)
                + " in the half hour before"
            : null;
      }
      case PLACE -> place(facts, off);
      case LENGTH -> "it lasted " + Words.span(facts.silence().millis());
      case RECEPTION ->
          off == judgement.observable() >= CERTAIN
              ? "by how it and others were heard, chance leaves a silence as long "
                  + oneIn(judgement.observable())
              : null;
    };
  }

  private static @Nullable String ownBefore(SilenceFacts facts, boolean off) {
    double ten = heard(facts.value(Feature.RATE_10_MIN));
    double hour = heard(facts.value(Feature.RATE_60_MIN));
    boolean faded = ten < STEADY * hour;
    if (off ? faded : !faded && ten >= FAIR) {
      return null;
    }
    return "in the ten minutes before, "
        + Words.percent(ten)
        + " of its own reports due were heard, as against "
        + Words.percent(hour)
        + " over the hour"
        + (faded ? ": it was fading" : "");
  }

  private static boolean pointing(double share, boolean off) {
    return off ? share >= FAIR : share < FAIR;
  }

  private static @Nullable String place(SilenceFacts facts, boolean off) {
    if (facts.value(Feature.LAND_NEAR_SHIP) > 0.1) {
      return off ? null : "land stood between it and the receiver";
    }
    double miles = facts.rangeMetres() / 1852;
    if (!facts.rangeTold() || (off ? miles > NEAR_MILES : miles <= NEAR_MILES)) {
      return null;
    }
    return "it was " + Words.number(miles, 0) + " nm from the receiver";
  }

  /** A share kept as ln(heard/due), at most all. */
  private static double heard(double logRate) {
    return Math.min(1, Math.exp(logRate));
  }

  private static String cannotTell(Judgement judgement, Judgement.Blind blind) {
    SilenceFacts facts = judgement.facts();
    return switch (blind) {
      case RECEIVERS_DOWN ->
          "It cannot be told: every receiver that had heard it was down for "
              + Words.span(judgement.downMillis())
              + " of it.";
      case WEAK_ITSELF ->
          facts.value(Feature.FOLLOWED) < 1
              ? "It cannot be told: within the twelve hours before, the ship was first heard "
                  + (facts.value(Feature.FOLLOWED) < 1 / 30.0
                      ? "just then"
                      : Words.span(Math.round(facts.value(Feature.FOLLOWED) * 3_600_000))
                          + " earlier")
                  + ", too short to know how it is heard."
              : "It cannot be told: in the hour before, the ship was heard in "
                  + facts.silence().heardSlotsOfLastTen()
                  + " of 10 six-minute slots, with "
                  + share(facts.value(Feature.RATE_60_MIN))
                  + " of its position reports due; that is too little for not hearing it to say"
                  + " much.";
      case NOBODY_NEAR ->
          "It cannot be told: hardly any other ship of its class was near to compare with.";
      case OTHERS_UNHEARD ->
          "It cannot be told: others near it were heard in only "
              + Words.percent(facts.value(Feature.OTHERS_MEANWHILE_MIDDLE))
              + " of their two-minute slots meanwhile; it may have been lost with them.";
      case TOO_SHORT ->
          "It cannot be told: by how it was heard before, chance alone leaves a silence as long "
              + oneIn(judgement.observable())
              + ".";
      case NO_HISTORY ->
          "It cannot be told: a record that came late cut the silence, and how the ship was heard"
              + " before it is not known.";
    };
  }

  private static void own(SeaEvent.Silence silence, List<Reason> reasons) {
    long followedSlots = Math.min(10, silence.followedMillis() / 360_000);
    reasons.add(
        Reason.of(
            "heard-before",
            followedSlots < 10
                ? "It had been followed for only "
                    + Words.span(silence.followedMillis())
                    + " before, and was heard in "
                    + silence.heardSlotsOfLastTen()
                    + " of the ten six-minute slots before."
                : "In the hour before it was heard in "
                    + silence.heardSlotsOfLastTen()
                    + " of 10 six-minute slots.",
            silence.heardSlotsOfLastTen(),
            "slots of 10"));
    reasons.add(
        Reason.of(
            "signal",
            "Of late about "
                + Words.percent(silence.signal())
                + " of its position reports due were heard"
                + (silence.signal() < WEAK_SIGNAL
                    ? ": a weak signal, which may fade out by itself."
                    : "."),
            silence.signal(),
            "share"));
  }

  private static void others(SilenceFacts facts, List<Reason> reasons) {
    double ships = Math.expm1(facts.value(Feature.SHIPS_MEANWHILE_MIDDLE));
    if (ships < 0.2) {
      reasons.add(
          Reason.of(
              "others-unknown",
              "Too few other ships of its class were near to know how well it could be heard."));
      return;
    }
    double share = facts.value(Feature.OTHERS_MEANWHILE_MIDDLE);
    reasons.add(
        Reason.of(
            "others-heard",
            "Other ships of its class near its way (as much as "
                + Words.number(ships, 1)
                + " at the very place) were heard in "
                + Words.percent(share)
                + " of their two-minute slots meanwhile, in "
                + Words.percent(facts.value(Feature.OTHERS_10_MIN_MIDDLE))
                + " in its first ten minutes, in "
                + Words.percent(facts.value(Feature.OTHERS_BEFORE_MIDDLE))
                + " in the half hour before.",
            share,
            "share"));
  }

  private static void circumstances(SilenceFindings.Told told, List<Reason> reasons) {
    Judgement judgement = told.judgement();
    SilenceFacts facts = judgement.facts();
    if (judgement.downMillis() > 0) {
      reasons.add(
          Reason.of(
              "receiver-down",
              "Every receiver that had heard it was silent for "
                  + Words.span(judgement.downMillis())
                  + " of it.",
              judgement.downMillis() / 1000.0,
              "s"));
    }
    Judgement.Held held = judgement.held();
    if (held != null) {
      reasons.add(HeldReason.of(held, facts));
    }
    if (judgement.lyingStill()) {
      reasons.add(
          Reason.of(
              "lying-still",
              "It lay still, or came to rest at a shore; sets are often switched off in port or at"
                  + " anchor.",
              facts.shoreMetres(),
              "m to the shore"));
    }
    double land = facts.value(Feature.LAND_TO_RECEIVER);
    if (land > 0.5) {
      reasons.add(
          Reason.of(
              "land-between",
              "About "
                  + Words.number(land, 0)
                  + " km of land lay between its last position and the receiver.",
              land,
              "km"));
    }
    Handovers.Handover handover = judgement.handover();
    if (handover != null) {
      reasons.add(
          Reason.of(
              "new-identity",
              "MMSI "
                  + String.format(java.util.Locale.ROOT, "%09d", handover.mmsi())
                  + " was first heard "
                  + (handover.fromMillis() - facts.silence().fromMillis() < 120_000
                      ? "within two minutes of when"
                      : Words.span(handover.fromMillis() - facts.silence().fromMillis()) + " after")
                  + " it fell silent, "
                  + Words.number(handover.metres() / 1852, 1)
                  + " nm from where it would have been: it may be the same ship.",
              handover.metres(),
              "m"));
    }
    if (judgement.neighboursLost() > 0) {
      reasons.add(
          Reason.of(
              "positions-lost-near",
              Words.count(judgement.neighboursLost(), "other ship", "other ships")
                  + " near it lost their position around then: satellite navigation may have been"
                  + " jammed.",
              judgement.neighboursLost(),
              "ships"));
    }
    SeaEvent.Identity identity = told.identity();
    if (identity != null && identity.hulls() > 1) {
      reasons.add(
          Reason.of(
              "shared-identity",
              "This MMSI was used from "
                  + identity.hulls()
                  + " places that no one ship can have been at; this is hull "
                  + facts.silence().hull()
                  + " of them.",
              identity.hulls(),
              "hulls"));
    }
  }

  private static void live(SilenceFindings.Told told, List<Reason> reasons) {
    for (Judgement one : told.live()) {
      if (one.level() == Level.LIKELY) {
        long after = one.facts().momentMillis() - one.facts().silence().fromMillis();
        reasons.add(
            Reason.of(
                "live",
                "While it lasted, it was judged likely from "
                    + Words.span(after)
                    + " on, with what was known by then.",
                after / 1000.0,
                "s"));
        return;
      }
    }
    if (!told.live().isEmpty()) {
      reasons.add(
          Reason.of(
              "live",
              "While it lasted, it was not judged likely at any moment looked at; the last one said "
                  + told.live().getLast().level().word()
                  + "."));
    }
  }

  private static void reach(
      SpeedBound bound, List<ReachedCable> cables, boolean cablesGiven, List<Reason> reasons) {
    reasons.add(
        Reason.of(
            "speed-bound",
            "It is taken to have made at most "
                + Words.number(bound.knots(), 1)
                + " kn: "
                + bound.basis()
                + ".",
            bound.knots(),
            "kn"));
    if (!cablesGiven) {
      return;
    }
    if (cables.isEmpty()) {
      reasons.add(
          Reason.of("no-cable", "At that speed it could have come to none of the cables given."));
      return;
    }
    ReachedCable longest = cables.getFirst();
    String name = longest.asset().name() == null ? longest.asset().id() : longest.asset().name();
    reasons.add(
        Reason.of(
            "reach",
            "It could have come to "
                + Words.count(cables.size(), "cable", "cables")
                + (cables.size() > SilenceFindings.MOST_CABLES
                    ? " (the "
                        + SilenceFindings.MOST_CABLES
                        + " with the longest possible stay are listed)"
                    : "")
                + "; longest at "
                + name
                + ", for up to "
                + Words.span(Math.round(longest.longestStaySeconds() * 1000))
                + ", at no less than "
                + Words.number(longest.leastSpeedKnots(), 1)
                + " kn.",
            longest.longestStaySeconds(),
            "s"));
    long crossed = cables.stream().filter(ReachedCable::onStraightWay).count();
    if (crossed > 0) {
      reasons.add(
          Reason.of(
              "straight-way",
              "The straight way between its last and next position crosses the band of "
                  + Words.count(crossed, "cable", "cables")
                  + "."));
    }
  }

  /** A share kept as ln(heard/due), at most all. */
  private static String share(double logRate) {
    return Words.percent(Math.min(1, Math.exp(logRate)));
  }

  static String chance(double probability) {
    if (probability > 0.995) {
      return "over 99 %";
    }
    return probability < 0.005 ? "under 1 %" : Words.percent(probability);
  }

  /** "about once in n" for the chance to be unheard. */
  private static String oneIn(double observable) {
    double unheard = 1 - observable;
    if (unheard > 0.4) {
      return "easily";
    }
    return unheard < 0.001
        ? "less than once in 1,000 times"
        : "about once in " + Words.number(1 / unheard, 0) + " times";
  }
}
