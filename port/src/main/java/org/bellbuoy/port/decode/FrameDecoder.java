package org.bellbuoy.port.decode;

import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.packet.PacketView;

/**
 * Decodes frames without IP: LLDP, CDP, ARP, PROFINET. One for the whole run. Never throws for what
 * they hold. Not thread safe.
 */
public interface FrameDecoder {
  /**
   * EtherTypes it reads; SNAP protocols count as such, {@link PacketView#ETHER_LLC} is for other
   * LLC frames.
   */
  int[] etherTypes();

  /**
   * Reads one frame; its payload is where {@link PacketView#linkPayloadOffset} tells.
   *
   * @param conversation all frames of this EtherType between the two hardware addresses
   * @param direction which way this frame goes
   */
  void frame(PacketView view, Conversation conversation, Direction direction, FrameMark mark);

  /** The capture has ended: requests that wait are told as unanswered. */
  void close();
}
