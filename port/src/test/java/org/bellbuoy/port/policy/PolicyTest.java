package org.bellbuoy.port.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.conversation.Transport;
import org.bellbuoy.port.operation.OperationClass;
import org.bellbuoy.port.policy.Verdict.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a policy says of addresses, traffic and hours. */
class PolicyTest {
  private static final long NOON = nanos("2026-01-14T12:00:00Z");
  private final Policy policy = read();

  private static Policy read() {
    try {
      return Policy.read("policy.yaml", PolicyReaderTest.WHOLE);
    } catch (PolicyException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long nanos(String time) {
    return Instant.parse(time).getEpochSecond() * 1_000_000_000L;
  }

  private Answer ask(
      String from,
      String to,
      Protocol protocol,
      int port,
      @Nullable OperationClass asked,
      long nanos) {
    return policy
        .permission(end(from), end(to), protocol, protocol, Transport.TCP, port, asked)
        .at(nanos)
        .answer();
  }

  private static Endpoint end(String address) {
    return new Endpoint(IpAddress.parseIpv4(address), 0, Endpoint.NO_MAC);
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.4.4, 1, cranes",
    "10.1.0.9, 1, control",
    "10.3.0.7, 1, dmz",
    "203.0.113.9, 1, crane maker",
    "10.9.9.9, 1, unknown",
    "10.9.9.9, 62494045637, cranes",
    "8.8.8.8, 1, public",
    "8.8.8.8, 62494045637, public",
    "100.64.3.3, 1, unknown"
  })
  void aTagCountsBeforeRangesAndAHardwareAddressOnlyWhereNothingElseTells(
      String address, long mac, String zone) {
    assertThat(policy.zoneOf(IpAddress.parseIpv4(address), mac).name()).isEqualTo(zone);
  }

  @Test
  void whatAConduitPermitsIsPermittedAndItsReverseIsNot() {
    assertThat(ask("10.1.0.9", "10.1.4.4", Protocol.MODBUS, 502, OperationClass.WRITE, NOON))
        .isEqualTo(Answer.PERMITTED);
    assertThat(ask("10.1.0.9", "10.1.4.4", Protocol.UNKNOWN, 4840, null, NOON))
        .isEqualTo(Answer.PERMITTED);
    assertThat(ask("10.1.4.4", "10.1.0.9", Protocol.MODBUS, 502, OperationClass.WRITE, NOON))
        .isEqualTo(Answer.NO_CONDUIT);
    assertThat(ask("10.1.4.4", "10.1.4.5", Protocol.MODBUS, 502, OperationClass.READ, NOON))
        .as("within a zone too")
        .isEqualTo(Answer.NO_CONDUIT);
  }

  @Test
  void theNearestConduitIsNamedWhereNoneFits() {
    assertThat(ask("10.1.0.9", "10.1.4.4", Protocol.BACNET, 47808, null, NOON))
        .isEqualTo(Answer.PROTOCOL);
    assertThat(ask("10.1.0.9", "10.1.4.4", Protocol.MODBUS, 502, OperationClass.CONTROL, NOON))
        .isEqualTo(Answer.OPERATION);
  }

  /** Oslo is an hour ahead of UTC in January; the 14th is a Wednesday, the 17th a Saturday. */
  @ParameterizedTest
  @CsvSource({
    "2026-01-14T05:00:00Z, PERMITTED",
    "2026-01-14T04:59:59Z, HOURS",
    "2026-01-14T16:59:59Z, PERMITTED",
    "2026-01-14T17:00:00Z, HOURS",
    "2026-01-17T12:00:00Z, HOURS"
  })
  void hoursAreThoseOfTheTimeZone(String time, Answer answer) {
    assertThat(ask("203.0.113.9", "10.3.0.7", Protocol.SSH, 22, null, nanos(time)))
        .isEqualTo(answer);
  }

  @Test
  void aMaintenanceWindowPermitsItsClassesWhileItLasts() {
    long within = nanos("2026-01-31T22:00:00Z");
    assertThat(ask("10.1.0.9", "10.1.4.4", Protocol.MODBUS, 502, OperationClass.PROGRAM, within))
        .isEqualTo(Answer.MAINTENANCE);
    assertThat(ask("10.1.0.9", "10.1.4.4", Protocol.MODBUS, 502, OperationClass.DIAGNOSTIC, within))
        .isEqualTo(Answer.OPERATION);
    assertThat(
            ask(
                "10.1.0.9",
                "10.1.4.4",
                Protocol.MODBUS,
                502,
                OperationClass.PROGRAM,
                nanos("2026-02-01T04:00:00Z")))
        .isEqualTo(Answer.OPERATION);
  }

  @Test
  void whatAnotherProtocolCarriesIsPermittedWithIt() {
    assertThat(
            policy
                .permission(
                    end("10.1.0.9"),
                    end("10.1.4.4"),
                    Protocol.MODBUS,
                    Protocol.UMAS,
                    Transport.TCP,
                    502,
                    OperationClass.READ)
                .at(NOON)
                .answer())
        .isEqualTo(Answer.PERMITTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.0.0.0/8", "10.1.2.3", "0.0.0.0/0", "fd00::/8", "2001:db8::1", "::/0", "::1"})
  void rangesAreWrittenAsTheyAreRead(String text) {
    assertThat(Cidr.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0/33",
        "10.0.0.1/8",
        "10.0.0",
        "fd00::/129",
        "1::2::3",
        "",
        "a",
        "10.0.0.0/"
      })
  void whatIsNoRangeIsNone(String text) {
    assertThat(Cidr.parse(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1, false", "172.15.0.1, true", "172.16.0.1, false", "172.32.0.1, true",
    "192.168.1.1, false", "100.64.0.1, false", "100.128.0.1, true", "169.254.1.1, false",
    "224.0.0.1, false", "198.51.100.7, false", "192.0.2.1, false", "166.161.16.230, true"
  })
  void publicAddressesAreThoseRoutedOnTheInternet(String address, boolean outside) {
    assertThat(Addresses.isPublic(IpAddress.parseIpv4(address))).isEqualTo(outside);
  }

  @Test
  void nightsGoOnIntoTheNextDay() {
    Hours nights = java.util.Objects.requireNonNull(Hours.parse("Fri 22:00-04:00"));
    java.time.ZoneId utc = java.time.ZoneOffset.UTC;
    assertThat(nights.contains(nanos("2026-01-16T23:00:00Z"), utc)).isTrue();
    assertThat(nights.contains(nanos("2026-01-17T03:59:59Z"), utc)).isTrue();
    assertThat(nights.contains(nanos("2026-01-17T04:00:00Z"), utc)).isFalse();
    assertThat(nights.contains(nanos("2026-01-17T22:30:00Z"), utc)).isFalse();
    assertThat(Hours.parse("daily 00:00-24:00")).isNotNull();
    assertThat(Hours.parse("Mon-Fry 00:00-24:00")).isNull();
  }
}
