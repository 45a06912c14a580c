package org.bellbuoy.server.tree;

/**
 * How much of a hostile tree is taken before the rest is refused and named.
 *
 * @param files most files of one root
 * @param depth most folders within each other
 * @param archiveEntries most entries of one zip
 * @param archiveBytes most uncompressed bytes of one zip, as its directory declares them
 * @param ratio most uncompressed bytes for a stored one, of an entry and of the whole zip; small
 *     ones are exempt
 */
public record TreeLimits(int files, int depth, int archiveEntries, long archiveBytes, int ratio) {
  /** Entries and archives below this many uncompressed bytes may have any ratio. */
  static final long RATIO_FROM_BYTES = 16L << 20;

  /** One million files, 64 folders deep, a zip of 500,000 entries and 1 TiB, ratio 200. */
  public static TreeLimits defaults() {
    return new TreeLimits(1_000_000, 64, 500_000, 1L << 40, 200);
  }
}
