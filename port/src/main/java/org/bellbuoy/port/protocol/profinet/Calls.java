package org.bellbuoy.port.protocol.profinet;

import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.PendingRequests;
import org.jspecify.annotations.Nullable;

/** Requests of all conversations that wait; told as unanswered when the last of these ends. */
final class Calls {
  private final DecodeContext context;
  private final PendingRequests pending;
  private int conversations;

  Calls(DecodeContext context) {
    this.context = context;
    this.pending = new PendingRequests(context.ledger(), 4096, 60_000_000_000L);
  }

  void opened() {
    conversations++;
  }

  void closed() {
    conversations--;
    if (conversations == 0) {
      pending.close();
    }
  }

  /** A request that is sent again takes the place of the one before. */
  void add(long key, Operation operation) {
    long frame = operation.request().frame();
    for (Operation o = pending.waiting(key);
        o != null && o.request().frame() != frame;
        o = pending.waiting(key)) {
      Operation late = pending.answer(key);
      if (late != null) {
        context.ledger().emit(late);
      }
    }
    pending.add(key, operation);
  }

  @Nullable Operation answer(long key) {
    return pending.answer(key);
  }
}
