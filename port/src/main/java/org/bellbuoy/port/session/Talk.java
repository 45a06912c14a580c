package org.bellbuoy.port.session;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.FrameMark;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a conversation while its tool is looked for: counters and a few numbers, no
 * payload. Side 0 is who sent the first payload.
 */
final class Talk {
  /** So many segments or datagrams are looked at. */
  static final int MOST_LOOKED_AT = 24;

  final Conversation conversation;
  final Endpoint first;
  final FrameMark mark = new FrameMark();
  final int[] segments = new int[2];
  int looked;
  @Nullable Session session;
  @Nullable SshTalk ssh;

  // Of single fingerprints: what each has seen so far.
  boolean tls;
  String tlsName = "";
  int greeting;
  int greeter;
  int telnetCommands;
  int telnetSides;
  final long[] ids = new long[2];
  final long[] receivers = new long[2];
  final long[] lastCounters = new long[2];
  final int[] rising = new int[2];
  final boolean[] seenIds = new boolean[2];
  boolean softEtherAsked;
  int likeDesktop;

  Talk(Conversation conversation, Direction direction) {
    this.conversation = conversation;
    this.first = conversation.source(direction);
  }

  /** The side that sends that way. */
  int side(Direction direction) {
    return conversation.source(direction).equals(first) ? 0 : 1;
  }

  /** The side that opened. */
  int opener() {
    return conversation.client().equals(first) ? 0 : 1;
  }
}
