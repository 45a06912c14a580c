package org.bellbuoy.port.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.bellbuoy.port.operation.OperationClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policy files: what they hold, and the sentence where they cannot be used. */
class PolicyReaderTest {
  static final String WHOLE =
      """
      timeZone: Europe/Oslo
      zones:
        - name: cranes
          level: 1
          addresses: [10.1.0.0/16, fd00:1::/32]
          macs: ["00:0e:8c:ef:75:c5"]
        - name: control
          level: 2
          tags: [hmi]
        - name: dmz
          level: 3.5
          addresses: 10.3.0.0/24
      remoteParties:
        - name: crane maker
          addresses: [203.0.113.0/24]
      assets:
        - name: HMI of the yard
          addresses: [10.1.0.9]
          tags: [hmi]
      gateways:
        - name: firewall
          addresses: [10.3.0.1]
          macs: [02-00-00-00-00-0A]
      conduits:
        - name: operation
          from: control
          to: [cranes]
          protocols: [modbus, s7comm, tcp/4840]
          operations: [read, write]
        - name: service
          from: [crane maker]
          to: [dmz]
          protocols: any
          operations: any
          direction: from-to
          hours: [Mon-Fri 06:00-18:00]
      maintenance:
        - name: order 17
          from: [control]
          to: [cranes]
          operations: [program, firmware, control]
          begins: 2026-01-31T20:00:00Z
          ends: 2026-02-01T04:00:00Z
      """;

  @Test
  void aWholePolicyHoldsWhatStandsInIt() throws PolicyException {
    Policy policy = Policy.read("policy.yaml", WHOLE);

    assertThat(policy.zones())
        .extracting(Zone::name)
        .containsExactly("cranes", "control", "dmz", "crane maker");
    assertThat(policy.zones()).extracting(Zone::level).containsExactly(1.0, 2.0, 3.5, 5.0);
    assertThat(policy.zones().getFirst().ranges())
        .extracting(Cidr::toString)
        .containsExactly("10.1.0.0/16", "fd00:1::/32");
    assertThat(policy.zones().getFirst().macs()).containsExactly(0x000e8cef75c5L);
    assertThat(policy.gateways().getFirst().macs()).containsExactly(0x02000000000aL);
    Conduit operation = policy.conduits().getFirst();
    assertThat(operation.classes()).isEqualTo(Set.of(OperationClass.READ, OperationClass.WRITE));
    assertThat(operation.services())
        .extracting(List::of)
        .hasSize(3)
        .last()
        .hasToString("[tcp/4840]");
    assertThat(policy.conduits().getLast().services()).isNull();
    assertThat(policy.maintenance()).hasSize(1);
    assertThat(policy.zoneId().getId()).isEqualTo("Europe/Oslo");
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          level: 1                     | level: 7                    | p.yaml:4:12: level is '7'; allowed are 0, 1, 2, 3, 3.5, 4, 5.
          10.1.0.0/16                  | 10.1.0.1/16                 | p.yaml:5:17: '10.1.0.1/16' is no address or range like
          00:0e:8c:ef:75:c5            | 00:0e:8c:ef:75              | p.yaml:6:12: '00:0e:8c:ef:75' is no hardware address
          to: [cranes]                 | to: [crains]                | p.yaml:27:10: to names 'crains', which is no zone; there are cranes, control, dmz, crane maker, public, unknown.
          s7comm, tcp/4840             | s8comm                      | p.yaml:28:25: 's8comm' is no protocol; give a word like modbus
          operations: [read, write]    | operations: [reed]          | p.yaml:29:18: 'reed' is no class of operations; allowed are read, write, control,
          direction: from-to           | direction: back             | p.yaml:35:16: direction is 'back'; allowed are from-to, both.
          Mon-Fri 06:00-18:00          | Mon-Fri 6-18                | p.yaml:36:13: 'Mon-Fri 6-18' are no hours like Mon-Fri 06:00-18:00
          ends: 2026-02-01T04:00:00Z   | ends: 2026-01-01T04:00:00Z  | p.yaml:38:5: maintenance window 'order 17' ends before it begins.
          ends: 2026-02-01T04:00:00Z   | hours: daily 08:00-09:00    | p.yaml:38:5: maintenance window 'order 17' needs either begins and ends, or hours, not both.
          timeZone: Europe/Oslo        | timeZone: Mars              | p.yaml:1:11: timeZone is 'Mars', which is no time zone
          name: dmz                    | name: cranes                | p.yaml:10:11: the name 'cranes' stands there twice.
          name: dmz                    | name: public                | the name 'public' is kept
          tags: [hmi]                  | tags: []                    | p.yaml:7:5: zone 'control' holds nothing; give addresses, macs or tags.
          conduits:                    | conduit:                    | p.yaml:24:1: the key 'conduit' is not known in a policy; allowed are timeZone, zones,
          name: service                | name: service, x: y         | p.yaml:30:
          """)
  void whatIsWrongIsSaidWithLineAndColumn(String good, String bad, String sentence) {
    assertThat(WHOLE).contains(good);
    int at = WHOLE.indexOf(good);
    String text = WHOLE.substring(0, at) + bad + WHOLE.substring(at + good.length());
    assertThatThrownBy(() -> Policy.read("p.yaml", text))
        .isInstanceOf(PolicyException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void anEmptyPolicyIsRefused() {
    for (String text : List.of("", "   \n", "# nothing\n", "---\n")) {
      assertThatThrownBy(() -> Policy.read("p.yaml", text))
          .isInstanceOf(PolicyException.class)
          .hasMessageContaining("p.yaml is empty; an empty policy would forbid everything");
    }
    assertThatThrownBy(() -> Policy.read("p.yaml", "zones: []\nconduits: []\n"))
        .hasMessage("p.yaml:1:8: zones must be a list with at least one entry.");
    assertThatThrownBy(() -> Policy.read("p.yaml", "- a\n- b\n"))
        .hasMessageStartingWith("p.yaml:1:1: a policy must be keys with values");
    assertThatThrownBy(() -> Policy.read("p.yaml", "zones: [\n"))
        .hasMessageStartingWith("p.yaml:2:1: no YAML");
  }

  @Test
  void aPolicyWrittenIsReadAsItWas() throws PolicyException {
    Policy policy = Policy.read("policy.yaml", WHOLE);
    Policy plain =
        new Policy(
            policy.zones(), List.of(), policy.conduits(), List.of(), List.of(), policy.zoneId());
    assertThat(Policy.read("again", PolicyText.of(plain, List.of("a remark\nof two lines"))))
        .isEqualTo(plain);
  }

  @Test
  void textsSpoiledByASeededHandAreReadOrRefusedWithASentence() {
    Random random = new Random(7);
    for (int round = 0; round < 4000; round++) {
      StringBuilder text = new StringBuilder(WHOLE);
      for (int i = 1 + random.nextInt(6); i > 0; i--) {
        text.setCharAt(random.nextInt(text.length()), (char) (random.nextInt(127 - 9) + 9));
      }
      readOrSentence(text.toString());
    }
  }

  static void readOrSentence(String text) {
    try {
      Policy policy = Policy.read("p.yaml", text);
      assertThat(policy.zones()).isNotEmpty();
      assertThat(policy.conduits()).isNotEmpty();
    } catch (PolicyException e) {
      assertThat(e.getMessage()).startsWith("p.yaml").endsWith(".").doesNotContain("\n");
    }
  }
}
