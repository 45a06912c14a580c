package org.bellbuoy.server.content;

import java.util.Comparator;

/**
 * One script on one server.
 *
 * @param host the server
 * @param organisation whose it is; empty where not told
 * @param path within its tree
 * @param bytes size
 * @param modifiedMillis when it was last changed, {@link #NO_TIME} where not known. Attackers set
 *     this time as they like
 * @param print of its content
 */
public record Sighting(
    String host,
    String organisation,
    String path,
    long bytes,
    long modifiedMillis,
    ScriptPrint print) {
  /** Time not known. */
  public static final long NO_TIME = Long.MIN_VALUE;

  /** First seen first: time, those without a time last, then host, organisation, path, digest. */
  public static final Comparator<Sighting> FIRST_SEEN =
      Comparator.comparing((Sighting s) -> s.modifiedMillis == NO_TIME)
          .thenComparingLong(Sighting::modifiedMillis)
          .thenComparing(Sighting::host)
          .thenComparing(Sighting::organisation)
          .thenComparing(Sighting::path)
          .thenComparing(s -> s.print.sha256());
}
