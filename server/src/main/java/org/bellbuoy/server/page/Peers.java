package org.bellbuoy.server.page;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** The pages of a server as a yardstick for one of them. */
final class Peers {
  /** Folders that usually hold no scripts. */
  private static final Set<String> STATIC_FOLDERS =
      Set.of(
          "images",
          "image",
          "img",
          "imgs",
          "pics",
          "icons",
          "css",
          "styles",
          "style",
          "js",
          "scripts",
          "fonts",
          "static",
          "assets",
          "media",
          "themes",
          "resources",
          "upload",
          "uploads",
          "uploadfiles",
          "files",
          "attachments",
          "aspnet_client",
          "system_web",
          "tmp",
          "temp",
          "cache",
          "logs",
          "backup",
          "error",
          "errors",
          "html",
          "download",
          "downloads",
          "documents",
          ".well-known");

  private final double[] clients;
  private final double[] postShares;
  private final double[] firstSeen;
  private final double refererShare;
  private final Map<String, int[]> folders = new HashMap<>();

  Peers(List<Page> pages) {
    List<Page> run = pages.stream().filter(p -> p.isScript() || !p.ending).toList();
    clients = sorted(run, Page::clients);
    postShares = sorted(run, p -> (double) p.posts() / p.requests());
    firstSeen = sorted(pages, Page::firstMillis);
    long logged = 0;
    long without = 0;
    for (Page page : pages) {
      logged += page.refererLogged;
      without += page.withoutReferer;
      int[] counts = folders.computeIfAbsent(folder(page.path()), f -> new int[2]);
      counts[page.isScript() ? 0 : 1] += page.ending ? 1 : 0;
    }
    refererShare = logged == 0 ? 0 : 1 - (double) without / logged;
  }

  private static double[] sorted(List<Page> pages, ToDoubleFunction<Page> value) {
    double[] values = pages.stream().mapToDouble(value).toArray();
    Arrays.sort(values);
    return values;
  }

  /** How many pages there are to compare with, the one itself counted. */
  int size() {
    return clients.length;
  }

  /** Share of all requests that name a referer. */
  double refererShare() {
    return refererShare;
  }

  /** Share of the pages that have as few clients or fewer, itself left out. */
  double shareWithAsFewClients(Page page) {
    return (below(clients, page.clients() + 0.5) - 1) / (double) Math.max(1, clients.length - 1);
  }

  /** Share of the pages that have as much POST or more, itself left out. */
  double shareWithAsMuchPost(Page page) {
    double share = (double) page.posts() / page.requests();
    int atLeast = postShares.length - below(postShares, share - 1e-9);
    return (atLeast - 1) / (double) Math.max(1, postShares.length - 1);
  }

  /** Share of all pages, files too, first seen before. */
  double shareSeenBefore(Page page) {
    return below(firstSeen, (double) page.firstMillis())
        / (double) Math.max(1, firstSeen.length - 1);
  }

  /** Number of values under a bound. */
  private static int below(double[] sorted, double bound) {
    int at = Arrays.binarySearch(sorted, bound);
    if (at < 0) {
      return -at - 1;
    }
    while (at > 0 && sorted[at - 1] == bound) {
      at--;
    }
    return at;
  }

  /** Whether the page's folder holds files and no other script. */
  boolean isAmongFiles(Page page) {
    int[] counts = folders.getOrDefault(folder(page.path()), new int[2]);
    return page.isScript() && counts[0] <= 1 && counts[1] >= 3;
  }

  /** Whether a folder of that name usually holds no scripts. */
  static boolean isStaticFolder(Page page) {
    if (!page.isScript()) {
      return false;
    }
    String folder = folder(page.path());
    return STATIC_FOLDERS.contains(folder.substring(folder.lastIndexOf('/') + 1));
  }

  static String folder(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }
}
