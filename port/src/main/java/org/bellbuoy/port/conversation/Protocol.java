package org.bellbuoy.port.conversation;

/** What is spoken, told by content. */
public enum Protocol {
  UNKNOWN("unknown"),
  MODBUS("modbus"),
  S7COMM("s7comm"),
  S7COMM_PLUS("s7comm-plus"),
  ENIP("enip"),
  CIP("cip"),
  PCCC("pccc"),
  BACNET("bacnet"),
  PROFINET_DCP("profinet-dcp"),
  PROFINET_IO("profinet-io"),
  PROFINET_RT("profinet-rt"),
  DNP3("dnp3"),
  IEC104("iec104"),
  OPC_UA("opcua"),
  ADS("ads"),
  FINS("fins"),
  HART_IP("hart-ip"),
  UMAS("umas"),
  MQTT("mqtt"),
  RDP("rdp"),
  VNC("vnc"),
  SSH("ssh"),
  TELNET("telnet"),
  TEAMVIEWER("teamviewer"),
  ANYDESK("anydesk"),
  RADMIN("radmin"),
  WIREGUARD("wireguard"),
  OPENVPN("openvpn"),
  IKE("ike"),
  ESP("esp"),
  SOFTETHER("softether"),
  SOCKS("socks"),
  TLS("tls"),
  QUIC("quic"),
  HTTP("http"),
  FTP("ftp"),
  TFTP("tftp"),
  SMB("smb"),
  NBNS("nbns"),
  DNS("dns"),
  MDNS("mdns"),
  LLMNR("llmnr"),
  DHCP("dhcp"),
  SNMP("snmp"),
  NTP("ntp"),
  SSDP("ssdp"),
  WS_DISCOVERY("ws-discovery"),
  RTSP("rtsp"),
  SYSLOG("syslog"),
  STUN("stun"),
  LLDP("lldp"),
  CDP("cdp"),
  STP("stp"),
  ARP("arp"),
  ICMP("icmp"),
  IGMP("igmp");

  private final String word;

  Protocol(String word) {
    this.word = word;
  }

  /** The word that stands in files and on the command line; it never changes. */
  public String word() {
    return word;
  }
}
