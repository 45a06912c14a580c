package org.bellbuoy.server.detect;

import java.util.Locale;
import java.util.Map;
import org.bellbuoy.server.event.WindowsEvent;

/** Values of events as detectors read them. */
final class EventText {
  private EventText() {}

  /** A named value; empty where there is none. */
  static String value(WindowsEvent event, String name) {
    return event.data().getOrDefault(name, "");
  }

  /** The last part of a path, in lower case. */
  static String fileName(String path) {
    int at = Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/'));
    return path.substring(at + 1).toLowerCase(Locale.ROOT);
  }

  /** All values and the message. */
  static String all(WindowsEvent event) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, String> one : event.data().entrySet()) {
      text.append(one.getValue()).append('\n');
    }
    String message = event.message();
    return message == null ? text.toString() : text.append(message).toString();
  }

  static boolean isProvider(WindowsEvent event, String lowerCase) {
    return event.provider().toLowerCase(Locale.ROOT).startsWith(lowerCase);
  }

  static boolean isChannel(WindowsEvent event, String lowerCase) {
    return event.channel().toLowerCase(Locale.ROOT).startsWith(lowerCase);
  }

  static boolean isSysmon(WindowsEvent event) {
    return isProvider(event, "microsoft-windows-sysmon");
  }
}
