package org.bellbuoy.register.join;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bellbuoy.core.finding.PartyRef;
import org.bellbuoy.register.model.Asset;
import org.jspecify.annotations.Nullable;

/**
 * What the register says of a finding's subject or of one of its assets.
 *
 * @param of the subject or the asset, as {@link PartyRef#of()} tells it
 * @param asset what it is in the register; null where it is not there as an asset
 * @param parties who stands behind it, ultimate controllers last
 * @param running ids of its owners, operators and managers, named ones only
 * @param doubt a sentence on identifiers that disagree; empty where there is none
 * @param perhaps sentences on names that may mean a party, and may not
 */
record Side(
    String of,
    @Nullable Asset asset,
    List<PartyRef> parties,
    Set<String> running,
    String doubt,
    List<String> perhaps) {
  Side {
    parties = List.copyOf(parties);
    perhaps = List.copyOf(perhaps);
    running = new LinkedHashSet<>(running);
  }
}
