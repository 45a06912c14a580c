package org.bellbuoy.port.detect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.operation.BlockFetch;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationSink;
import org.bellbuoy.port.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * Who asked whom, over one reading. At most {@value #MOST_PAIRS} pairs; operations of others are
 * counted and left out. Not thread safe.
 */
public final class PairTable implements OperationSink {
  static final int MOST_PAIRS = 1 << 16;
  private static final int CACHED = 1 << 10;

  private record Key(Party actor, Party target) {}

  private final Map<Key, ControlPair> pairs = new LinkedHashMap<>();
  private final Map<Party, Role> roles = new LinkedHashMap<>();
  // One conversation asks many times: its pair is found by the object, without looking it up.
  private final @Nullable Conversation[] conversations = new @Nullable Conversation[CACHED];
  private final @Nullable ControlPair[] cached = new @Nullable ControlPair[CACHED];
  private long operations;
  private long leftOut;
  private long firstNanos = Long.MAX_VALUE;
  private long lastNanos = Long.MIN_VALUE;

  private final Knowledge knowledge;

  /**
   * What a table is told beforehand.
   *
   * @param policy asked of each operation, null for none
   * @param baseline what is usual, null where nothing tells
   * @param leastWrites ranges and values of the baseline count from so many writes on
   * @param learns whether this table is to become a baseline
   * @param room what may be kept over all pairs
   */
  record Knowledge(
      @Nullable Policy policy,
      @Nullable PairTable baseline,
      int leastWrites,
      boolean learns,
      Room room) {}

  private PairTable(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** An empty table that learns what is usual. */
  public static PairTable learning() {
    return new PairTable(new Knowledge(null, null, 0, true, new Room()));
  }

  /**
   * An empty table that compares.
   *
   * @param policy asked of each operation, null for none
   * @param baseline what is usual, null where nothing tells
   */
  public static PairTable comparing(
      @Nullable Policy policy, @Nullable PairTable baseline, ControlOptions options) {
    return new PairTable(new Knowledge(policy, baseline, options.leastWrites(), false, new Room()));
  }

  @Override
  public void operation(Operation operation) {
    operations++;
    firstNanos = Math.min(firstNanos, operation.epochNanos());
    lastNanos = Math.max(lastNanos, operation.epochNanos());
    ControlPair pair = pair(operation);
    if (pair == null) {
      leftOut++;
    } else {
      pair.add(operation);
    }
  }

  // The conversation is the object, not what it says of itself.
  @SuppressWarnings("ReferenceEquality")
  private @Nullable ControlPair pair(Operation operation) {
    Conversation conversation = operation.conversation();
    // What a controller fetches belongs to the download of who told it to load.
    Endpoint actor = BlockFetch.actor(operation);
    boolean toServer = operation.direction() == Direction.TO_SERVER || BlockFetch.is(operation);
    int way = toServer ? 0 : 1;
    int slot = (System.identityHashCode(conversation) * 2 + way) & CACHED - 1;
    ControlPair known = cached[slot];
    // Who is client may become known better while the conversation lasts.
    if (known != null
        && conversations[slot] == conversation
        && known.actor.address().equals(actor.address())
        && (known.actor.mac() == Endpoint.NO_MAC || known.actor.mac() == actor.mac())) {
      return known;
    }
    Key key = new Key(Party.of(actor), Party.of(BlockFetch.target(operation)));
    ControlPair found = pairs.get(key);
    if (found == null) {
      if (pairs.size() >= MOST_PAIRS) {
        return null;
      }
      found =
          new ControlPair(
              key.actor(), key.target(), roleOf(key.actor()), roleOf(key.target()), knowledge);
      pairs.put(key, found);
    }
    conversations[slot] = conversation;
    cached[slot] = found;
    return found;
  }

  private Role roleOf(Party party) {
    return roles.computeIfAbsent(party, key -> new Role());
  }

  /** All pairs, the first that asked first. */
  Collection<ControlPair> pairs() {
    return pairs.values();
  }

  /** What one asked another, null where it never did. */
  @Nullable ControlPair find(Party actor, Party target) {
    return pairs.get(new Key(actor, target));
  }

  /** Whether somebody asked or was asked, null where neither. */
  @Nullable Role role(Party party) {
    return roles.get(party);
  }

  /**
   * One line of who asks whom.
   *
   * @param actor who asks
   * @param target who is asked
   * @param protocols in which protocols
   * @param asked operations
   * @param commands those of them that command
   * @param refused those of them that were refused
   * @param did kinds of commands with how often, in words
   */
  public record Line(
      String actor,
      String target,
      List<String> protocols,
      long asked,
      long commands,
      long refused,
      String did) {
    public Line {
      protocols = List.copyOf(protocols);
    }
  }

  /** Who asks whom, those that command most first. */
  public List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (ControlPair pair : pairs.values()) {
      lines.add(pair.line());
    }
    lines.sort(
        Comparator.comparingLong(Line::commands)
            .thenComparingLong(Line::asked)
            .reversed()
            .thenComparing(Line::actor)
            .thenComparing(Line::target));
    return lines;
  }

  /** Operations seen. */
  public long operations() {
    return operations;
  }

  /** Operations for whose pair there was no room, and commands for whose day there was none. */
  public long leftOut() {
    return leftOut + knowledge.room().leftOut();
  }

  /** From the first operation to the last, nanoseconds; 0 where there was none. */
  public long spanNanos() {
    return operations == 0 ? 0 : lastNanos - firstNanos;
  }

  /** Time of the first operation. */
  long firstNanos() {
    return firstNanos;
  }
}
