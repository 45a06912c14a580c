package org.bellbuoy.server.content;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which script lies on which servers. Tables of parts of a fleet merge to the table of the whole,
 * in any order. Memory about 150 bytes for each script of each server. Not thread safe while it is
 * filled.
 */
public final class RarityTable {
  private record Server(String product, String build) {}

  private final Map<String, Server> servers = new TreeMap<>();
  private final Map<String, Map<String, String>> digests = new HashMap<>();
  private final Map<String, Set<String>> doubtful = new HashMap<>();

  /**
   * Notes a server, also one that has no script at all.
   *
   * @param product as in {@code Product}; only the same are compared
   * @param build CU or build, empty where not known
   */
  public void server(String host, String product, String build) {
    servers.put(host, new Server(product, build));
  }

  /**
   * Notes a script on a noted server.
   *
   * @param path as collected; it is cut to {@link WebPath}
   * @param digest what tells its content, for example {@link ScriptPrint#sha256}
   */
  public void script(String host, String path, String digest) {
    if (!servers.containsKey(host)) {
      throw new IllegalArgumentException("The server was not noted before its script: " + host);
    }
    put(host, WebPath.of(path), digest);
  }

  private void put(String host, String path, String digest) {
    String before = digests.computeIfAbsent(path, key -> new HashMap<>()).put(host, digest);
    if (before != null && !before.equals(digest)) {
      // Two collected folders give one web path: neither content stands for the server.
      doubtful.computeIfAbsent(path, key -> new HashSet<>()).add(host);
    }
  }

  /** Takes in all of another table. A server of both has the scripts of both. */
  public void merge(RarityTable other) {
    servers.putAll(other.servers);
    other.digests.forEach(
        (path, hosts) -> hosts.forEach((host, digest) -> put(host, path, digest)));
    other.doubtful.forEach(
        (path, hosts) -> doubtful.computeIfAbsent(path, key -> new HashSet<>()).addAll(hosts));
  }

  /** How rare a script is, seen from one server; the digest as it was noted. */
  public Rarity of(String host, String path, String digest) {
    Server server = Objects.requireNonNull(servers.get(host), host);
    String webPath = WebPath.of(path);
    Map<String, String> here = digests.getOrDefault(webPath, Map.of());
    Set<String> unsure = doubtful.getOrDefault(webPath, Set.of());
    int[] counts = new int[6];
    servers.forEach(
        (name, other) -> {
          if (!other.product().equals(server.product())) {
            return;
          }
          count(counts, 0, here.get(name), digest, unsure.contains(name));
          if (!server.build().isEmpty() && other.build().equals(server.build())) {
            count(counts, 3, here.get(name), digest, unsure.contains(name));
          }
        });
    return new Rarity(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
  }

  private static void count(
      int[] counts,
      int at,
      @org.jspecify.annotations.Nullable String found,
      String digest,
      boolean unsure) {
    counts[at]++;
    counts[at + 1] += found != null ? 1 : 0;
    counts[at + 2] += digest.equals(found) && !unsure ? 1 : 0;
  }
}
