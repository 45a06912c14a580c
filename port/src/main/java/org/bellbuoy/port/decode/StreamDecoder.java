package org.bellbuoy.port.decode;

import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;

/**
 * Decodes one TCP connection. Is given the bytes of each direction in order and takes whole
 * messages off them. Never throws for what the bytes hold: a message it cannot read is told to
 * {@link DecodeContext#reject} and passed over, and the connection goes on. Not thread safe.
 */
public interface StreamDecoder {
  /** {@link #consume} gives this where no message begins. */
  int LOST = -1;

  /**
   * Takes as many whole messages as are there.
   *
   * @param buffer valid during the call only
   * @param mark the packet that brought the last of these bytes; reused
   * @return bytes taken, 0 or more; the rest is given again with what follows. {@link #LOST} when
   *     no message begins here (then nothing was taken): {@link #resynchronise} is asked next. A
   *     decoder that meets such bytes behind a whole message gives what it took first.
   */
  int consume(Direction direction, byte[] buffer, int offset, int length, FrameMark mark);

  /**
   * Looks for the beginning of a message, after a gap or where {@link #consume} was lost. The
   * framing must hold, and better twice where a second message is there.
   *
   * @return index from offset on, 0 to length, where to go on; equal to length when no message may
   *     begin in these bytes, which are then let go
   */
  int resynchronise(Direction direction, byte[] buffer, int offset, int length);

  /**
   * Bytes are missing before those that come next; what was left of a message is gone.
   *
   * @param missingBytes how many, −1 where unknown
   */
  void gap(Direction direction, long missingBytes);

  /** Messages never take more bytes than this; longer rests make the decoder lost. */
  int longestMessageBytes();

  /** The connection has ended or is forgotten: requests that wait are told as unanswered. */
  void close();
}
