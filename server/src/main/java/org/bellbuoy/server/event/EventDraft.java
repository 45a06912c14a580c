package org.bellbuoy.server.event;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event under way. Not thread safe. */
final class EventDraft {
  private final ZoneId zone;
  private final Map<String, String> data = new LinkedHashMap<>();
  private final Map<String, Integer> repeats = new HashMap<>();
  private int unnamed;

  long recordId = -1;
  long epochMillis = WindowsEvent.NO_TIME;
  String provider = "";
  String channel = "";
  String computer = "";
  int eventId = -1;
  int level = -1;
  @Nullable String message;

  /** A time that was given but could not be understood, null where none. */
  @Nullable String strangeTime;

  EventDraft(ZoneId zone) {
    this.zone = zone;
  }

  /** Whether nothing says what event it is. */
  boolean isNothing() {
    return eventId < 0 && provider.isEmpty() && channel.isEmpty();
  }

  /** Adds a value; a name that comes again gets {@code _2}, {@code _3} and so on. */
  void put(String name, String value) {
    if (name.isEmpty()) {
      put("Data" + ++unnamed, value);
      return;
    }
    String free = name;
    while (data.putIfAbsent(free, value) != null) {
      // Counted, so that a name that comes thousands of times does not cost their square.
      free = name + "_" + (repeats.merge(name, 1, Integer::sum) + 1);
    }
  }

  void time(String text) {
    if (epochMillis != WindowsEvent.NO_TIME || text.isBlank()) {
      return;
    }
    epochMillis = EventTimes.epochMillis(text, zone);
    strangeTime = epochMillis == WindowsEvent.NO_TIME ? text : null;
  }

  void recordId(String text) {
    recordId = recordId < 0 ? whole(text, Long.MAX_VALUE) : recordId;
  }

  void eventId(String text) {
    eventId = eventId < 0 ? (int) whole(text, Integer.MAX_VALUE) : eventId;
  }

  /** A number or the word that Windows shows for it in English. */
  void level(String text) {
    if (level >= 0) {
      return;
    }
    level =
        switch (text.strip().toLowerCase(Locale.ROOT)) {
          case "critical" -> 1;
          case "error" -> 2;
          case "warning" -> 3;
          case "information", "informational", "info" -> 4;
          case "verbose", "debug" -> 5;
          case "logalways" -> 0;
          default -> (int) whole(text, 255);
        };
  }

  /** A whole number of at most that, −1 where the text is none. */
  static long whole(String text, long most) {
    String trimmed = text.strip();
    if (trimmed.isEmpty() || trimmed.length() > 18) {
      return -1;
    }
    long value = 0;
    for (int i = 0; i < trimmed.length(); i++) {
      char c = trimmed.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = 10 * value + c - '0';
    }
    return value <= most ? value : -1;
  }

  WindowsEvent made(int source, long offset, int length, long frame) {
    return new WindowsEvent(
        source,
        offset,
        length,
        frame,
        recordId,
        epochMillis,
        provider,
        channel,
        computer,
        eventId,
        level,
        data,
        message);
  }
}
