package org.bellbuoy.server.build;

import java.util.List;
import java.util.Set;
import org.bellbuoy.server.tree.Product;
import org.jspecify.annotations.Nullable;

/**
 * The build of one server as its files tell it.
 *
 * @param product as the numbers tell it; {@link Product#OTHER} where nothing tells
 * @param build the number to judge by, null where nothing tells or what tells disagrees
 * @param other a second number that disagrees, null where none does
 * @param configured whether the configuration wizard ran after the update, null where not told
 * @param kbs numbers of packages that a list of installed ones names, digits only; others may be
 *     installed too
 * @param sentence what told it, and what disagrees
 * @param sightings all places, most trusted first
 * @param problems sentences on files that should tell a build and do not
 */
public record FoundBuild(
    Product product,
    @Nullable BuildNumber build,
    @Nullable BuildNumber other,
    @Nullable Boolean configured,
    Set<String> kbs,
    String sentence,
    List<BuildSighting> sightings,
    List<String> problems) {
  public FoundBuild {
    kbs = Set.copyOf(kbs);
    sightings = List.copyOf(sightings);
    problems = List.copyOf(problems);
  }

  /**
   * What is known beside the build, for {@link PatchTruth#of}: packages, the number that disagrees.
   */
  public Packages packages() {
    return new Packages(kbs, false, configured, other);
  }
}
