package org.bellbuoy.port.border;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.core.finding.Severity;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.decode.PacketListener;
import org.bellbuoy.port.detect.PortDetector;
import org.bellbuoy.port.detect.PortFact;
import org.bellbuoy.port.detect.PortTrace;
import org.bellbuoy.port.detect.PortWords;
import org.bellbuoy.port.packet.Bytes;
import org.bellbuoy.port.packet.PacketView;

/**
 * Rule {@code port.spoof}: one IP address that two hardware addresses claim by ARP (RFC 826), and
 * DHCP transactions that two servers answer. One change may be a replaced device or a lease given
 * anew; a claim that goes to and fro is a conflict. Routers that share an address answer for it
 * with a hardware address made for that (RFC 5798, 8.1.2; HSRP and GLBP alike), so a change among
 * such addresses is a failover, and one to a host's own address is none. Who came later acts, who
 * had the address first is named beside it. Keeps the first 8,192 addresses and the last 1,024
 * transactions, under 4 MB.
 */
public final class SpoofDetector implements PortDetector, PacketListener {
  private static final String RULE = "port.spoof";
  private static final int ARP = 0x0806;
  private static final int MOST = 8192;
  private static final int MOST_TRANSACTIONS = 1024;
  private static final int MOST_TRACES = 16;
  private static final int TO_AND_FRO = 3;
  private static final long SOON_NANOS = 600L * 1_000_000_000;

  private static final class Claim {
    long mac;
    long lastNanos;
    int changes;
    int soon;
    int returns;
    final Map<Long, Claims> macs = new LinkedHashMap<>(4);
    final List<PortTrace> traces = new ArrayList<>(1);
    long firstChangeNanos;
    long lastChangeNanos;
  }

  /** How often, and since when, one hardware address claimed the address. */
  private static final class Claims {
    final long firstNanos;
    long count;

    Claims(long firstNanos) {
      this.firstNanos = firstNanos;
    }
  }

  private record Answer(IpAddress server, PortTrace trace) {}

  private static final class Rivals {
    long transactions;
    long firstNanos;
    long lastNanos;
    final List<PortTrace> traces = new ArrayList<>();
  }

  private record Pair(IpAddress lower, IpAddress higher) {}

  private final Map<IpAddress, Claim> claims = new HashMap<>();
  private final Map<Integer, Answer> answers =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Answer> eldest) {
          return size() > MOST_TRANSACTIONS;
        }
      };
  private final Map<Pair, Rivals> rivals = new LinkedHashMap<>();

  /** A detector that has seen nothing. */
  public SpoofDetector() {}

  @Override
  public PacketListener packets() {
    return this;
  }

  @Override
  public void packet(PacketView view, FrameMark mark) {
    if (view.etherType() == ARP) {
      arp(view, mark);
    } else if (view.kind() == PacketView.Kind.UDP && view.sourcePort() == 67) {
      dhcp(view, mark);
    }
  }

  private void arp(PacketView view, FrameMark mark) {
    byte[] b = view.buffer();
    int o = view.linkPayloadOffset();
    // Ethernet and IPv4; a probe for an address not yet taken names none as its sender.
    if (view.linkPayloadLength() < 28
        || Bytes.s32(b, o) != 0x00010800
        || Bytes.u16(b, o + 4) != 0x0604
        || Bytes.s32(b, o + 14) == 0) {
      return;
    }
    long mac = (long) Bytes.u16(b, o + 8) << 32 | Bytes.u32(b, o + 10);
    claim(IpAddress.ipv4(Bytes.s32(b, o + 14)), mac, mark);
  }

  private void claim(IpAddress address, long mac, FrameMark mark) {
    Claim claim = claims.get(address);
    long now = mark.epochNanos();
    if (claim == null) {
      if (claims.size() == MOST) {
        return;
      }
      claim = new Claim();
      claim.mac = mac;
      claim.lastNanos = now;
      claims.put(address, claim);
    }
    if (claim.mac != mac) {
      claim.changes++;
      claim.soon += now - claim.lastNanos <= SOON_NANOS ? 1 : 0;
      claim.returns += claim.macs.containsKey(mac) ? 1 : 0;
      claim.firstChangeNanos = claim.changes == 1 ? now : claim.firstChangeNanos;
      claim.lastChangeNanos = now;
      claim.mac = mac;
      if (claim.traces.size() < MOST_TRACES) {
        claim.traces.add(PortTrace.of(mark));
      }
    }
    claim.lastNanos = now;
    Claims own = claim.macs.get(mac);
    if (own == null && claim.macs.size() < MOST_TRACES) {
      own = new Claims(now);
      claim.macs.put(mac, own);
    }
    if (own != null) {
      own.count++;
    }
  }

  private void dhcp(PacketView view, FrameMark mark) {
    byte[] b = view.buffer();
    int o = view.payloadOffset();
    if (view.payloadLength() < 240 || b[o] != 2) {
      return;
    }
    IpAddress server = new IpAddress(view.sourceHigh(), view.sourceLow());
    Answer before = answers.put(Bytes.s32(b, o + 4), new Answer(server, PortTrace.of(mark)));
    if (before == null || before.server().equals(server)) {
      return;
    }
    boolean lower = server.compareTo(before.server()) < 0;
    Pair pair = lower ? new Pair(server, before.server()) : new Pair(before.server(), server);
    Rivals both = rivals.computeIfAbsent(pair, key -> new Rivals());
    both.firstNanos = both.transactions == 0 ? before.trace().epochNanos() : both.firstNanos;
    both.transactions++;
    both.lastNanos = mark.epochNanos();
    if (both.traces.size() + 2 <= MOST_TRACES) {
      both.traces.add(before.trace());
      both.traces.add(PortTrace.of(mark));
    }
  }

  @Override
  public List<PortFact> facts(long lastNanos) {
    List<PortFact> facts = new ArrayList<>();
    claims.entrySet().stream()
        .filter(entry -> entry.getValue().changes > 0)
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> facts.add(arpFact(entry.getKey(), entry.getValue())));
    rivals.forEach((pair, both) -> facts.add(dhcpFact(pair, both)));
    return facts;
  }

  private static PortFact arpFact(IpAddress address, Claim claim) {
    boolean toAndFro = claim.returns >= TO_AND_FRO && claim.soon >= TO_AND_FRO;
    long shared = claim.macs.keySet().stream().filter(ModemMakers::isShared).count();
    boolean failover = shared == claim.macs.size();
    boolean conflict = toAndFro && !failover;
    List<Reason> reasons = new ArrayList<>();
    reasons.add(
        Reason.of(
            "arp-changes",
            "ARP gave the address to another hardware address.",
            (double) claim.changes,
            "times"));
    if (claim.returns > 0) {
      reasons.add(
          Reason.of(
              "to-and-fro",
              "It went back to one that had it before.",
              (double) claim.returns,
              "times"));
    }
    claim.macs.forEach(
        (mac, own) ->
            reasons.add(
                Reason.of(
                    "claimed-by",
                    "%s claimed it first at %s%s."
                        .formatted(
                            Endpoint.macText(mac),
                            PortWords.time(own.firstNanos),
                            ModemMakers.isShared(mac)
                                ? ", an address that routers share (VRRP, HSRP, GLBP)"
                                : ""),
                    (double) own.count,
                    "times")));
    reasons.add(against(shared, failover));
    Level level = failover ? Level.UNLIKELY : conflict ? Level.LIKELY : Level.POSSIBLE;
    Severity severity =
        conflict ? Severity.HIGH : shared > 0 && !failover ? Severity.MEDIUM : Severity.LOW;
    return new PortFact(
        RULE,
        level,
        severity,
        Map.of("mac", Endpoint.macText(newcomer(claim))),
        conflict ? "arp-conflict" : "arp-change",
        List.of(new PortFact.Target(address.toString(), "claimed", claim.changes)),
        claim.firstChangeNanos,
        claim.lastChangeNanos,
        claim.changes,
        reasons,
        claim.traces);
  }

  private static Reason against(long shared, boolean failover) {
    if (failover) {
      return Reason.of(
          "against-redundancy",
          "All of them are addresses that routers share (VRRP, HSRP, GLBP): a failover.");
    }
    return shared > 0
        ? Reason.of(
            "against-redundancy",
            "Routers that share an address may be set up to answer with their own hardware address"
                + " for a while; the standard (RFC 5798) does not let them.")
        : Reason.of(
            "against-replacement",
            "A replaced device, a redundant pair or a lease given to another does this too. Which"
                + " of them is the right one, traffic does not tell.");
  }

  /** The first that claimed what another had; of a gateway's address the first host that did. */
  private static long newcomer(Claim claim) {
    List<Long> macs = List.copyOf(claim.macs.keySet());
    boolean gateway = macs.stream().anyMatch(ModemMakers::isShared);
    return macs.stream()
        .skip(gateway ? 0 : 1)
        .filter(mac -> !ModemMakers.isShared(mac))
        .findFirst()
        .orElse(macs.getLast());
  }

  private static PortFact dhcpFact(Pair pair, Rivals both) {
    return new PortFact(
        RULE,
        Level.POSSIBLE,
        Severity.MEDIUM,
        Map.of("ip", pair.higher().toString()),
        "dhcp-rival",
        List.of(new PortFact.Target(pair.lower().toString(), "rival", both.transactions)),
        both.firstNanos,
        both.lastNanos,
        both.transactions,
        List.of(
            Reason.of(
                "two-answers",
                "Two servers answered the same DHCP transaction: %s and %s."
                    .formatted(pair.lower(), pair.higher()),
                (double) both.transactions,
                "transactions"),
            Reason.of(
                "against-redundancy",
                "Servers or relays that stand in for each other answer both.")),
        both.traces);
  }
}
