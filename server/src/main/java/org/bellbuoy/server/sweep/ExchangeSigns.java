package org.bellbuoy.server.sweep;

import java.util.List;

/**
 * Whether pages that answered show a server that nobody named to run Exchange: two of its front
 * doors at least. Pure.
 */
final class ExchangeSigns {
  private static final List<String> DOORS =
      List.of("/owa/", "/ecp/", "/autodiscover/", "/mapi/", "/ews/", "/rpc/", "/oab/");

  private static final int LEAST_DOORS = 2;

  private ExchangeSigns() {}

  static boolean in(ServerRead read) {
    return DOORS.stream()
            .filter(
                door ->
                    !read.eyes()
                        .pages
                        .pages(page -> page.path().startsWith(door) && page.succeeded() > 0)
                        .isEmpty())
            .count()
        >= LEAST_DOORS;
  }
}
