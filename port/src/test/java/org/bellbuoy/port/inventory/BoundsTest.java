package org.bellbuoy.port.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.operation.Attribute;
import org.bellbuoy.port.operation.AttributeName;
import org.junit.jupiter.api.Test;

/** What a flood of made-up addresses and facts does: the first are kept, all others counted. */
class BoundsTest {
  @Test
  void anAddressThatTellsEverNewNamesFillsOnlyItsOwnRoom() {
    Facts facts = new Facts();
    for (int i = 0; i < Facts.MOST_OF_ONE + 72; i++) {
      facts.attribute(fact(1, "name " + i));
    }
    facts.attribute(fact(1, "name 0"));
    facts.attribute(fact(2, "another"));

    assertThat(facts.leftOut()).isEqualTo(72);
    assertThat(facts.all()).hasSize(Facts.MOST_OF_ONE + 1);
    assertThat(facts.all().iterator().next().count).isEqualTo(2);
  }

  @Test
  void allFactsTogetherAreBounded() {
    Facts facts = new Facts();
    for (int i = 0; i < Facts.MOST + 10; i++) {
      facts.attribute(fact(i, "name"));
    }
    assertThat(facts.leftOut()).isEqualTo(10);
  }

  @Test
  void senderPairsAreBoundedAndThoseKnownAreStillFound() {
    AddressPairs pairs = new AddressPairs();
    for (int i = 0; i < AddressPairs.MOST; i++) {
      assertThat(pairs.find(i + 1L, 0, i)).isEqualTo(i);
    }
    assertThat(pairs.find(0x00ff_ffff_ffffL, 0, 1)).isEqualTo(-1);
    assertThat(pairs.find(1, 0, 0)).isZero();
    assertThat(pairs.find(AddressPairs.MOST, 0, AddressPairs.MOST - 1L))
        .isEqualTo(AddressPairs.MOST - 1);
  }

  private static Attribute fact(int address, String value) {
    return new Attribute(
        IpAddress.ipv4(10 << 24 | address),
        Endpoint.NO_MAC,
        -1,
        AttributeName.NAME,
        value,
        Protocol.DHCP,
        0,
        0,
        1,
        24);
  }
}
