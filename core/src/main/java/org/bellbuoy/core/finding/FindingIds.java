package org.bellbuoy.core.finding;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/** Identifiers that come out the same on every run: UUID version 5 (RFC 9562 section 5.5). */
public final class FindingIds {
  /** Bellbuoy's own name space: UUIDv5 of the URL name space and {@code bellbuoy.finding}. */
  private static final UUID NAMESPACE =
      uuid5(UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8"), "bellbuoy.finding");

  private FindingIds() {}

  /** The id of the finding that a rule makes of a subject from a start on. */
  public static UUID of(String rule, Subject subject, Instant from) {
    return uuid5(NAMESPACE, rule + '|' + subject.key() + '|' + from);
  }

  /** The id of that name in Bellbuoy's name space. */
  public static UUID ofName(String name) {
    return uuid5(NAMESPACE, name);
  }

  /** UUID version 5 of a name in any name space. */
  public static UUID uuid5(UUID namespace, String name) {
    MessageDigest sha1;
    try {
      sha1 = MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
    ByteBuffer space = ByteBuffer.allocate(16);
    space.putLong(namespace.getMostSignificantBits()).putLong(namespace.getLeastSignificantBits());
    sha1.update(space.array());
    ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
    long high = (hash.getLong() & ~0xF000L) | 0x5000L;
    long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
