package org.bellbuoy.server.detect;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.bellbuoy.server.event.WindowsEvent;

/** ASP.NET's event 1316 with code 4009: view state that could not be used. */
final class ViewStateEvents {
  private static final Pattern CLIENT = Pattern.compile("(?i)client ip: *([0-9a-f.:]+)");
  private static final Pattern PATH = Pattern.compile("(?i)(?:\\n|\\s)path: *(\\S+)");
  private static final Pattern STATE = Pattern.compile("(?i)persistedstate: *([A-Za-z0-9+/=]+)");
  private static final int LARGE_BYTES = 2000;

  /** Names in serialized .NET objects that make a view state run something. */
  private static final List<String> GADGETS =
      List.of(
          "System.Diagnostics.Process",
          "ObjectDataProvider",
          "TextFormattingRunProperties",
          "ActivitySurrogate",
          "System.Reflection.Assembly",
          "AssemblyInstaller",
          "System.Data.DataSet",
          "WindowsIdentity",
          "SessionSecurityToken",
          "TypeConfuseDelegate",
          "System.Collections.Generic.SortedSet",
          "System.Workflow",
          "XamlReader");

  private ViewStateEvents() {}

  static void check(WindowsEvent event, EventNotes notes) {
    if (event.eventId() != 1316 || !EventText.isProvider(event, "asp.net")) {
      return;
    }
    String all = EventText.all(event);
    String lower = all.toLowerCase(Locale.ROOT);
    if (!lower.contains("viewstate")) {
      return;
    }
    boolean mac = lower.contains("failed integrity check") || lower.contains("50203");
    boolean invalid = lower.contains("viewstate was invalid") || lower.contains("50204");
    byte[] state = decode(first(STATE, all));
    List<String> types = types(state);
    String client = first(CLIENT, all);
    String quote =
        "client "
            + client
            + ", path "
            + first(PATH, all)
            + ", view state of "
            + state.length
            + " bytes"
            + (types.isEmpty() ? "" : ", holds " + String.join(", ", types));
    if (invalid && !mac) {
      boolean carries = !types.isEmpty() || state.length > LARGE_BYTES;
      notes.note(
          EventSign.VIEW_STATE_INVALID,
          carries ? EntryState.SUCCEEDED : EntryState.CANNOT_TELL,
          client,
          quote);
    } else if (mac) {
      notes.note(
          types.isEmpty() ? EventSign.VIEW_STATE_MAC : EventSign.VIEW_STATE_FORGED,
          EntryState.BLOCKED,
          client,
          quote);
    }
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    String group = matcher.find() ? matcher.group(1) : "";
    return group == null ? "" : group;
  }

  /** Decodes what there is; text that was cut loses its last bytes. */
  static byte[] decode(String base64) {
    String digits = base64.replace("=", "");
    int whole = digits.length() - (digits.length() % 4 == 1 ? 1 : 0);
    return Base64.getDecoder().decode(digits.substring(0, whole));
  }

  private static List<String> types(byte[] state) {
    String text = new String(state, StandardCharsets.ISO_8859_1);
    List<String> types = new ArrayList<>();
    for (String gadget : GADGETS) {
      if (text.contains(gadget)) {
        types.add(gadget);
      }
    }
    return types;
  }
}
