package org.bellbuoy.server.event;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One Windows event, whatever it was exported as.
 *
 * @param source index of the source among those of the run
 * @param offset first byte of the record in the content
 * @param length bytes of the record
 * @param frame number of the record in its file, from 1
 * @param recordId the log's own number of it, −1 where not told
 * @param epochMillis when it was made, milliseconds since 1970 UTC; {@link #NO_TIME}
 * @param provider who made it, for example {@code Microsoft-Windows-Sysmon}; empty where not told
 * @param channel the log, for example {@code Security}; empty where not told
 * @param computer name of the machine; empty where not told
 * @param eventId number of its kind, −1 where not told
 * @param level 1 critical to 5 verbose, 0 always, −1 where not told
 * @param data named values of EventData or UserData, in order; values without a name are named
 *     {@code Data1}, {@code Data2} and so on. Untrusted text
 * @param message the rendered text, null where the export has none. Untrusted text
 */
public record WindowsEvent(
    int source,
    long offset,
    int length,
    long frame,
    long recordId,
    long epochMillis,
    String provider,
    String channel,
    String computer,
    int eventId,
    int level,
    Map<String, String> data,
    @Nullable String message) {
  /** Time not known. */
  public static final long NO_TIME = Long.MIN_VALUE;

  public WindowsEvent {
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
  }
}
