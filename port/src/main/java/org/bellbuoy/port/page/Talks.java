package org.bellbuoy.port.page;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.conversation.Transport;
import org.bellbuoy.port.decode.ConversationListener;
import org.bellbuoy.port.operation.BlockFetch;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationClass;
import org.bellbuoy.port.operation.OperationSink;
import org.jspecify.annotations.Nullable;

/**
 * Who asked whom, in which protocol and for which classes of operations. Keeps {@value #MOST}
 * pairs, some 400 bytes each; others are counted. Not thread safe.
 */
final class Talks implements OperationSink, ConversationListener {
  static final int MOST = 1 << 14;
  private static final int MOST_SERVICES = 16;
  private static final int CACHED = 1 << 10;

  private record Key(Peer from, Peer to) {}

  /** What is spoken between two in one protocol. */
  static final class Spoken {
    final Set<OperationClass> classes = EnumSet.noneOf(OperationClass.class);
    long operations;
    long conversations;
  }

  /** All that one asked another. */
  static final class Talk {
    final Peer from;
    final Peer to;

    /** By the protocol's word, or by transport and port where it is not known. */
    final Map<String, Spoken> spoken = new TreeMap<>();

    private Talk(Peer from, Peer to) {
      this.from = from;
      this.to = to;
    }

    private Spoken in(String service) {
      Spoken known = spoken.get(service);
      if (known == null) {
        String name = spoken.size() < MOST_SERVICES ? service : "others";
        known = spoken.computeIfAbsent(name, key -> new Spoken());
      }
      return known;
    }
  }

  private final Map<Key, Talk> talks = new LinkedHashMap<>();
  // One conversation asks many times: its pair is found by the object.
  private final @Nullable Conversation[] conversations = new @Nullable Conversation[CACHED];
  private final @Nullable Spoken[] cached = new @Nullable Spoken[CACHED];
  private final @Nullable Protocol[] protocols = new @Nullable Protocol[CACHED];
  private long leftOut;

  // The conversation is the object, not what it says of itself.
  @SuppressWarnings("ReferenceEquality")
  @Override
  public void operation(Operation operation) {
    Conversation conversation = operation.conversation();
    // What a controller fetches belongs to the download of who told it to load.
    boolean toServer = operation.direction() == Direction.TO_SERVER || BlockFetch.is(operation);
    int way = toServer ? 0 : 1;
    int slot = (System.identityHashCode(conversation) * 2 + way) & CACHED - 1;
    Spoken spoken = cached[slot];
    if (spoken == null
        || conversations[slot] != conversation
        || protocols[slot] != operation.protocol()) {
      Talk talk = talk(Peer.of(BlockFetch.actor(operation)), Peer.of(BlockFetch.target(operation)));
      if (talk == null) {
        return;
      }
      spoken = talk.in(operation.protocol().word());
      conversations[slot] = conversation;
      cached[slot] = spoken;
      protocols[slot] = operation.protocol();
    }
    spoken.operations++;
    spoken.classes.add(operation.operationClass());
  }

  @Override
  public void closed(Conversation conversation) {
    if (conversation.transport() == Transport.LINK
        || conversation.packets(Direction.TO_CLIENT) == 0) {
      return;
    }
    Talk talk = talk(Peer.of(conversation.client()), Peer.of(conversation.server()));
    if (talk != null) {
      talk.in(service(conversation)).conversations++;
    }
  }

  private static String service(Conversation conversation) {
    if (conversation.protocol() != Protocol.UNKNOWN) {
      return conversation.protocol().word();
    }
    String transport = conversation.transport().name().toLowerCase(Locale.ROOT);
    int port = conversation.server().port();
    return port == 0 ? transport : transport + '/' + port;
  }

  private @Nullable Talk talk(Peer from, Peer to) {
    if (!from.isOne() || !to.isOne()) {
      return null;
    }
    Key key = new Key(from, to);
    Talk talk = talks.get(key);
    if (talk == null) {
      if (talks.size() >= MOST) {
        leftOut++;
        return null;
      }
      talk = new Talk(from, to);
      talks.put(key, talk);
    }
    return talk;
  }

  /** All pairs, the first that spoke first. */
  Collection<Talk> all() {
    return talks.values();
  }

  /** Operations and conversations for whose pair there was no room. */
  long leftOut() {
    return leftOut;
  }
}
