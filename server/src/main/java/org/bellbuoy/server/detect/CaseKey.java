package org.bellbuoy.server.detect;

/**
 * What is counted together.
 *
 * @param kind what was done
 * @param state how far it came
 * @param client who did it, or what it was done to
 */
record CaseKey(String kind, EntryState state, String client) implements Comparable<CaseKey> {
  /** Order in which cases are kept when there are too many: what succeeded first. */
  private long keep() {
    long rank = (long) EntryState.values().length - state.ordinal();
    long hash = (31L * kind.hashCode() + client.hashCode()) * 0x9E3779B97F4A7C15L;
    return rank << 60 | hash >>> 4;
  }

  @Override
  public int compareTo(CaseKey other) {
    int byKeep = Long.compareUnsigned(keep(), other.keep());
    if (byKeep != 0) {
      return byKeep;
    }
    int byClient = client.compareTo(other.client);
    return byClient != 0 ? byClient : kind.compareTo(other.kind);
  }
}
