package org.bellbuoy.port.beacon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.Inputs;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Networks;
import org.bellbuoy.port.detect.PortFact;
import org.bellbuoy.port.watch.Recorded;
import org.bellbuoy.port.zeek.LogReader;
import org.bellbuoy.port.zeek.Settled;
import org.junit.jupiter.api.Test;

/** RITA's own test data: what its authors publish as scores is what comes out here. */
class BeaconGoldenTest {
  private static BeaconLogs read(Networks networks, String... paths) {
    BeaconLogs logs = new BeaconLogs(new BeaconRules(networks, List.of(), 0.8, 8));
    Settled settled = new Settled(logs);
    LogReader reader =
        new LogReader(row -> {}, settled, reject -> assertThat(reject.detail()).isEmpty());
    try {
      List<String> files =
          List.of(paths).stream().map(p -> Recorded.shared(p)).map(Path::toString).toList();
      int source = 0;
      for (Input input : Inputs.find(files, System.in)) {
        reader.read(input, source++);
      }
    } catch (SourceException e) {
      throw new IllegalStateException(e);
    }
    settled.finish();
    return logs;
  }

  private static BeaconScore score(BeaconLogs logs, String client, String party) {
    return Objects.requireNonNull(logs.table().score(IpAddress.parseIpv4(client), party));
  }

  @Test
  void theBeaconWithoutHostHasItsPublishedScoreAndStandsFirst() {
    BeaconLogs logs = read(Networks.of("64.225.56.201"), "zeek/rita-missing_host");
    List<PortFact> facts = logs.facts();

    BeaconScore score = score(logs, "73.54.23.243", "64.225.56.201");
    assertThat(score.total()).isCloseTo(0.963, within(0.001));
    assertThat(score.connections()).isEqualTo(331);
    PortFact first = facts.getFirst();
    assertThat(first.actor()).containsEntry("ip", "73.54.23.243");
    assertThat(first.kind()).isEqualTo("beacon-in");
    assertThat(first.targets().getFirst().id()).isEqualTo("64.225.56.201 tcp/80");
    assertThat(first.reasons()).anyMatch(r -> r.code().equals("without-host"));
    assertThat(first.level().word()).isEqualTo("likely");
    assertThat(first.reasons())
        .filteredOn(r -> r.code().equals("period"))
        .singleElement()
        .satisfies(r -> assertThat(r.measured()).isBetween(200.0, 350.0));
  }

  @Test
  void theBeaconThroughAProxyHasItsPublishedScoreAndTheBenignOneIsNotTold() {
    BeaconLogs logs = read(Networks.usual(), "zeek/rita-proxy");
    List<PortFact> facts = logs.facts();

    BeaconScore score = score(logs, "10.136.0.18", "www.honestimnotevil.com");
    assertThat(score.total()).isCloseTo(0.979, within(0.002));
    assertThat(score.connections()).isEqualTo(357);
    assertThat(score.timestamp()).isCloseTo(0.921, within(0.002));
    assertThat(score.size()).isCloseTo(0.995, within(0.006));
    assertThat(score.duration()).isEqualTo(1);
    assertThat(score.histogram()).isEqualTo(1);

    BeaconScore benign = score(logs, "10.136.0.18", "www.google.com");
    assertThat(benign.total()).isCloseTo(0.586, within(0.02));
    assertThat(benign.connections()).isEqualTo(6);
    assertThat(benign.timestamp()).isCloseTo(0.48, within(0.05));
    assertThat(benign.size()).isCloseTo(0.865, within(0.02));
    assertThat(benign.duration()).isCloseTo(1, within(0.03));
    assertThat(benign.histogram()).isZero();

    assertThat(facts)
        .singleElement()
        .satisfies(
            f -> assertThat(f.targets().getFirst().id()).startsWith("www.honestimnotevil.com"));
  }
}
