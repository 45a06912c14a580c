package org.bellbuoy.port.simulate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a frame is part of; counted when it is written, so that what a mirror port lost does not
 * count as captured.
 *
 * @param act what is staged with it, null for ordinary traffic
 * @param asked operations whose request ends in it
 * @param what it does, in a few words; empty where it only belongs to the act
 * @param from who sends it, empty where {@code what} is
 * @param to who gets it
 */
record Mark(@Nullable Act act, List<Asked> asked, String what, String from, String to) {
  static final Mark NONE = of(null);

  /** A frame of an act that shows nothing by itself. */
  static Mark of(@Nullable Act act) {
    return new Mark(act, List.of(), "", "", "");
  }

  /** A frame that shows what an act did. */
  static Mark shows(@Nullable Act act, Host from, Host to, String what) {
    return new Mark(act, List.of(), what, from.address(), to.address());
  }

  /** A frame that asks a device for something. */
  static Mark asks(@Nullable Act act, List<Asked> asked, Host from, Host to, String what) {
    return new Mark(act, asked, what, from.address(), to.address());
  }
}
