package org.bellbuoy.port.protocol.dnp3;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.packet.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * What stations say to each other in one conversation: frames become application messages. Several
 * stations may share it; a few may send messages in segments at the same time.
 */
final class Stations {
  private static final int FIRST = 0x40;
  private static final int LAST = 0x80;
  private static final int AT_A_TIME = 4;

  private final DecodeContext context;
  private final Requests requests;
  private final Responses responses;
  private final byte[] data = new byte[Link.MOST_DATA];
  private final Fragment[] fragments = new Fragment[AT_A_TIME];
  private int turn;

  Stations(Conversation conversation, DecodeContext context) {
    this.context = context;
    this.requests = new Requests(conversation, context);
    this.responses = new Responses(conversation, context, requests);
    for (int i = 0; i < AT_A_TIME; i++) {
      fragments[i] = new Fragment();
    }
  }

  /** Takes one whole frame whose header is good. Link maintenance carries nothing to tell. */
  void frame(Direction direction, byte[] b, int at, FrameMark mark) {
    if (!Link.carriesData(b, at)) {
      return;
    }
    int destination = Link.destination(b, at);
    int source = Link.source(b, at);
    int length = Link.data(b, at, data);
    if (length < 1) {
      context.reject(
          "dnp3-check-sum",
          mark,
          (length < 0 ? "a check sum does not hold in" : "there is no transport header in")
              + " a frame from station "
              + source
              + " to "
              + destination
              + ".");
      return;
    }
    int transport = data[0] & 0xff;
    int sequence = transport & 0x3f;
    boolean last = (transport & LAST) != 0;
    if ((transport & FIRST) != 0 && last) {
      message(direction, destination, source, data, 1, length, mark);
      return;
    }
    Fragment fragment = fragment(direction, destination, source);
    if ((transport & FIRST) != 0) {
      if (fragment == null) {
        fragment = free();
      }
      fragment.begin(direction, destination, source, sequence);
    } else if (fragment == null || !fragment.follows(sequence)) {
      context.reject(
          "dnp3-segment",
          mark,
          "segment " + sequence + " from station " + source + " lacks those before it.");
      return;
    }
    if (!fragment.append(data, 1, length - 1, sequence)) {
      fragment.end();
      context.reject(
          "dnp3-segment",
          mark,
          "a message from station " + source + " has more than " + Fragment.MOST_BYTES + " bytes.");
    } else if (last) {
      fragment.end();
      message(direction, destination, source, fragment.bytes(), 0, fragment.length(), mark);
    }
  }

  private @Nullable Fragment fragment(Direction direction, int destination, int source) {
    for (Fragment fragment : fragments) {
      if (fragment.of(direction, destination, source)) {
        return fragment;
      }
    }
    return null;
  }

  private Fragment free() {
    for (Fragment fragment : fragments) {
      if (!fragment.active()) {
        return fragment;
      }
    }
    turn = (turn + 1) % AT_A_TIME;
    return fragments[turn];
  }

  private void message(
      Direction direction,
      int destination,
      int source,
      byte[] b,
      int from,
      int to,
      FrameMark mark) {
    int function = to - from >= 2 ? b[from + 1] & 0xff : -1;
    boolean answers = function >= Functions.RESPONSE;
    if (function < 0 || function > Functions.AUTHENTICATE_RESPONSE || (answers && to - from < 4)) {
      context.reject(
          "dnp3-application",
          mark,
          "an application message of "
              + (to - from)
              + " bytes from station "
              + source
              + (function < 0 ? " lacks its header." : " has function " + function + "."));
    } else if (answers) {
      int indications = Bytes.u16(b, from + 2);
      responses.response(direction, destination, source, b, from, to, function, indications, mark);
    } else if (function != Functions.CONFIRM) {
      requests.request(direction, destination, source, b, from, to, mark);
    }
  }

  /** Bytes are missing that way; segments before them belong to nothing any more. */
  void gap(Direction direction) {
    for (Fragment fragment : fragments) {
      if (fragment.direction() == direction) {
        fragment.end();
      }
    }
  }

  void close() {
    requests.close();
  }
}
