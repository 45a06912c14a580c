package org.bellbuoy.port.simulate;

/** A way out of the crane network: where hosts send to, where packets come from, how far it is. */
final class Gateway {
  final int ip;

  /** Hosts send here. */
  final long towards;

  /** Packets come from here; another one after a failover. */
  long from;

  /** Routers that packets from outside have passed. */
  final int hops;

  Gateway(int ip, long towards, long from, int hops) {
    this.ip = ip;
    this.towards = towards;
    this.from = from;
    this.hops = hops;
  }
}
