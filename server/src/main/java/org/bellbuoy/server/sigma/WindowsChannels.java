package org.bellbuoy.server.sigma;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.server.event.WindowsEvent;
import org.jspecify.annotations.Nullable;

/**
 * Log sources of Windows as channels and event numbers, from the specification's taxonomy appendix
 * 2.1.0. Names in lower case.
 */
final class WindowsChannels {
  static final String SYSMON = "microsoft-windows-sysmon/operational";
  private static final String POWERSHELL = "microsoft-windows-powershell/operational";
  private static final String CORE = "powershellcore/operational";
  private static final String CLASSIC = "windows powershell";

  private static final Map<String, Set<Integer>> SYSMON_CATEGORIES =
      Map.ofEntries(
          entry("process_creation", Set.of(1)),
          entry("file_change", Set.of(2)),
          entry("network_connection", Set.of(3)),
          entry("sysmon_status", Set.of(4, 16)),
          entry("process_termination", Set.of(5)),
          entry("driver_load", Set.of(6)),
          entry("image_load", Set.of(7)),
          entry("create_remote_thread", Set.of(8)),
          entry("raw_access_thread", Set.of(9)),
          entry("process_access", Set.of(10)),
          entry("file_event", Set.of(11)),
          entry("registry_event", Set.of(12, 13, 14)),
          entry("registry_add", Set.of(12)),
          entry("registry_delete", Set.of(12)),
          entry("registry_set", Set.of(13)),
          entry("registry_rename", Set.of(14)),
          entry("create_stream_hash", Set.of(15)),
          entry("pipe_created", Set.of(17, 18)),
          entry("wmi_event", Set.of(19, 20, 21)),
          entry("dns_query", Set.of(22)),
          entry("file_delete", Set.of(23, 26)),
          entry("clipboard_capture", Set.of(24)),
          entry("process_tampering", Set.of(25)),
          entry("file_delete_detected", Set.of(26)),
          entry("file_block_executable", Set.of(27)),
          entry("file_block_shredding", Set.of(28)),
          entry("file_executable_detected", Set.of(29)),
          entry("sysmon_error", Set.of(255)));

  private static final Map<String, List<String>> SERVICES = services();

  private static final Map<String, String> PROVIDERS =
      Map.of(
          "microsoft-windows-sysmon", SYSMON,
          "microsoft-windows-security-auditing", "security",
          "microsoft-windows-powershell", POWERSHELL,
          "powershell", CLASSIC,
          "service control manager", "system",
          "microsoft-windows-iis-configuration", "microsoft-iis-configuration/operational",
          "msexchange cmdletlogs", "msexchange management");

  private WindowsChannels() {}

  /** Channels and numbers of a category, null where it is not one of Windows events. */
  static @Nullable Map<String, Set<Integer>> category(String category) {
    Set<Integer> ids = SYSMON_CATEGORIES.get(category);
    if (ids != null) {
      Map<String, Set<Integer>> channels = new HashMap<>(Map.of(SYSMON, ids));
      if (category.equals("process_creation")) {
        channels.put("security", Set.of(4688));
      } else if (category.equals("process_termination")) {
        channels.put("security", Set.of(4689));
      }
      return channels;
    }
    return switch (category) {
      case "ps_classic_start" -> Map.of(CLASSIC, Set.of(400));
      case "ps_classic_provider_start" -> Map.of(CLASSIC, Set.of(600));
      case "ps_classic_script" -> Map.of(CLASSIC, Set.of(800));
      case "ps_module" -> Map.of(POWERSHELL, Set.of(4103), CORE, Set.of(4103));
      case "ps_script" -> Map.of(POWERSHELL, Set.of(4104), CORE, Set.of(4104));
      default -> null;
    };
  }

  /** Channels of a service, null where none is known. */
  static @Nullable List<String> service(String service) {
    return SERVICES.get(service);
  }

  /** Channel of an event in lower case; by its provider where it tells none. */
  static String channel(WindowsEvent event) {
    String channel = event.channel().toLowerCase(Locale.ROOT);
    return channel.isEmpty()
        ? PROVIDERS.getOrDefault(event.provider().toLowerCase(Locale.ROOT), "")
        : channel;
  }

  private static Map<String, List<String>> services() {
    Map<String, List<String>> services = new HashMap<>();
    services.put("application", List.of("application"));
    services.put("security", List.of("security"));
    services.put("system", List.of("system"));
    services.put("sysmon", List.of(SYSMON));
    services.put("powershell", List.of(POWERSHELL, CORE));
    services.put("powershell-classic", List.of(CLASSIC));
    services.put("msexchange-management", List.of("msexchange management"));
    services.put("iis-configuration", List.of("microsoft-iis-configuration/operational"));
    services.put("dns-server", List.of("dns server"));
    services.put("openssh", List.of("openssh/operational"));
    services.put(
        "servicebus-client",
        List.of("microsoft-servicebus-client/operational", "microsoft-servicebus-client/admin"));
    String[][] microsoft = {
      {
        "applocker",
        "applocker/msi and script",
        "applocker/exe and dll",
        "applocker/packaged app-deployment",
        "applocker/packaged app-execution"
      },
      {
        "application-experience",
        "application-experience/program-telemetry",
        "application-experience/program-compatibility-assistant"
      },
      {"appmodel-runtime", "appmodel-runtime/admin"},
      {"appxdeployment-server", "appxdeploymentserver/operational"},
      {"appxpackaging-om", "appxpackaging/operational"},
      {"bitlocker", "bitlocker/bitlocker management"},
      {"bits-client", "bits-client/operational"},
      {"capi2", "capi2/operational"},
      {
        "certificateservicesclient-lifecycle-system",
        "certificateservicesclient-lifecycle-system/operational"
      },
      {"codeintegrity-operational", "codeintegrity/operational"},
      {"dhcp", "dhcp-server/operational"},
      {"diagnosis-scripted", "diagnosis-scripted/operational"},
      {"dns-client", "dns client events/operational", "dns-client/operational"},
      {"dns-server-analytic", "dns-server/analytical"},
      {"dns-server-audit", "dns-server/audit", "dnsserver/audit"},
      {"driver-framework", "driverframeworks-usermode/operational"},
      {"firewall-as", "windows firewall with advanced security/firewall"},
      {"hyper-v-worker", "hyper-v-worker", "hyper-v-worker-admin"},
      {"kernel-event-tracing", "kernel-eventtracing", "kernel-eventtracing/admin"},
      {"kernel-shimengine", "kernel-shimengine/operational", "kernel-shimengine/diagnostic"},
      {"ldap", "ldap-client/debug"},
      {"lsa-server", "lsa/operational"},
      {"ntfs", "ntfs/operational"},
      {"ntlm", "ntlm/operational"},
      {"printservice-admin", "printservice/admin"},
      {"printservice-operational", "printservice/operational"},
      {
        "security-mitigations", "security-mitigations/kernel mode", "security-mitigations/user mode"
      },
      {"sense", "sense/operational"},
      {"shell-core", "shell-core/operational"},
      {"smbclient-security", "smbclient/security"},
      {"smbclient-connectivity", "smbclient/connectivity"},
      {"smbserver-connectivity", "smbserver/connectivity"},
      {"taskscheduler", "taskscheduler/operational"},
      {"terminalservices-localsessionmanager", "terminalservices-localsessionmanager/operational"},
      {"vhdmp", "vhdmp/operational"},
      {"windefend", "windows defender/operational"},
      {"wmi", "wmi-activity/operational"},
    };
    for (String[] row : microsoft) {
      services.put(
          row[0],
          List.of(row).subList(1, row.length).stream()
              .map(name -> "microsoft-windows-" + name)
              .toList());
    }
    return Map.copyOf(services);
  }
}
