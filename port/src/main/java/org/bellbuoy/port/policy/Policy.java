package org.bellbuoy.port.policy;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.conversation.Transport;
import org.bellbuoy.port.operation.OperationClass;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what, as declared. What no conduit permits is not permitted, also within a zone. Pure
 * and immutable.
 *
 * @param zones in the file's order; remote parties among them
 * @param assets named devices
 * @param conduits permitted traffic
 * @param gateways declared ways out; empty where none were declared
 * @param maintenance windows in which more is permitted
 * @param zoneId time zone of hours
 */
public record Policy(
    List<Zone> zones,
    List<Asset> assets,
    List<Conduit> conduits,
    List<Gateway> gateways,
    List<Maintenance> maintenance,
    ZoneId zoneId) {
  public Policy {
    zones = List.copyOf(zones);
    assets = List.copyOf(assets);
    conduits = List.copyOf(conduits);
    gateways = List.copyOf(gateways);
    maintenance = List.copyOf(maintenance);
  }

  /**
   * Reads a policy.
   *
   * @param name of the file, for messages
   * @param text YAML 1.2
   */
  public static Policy read(String name, String text) throws PolicyException {
    return PolicyReader.read(name, text);
  }

  /**
   * The zone of an address. A tag of its asset counts before ranges, and of ranges the narrowest. A
   * hardware address counts where nothing tells of the IP address, and never for public ones: what
   * comes through a router has the router's.
   */
  public Zone zoneOf(IpAddress address, long mac) {
    boolean ip = !address.equals(IpAddress.NONE);
    boolean outside = ip && Addresses.isPublic(address);
    Asset asset = asset(address, outside ? Endpoint.NO_MAC : mac);
    if (asset != null) {
      for (Zone zone : zones) {
        if (asset.tags().stream().anyMatch(zone.tags()::contains)) {
          return zone;
        }
      }
    }
    Zone best = null;
    int bits = -1;
    for (Zone zone : zones) {
      for (Cidr range : zone.ranges()) {
        if (ip && range.bits() > bits && range.contains(address)) {
          best = zone;
          bits = range.bits();
        }
      }
    }
    if (best != null) {
      return best;
    }
    if (!outside && mac != Endpoint.NO_MAC) {
      for (Zone zone : zones) {
        if (zone.macs().contains(mac)) {
          return zone;
        }
      }
    }
    return outside ? Zone.PUBLIC_ZONE : Zone.UNKNOWN_ZONE;
  }

  /** Whether a hardware address decides what zone a device is in. */
  public boolean placesByHardware() {
    return zones.stream().anyMatch(zone -> !zone.macs().isEmpty())
        || assets.stream().anyMatch(asset -> !asset.macs().isEmpty() && !asset.tags().isEmpty());
  }

  /** Whether a conduit that leads there says by its content what may be spoken. */
  public boolean namesContent(Zone from, Zone to) {
    return conduits.stream().anyMatch(conduit -> conduit.leads(from, to) && conduit.namesContent());
  }

  private @Nullable Asset asset(IpAddress address, long mac) {
    for (Asset asset : assets) {
      if (asset.addresses().stream().anyMatch(one -> one.contains(address))) {
        return asset;
      }
    }
    for (Asset asset : assets) {
      if (mac != Endpoint.NO_MAC && asset.macs().contains(mac)) {
        return asset;
      }
    }
    return null;
  }

  /** Name of the asset with that address, null where none is declared. */
  public @Nullable String assetName(IpAddress address, long mac) {
    Asset asset = asset(address, mac);
    return asset == null ? null : asset.name();
  }

  /**
   * What is said of traffic from who opens or asks to who is asked.
   *
   * @param carrier what the conversation speaks
   * @param spoken what the operation speaks, which may be carried by another; the same for the
   *     conversation itself
   * @param port the server's, 0 where there is none
   * @param asked class of the operation, null for the conversation itself
   */
  public Permission permission(
      Endpoint from,
      Endpoint to,
      Protocol carrier,
      Protocol spoken,
      Transport transport,
      int port,
      @Nullable OperationClass asked) {
    Zone one = zoneOf(from.address(), from.mac());
    Zone other = zoneOf(to.address(), to.mac());
    List<Conduit> covering = new ArrayList<>();
    Verdict refusal = new Verdict(Verdict.Answer.NO_CONDUIT, "");
    for (Conduit conduit : conduits) {
      if (!conduit.leads(one, other)) {
        continue;
      }
      boolean speaks =
          conduit.speaks(carrier, transport, port) || conduit.speaks(spoken, transport, port);
      if (speaks && conduit.asks(asked)) {
        covering.add(conduit);
      } else if (speaks) {
        refusal = new Verdict(Verdict.Answer.OPERATION, conduit.name());
      } else if (refusal.answer() == Verdict.Answer.NO_CONDUIT) {
        refusal = new Verdict(Verdict.Answer.PROTOCOL, conduit.name());
      }
    }
    List<Maintenance> windows =
        maintenance.stream().filter(window -> window.concerns(one, other, asked)).toList();
    return new Permission(one, other, covering, windows, refusal, zoneId);
  }
}
