package org.bellbuoy.server.sigma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellbuoy.server.sigma.Rules.event;
import static org.bellbuoy.server.sigma.Rules.hits;

import java.util.Map;
import org.bellbuoy.server.event.WindowsEvent;
import org.junit.jupiter.api.Test;

/** Rules over Windows events: log sources, and names of fields. */
final class EventRulesTest {
  private static final String SYSMON = "Microsoft-Windows-Sysmon/Operational";

  private static boolean category(String category, String channel, int id) {
    String rule =
        Rules.rule("{product: windows, category: " + category + "}", "s:\n  A: b\ncondition: s");
    return hits(Rules.engine(rule), event(channel, id, Map.of("A", "b")));
  }

  private static boolean service(String service, String channel, int id) {
    String rule =
        Rules.rule("{product: windows, service: " + service + "}", "s:\n  A: b\ncondition: s");
    return hits(Rules.engine(rule), event(channel, id, Map.of("A", "b")));
  }

  @Test
  void categoriesAreEventsOfSysmonAndOthers() {
    assertThat(category("process_creation", SYSMON, 1)).isTrue();
    assertThat(category("process_creation", "Security", 4688)).isTrue();
    assertThat(category("process_creation", SYSMON, 3)).isFalse();
    assertThat(category("network_connection", SYSMON, 3)).isTrue();
    assertThat(category("image_load", SYSMON, 7)).isTrue();
    assertThat(category("create_remote_thread", SYSMON, 8)).isTrue();
    assertThat(category("process_access", SYSMON, 10)).isTrue();
    assertThat(category("file_event", SYSMON, 11)).isTrue();
    assertThat(category("file_event", "Security", 11)).isFalse();
    assertThat(category("registry_event", SYSMON, 14)).isTrue();
    assertThat(category("registry_set", SYSMON, 13)).isTrue();
    assertThat(category("registry_set", SYSMON, 12)).isFalse();
    assertThat(category("pipe_created", SYSMON, 18)).isTrue();
    assertThat(category("dns_query", SYSMON, 22)).isTrue();
    assertThat(category("ps_script", "Microsoft-Windows-PowerShell/Operational", 4104)).isTrue();
  }

  @Test
  void servicesAreChannels() {
    assertThat(service("security", "Security", 1)).isTrue();
    assertThat(service("security", "System", 1)).isFalse();
    assertThat(service("application", "Application", 1316)).isTrue();
    assertThat(service("msexchange-management", "MSExchange Management", 1)).isTrue();
    assertThat(service("iis-configuration", "Microsoft-IIS-Configuration/Operational", 29))
        .isTrue();
    assertThat(service("powershell", "PowerShellCore/Operational", 4103)).isTrue();
    String all = Rules.rule("{product: windows}", "s:\n  A: b\ncondition: s");
    assertThat(hits(Rules.engine(all), event("Anything", 7, Map.of("A", "b")))).isTrue();
  }

  @Test
  void anEventWithoutChannelIsKnownByItsProvider() {
    String rule = Rules.process("s:\n  EventID: 1\ncondition: s");
    WindowsEvent event =
        new WindowsEvent(
            0, 0, 1, 1, 1, 0, "Microsoft-Windows-Sysmon", "", "H", 1, 4, Map.of(), null);
    assertThat(hits(Rules.engine(rule), event)).isTrue();
  }

  @Test
  void creationInTheSecurityLogAnswersToSysmonsNames() {
    WindowsEvent event =
        event(
            "Security",
            4688,
            Map.of(
                "NewProcessName", "C:\\Windows\\System32\\cmd.exe",
                "ParentProcessName", "C:\\Windows\\System32\\inetsrv\\w3wp.exe",
                "CommandLine", "cmd /c whoami",
                "NewProcessId", "0x1f4",
                "ProcessId", "0x64",
                "SubjectDomainName", "NT AUTHORITY",
                "SubjectUserName", "SYSTEM",
                "MandatoryLabel", "S-1-16-16384"));
    for (String item :
        new String[] {
          "Image|endswith: '\\CMD.exe'",
          "ParentImage|endswith: '\\w3wp.exe'",
          "CommandLine|contains: whoami",
          "ProcessId: 500",
          "ParentProcessId: 100",
          "User: 'nt authority\\system'",
          "IntegrityLevel: System",
          "NewProcessName|endswith: cmd.exe",
          "EventID: 4688",
          "Computer: host"
        }) {
      String rule = Rules.process("s:\n  " + item + "\ncondition: s");
      assertThat(hits(Rules.engine(rule), event)).as(item).isTrue();
    }
  }

  @Test
  void digestsAreTakenOutOfHashes() {
    Map<String, String> data = Map.of("Hashes", "MD5=AB12,SHA256=FF,IMPHASH=C0DE");
    String rule = "s:\n  %s\ncondition: s";
    assertThat(hits(Rules.process(rule.formatted("imphash: c0de")), data)).isTrue();
    assertThat(hits(Rules.process(rule.formatted("md5: ab12")), data)).isTrue();
    assertThat(hits(Rules.process(rule.formatted("Hashes|contains: 'SHA256=FF'")), data)).isTrue();
    assertThat(hits(Rules.process(rule.formatted("sha1: ff")), data)).isFalse();
  }

  @Test
  void keywordsSeeValuesAndMessage() {
    String rule =
        Rules.rule(
            "{product: windows, service: msexchange-management}",
            "k:\n  '|all': [OabVirtualDirectory, ' -ExternalUrl ']\ncondition: k");
    WindowsEvent event =
        event(
            "MSExchange Management",
            1,
            Map.of("Data1", "Set-OabVirtualDirectory", "Data2", "x -ExternalUrl y"));
    assertThat(hits(Rules.engine(rule), event)).isTrue();
  }
}
