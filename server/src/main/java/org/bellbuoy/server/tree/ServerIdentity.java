package org.bellbuoy.server.tree;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Whose server a tree was collected from. Given by the fleet file; what it leaves out is found in
 * the tree where the tree tells it, else unknown.
 *
 * @param host name, unique in a fleet
 * @param product what it runs
 * @param organisation whose it is; empty where not told
 * @param farm servers of one farm rightly share keys; empty where not told
 * @param owner who answers for it; empty where not told
 * @param zone zone of its local times; logs of IIS are in UTC whatever it is
 * @param build full build number, null where not known
 * @param patchedOn the day that build was installed, null where not known
 */
public record ServerIdentity(
    String host,
    Product product,
    String organisation,
    String farm,
    String owner,
    ZoneId zone,
    @Nullable String build,
    @Nullable LocalDate patchedOn) {}
