package org.bellbuoy.port.detect;

import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.IpText;
import org.bellbuoy.port.policy.Addresses;

/** Whether something leaves the premises, as far as addresses alone tell. */
final class Outside {
  private Outside() {}

  /**
   * Whether one of the two has an address of the public internet and the other has not. Where both
   * have, it may as well be a plant that numbers its devices so.
   */
  static boolean between(Party one, Party other) {
    return isPublic(one) != isPublic(other);
  }

  /** Whether a text is an address of the public internet; false for what is no address. */
  static boolean isPublic(String address) {
    IpAddress parsed = IpText.parse(address);
    return parsed != null && Addresses.isPublic(parsed);
  }

  private static boolean isPublic(Party party) {
    return !party.address().equals(IpAddress.NONE) && Addresses.isPublic(party.address());
  }
}
