package org.bellbuoy.port.stream;

import java.util.List;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.ConversationListener;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.decode.Identity;
import org.bellbuoy.port.decode.StreamDecoder;
import org.bellbuoy.port.decode.StreamProtocol;
import org.jspecify.annotations.Nullable;

/**
 * Tells the protocol of TCP connections and gives their bytes to decoders. Whole messages are read
 * where they lie; only what is left of a message is copied. A decoder that finds nothing for many
 * segments is let go, and the connection is identified anew.
 */
final class StreamFeeder {
  private static final int TRIES = 32;

  /** Later on, one segment in so many is still looked at. */
  private static final int SELDOM = 64;

  private static final int MOST_KEPT = 8;
  private static final int MOST_KEPT_BYTES = 1 << 14;
  private static final int MOST_FRUITLESS = 24;
  private static final long MOST_REST_BYTES_OF_ALL = 64L << 20;

  private final List<StreamProtocol> protocols;
  private final DecodeContext context;
  private final ConversationListener listener;
  private long restBytes;

  StreamFeeder(
      List<StreamProtocol> protocols, DecodeContext context, ConversationListener listener) {
    this.protocols = protocols;
    this.context = context;
    this.listener = listener;
  }

  void feed(Flow flow, int side, byte[] buffer, int offset, int length, FrameMark mark) {
    StreamFeed feed = flow.feed;
    if (feed == null) {
      feed = new StreamFeed();
      flow.feed = feed;
    }
    if (feed.decoder != null || identify(flow, feed, side, buffer, offset, length, mark)) {
      decode(flow, feed, side, buffer, offset, length, mark);
    }
    flow.show(listener, side, buffer, offset, length, mark);
  }

  void gap(Flow flow, int side, long missingBytes) {
    StreamFeed feed = flow.feed;
    if (feed == null || feed.decoder == null) {
      return;
    }
    flow.skippedBytes[side] += feed.restLengths[side];
    feed.restLengths[side] = 0;
    feed.lost[side] = true;
    feed.decoder.gap(flow.direction(side), missingBytes);
  }

  void close(Flow flow) {
    StreamFeed feed = flow.feed;
    if (feed != null) {
      letGo(feed);
      flow.feed = null;
    }
  }

  private void letGo(StreamFeed feed) {
    if (feed.decoder != null) {
      feed.decoder.close();
      feed.decoder = null;
    }
    for (int side = 0; side < 2; side++) {
      byte[] rest = feed.rests[side];
      restBytes -= rest == null ? 0 : rest.length;
      feed.rests[side] = null;
      feed.restLengths[side] = 0;
    }
  }

  /** Whether the protocol is known now; what was kept of the connection is then decoded. */
  private boolean identify(
      Flow flow, StreamFeed feed, int side, byte[] buffer, int offset, int length, FrameMark mark) {
    feed.tried++;
    if (feed.tried > TRIES && feed.tried % SELDOM != 0) {
      return false;
    }
    boolean doubtful = false;
    for (int i = 0; i < protocols.size(); i++) {
      StreamProtocol protocol = protocols.get(i);
      Identity identity = protocol.identify(buffer, offset, length);
      int usual = identity == Identity.NO ? -1 : Doubts.usualSide(flow, protocol.usualPorts());
      boolean accepted = feed.doubts(protocols.size()).isEnough(i, identity, usual);
      if (accepted) {
        begin(flow, feed, side, protocol, identity, usual);
        return true;
      }
      doubtful |= identity != Identity.NO;
    }
    if (doubtful && feed.kept.size() < MOST_KEPT && feed.keptBytes + length <= MOST_KEPT_BYTES) {
      feed.kept.add(new StreamFeed.Kept(side, buffer, offset, length, mark));
      feed.keptBytes += length;
    } else if (!doubtful) {
      feed.kept.clear();
      feed.keptBytes = 0;
    }
    return false;
  }

  /** The side whose port is usual for a protocol, −1 where neither is. */
  private void begin(
      Flow flow, StreamFeed feed, int side, StreamProtocol protocol, Identity identity, int usual) {
    Orienting.orient(flow, side, identity, usual);
    StreamDecoder decoder = protocol.open(flow, context);
    feed.decoder = decoder;
    feed.doubts = null;
    feed.fruitless = 0;
    flow.protocol = protocol.protocol();
    listener.identified(flow);
    for (StreamFeed.Kept kept : feed.kept) {
      decode(flow, feed, kept.side, kept.bytes, 0, kept.bytes.length, kept.mark);
    }
    feed.kept.clear();
    feed.keptBytes = 0;
  }

  private void decode(
      Flow flow, StreamFeed feed, int side, byte[] buffer, int offset, int length, FrameMark mark) {
    StreamDecoder decoder = feed.decoder;
    if (decoder == null) {
      return;
    }
    int rest = feed.restLengths[side];
    if (rest == 0) {
      int used = pump(flow, feed, decoder, side, buffer, offset, length, mark);
      keep(flow, feed, decoder, side, buffer, offset + used, length - used);
    } else {
      byte[] joined = room(feed, side, rest + length);
      System.arraycopy(buffer, offset, joined, rest, length);
      int used = pump(flow, feed, decoder, side, joined, 0, rest + length, mark);
      int left = rest + length - used;
      if (left > decoder.longestMessageBytes()) {
        feed.lost[side] = true;
        flow.skippedBytes[side] += left;
        left = 0;
      }
      System.arraycopy(joined, used, joined, 0, left);
      feed.restLengths[side] = left;
    }
    if (feed.fruitless > MOST_FRUITLESS) {
      letGo(feed);
      feed.tried = 0;
      feed.fruitless = 0;
      flow.protocol = Protocol.UNKNOWN;
    }
  }

  /** Lets the decoder take what it can; gives how many bytes are done with. */
  private static int pump(
      Flow flow,
      StreamFeed feed,
      StreamDecoder decoder,
      int side,
      byte[] buffer,
      int offset,
      int length,
      FrameMark mark) {
    Direction direction = flow.direction(side);
    int at = offset;
    int end = offset + length;
    boolean fruit = false;
    while (at < end) {
      if (feed.lost[side]) {
        int found = decoder.resynchronise(direction, buffer, at, end - at);
        flow.skippedBytes[side] += found;
        at += found;
        if (at >= end) {
          break;
        }
        feed.lost[side] = false;
      }
      int used = decoder.consume(direction, buffer, at, end - at, mark);
      if (used == StreamDecoder.LOST) {
        feed.lost[side] = true;
        flow.skippedBytes[side]++;
        at++;
      } else if (used == 0) {
        break;
      } else {
        fruit = true;
        at += used;
      }
    }
    feed.fruitless = fruit ? 0 : feed.fruitless + 1;
    return at - offset;
  }

  private void keep(
      Flow flow,
      StreamFeed feed,
      StreamDecoder decoder,
      int side,
      byte[] buffer,
      int offset,
      int left) {
    if (left <= 0) {
      return;
    }
    if (left > decoder.longestMessageBytes() || restBytes > MOST_REST_BYTES_OF_ALL) {
      feed.lost[side] = true;
      flow.skippedBytes[side] += left;
      return;
    }
    byte[] rest = room(feed, side, left);
    System.arraycopy(buffer, offset, rest, 0, left);
    feed.restLengths[side] = left;
  }

  /** The buffer for rests, large enough, with what it holds. */
  private byte[] room(StreamFeed feed, int side, int bytes) {
    byte @Nullable [] rest = feed.rests[side];
    if (rest != null && rest.length >= bytes) {
      return rest;
    }
    int old = rest == null ? 0 : rest.length;
    byte[] larger = new byte[Math.max(256, Math.max(bytes, old * 2))];
    if (rest != null) {
      System.arraycopy(rest, 0, larger, 0, feed.restLengths[side]);
    }
    restBytes += larger.length - old;
    feed.rests[side] = larger;
    return larger;
  }
}
