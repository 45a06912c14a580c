package org.bellbuoy.port.inventory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bellbuoy.port.conversation.IpAddress;
import org.jspecify.annotations.Nullable;

/** A device while it is put together. */
final class Draft {
  final Set<Long> macs = new TreeSet<>();
  final Set<IpAddress> addresses = new TreeSet<>();
  final Set<Long> through = new TreeSet<>();
  final List<Facts.Fact> facts = new ArrayList<>();
  final List<Behaviour> behaviours = new ArrayList<>(1);
  final List<String> notes = new ArrayList<>(1);

  /** Addresses whose packets it passed on. */
  final Set<IpAddress> relayed = new HashSet<>();

  @Nullable Proof firstRelayed;
  long packets;
  @Nullable Proof first;
  long lastNanos = Long.MIN_VALUE;

  void seen(AddressPairs pairs, int pair) {
    packets += pairs.packets[pair];
    Proof proof = pairs.first(pair);
    Proof before = first;
    if (before == null || proof.epochNanos() < before.epochNanos()) {
      first = proof;
    }
    lastNanos = Math.max(lastNanos, pairs.lastNanos[pair]);
  }

  void relays(IpAddress address, Proof proof) {
    relayed.add(address);
    Proof before = firstRelayed;
    if (before == null || proof.epochNanos() < before.epochNanos()) {
      firstRelayed = proof;
    }
  }
}
