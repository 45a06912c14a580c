package org.bellbuoy.port.protocol.opcua;

import java.util.Arrays;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.operation.AttributeName;

/**
 * Reads that ask a server what it is: the nodes of its build info (OPC 10000-5, 6.3.4 and 12.10),
 * alone or within its status. Their answers tell maker, product and version. Bounded: of the reads
 * that wait the newest few are known. Not thread safe.
 */
final class BuildInfoReads {
  private static final int STATUS = 2256;
  private static final int BUILD_INFO = 2260;
  private static final int PRODUCT = 2261;
  private static final int MAKER = 2263;
  private static final int VERSION = 2264;

  private static final int MOST = 32;
  private static final int MOST_NODES = 256;
  private static final int STRING = 12;
  private static final int OBJECT = 22;

  private final long[] keys = new long[MOST];
  private final int[] positions = new int[MOST];
  private final int[] asked = new int[MOST];
  private final UaIdentity identity;
  private int next;

  BuildInfoReads(UaIdentity identity) {
    this.identity = identity;
    Arrays.fill(keys, -1);
  }

  /** Looks through the nodes of a read; the reader stands behind their count. */
  void request(UaReader in, int count, long key) {
    for (int i = 0; i < Math.min(count, MOST_NODES) && !in.cut; i++) {
      long node = in.node();
      int attribute = in.s32();
      in.bytes();
      in.qualifiedName();
      boolean tells =
          node == STATUS
              || node == BUILD_INFO
              || node == PRODUCT
              || node == MAKER
              || node == VERSION;
      if (tells && attribute == 13 && !in.cut) {
        keys[next] = key;
        positions[next] = i;
        asked[next] = (int) node;
        next = (next + 1) % MOST;
      }
    }
  }

  /** Looks through the values of an answer; the reader stands before their count. */
  void response(Direction direction, UaReader in, long key, FrameMark mark) {
    int last = -1;
    for (int i = 0; i < MOST; i++) {
      last = keys[i] == key ? Math.max(last, positions[i]) : last;
    }
    if (last < 0) {
      return;
    }
    int count = in.count(1);
    for (int position = 0; position <= Math.min(last, count - 1) && !in.cut; position++) {
      int valueAt = in.dataValue(0);
      for (int i = 0; i < MOST && valueAt >= 0 && !in.cut; i++) {
        if (keys[i] == key && positions[i] == position) {
          value(direction, asked[i], in, valueAt, mark);
        }
      }
    }
    for (int i = 0; i < MOST; i++) {
      keys[i] = keys[i] == key ? -1 : keys[i];
    }
  }

  private void value(Direction direction, int node, UaReader in, int valueAt, FrameMark mark) {
    int after = in.at;
    int end = in.end;
    in.at = valueAt;
    int type = in.u8();
    if (type == STRING) {
      tell(direction, node, in.text(), mark);
    } else if (type == OBJECT) {
      in.extensionObject();
      in.set(in.b, in.textAt, in.textLength);
      if (node == STATUS) {
        // Start, current time, state.
        in.skip(20);
      }
      in.bytes();
      String maker = in.text();
      String product = in.text();
      String version = in.text();
      if (!in.cut) {
        tell(direction, MAKER, maker, mark);
        tell(direction, PRODUCT, product, mark);
        tell(direction, VERSION, version, mark);
      }
    }
    in.end = end;
    in.at = after;
    in.cut = false;
  }

  private void tell(Direction direction, int node, String text, FrameMark mark) {
    switch (node) {
      case MAKER -> identity.tell(direction, AttributeName.VENDOR, text, mark);
      case PRODUCT -> identity.tell(direction, AttributeName.MODEL, text, mark);
      case VERSION ->
          identity.tell(
              direction, AttributeName.SOFTWARE, text.isEmpty() ? "" : "version " + text, mark);
      default -> {}
    }
  }
}
