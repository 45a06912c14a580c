package org.bellbuoy.register.match;

/**
 * How much a lookup may do.
 *
 * @param candidates records that are held against the one asked about, at most
 * @param entries entries of posting lists that are looked at, at most; rare keys come first
 */
public record IndexOptions(int candidates, int entries) {
  /** Checks both. */
  public IndexOptions {
    if (candidates < 1 || entries < 1) {
      throw new IllegalArgumentException(candidates + " candidates, " + entries + " entries");
    }
  }

  /** 50 candidates, 150,000 entries. */
  public static IndexOptions defaults() {
    return new IndexOptions(50, 150_000);
  }
}
