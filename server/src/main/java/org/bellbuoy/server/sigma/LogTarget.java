package org.bellbuoy.server.sigma;

import java.util.Map;
import java.util.Set;
import org.bellbuoy.server.event.WindowsEvent;
import org.bellbuoy.server.log.LogKind;

/** Which records a log source of a rule means. Immutable. */
sealed interface LogTarget {
  /** Rows of web logs of some kinds. */
  record Web(Set<LogKind> kinds) implements LogTarget {
    public Web {
      kinds = Set.copyOf(kinds);
    }
  }

  /**
   * Windows events.
   *
   * @param channels channels in lower case with event numbers, none for all numbers; empty for all
   *     channels
   */
  record Events(Map<String, Set<Integer>> channels) implements LogTarget {
    public Events {
      channels = Map.copyOf(channels);
    }

    boolean accepts(WindowsEvent event, String channel) {
      if (channels.isEmpty()) {
        return true;
      }
      Set<Integer> ids = channels.get(channel);
      return ids != null && (ids.isEmpty() || ids.contains(event.eventId()));
    }
  }
}
