package org.bellbuoy.server.simulate;

/** What each line tells of the server itself. */
final class ServerBytes {
  private final byte[] address;
  private final byte[] name;
  private final byte[] host;
  private final byte[] version;
  private final byte[] dotted;
  private final byte[] port = Row.bytes("443");

  ServerBytes(String address, String name, String host, String build) {
    this.address = Row.bytes(address);
    this.name = Row.bytes(name);
    this.host = Row.bytes(host);
    this.version = Row.bytes(build.replace('.', ',') + ",");
    this.dotted = Row.bytes("Version " + build);
  }

  byte[] address() {
    return address;
  }

  byte[] name() {
    return name;
  }

  byte[] host() {
    return host;
  }

  /** Four numbers of the build as columns, and the empty client request id. */
  byte[] version() {
    return version;
  }

  byte[] dotted() {
    return dotted;
  }

  byte[] port() {
    return port;
  }
}
