package org.bellbuoy.port.identity;

import java.util.IdentityHashMap;
import org.bellbuoy.port.conversation.Conversation;

/** Conversations of which a little more is to be looked at. Bounded: beyond it none is added. */
final class Waiting {
  private static final int MOST = 1024;
  private static final int LOOKS = 4;

  private final IdentityHashMap<Conversation, Integer> left = new IdentityHashMap<>();

  void add(Conversation conversation) {
    if (left.size() < MOST) {
      left.put(conversation, LOOKS);
    }
  }

  boolean waits(Conversation conversation) {
    return !left.isEmpty() && left.containsKey(conversation);
  }

  /** Looked in vain; after some times it is enough. */
  void looked(Conversation conversation) {
    left.computeIfPresent(conversation, (key, looks) -> looks > 1 ? looks - 1 : null);
  }

  void done(Conversation conversation) {
    if (!left.isEmpty()) {
      left.remove(conversation);
    }
  }
}
