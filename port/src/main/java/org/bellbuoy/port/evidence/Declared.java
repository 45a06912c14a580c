package org.bellbuoy.port.evidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Networks;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.policy.Cidr;
import org.bellbuoy.port.policy.Policy;
import org.bellbuoy.port.policy.Zone;
import org.jspecify.annotations.Nullable;

/**
 * What is declared of the network. All may be empty; then kinds of evidence that need it cannot
 * tell.
 *
 * @param networks the watched networks
 * @param parties networks of remote parties whose access is documented
 * @param gateways hardware addresses of declared gateways
 * @param zones zones and what may pass between them, null where none are declared
 */
public record Declared(
    Networks networks, List<Networks.Prefix> parties, Set<Long> gateways, @Nullable Zones zones) {
  public Declared {
    parties = List.copyOf(parties);
    gateways = Set.copyOf(gateways);
  }

  /** Nothing declared, private addresses watched. */
  public static Declared nothing() {
    return new Declared(Networks.usual(), List.of(), Set.of(), null);
  }

  /**
   * The same and what a policy says: its zones are watched too, its remote parties declared, its
   * gateways known, its zones and conduits stand in place of those declared before.
   */
  public Declared with(Policy policy) {
    List<Networks.Prefix> inside = new ArrayList<>(networks.inside());
    List<Networks.Prefix> remote = new ArrayList<>(parties);
    for (Zone zone : policy.zones()) {
      for (Cidr range : zone.ranges()) {
        (zone.remote() ? remote : inside).add(new Networks.Prefix(range.address(), range.bits()));
      }
    }
    Set<Long> macs = new HashSet<>(gateways);
    // A gateway without a hardware address may be any: then declared ones are not all of them.
    if (!macs.isEmpty()
        || policy.gateways().stream().noneMatch(gateway -> gateway.macs().isEmpty())) {
      policy.gateways().forEach(gateway -> macs.addAll(gateway.macs()));
    }
    return new Declared(new Networks(inside), remote, macs, new PolicyZones(policy));
  }

  /** Whether a remote party is declared. */
  boolean isParty(IpAddress address) {
    return parties.stream().anyMatch(prefix -> prefix.holds(address));
  }

  /** Whether an end is declared to be OT; null where nothing is declared of that. */
  @Nullable Boolean isOt(Endpoint end) {
    Zones declared = zones;
    return declared == null ? null : declared.isOt(end);
  }

  /** Zones and what may pass between them. */
  public interface Zones {
    /** Name of the zone of an end; {@code undeclared} where none holds it. */
    String of(Endpoint end);

    /** Whether an end is in a zone of OT. */
    boolean isOt(Endpoint end);

    /**
     * Whether a conversation between zones may be; null where zones are declared and what may pass
     * between them is not.
     */
    @Nullable Boolean permits(Conversation conversation);

    /** Whether what was asked may be; null where nothing declared tells. */
    @Nullable Boolean permits(Operation operation);
  }

  /** OT networks by name, and all the rest; what may pass between them is not declared. */
  public record OtNetworks(Map<String, List<Networks.Prefix>> networks) implements Zones {
    /** Everything else. */
    public static final String REST = "undeclared";

    public OtNetworks {
      networks = Map.copyOf(networks);
    }

    @Override
    public String of(Endpoint end) {
      for (Map.Entry<String, List<Networks.Prefix>> one :
          new java.util.TreeMap<>(networks).entrySet()) {
        if (one.getValue().stream().anyMatch(prefix -> prefix.holds(end.address()))) {
          return one.getKey();
        }
      }
      return REST;
    }

    @Override
    public boolean isOt(Endpoint end) {
      return !of(end).equals(REST);
    }

    @Override
    public @Nullable Boolean permits(Conversation conversation) {
      return null;
    }

    @Override
    public @Nullable Boolean permits(Operation operation) {
      return null;
    }
  }
}
