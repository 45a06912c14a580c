package org.bellbuoy.port.simulate;

/** How often one host asked another for one function. */
final class Asked {
  final String from;
  final String to;
  final String protocol;
  final int function;

  /** Sent, each once however often its segment was repeated. */
  long sent;

  /** Of which the frame in which they end is in the capture. */
  long captured;

  Asked(String from, String to, String protocol, int function) {
    this.from = from;
    this.to = to;
    this.protocol = protocol;
    this.function = function;
  }
}
