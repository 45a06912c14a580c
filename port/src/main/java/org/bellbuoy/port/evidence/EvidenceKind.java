package org.bellbuoy.port.evidence;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a paragraph can be tried against. Each has a claim of its own, which is narrower than the
 * paragraph: a verdict is about the claim. {@code docs/port-evidence.md} lists them.
 */
public enum EvidenceKind {
  REMOTE_SESSIONS_DOCUMENTED(
      "Every session of remote access with a party outside is one with a declared party.",
      "Sessions of RDP, VNC, SSH, telnet, TeamViewer, AnyDesk, Radmin, VPNs, proxies and tunnels,"
          + " told by content, with one end outside the watched networks.",
      "Sessions over a modem or link that the capture does not see; what is encrypted within them;"
          + " tools that are not known; whether your own records name each session."),
  OT_PUBLIC_FLOWS(
      "No OT host exchanges packets with a public address other than declared parties.",
      "Conversations between OT hosts and public addresses, either way.",
      "Ways out that do not pass the capture; what a host behind a proxy or tunnel reaches."),
  INBOUND_FROM_PUBLIC(
      "No public address opens a conversation that an OT host answers.",
      "Conversations opened from public addresses to OT hosts.",
      "Ways in that do not pass the capture; public callers whose address is translated before it."),
  CLEARTEXT_LOGINS(
      "Nobody logs in so that who listens can read it.",
      "Logins by FTP, telnet and other prompts, HTTP Basic, POP3, SNMP 1 and 2c, and within control"
          + " protocols.",
      "Logins on devices themselves, on links not captured, within encryption, and within protocols"
          + " that are not read. How strong a password is was not looked at; none is kept."),
  WELL_KNOWN_SECRETS(
      "No secret that everybody knows is in use.",
      "SNMP communities 'public' and 'private' in requests.",
      "All other default passwords: none is compared or kept."),
  REPEATED_LOGIN_FAILURES(
      "No login is accepted right after many refused ones.",
      "Answers to FTP, telnet, HTTP and POP3 logins and to logins within control protocols.",
      "Refusals within encryption (RDP, SSH, HTTPS) and on devices themselves. Many refusals in a"
          + " row may be a lockout at work, and a stop may be somebody giving up."),
  UNLISTED_DEVICES(
      "Every device that sent something is on the list of approved devices and is as it says.",
      "All devices that sent packets, compared with --approved.",
      "Devices that were silent or elsewhere, what is behind a gateway, and software that sends"
          + " nothing about itself."),
  INVENTORY(
      "There is an inventory of the devices that sent something.",
      "All devices that sent packets, with what they tell of themselves.",
      "Devices that were silent or elsewhere; which are critical; whether your own inventory is"
          + " kept."),
  NETWORK_MAP(
      "There is a map of who speaks with whom.",
      "All conversations over IP, by both ends and service.",
      "Links without traffic, cables, and devices' configurations."),
  ZONE_CROSSINGS(
      "Only declared traffic passes between zones.",
      "Conversations whose ends are in different declared zones, and what was asked in them.",
      "Traffic between zones that does not pass the capture; what a permitted conversation carries"
          + " on for others."),
  EXECUTABLES_MOVED_IN(
      "No program or firmware moves to a watched host in clear.",
      "Files by HTTP, FTP, TFTP and SMB that begin as programs or firmware do, and program and"
          + " firmware operations of control protocols.",
      "Encrypted and packed files, removable media, and whether anything was or could be run."),
  ENCRYPTION_SHARE(
      "TCP sessions that leave a zone or the network are encrypted.",
      "How TCP sessions between zones, or with public addresses, begin.",
      "Sessions whose beginning is unknown to it, how good encryption is, and whether it would be"
          + " feasible where it is missing."),
  TLS_VERSIONS(
      "Servers choose TLS 1.2 or later.",
      "The version in each server's hello.",
      "Which certificates and keys are in use, and encryption other than TLS over TCP."),
  SYSLOG_AND_TIME_SOURCES(
      "Every OT host sends its log away by syslog and asks a time server.",
      "Syslog and NTP, told by content, for each OT host.",
      "Logs that are kept locally, fetched or sent otherwise, and time by other means; whether logs"
          + " are protected or read."),
  NEW_HARDWARE(
      "No device appears later that is not on the list of approved devices.",
      "Devices whose first packet came after the first part of the capture.",
      "Devices that sent nothing, were there before, or are plugged in elsewhere; USB and other"
          + " media."),
  SECOND_GATEWAY(
      "There is no second way out of the network.",
      "Next hops, makers of modems by hardware address, offers of routes, peers in carriers'"
          + " networks, half conversations.",
      "A modem on another port of a controller or panel: it is invisible here."),
  ENGINEERING_SESSIONS_UNAUTHENTICATED(
      "Programs, firmware, modes and settings are changed after a login only.",
      "Program, firmware, control and configuration operations that were accepted, and whether a"
          + " login was accepted before in the same conversation.",
      "Logins on another way (a jump host, a permit on the device), protocols that are not read, and"
          + " who sat at the keyboard."),
  LONG_SESSIONS(
      "Sessions of remote access end after a set time.",
      "How long each session of remote access lasted.",
      "Sessions that began before or went on after the capture, and what ended a session."),
  FLOODS(
      "No address is flooded with packets.",
      "Packets for each address and second.",
      "Floods that did not pass the capture, and how devices would stand one."),
  PERSON_TO_PERSON(
      "No mail passes to or from OT hosts in clear.",
      "SMTP, IMAP and POP3, told by content.",
      "Mail within encryption, web mail, chat and calls."),
  WHO_COMMANDS(
      "Only those who may give commands.",
      "All writes, controls, programs, firmware and settings that were asked for, by who and whom.",
      "Who may, where no conduits are declared. Commands on the panel of a device; who sat at the"
          + " keyboard; protocols that are not read."),
  SERVICES_OFFERED(
      "Devices offer no service beyond those needed.",
      "Services that answered somebody.",
      "Services nobody asked; which are needed."),
  MONITORING_GAPS(
      "The capture goes on without gaps.",
      "Times without any packet, losses, and one-sided conversations.",
      "Whether anybody looks at captures and logs; links that are not captured. A quiet network"
          + " looks like a gap."),
  NONE_PASSIVE(
      "Nothing that passes on a network shows this.",
      "Nothing: a capture cannot show it.",
      "All of it. Ask for documents.");

  private final String claim;
  private final String looked;
  private final String notLooked;

  EvidenceKind(String claim, String looked, String notLooked) {
    this.claim = claim;
    this.looked = looked;
    this.notLooked = notLooked;
  }

  /** The word in checklists and files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What the verdict is about, a sentence. */
  public String claim() {
    return claim;
  }

  /** What is looked at, a sentence. */
  public String looked() {
    return looked;
  }

  /** What is not looked at and cannot be shown, a sentence. */
  public String notLooked() {
    return notLooked;
  }

  /** The kind of that word, null for another word. */
  static @Nullable EvidenceKind of(String word) {
    for (EvidenceKind kind : values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    return null;
  }
}
