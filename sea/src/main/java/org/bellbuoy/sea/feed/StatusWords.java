package org.bellbuoy.sea.feed;

import java.util.Map;

/** Words that feeds write for the standard's numbers. */
final class StatusWords {
  private static final Map<String, Integer> STATUS =
      Map.ofEntries(
          Map.entry("underwayusingengine", 0),
          Map.entry("atanchor", 1),
          Map.entry("anchored", 1),
          Map.entry("notundercommand", 2),
          Map.entry("restrictedmaneuverability", 3),
          Map.entry("restrictedmanoeuvrability", 3),
          Map.entry("constrainedbyherdraught", 4),
          Map.entry("constrainedbyherdraft", 4),
          Map.entry("constrainedbydraught", 4),
          Map.entry("constrainedbydraft", 4),
          Map.entry("moored", 5),
          Map.entry("aground", 6),
          Map.entry("engagedinfishing", 7),
          Map.entry("underwaysailing", 8),
          Map.entry("underway", 8),
          Map.entry("reservedforfutureamendmentofnavigationalstatusforhsc", 9),
          Map.entry("reservedforhsc", 9),
          Map.entry("reservedforfutureamendmentofnavigationalstatusforwig", 10),
          Map.entry("reservedforwig", 10),
          Map.entry("powerdrivenvesseltowingastern", 11),
          Map.entry("powerdrivenvesselpushingaheadortowingalongside", 12),
          Map.entry("aissart", 14),
          Map.entry("aissartmobepirb", 14),
          Map.entry("aissartisactive", 14),
          Map.entry("notdefined", 15),
          Map.entry("undefined", 15));

  private static final Map<String, Integer> SHIP_TYPE =
      Map.ofEntries(
          Map.entry("wig", 20),
          Map.entry("fishing", 30),
          Map.entry("towing", 31),
          Map.entry("towinglongwide", 32),
          Map.entry("dredging", 33),
          Map.entry("diving", 34),
          Map.entry("military", 35),
          Map.entry("sailing", 36),
          Map.entry("pleasure", 37),
          Map.entry("hsc", 40),
          Map.entry("pilot", 50),
          Map.entry("sar", 51),
          Map.entry("tug", 52),
          Map.entry("porttender", 53),
          Map.entry("antipollution", 54),
          Map.entry("lawenforcement", 55),
          Map.entry("spare1", 56),
          Map.entry("spare2", 57),
          Map.entry("medical", 58),
          Map.entry("notpartytoconflict", 59),
          Map.entry("passenger", 60),
          Map.entry("cargo", 70),
          Map.entry("tanker", 80),
          Map.entry("other", 90));

  private StatusWords() {}

  /** Navigational status; −1 for words that are none. Reserved and unknown ones are 15 or less. */
  static int status(byte[] b, int from, int to) {
    String word = Columns.plain(b, from, to);
    Integer known = STATUS.get(word);
    if (known != null) {
      return known;
    }
    return word.startsWith("reserved") ? 13 : word.startsWith("unknown") ? 15 : -1;
  }

  /** First number of the group of ship types that a word names; −1 for none. */
  static int shipType(byte[] b, int from, int to) {
    return SHIP_TYPE.getOrDefault(Columns.plain(b, from, to), -1);
  }
}
