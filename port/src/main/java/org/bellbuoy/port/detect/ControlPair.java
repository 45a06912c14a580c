package org.bellbuoy.port.detect;

import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.operation.BlockFetch;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationClass;
import org.bellbuoy.port.operation.OperationResult;
import org.bellbuoy.port.operation.TargetPart;
import org.bellbuoy.port.policy.Permission;
import org.bellbuoy.port.policy.Policy;
import org.bellbuoy.port.policy.Verdict;
import org.jspecify.annotations.Nullable;

/** What one asked another, over all of the capture. Not thread safe. */
final class ControlPair {
  private static final int KINDS = ControlKind.values().length;
  private static final int CLASSES = OperationClass.values().length;
  private static final int MOST_REFUSED_KEPT = 64;
  private static final int MOST_POINTS = 1 << 12;

  final Party actor;
  final Party target;
  final Role actorRole;
  final Role targetRole;
  private final @Nullable History[] histories = new @Nullable History[KINDS];
  long asked;

  /** Protocols, a bit each. */
  long protocols;

  /** Of them what the target fetched because it was told to load. */
  private long fetched;

  long refused;
  long firstNanos = Long.MAX_VALUE;
  long lastNanos = Long.MIN_VALUE;

  /** The first operation, whatever it asks. */
  @Nullable Operation first;

  /** Different requests that were refused. */
  final LongSet refusedRequests = new LongSet(MOST_REFUSED_KEPT);

  /** First operations that were refused, each a different one. */
  final List<Operation> firstRefused = new ArrayList<>(0);

  /** Commands of one kind, by day. */
  static final class History {
    final List<Acts> days = new ArrayList<>(1);
    long count;
    long firstNanos = Long.MAX_VALUE;
  }

  /** Functions asked, with their protocol. */
  final LongSet functions = new LongSet(MOST_REFUSED_KEPT * 4);

  /** Functions that were refused. */
  final LongSet refusedFunctions = new LongSet(MOST_REFUSED_KEPT * 4);

  /** Points that were read or written. */
  final LongSet points = new LongSet(MOST_POINTS);

  long pointsAsked;

  /** Requests for a point next to that of the request before. */
  long steps;

  private long lastAddress = Long.MIN_VALUE;

  /** What the policy forbids and no command is, by day. */
  final List<Acts> forbidden = new ArrayList<>(0);

  /** Writes to points that were not written where things were usual, by day. */
  final List<Acts> newPoints = new ArrayList<>(0);

  /** Writes of values outside of what is usual, by day. */
  final List<Acts> newValues = new ArrayList<>(0);

  /** Where this is what is usual: its writes. */
  private final @Nullable UsualWrites writes;

  private final @Nullable ControlPair before;
  private final int leastWrites;
  private final Room room;
  private final @Nullable Policy policy;
  private final @Nullable Permission[] permissions = new @Nullable Permission[CLASSES];
  private final long[] permissionKeys = new long[CLASSES];

  ControlPair(
      Party actor, Party target, Role actorRole, Role targetRole, PairTable.Knowledge knowledge) {
    this.policy = knowledge.policy();
    this.writes = knowledge.learns() ? new UsualWrites() : null;
    PairTable baseline = knowledge.baseline();
    this.before = baseline == null ? null : baseline.find(actor, target);
    this.leastWrites = knowledge.leastWrites();
    this.room = knowledge.room();
    this.actor = actor;
    this.target = target;
    this.actorRole = actorRole;
    this.targetRole = targetRole;
  }

  /** Whether a policy was asked of its operations. */
  boolean hasPolicy() {
    return policy != null;
  }

  /** Commands of that kind, null where there were none. */
  @Nullable History history(ControlKind kind) {
    return histories[kind.ordinal()];
  }

  void add(Operation operation) {
    boolean fetch = BlockFetch.is(operation);
    fetched += fetch ? 1 : 0;
    asked++;
    protocols |= 1L << operation.protocol().ordinal();
    firstNanos = Math.min(firstNanos, operation.epochNanos());
    lastNanos = Math.max(lastNanos, operation.epochNanos());
    if (first == null) {
      first = operation.copy();
    }
    if (!fetch && operation.hasResponse() && operation.result() != OperationResult.ANSWER_ONLY) {
      targetRole.answered(operation);
    }
    if (operation.result() == OperationResult.REFUSED) {
      refused(operation);
    }
    if (!fetch) {
      scanned(operation);
    }
    ControlKind kind = ControlKind.of(operation);
    boolean asks = kind != null || operation.operationClass() == OperationClass.READ;
    // What a server says unasked, such as an event, makes no master of it.
    if (asks && operation.direction() == Direction.TO_SERVER) {
      actorRole.asked(operation);
    }
    Policy declared = policy;
    Permission permission = declared == null ? null : permission(declared, operation);
    Verdict verdict = permission == null ? null : permission.at(operation.epochNanos());
    if (kind != null) {
      if (kind == ControlKind.WRITE) {
        written(operation, permission, verdict);
      }
      history(kind, operation, permission, verdict);
    } else if (verdict != null && !verdict.answer().permits() && own(operation, verdict)) {
      Acts.add(forbidden, operation, permission, verdict, room);
    }
  }

  private void written(
      Operation operation, @Nullable Permission permission, @Nullable Verdict verdict) {
    UsualWrites own = writes;
    if (own != null) {
      own.add(operation);
    }
    ControlPair known = before;
    UsualWrites usual = known == null ? null : known.writes;
    if (usual == null) {
      return;
    }
    if (usual.isNewPoint(operation, leastWrites)) {
      Acts.add(newPoints, operation, permission, verdict, room);
    } else if (usual.isNewValue(operation, leastWrites)) {
      Acts.add(newValues, operation, permission, verdict, room);
    }
  }

  /** Whether it is forbidden for itself, and not because its whole conversation is. */
  private static boolean own(Operation operation, Verdict verdict) {
    return switch (verdict.answer()) {
      case OPERATION -> true;
      case NO_CONDUIT, PROTOCOL, HOURS ->
          operation.direction() == Direction.TO_CLIENT && !BlockFetch.is(operation);
      case PERMITTED, MAINTENANCE -> false;
    };
  }

  /** What the policy says; worked out anew where another conversation speaks something else. */
  private Permission permission(Policy declared, Operation operation) {
    Conversation within = operation.conversation();
    int of = operation.operationClass().ordinal();
    int port = within.server().port();
    long key =
        ((long) port << 24)
            | (long) within.protocol().ordinal() << 16
            | (long) operation.protocol().ordinal() << 8
            | (long) within.transport().ordinal() << 1
            | (BlockFetch.is(operation) ? Direction.TO_SERVER : operation.direction()).ordinal();
    Permission known = permissions[of];
    if (known == null || permissionKeys[of] != key) {
      known =
          declared.permission(
              BlockFetch.actor(operation),
              BlockFetch.target(operation),
              within.protocol(),
              operation.protocol(),
              within.transport(),
              port,
              operation.operationClass());
      permissions[of] = known;
      permissionKeys[of] = key;
    }
    return known;
  }

  private void scanned(Operation operation) {
    long function =
        (long) operation.protocol().ordinal() << 32 | operation.functionCode() & 0xffff_ffffL;
    functions.add(function + 1);
    if (operation.result() == OperationResult.REFUSED) {
      refusedFunctions.add(function + 1);
    }
    OperationClass of = operation.operationClass();
    if (of == OperationClass.READ || of == OperationClass.WRITE) {
      pointsAsked++;
      room.add(points, Points.point(operation));
      long address =
          operation.number(
              operation.hasNumber(TargetPart.ADDRESS) ? TargetPart.ADDRESS : TargetPart.INSTANCE);
      // Points one after another, singly: blocks one after another are how masters read much.
      boolean single = operation.number(TargetPart.COUNT) <= 1;
      steps += single && Math.abs(address - lastAddress) == 1 ? 1 : 0;
      lastAddress = address;
    }
  }

  private void refused(Operation operation) {
    refused++;
    if (refusedRequests.add(Points.request(operation)) && firstRefused.size() < 4) {
      firstRefused.add(operation.copy());
    }
  }

  private void history(
      ControlKind kind,
      Operation operation,
      @Nullable Permission permission,
      @Nullable Verdict verdict) {
    History history = histories[kind.ordinal()];
    if (history == null) {
      history = new History();
      histories[kind.ordinal()] = history;
    }
    history.count++;
    history.firstNanos = Math.min(history.firstNanos, operation.epochNanos());
    Acts.add(history.days, operation, permission, verdict, room);
  }

  /** What it comes to, for a table. */
  PairTable.Line line() {
    List<String> spoken = new ArrayList<>();
    for (Protocol protocol : Protocol.values()) {
      if ((protocols >> protocol.ordinal() & 1) != 0) {
        spoken.add(protocol.word());
      }
    }
    long commands = 0;
    StringBuilder did = new StringBuilder();
    for (ControlKind kind : ControlKind.values()) {
      History history = histories[kind.ordinal()];
      if (history != null) {
        commands += history.count;
        did.append(did.isEmpty() ? "" : ", ").append(kind.word());
        did.append(' ').append(history.count);
      }
    }
    if (fetched > 0) {
      did.append(did.isEmpty() ? "" : ", ").append("blocks fetched for it ").append(fetched);
    }
    return new PairTable.Line(
        actor.toString(), target.toString(), spoken, asked, commands, refused, did.toString());
  }
}
