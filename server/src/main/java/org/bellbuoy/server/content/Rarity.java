package org.bellbuoy.server.content;

/**
 * On how many servers of one kind a script lies.
 *
 * @param servers servers with the same product that were listed
 * @param present of those, how many have a file there
 * @param same of those, how many have it with the same content
 * @param buildServers servers with the same product and build, 0 where the build is not known
 * @param buildPresent of those, how many have a file there
 * @param buildSame of those, how many have it with the same content
 */
public record Rarity(
    int servers, int present, int same, int buildServers, int buildPresent, int buildSame) {
  /** Fewer servers make no majority. */
  public static final int FEWEST_SERVERS = 3;

  /** Whether most comparable servers lack the file. */
  public boolean rare() {
    return servers >= FEWEST_SERVERS && present * 2 <= servers;
  }

  /** Whether most comparable servers have a file there, but hardly one with this content. */
  public boolean altered() {
    boolean byBuild = buildServers >= FEWEST_SERVERS;
    int of = byBuild ? buildServers : servers;
    int have = byBuild ? buildPresent : present;
    int like = byBuild ? buildSame : same;
    return of >= FEWEST_SERVERS && have * 2 > of && like * 2 <= have;
  }

  /** One sentence. */
  public String sentence() {
    if (servers < FEWEST_SERVERS) {
      return "Only %d servers with this product were listed, too few to tell whether it is rare."
          .formatted(servers);
    }
    return "It lies on %d of %d servers with this product, on %d with the same content."
        .formatted(present, servers, same);
  }
}
