package org.bellbuoy.server.sigma;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.server.event.WindowsEvent;
import org.jspecify.annotations.Nullable;

/**
 * A Windows event under the names of the taxonomy. Events 4688 and 4689 of the Security log answer
 * to Sysmon's names too.
 */
final class EventRecord implements SigmaRecord {
  /** Fields whose value does not stand as one text in the event. */
  static final Set<String> COMPOSED =
      Set.of("EventID", "EventId", "Event_ID", "EventRecordID", "Level", "User", "IntegrityLevel");

  private static final Map<String, String> CREATION =
      Map.of(
          "Image", "NewProcessName",
          "ParentImage", "ParentProcessName",
          "ProcessId", "NewProcessId",
          "ParentProcessId", "ProcessId",
          "LogonId", "SubjectLogonId",
          "CommandLine", "ProcessCommandLine");
  private static final Map<String, String> TERMINATION =
      Map.of("Image", "ProcessName", "LogonId", "SubjectLogonId");
  private static final Map<String, String> LEVELS =
      Map.of(
          "S-1-16-0", "Untrusted",
          "S-1-16-4096", "Low",
          "S-1-16-8192", "Medium",
          "S-1-16-8448", "MediumPlus",
          "S-1-16-12288", "High",
          "S-1-16-16384", "System");

  private WindowsEvent event =
      new WindowsEvent(0, 0, 0, 0, -1, WindowsEvent.NO_TIME, "", "", "", -1, -1, Map.of(), null);
  private @Nullable String raw;
  private boolean security;

  /** Looks at another event. */
  void of(WindowsEvent next, String channel) {
    event = next;
    raw = null;
    security = channel.equals("security");
  }

  @Override
  public boolean has(SigmaField field) {
    return event.data().containsKey(field.name()) || value(field) != null;
  }

  @Override
  public @Nullable String fullUri(SigmaField field) {
    return null;
  }

  @Override
  public @Nullable String value(SigmaField field) {
    String name = field.name();
    if (security && (event.eventId() == 4688 || event.eventId() == 4689)) {
      String mapped = process(name);
      if (mapped != null) {
        return mapped;
      }
    }
    String value = event.data().get(name);
    return value != null ? value : header(name);
  }

  private @Nullable String process(String name) {
    Map<String, String> data = event.data();
    boolean creation = event.eventId() == 4688;
    return switch (name) {
      case "User" -> user(data.get("SubjectDomainName"), data.get("SubjectUserName"));
      case "IntegrityLevel" -> {
        String label = data.get("MandatoryLabel");
        yield label == null ? null : LEVELS.getOrDefault(label, label);
      }
      default -> {
        String other = (creation ? CREATION : TERMINATION).get(name);
        yield other == null ? null : data.get(other);
      }
    };
  }

  private static @Nullable String user(@Nullable String domain, @Nullable String user) {
    return user == null || domain == null || domain.isEmpty() || domain.equals("-")
        ? user
        : domain + "\\" + user;
  }

  private @Nullable String header(String name) {
    return switch (name) {
      case "EventID", "EventId", "Event_ID" -> number(event.eventId());
      case "EventRecordID" -> number(event.recordId());
      case "Level" -> number(event.level());
      case "Channel", "EventLog", "winlog.channel" -> text(event.channel());
      case "Provider_Name", "Provider", "Source", "SourceName" -> text(event.provider());
      case "Computer", "ComputerName", "Hostname" -> text(event.computer());
      case "Message" -> event.message();
      case "Data" -> values();
      case "imphash", "Imphash" -> digest("IMPHASH");
      case "md5" -> digest("MD5");
      case "sha1" -> digest("SHA1");
      case "sha256" -> digest("SHA256");
      default -> null;
    };
  }

  private static @Nullable String number(long number) {
    return number < 0 ? null : Long.toString(number);
  }

  private static @Nullable String text(String text) {
    return text.isEmpty() ? null : text;
  }

  private @Nullable String digest(String kind) {
    String hashes = event.data().get("Hashes");
    if (hashes == null) {
      return null;
    }
    for (String one : hashes.split(",", -1)) {
      int sign = one.indexOf('=');
      if (sign > 0 && one.substring(0, sign).strip().toUpperCase(Locale.ROOT).equals(kind)) {
        return one.substring(sign + 1);
      }
    }
    return null;
  }

  private @Nullable String values() {
    return event.data().isEmpty() ? null : String.join("\n", event.data().values());
  }

  @Override
  public String raw() {
    String made = raw;
    if (made == null) {
      StringBuilder out = new StringBuilder();
      out.append(event.provider()).append('\n').append(event.channel());
      out.append('\n').append(event.computer());
      event.data().values().forEach(value -> out.append('\n').append(value));
      if (event.message() != null) {
        out.append('\n').append(event.message());
      }
      made = out.toString();
      raw = made;
    }
    return made;
  }
}
