package org.bellbuoy.server.simulate;

/** Front ends of Exchange, each with HttpProxy logs in a folder of its own. */
enum Protocol {
  OWA("Owa"),
  ECP("Ecp"),
  EWS("Ews"),
  MAPI("Mapi"),
  EAS("Eas"),
  AUTODISCOVER("Autodiscover"),
  RPC("RpcHttp"),
  POWERSHELL("PowerShell"),
  OAB("Oab");

  private final String folder;

  @SuppressWarnings("ImmutableEnumChecker") // never written to
  private final byte[] bytes;

  Protocol(String folder) {
    this.folder = folder;
    this.bytes = Row.bytes(folder);
  }

  String folder() {
    return folder;
  }

  byte[] bytes() {
    return bytes;
  }
}
