package org.bellbuoy.register.join;

import java.util.List;
import java.util.Map;

/**
 * What a watch knows of its assets beyond their ids, such as the organisation that a fleet file
 * names for a server.
 *
 * @param byAsset names of parties by asset, told as {@link
 *     org.bellbuoy.core.finding.PartyRef#of(org.bellbuoy.core.finding.AssetRef)} tells it
 */
public record Clues(Map<String, List<Clue>> byAsset) {
  /** The role of who made an asset: looked up by likeness, and no owner or operator by it. */
  public static final String MAKER = "maker";

  /** Nothing further is known. */
  public static final Clues NONE = new Clues(Map.of());

  public Clues {
    byAsset = Map.copyOf(byAsset);
  }

  /**
   * A party's name as somebody told it.
   *
   * @param role what it is to the asset, for example {@code owner}
   * @param name untrusted text; looked up exactly after folding, for makers by likeness
   * @param from who told it, for example {@code fleet file}
   */
  public record Clue(String role, String name, String from) {}

  List<Clue> of(String asset) {
    return byAsset.getOrDefault(asset, List.of());
  }
}
