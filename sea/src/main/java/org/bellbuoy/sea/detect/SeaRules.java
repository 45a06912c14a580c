package org.bellbuoy.sea.detect;

import java.util.List;
import org.bellbuoy.core.rule.Parameter;
import org.bellbuoy.core.rule.Rule;

/** The rules of the sea watch, as people read them with {@code bellbuoy rules show}. */
public final class SeaRules {
  private static final SilenceOptions DEFAULTS = SilenceOptions.defaults();

  /** Silences. */
  public static final Rule SILENCE =
      new Rule(
          "sea.silence",
          5,
          "Silence of a vessel",
          "A vessel that was being heard was not heard for longer than asked for. The assessment weighs"
              + " a set switched off against poor reception and other explanations, by how the ship"
              + " itself was heard before and after and how others near it were heard meanwhile, and"
              + " says which cables it could have come to.",
          "That a hand switched it off: a fault or a power cut looks the same. That anything was done"
              + " to a cable, or that the ship was near one. The probability holds for the share of"
              + " switch-offs given as prior.",
          List.of(
              new Parameter(
                  "min-silence",
                  DEFAULTS.minSilenceMillis() / 60_000 + "m",
                  "time",
                  "Silences at least this long become findings."),
              new Parameter(
                  "likely",
                  Double.toString(DEFAULTS.likely()),
                  "probability",
                  "From here on the level is likely."),
              new Parameter(
                  "possible",
                  Double.toString(DEFAULTS.possible()),
                  "probability",
                  "From here on the level is possible."),
              new Parameter(
                  "least-observable",
                  Double.toString(DEFAULTS.leastObservable()),
                  "probability",
                  "With a smaller chance to have been heard, had it gone on transmitting, the level"
                      + " is cannot-tell."),
              new Parameter(
                  "prior",
                  Double.toString(DEFAULTS.prior()),
                  "share",
                  "Share of silences taken to be switch-offs before anything is known of one."),
              new Parameter(
                  "speed-margin",
                  Math.round(DEFAULTS.reach().speedMarginPercent()) + "%",
                  "per cent",
                  "How much faster a silent ship may have gone than its own usual top speed."),
              new Parameter(
                  "open-reach",
                  DEFAULTS.reach().openReachMillis() / 3_600_000 + "h",
                  "time",
                  "Without a next position, cables are sought that could be reached within this long"
                      + " after the last one."),
              new Parameter(
                  "row-gap",
                  DEFAULTS.reach().rowGapMillis() / 3_600_000 + "h",
                  "time",
                  "Silences of one ship told of together lie no farther apart.")),
          List.of(
              "ITU-R M.1371-6, Annex 1, tables 1 and 2: reporting intervals",
              "Hammond and Peters 2012, Journal of Navigation: reception learnt from others' messages",
              "Friedman 2001, Annals of Statistics 29: gradient boosting",
              "Hagerstrand 1970: the space-time prism"),
          List.of(
              "Out of range of every receiver, or ducting that ended",
              "A receiver or its link was down",
              "Moored or in port, where sets are often switched off",
              "Land between the ship and the receiver",
              "The same set goes on under another identity",
              "A fault of the ship's set or its power",
              "Messages that come late or are lost on the way to the file"));

  /** Losses of position. */
  public static final Rule POSITION_LOST =
      new Rule(
          "sea.position-lost",
          2,
          "Position lost while transmitting",
          "A vessel went on transmitting but gave no valid position (latitude 91, longitude 181, or a"
              + " time stamp that says the positioning system is manual, estimated or inoperative)."
              + " It was not dark.",
          "That anybody jammed or spoofed it, or that the crew did anything.",
          List.of(
              new Parameter(
                  "min-position-loss",
                  DEFAULTS.minPositionLossMillis() / 60_000 + "m",
                  "time",
                  "Losses at least this long become findings.")),
          List.of(
              "ITU-R M.1371-6, Annex 8, tables 48 and 49: position and time stamp not available"),
          List.of(
              "Jamming of satellite navigation in the area",
              "A fault of the ship's receiver or antenna",
              "Work on the ship's navigation equipment"));

  /** Receiver outages. */
  public static final Rule RECEIVER_SILENT =
      new Rule(
          "sea.receiver-silent",
          1,
          "Silence of a receiver",
          "A receiver that had been giving plenty gave nothing at all for a while: at its rate of the"
              + " ten minutes before, at least 20 receptions were due, of at least five vessels. Nothing can be said of vessels"
              + " that only it hears.",
          "Why it was silent.",
          List.of(
              new Parameter(
                  "min-outage",
                  DEFAULTS.minOutageMillis() / 1000 + "s",
                  "time",
                  "Receiver silences at least this long become findings.")),
          List.of("Poisson arrivals: with 20 due, none comes by chance once in e^20 times"),
          List.of(
              "Power, network or software of the receiver",
              "Maintenance",
              "A lost part of a file"));

  /** All of them. */
  public static final List<Rule> ALL = List.of(SILENCE, POSITION_LOST, RECEIVER_SILENT);

  private SeaRules() {}
}
