package org.bellbuoy.port.identity;

import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.operation.AttributeName;
import org.jspecify.annotations.Nullable;

/**
 * SNMP 1 and 2c (RFC 1157, RFC 3416): what an agent answers about its system group (RFC 3418) and
 * its entities (RFC 6933). Contacts are left out: they are people. Version 3 is read only where it
 * is not enciphered, which is seldom, so not at all.
 */
final class Snmp {
  private static final int SEQUENCE = 0x30;
  private static final int INTEGER = 2;
  private static final int OCTETS = 4;
  private static final int OBJECT = 6;
  private static final int RESPONSE = 0xa2;
  private static final byte[] SYSTEM = {0x2b, 6, 1, 2, 1, 1};
  private static final byte[] ENTITY = {0x2b, 6, 1, 2, 1, 47, 1, 1, 1, 1};
  private static final byte[] ENTERPRISES = {0x2b, 6, 1, 4, 1};

  private Snmp() {}

  /** Whether a datagram is an answer of an agent in version 1 or 2c. */
  static boolean is(byte[] b, int at, int length) {
    Der der = new Der(b, at, at + length);
    return der.enter(SEQUENCE)
        && der.next()
        && der.tag() == INTEGER
        && der.length() == 1
        && b[der.content()] >= 0
        && b[der.content()] <= 1
        && der.next()
        && der.tag() == OCTETS
        && der.next()
        && der.tag() == RESPONSE;
  }

  static void read(Endpoint agent, byte[] b, int at, int length, FrameMark mark, Teller teller) {
    Der der = new Der(b, at, at + length);
    boolean there =
        der.enter(SEQUENCE)
            && der.next()
            && der.next()
            && der.enter(RESPONSE)
            && der.next()
            && der.next()
            && der.next()
            && der.enter(SEQUENCE);
    if (!there) {
      teller.reject("snmp-message", mark, "the answer's list of variables is cut.");
      return;
    }
    while (der.next()) {
      Der pair = new Der(b, der.content(), der.content() + der.length());
      if (der.tag() == SEQUENCE && pair.next() && pair.tag() == OBJECT) {
        int name = pair.content();
        int bytes = pair.length();
        if (pair.next()) {
          variable(agent, b, name, bytes, pair, mark, teller);
        }
      }
    }
  }

  private static void variable(
      Endpoint agent, byte[] b, int name, int bytes, Der value, FrameMark mark, Teller teller) {
    if (bytes == SYSTEM.length + 2 && begins(b, name, SYSTEM) && b[name + bytes - 1] == 0) {
      int which = b[name + SYSTEM.length];
      if (which == 2 && value.tag() == OBJECT) {
        vendor(agent, b, value, mark, teller);
      } else if (value.tag() == OCTETS) {
        AttributeName attribute =
            switch (which) {
              case 1 -> AttributeName.DESCRIPTION;
              case 5 -> AttributeName.NAME;
              case 6 -> AttributeName.LOCATION;
              default -> null;
            };
        tell(agent, -1, attribute, Teller.text(b, value.content(), value.length()), mark, teller);
      }
    } else if (bytes > ENTITY.length + 1 && begins(b, name, ENTITY) && value.tag() == OCTETS) {
      AttributeName attribute =
          switch (b[name + ENTITY.length]) {
            case 8 -> AttributeName.HARDWARE_REVISION;
            case 9 -> AttributeName.FIRMWARE;
            case 10 -> AttributeName.SOFTWARE;
            case 11 -> AttributeName.SERIAL_NUMBER;
            case 12 -> AttributeName.VENDOR;
            case 13 -> AttributeName.MODEL;
            default -> null;
          };
      // The first entity is mostly the device itself; others are its parts.
      int index = b[name + ENTITY.length + 1];
      boolean whole = bytes == ENTITY.length + 2 && index == 1;
      String text = Teller.text(b, value.content(), value.length());
      tell(agent, whole ? -1 : index & 0x7f, attribute, text, mark, teller);
    }
  }

  private static void tell(
      Endpoint agent,
      int unit,
      @Nullable AttributeName attribute,
      String text,
      FrameMark mark,
      Teller teller) {
    if (attribute != null) {
      teller.tell(mark, agent.address(), agent.mac(), unit, attribute, text, Protocol.SNMP);
    }
  }

  /** The enterprise's number stands behind 1.3.6.1.4.1. */
  private static void vendor(Endpoint agent, byte[] b, Der value, FrameMark mark, Teller teller) {
    int at = value.content();
    int end = at + value.length();
    if (value.length() <= ENTERPRISES.length || !begins(b, at, ENTERPRISES)) {
      return;
    }
    long number = 0;
    for (int i = at + ENTERPRISES.length; i < end && number < 1L << 32; i++) {
      number = number << 7 | b[i] & 0x7f;
      if (b[i] >= 0) {
        teller.tell(mark, agent, AttributeName.VENDOR_ID, "enterprise " + number, Protocol.SNMP);
        return;
      }
    }
  }

  private static boolean begins(byte[] b, int at, byte[] with) {
    for (int i = 0; i < with.length; i++) {
      if (b[at + i] != with[i]) {
        return false;
      }
    }
    return true;
  }
}
