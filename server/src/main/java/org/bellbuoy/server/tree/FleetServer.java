package org.bellbuoy.server.tree;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One server as the fleet file gives it.
 *
 * @param host name, unique in the file
 * @param product what it runs, null where not given
 * @param organisation whose it is, empty where not given
 * @param farm empty where not given
 * @param owner empty where not given
 * @param zone of its local times, null where not given
 * @param paths where it was collected to
 * @param build null where not given
 * @param patchedOn null where not given
 */
public record FleetServer(
    String host,
    @Nullable Product product,
    String organisation,
    String farm,
    String owner,
    @Nullable ZoneId zone,
    List<Path> paths,
    @Nullable String build,
    @Nullable LocalDate patchedOn) {
  public FleetServer {
    paths = List.copyOf(paths);
  }
}
