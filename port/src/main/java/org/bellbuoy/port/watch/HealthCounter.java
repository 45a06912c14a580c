package org.bellbuoy.port.watch;

import java.util.List;
import org.bellbuoy.port.capture.CaptureSet;
import org.bellbuoy.port.capture.CaptureTally;
import org.bellbuoy.port.conversation.ConnectionState;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Transport;
import org.bellbuoy.port.decode.ConversationListener;
import org.bellbuoy.port.packet.Duplicates;
import org.bellbuoy.port.packet.Fragments;

/** Sums up what conversations and packets tell of the capture's health. */
final class HealthCounter implements ConversationListener {
  private final ConversationListener next;
  long malformed;
  long cutHeaders;
  long firstNanos = Long.MAX_VALUE;
  long lastNanos = Long.MIN_VALUE;
  private long conversations;
  private long oneSided;
  private long midstream;
  private long gaps;
  private long missingBytes;
  private long skippedBytes;

  HealthCounter(ConversationListener next) {
    this.next = next;
  }

  @Override
  public void opened(Conversation conversation) {
    conversations++;
    next.opened(conversation);
  }

  @Override
  public void identified(Conversation conversation) {
    next.identified(conversation);
  }

  @Override
  public boolean payload(
      Conversation conversation,
      Direction direction,
      byte[] buffer,
      int offset,
      int length,
      FrameMark mark) {
    return next.payload(conversation, direction, buffer, offset, length, mark);
  }

  @Override
  public void closed(Conversation conversation) {
    boolean tcp = conversation.transport() == Transport.TCP;
    if (tcp && conversation.oneSided()) {
      oneSided++;
    }
    if (tcp && conversation.state() == ConnectionState.MIDSTREAM) {
      midstream++;
    }
    for (Direction direction : Direction.values()) {
      gaps += conversation.gaps(direction);
      missingBytes += conversation.missingBytes(direction);
      skippedBytes += conversation.skippedBytes(direction);
    }
    next.closed(conversation);
  }

  CaptureHealth health(CaptureSet captures, Duplicates duplicates, Fragments fragments) {
    List<CaptureTally> tallies = captures.tallies();
    return new CaptureHealth(
        tallies.stream().mapToLong(CaptureTally::packets).sum(),
        tallies.stream().mapToLong(CaptureTally::bytes).sum(),
        tallies.stream().mapToLong(CaptureTally::cut).sum(),
        tallies.stream().mapToLong(CaptureTally::unread).sum(),
        tallies.stream().mapToLong(CaptureTally::dropped).sum(),
        tallies.stream().mapToLong(CaptureTally::backwards).sum(),
        tallies.stream().mapToLong(CaptureTally::furthestBackNanos).max().orElse(0),
        duplicates.found(),
        malformed,
        cutHeaders,
        fragments.completed(),
        fragments.abandoned() + fragments.waiting(),
        conversations,
        oneSided,
        midstream,
        gaps,
        missingBytes,
        skippedBytes,
        firstNanos,
        lastNanos,
        tallies.stream().filter(one -> one.brokenOff() != null).count(),
        tallies.stream().mapToLong(CaptureTally::passedOver).sum(),
        tallies.stream().mapToLong(CaptureTally::passedOverBytes).sum(),
        captures.breaks());
  }
}
