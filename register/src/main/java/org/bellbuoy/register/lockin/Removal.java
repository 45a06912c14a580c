package org.bellbuoy.register.lockin;

import java.util.Set;

/**
 * What is thought away.
 *
 * @param parties ids of parties, all that they control goes with them
 * @param countries ISO 3166-1 alpha-2, all parties of theirs go with them
 * @param assets ids of assets
 */
public record Removal(Set<String> parties, Set<String> countries, Set<String> assets) {
  /** Keeps copies. */
  public Removal {
    parties = Set.copyOf(parties);
    countries = Set.copyOf(countries);
    assets = Set.copyOf(assets);
  }

  /** Nothing. */
  public static Removal none() {
    return new Removal(Set.of(), Set.of(), Set.of());
  }

  /** One party. */
  public static Removal ofParty(String party) {
    return new Removal(Set.of(party), Set.of(), Set.of());
  }

  /** All parties of one country. */
  public static Removal ofCountry(String country) {
    return new Removal(Set.of(), Set.of(country), Set.of());
  }
}
