package org.bellbuoy.server.build;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of how an update was installed, beside the build.
 *
 * @param kbs numbers of installed packages, digits only
 * @param complete whether the list names all that are installed, so that a missing one is missing
 * @param configured whether the configuration wizard (psconfig) ran after the update; null where
 *     not known
 * @param otherBuild a second build found on the same server, null where there is none
 */
public record Packages(
    Set<String> kbs,
    boolean complete,
    @Nullable Boolean configured,
    @Nullable BuildNumber otherBuild) {
  public Packages {
    kbs = Set.copyOf(kbs);
  }

  /** Nothing is known. */
  public static Packages none() {
    return new Packages(Set.of(), false, null, null);
  }
}
