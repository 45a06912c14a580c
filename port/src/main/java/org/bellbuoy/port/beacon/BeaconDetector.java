package org.bellbuoy.port.beacon;

import java.util.List;
import java.util.Locale;
import org.bellbuoy.port.beacon.BeaconTable.Call;
import org.bellbuoy.port.conversation.ConnectionState;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.Transport;
import org.bellbuoy.port.decode.ConversationListener;
import org.bellbuoy.port.detect.PortDetector;
import org.bellbuoy.port.detect.PortFact;
import org.bellbuoy.port.detect.PortTrace;

/**
 * Rule {@code port.beacon} on captures: pairs across the border that speak at intervals. Of
 * connections whose beginning was not captured the start is not known; they are left out. Bounded
 * as {@link BeaconTable} is.
 */
public final class BeaconDetector implements PortDetector, ConversationListener {
  private final BeaconTable table;

  /** A detector under those rules. */
  public BeaconDetector(BeaconRules rules) {
    this.table = new BeaconTable(rules);
  }

  /** The series themselves. */
  public BeaconTable table() {
    return table;
  }

  @Override
  public ConversationListener conversations() {
    return this;
  }

  @Override
  public void closed(Conversation conversation) {
    boolean link = conversation.transport() == Transport.LINK;
    if (link || conversation.state() == ConnectionState.MIDSTREAM) {
      return;
    }
    boolean answered =
        conversation.state() != ConnectionState.ATTEMPTED
            && conversation.state() != ConnectionState.REJECTED
            && conversation.packets(Direction.TO_CLIENT) > 0;
    table.add(
        new Call(
            new PortTrace(
                conversation.firstSource(),
                conversation.firstNanos(),
                conversation.firstOffset(),
                conversation.firstLength(),
                conversation.firstFrame(),
                ""),
            conversation.client().address(),
            conversation.server().address(),
            conversation.server().port(),
            conversation.transport().name().toLowerCase(Locale.ROOT),
            "",
            conversation.firstNanos(),
            conversation.payloadBytes(Direction.TO_SERVER),
            answered));
  }

  @Override
  public List<PortFact> facts(long lastNanos) {
    return table.facts();
  }
}
