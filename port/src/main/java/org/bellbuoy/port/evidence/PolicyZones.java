package org.bellbuoy.port.evidence;

import java.util.HashMap;
import java.util.Map;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationClass;
import org.bellbuoy.port.policy.Permission;
import org.bellbuoy.port.policy.Policy;
import org.bellbuoy.port.policy.Traffic;
import org.bellbuoy.port.policy.Zone;
import org.jspecify.annotations.Nullable;

/** Zones and conduits of a policy. Keeps what it worked out, bounded; not thread safe. */
final class PolicyZones implements Declared.Zones {
  /** Levels up to this are OT: 3.5 is what lies between, 4 and 5 are offices and the rest. */
  private static final double OT_LEVEL = 3;

  private static final int MOST = 1 << 12;

  private record Key(
      Endpoint from, Endpoint to, Protocol carrier, Protocol spoken, int port, OperationClass of) {}

  private final Policy policy;
  private final Map<Key, Permission> permissions = new HashMap<>();

  PolicyZones(Policy policy) {
    this.policy = policy;
  }

  @Override
  public String of(Endpoint end) {
    return policy.zoneOf(end.address(), end.mac()).name();
  }

  @Override
  public boolean isOt(Endpoint end) {
    Zone zone = policy.zoneOf(end.address(), end.mac());
    return zone.declared() && !zone.remote() && zone.level() <= OT_LEVEL;
  }

  @Override
  public @Nullable Boolean permits(Conversation conversation) {
    if (!Traffic.betweenTwo(conversation)) {
      return null;
    }
    Endpoint client = conversation.client();
    Endpoint server = conversation.server();
    return permits(conversation, client, server)
        || (Traffic.eitherWay(conversation) && permits(conversation, server, client));
  }

  private boolean permits(Conversation conversation, Endpoint from, Endpoint to) {
    return policy
        .permission(
            from,
            to,
            conversation.protocol(),
            conversation.protocol(),
            conversation.transport(),
            to.port(),
            null)
        .at(conversation.firstNanos())
        .answer()
        .permits();
  }

  @Override
  public @Nullable Boolean permits(Operation operation) {
    Conversation within = operation.conversation();
    if (!Traffic.betweenTwo(within)) {
      return null;
    }
    boolean toServer = operation.direction() == Direction.TO_SERVER;
    Endpoint from = toServer ? operation.source() : operation.destination();
    Endpoint to = toServer ? operation.destination() : operation.source();
    // What a server asks or tells its client belongs to the client's conversation, unless nobody
    // knows which of the two opened it.
    return permits(operation, from, to)
        || ((!toServer || Traffic.eitherWay(within)) && permits(operation, to, from));
  }

  private boolean permits(Operation operation, Endpoint from, Endpoint to) {
    Conversation within = operation.conversation();
    Key key =
        new Key(
            anyPort(from),
            anyPort(to),
            within.protocol(),
            operation.protocol(),
            within.server().port(),
            operation.operationClass());
    Permission known = permissions.get(key);
    if (known == null) {
      known =
          policy.permission(
              from,
              to,
              within.protocol(),
              operation.protocol(),
              within.transport(),
              within.server().port(),
              operation.operationClass());
      if (permissions.size() < MOST) {
        permissions.put(key, known);
      }
    }
    return known.at(operation.epochNanos()).answer().permits();
  }

  /** A client has another port for each conversation. */
  private static Endpoint anyPort(Endpoint end) {
    return new Endpoint(end.address(), 0, end.mac());
  }
}
