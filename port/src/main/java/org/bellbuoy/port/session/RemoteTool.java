package org.bellbuoy.port.session;

/** What a host is reached with from elsewhere. */
public enum RemoteTool {
  RDP("rdp", Kind.SCREEN),
  VNC("vnc", Kind.SCREEN),
  TEAMVIEWER("teamviewer", Kind.RELAYED),
  ANYDESK("anydesk", Kind.RELAYED),
  RADMIN("radmin", Kind.SCREEN),
  SSH("ssh", Kind.SHELL),
  TELNET("telnet", Kind.SHELL),
  /** A trojan whose keep-alive names it in clear. */
  STRRAT("strrat", Kind.SHELL),
  WIREGUARD("wireguard", Kind.TUNNEL),
  TAILSCALE("tailscale", Kind.TUNNEL),
  OPENVPN("openvpn", Kind.TUNNEL),
  /** IKE and what it sets up: ESP, also within UDP. */
  IPSEC("ipsec", Kind.TUNNEL),
  SOFTETHER("softether", Kind.TUNNEL),
  TOR("tor", Kind.TUNNEL),
  DNS_TUNNEL("dns-tunnel", Kind.TUNNEL),
  ICMP_TUNNEL("icmp-tunnel", Kind.TUNNEL),
  SOCKS("socks", Kind.PROXY),
  /** A maker's service for remote access, told by the name asked for in TLS only. */
  SERVICE("remote-service", Kind.RELAYED);

  /** How a tool reaches. */
  public enum Kind {
    /** One side sees and works the other's screen. */
    SCREEN,
    /** One side types commands for the other. */
    SHELL,
    /** Over somebody else's computer, or directly; who controls is not told by who opened. */
    RELAYED,
    /** Networks or hosts are joined; either side may reach the other. */
    TUNNEL,
    /** One side lets the other reach on through it. */
    PROXY
  }

  private final String word;
  private final Kind kind;

  RemoteTool(String word, Kind kind) {
    this.word = word;
    this.kind = kind;
  }

  /** The word that stands in files; it never changes. */
  public String word() {
    return word;
  }

  /** How it reaches. */
  public Kind kind() {
    return kind;
  }
}
