package org.bellbuoy.server.detect;

import com.google.re2j.Pattern;
import java.util.Locale;
import org.bellbuoy.server.event.WindowsEvent;

/** Exchange's own events: what was done with its commands. */
final class ExchangeEvents {
  private static final Pattern SCRIPT_FILE =
      Pattern.compile("\\.(aspx|ashx|asmx|asp|asax|cshtml|jsp|php)\\b");

  private ExchangeEvents() {}

  static void check(WindowsEvent event, EventNotes notes) {
    if (EventText.isChannel(event, "msexchange management")) {
      command(event, notes);
    } else if (EventText.isProvider(event, "msexchange unified messaging")
        && event.level() == 2
        && EventText.all(event).contains("System.InvalidCastException")) {
      notes.note(
          EventSign.UNIFIED_MESSAGING,
          EntryState.ATTEMPTED,
          event.computer(),
          EventText.all(event));
    }
  }

  private static void command(WindowsEvent event, EventNotes notes) {
    String text = EventText.all(event);
    String lower = text.toLowerCase(Locale.ROOT);
    boolean failed = event.eventId() == 6 || lower.contains("cmdlet failed");
    EntryState left = failed ? EntryState.ATTEMPTED : EntryState.PERSISTED;
    EntryState done = failed ? EntryState.ATTEMPTED : EntryState.SUCCEEDED;
    if (lower.contains("set-") && lower.contains("virtualdirectory") && lower.contains("url")) {
      if (hasTag(lower)) {
        notes.note(EventSign.DIRECTORY_SCRIPT, left, "Set-VirtualDirectory", text);
      }
    } else if (lower.contains("new-mailboxexportrequest")) {
      if (SCRIPT_FILE.matcher(lower).find()) {
        notes.note(EventSign.EXPORT_SCRIPT, left, "New-MailboxExportRequest", text);
      }
    } else if (lower.contains("new-managementroleassignment")) {
      if (lower.contains("mailbox import export")) {
        notes.note(EventSign.EXPORT_ROLE, done, "New-ManagementRoleAssignment", text);
      }
    } else if (lower.contains("new-exchangecertificate")) {
      if (SCRIPT_FILE.matcher(lower).find()) {
        notes.note(EventSign.CERTIFICATE_SCRIPT, left, "New-ExchangeCertificate", text);
      }
    } else if (lower.contains("install-transportagent")) {
      notes.note(EventSign.TRANSPORT_AGENT, left, "Install-TransportAgent", text);
    }
  }

  /** Whether the text holds a tag, plain or percent-encoded. */
  static boolean hasTag(String lower) {
    int at = lower.indexOf('<');
    while (at >= 0 && at + 1 < lower.length()) {
      char next = lower.charAt(at + 1);
      if ((next >= 'a' && next <= 'z') || next == '%') {
        return true;
      }
      at = lower.indexOf('<', at + 1);
    }
    return lower.contains("%3cscript") || lower.contains("%3c%25");
  }
}
