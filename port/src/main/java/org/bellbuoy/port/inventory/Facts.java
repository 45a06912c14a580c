package org.bellbuoy.port.inventory;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.operation.Attribute;
import org.bellbuoy.port.operation.AttributeName;
import org.bellbuoy.port.operation.AttributeSink;

/**
 * Facts about devices, each different one once. Bounded: {@link #MOST_OF_ONE} of one address and
 * {@link #MOST} of all, of at most 256 characters each; what goes beyond is counted. Not thread
 * safe.
 */
final class Facts implements AttributeSink {
  /** Different facts about one address. */
  static final int MOST_OF_ONE = 128;

  /** Different facts of all. */
  static final int MOST = 1 << 16;

  private static final int LONGEST = 256;

  /** Whom a fact is about. */
  record Owner(IpAddress address, long mac) {}

  private record What(int unit, AttributeName name, String value, Protocol protocol) {}

  /** A fact with how often and until when it was told. */
  static final class Fact {
    final Attribute first;
    long count;
    long lastNanos;

    Fact(Attribute first) {
      this.first = first;
    }
  }

  private final Map<Owner, Map<What, Fact>> facts = new LinkedHashMap<>();
  private int size;
  private long leftOut;

  @Override
  public void attribute(Attribute told) {
    Attribute attribute = told.value().length() <= LONGEST ? told : cut(told);
    Owner owner = new Owner(attribute.address(), attribute.mac());
    Map<What, Fact> own = facts.get(owner);
    What what =
        new What(attribute.unit(), attribute.name(), attribute.value(), attribute.protocol());
    Fact fact = own == null ? null : own.get(what);
    if (fact == null) {
      if (size >= MOST || (own != null && own.size() >= MOST_OF_ONE)) {
        leftOut++;
        return;
      }
      if (own == null) {
        own = new LinkedHashMap<>();
        facts.put(owner, own);
      }
      fact = new Fact(attribute);
      own.put(what, fact);
      size++;
    }
    fact.count++;
    fact.lastNanos = Math.max(fact.lastNanos, attribute.epochNanos());
  }

  private static Attribute cut(Attribute a) {
    return new Attribute(
        a.address(),
        a.mac(),
        a.unit(),
        a.name(),
        a.value().substring(0, LONGEST),
        a.protocol(),
        a.epochNanos(),
        a.source(),
        a.frame(),
        a.offset());
  }

  /** All facts, in the order in which they were first told of each owner. */
  Iterable<Fact> all() {
    return () -> facts.values().stream().flatMap(own -> own.values().stream()).iterator();
  }

  long leftOut() {
    return leftOut;
  }
}
