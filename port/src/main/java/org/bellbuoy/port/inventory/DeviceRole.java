package org.bellbuoy.port.inventory;

import java.util.List;

/**
 * A role and what speaks for it.
 *
 * @param role which
 * @param confidence how strongly it is shown
 * @param reasons at least one
 */
public record DeviceRole(Role role, Confidence confidence, List<Reason> reasons) {
  public DeviceRole {
    reasons = List.copyOf(reasons);
  }

  /**
   * One reason.
   *
   * @param text a sentence without its full stop
   * @param proof the first packet that shows it
   */
  public record Reason(String text, Proof proof) {}
}
