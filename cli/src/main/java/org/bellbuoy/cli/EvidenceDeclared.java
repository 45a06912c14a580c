package org.bellbuoy.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.port.conversation.Networks;
import org.bellbuoy.port.evidence.Declared;
import org.bellbuoy.port.watch.PolicyFile;
import org.jspecify.annotations.Nullable;

/**
 * What the command line declares of a network.
 *
 * @param inside watched networks; empty for private addresses
 * @param ot networks of OT
 * @param parties networks of remote parties
 * @param gateways hardware addresses of known gateways
 * @param policy file with zones, conduits, remote parties and gateways, null for none
 */
record EvidenceDeclared(
    List<String> inside,
    List<String> ot,
    List<String> parties,
    List<String> gateways,
    @Nullable Path policy) {
  /**
   * All of it together; the policy's digest goes to the ledger.
   *
   * @throws SourceException in one sentence, when the file gives no policy
   */
  Declared declared(Map<String, String> ledger) throws SourceException {
    Declared given = given();
    Path file = policy;
    if (file == null) {
      return given;
    }
    if (!ot.isEmpty()) {
      throw CommandException.usage("--ot and --policy both say what is OT; give one of them.");
    }
    PolicyFile read = PolicyFile.read(file.toString());
    ledger.put("policy", "sha256:" + read.info().contentSha256());
    return given.with(read.policy());
  }

  private Declared given() {
    Networks networks =
        inside.isEmpty() ? Networks.usual() : new Networks(prefixes("--inside", inside));
    Set<Long> macs = new HashSet<>();
    for (String gateway : gateways) {
      String digits = gateway.toLowerCase(Locale.ROOT).replaceAll("[:.-]", "");
      if (!digits.matches("[0-9a-f]{12}")) {
        throw CommandException.usage(
            "--gateway is '" + gateway + "', which is no hardware address.");
      }
      macs.add(Long.parseLong(digits, 16));
    }
    return new Declared(
        networks,
        prefixes("--party", parties),
        macs,
        ot.isEmpty() ? null : new Declared.OtNetworks(Map.of("ot", prefixes("--ot", ot))));
  }

  /** All of it by name, for the ledger. */
  Map<String, String> parameters() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("inside", String.join(",", inside));
    all.put("ot", String.join(",", ot));
    all.put("party", String.join(",", parties));
    all.put("gateway", String.join(",", gateways));
    return all;
  }

  private static List<Networks.Prefix> prefixes(String option, List<String> texts) {
    List<Networks.Prefix> prefixes = new ArrayList<>();
    for (String text : texts) {
      try {
        prefixes.add(Networks.Prefix.of(text.strip()));
      } catch (IllegalArgumentException e) {
        throw CommandException.usage(option + ": " + e.getMessage());
      }
    }
    return prefixes;
  }
}
