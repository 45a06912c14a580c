package org.bellbuoy.port.simulate;

import java.util.List;
import java.util.Locale;

/** What is staged. {@code docs/port-simulate.md} tells when and by whom. */
public enum ActKind {
  /** A stranger takes the engineering station over by VNC at night and writes with it. */
  UNAPPROVED_SESSION(false, Rules.SESSION, Rules.CONTROL),
  /** A panel lets somebody in through TeamViewer's relay late in the evening. */
  UNAPPROVED_RELAY(false, Rules.SESSION, Rules.EGRESS),
  /** A cellular router on the crane network: second next hop, own DHCP, peers behind it. */
  HIDDEN_MODEM(false, Rules.GATEWAY, Rules.EGRESS, Rules.SPOOF),
  /** A controller answers a peer that came in through the modem and writes. */
  WRITES_THROUGH_MODEM(false, Rules.CONTROL, Rules.GATEWAY, Rules.POLICY),
  /** A panel calls one public address again and again, with jitter. */
  BEACON(false, Rules.BEACON, Rules.EGRESS),
  /** A camera says that the gateway's address is its own. */
  GATEWAY_SPOOF(false, Rules.SPOOF),
  /** A camera asks many hosts on many ports. */
  SCAN(false, Rules.SCAN),
  /** A camera asks one controller for every function. */
  FUNCTION_SWEEP(false, Rules.SCAN, Rules.CONTROL, Rules.POLICY),
  /** A camera writes for the first time. */
  FIRST_WRITES(false, Rules.CONTROL, Rules.POLICY),
  /** A camera stops a controller. */
  CONTROLLER_STOP(false, Rules.CONTROL, Rules.POLICY),
  /** A camera begins to move a program into a controller. */
  DOWNLOAD_START(false, Rules.CONTROL, Rules.POLICY),
  /** A drive that only ever answered asks another crane's controller and writes a coil. */
  SLAVE_TURNED_MASTER(false, Rules.CONTROL, Rules.POLICY),
  /** An office computer reads a controller across the border of zones. */
  OFFICE_READS(false, Rules.POLICY),
  /** A user name and password in clear by FTP and telnet. */
  CLEAR_LOGIN(false, Rules.CLEAR),
  /** A panel fetches something with the heading of an executable from a public address. */
  EXECUTABLE_INTO_OT(false, Rules.FILE, Rules.EGRESS),

  /** The approved vendor works through the jump host in a window: writes, download, restart. */
  MAINTENANCE_SESSION(true, Rules.SESSION, Rules.CONTROL, Rules.POLICY, Rules.SCAN),
  /** The historian asks for the same registers at a fixed interval, several requests at once. */
  DECLARED_POLLER(true, Rules.SCAN, Rules.BEACON, Rules.CONTROL, Rules.POLICY),
  /** The management station looks at every host each night. */
  DECLARED_SCANNER(true, Rules.SCAN, Rules.POLICY),
  /** The historian reports to a declared party at a fixed interval. */
  DECLARED_CLOUD(true, Rules.BEACON, Rules.EGRESS),
  /** The other router takes the virtual address over, and gives it back. */
  ROUTER_FAILOVER(true, Rules.GATEWAY, Rules.SPOOF),
  /** A camera is replaced in a window: the same address at another interface. */
  CAMERA_REPLACED(true, Rules.SPOOF),
  /** Controllers ask and command their drives, as they always have. */
  CONTROLLER_AS_CLIENT(true, Rules.CONTROL, Rules.POLICY),
  /** Panels and SCADA write set points and watchdogs, as they always have. */
  CYCLIC_WRITES(true, Rules.CONTROL, Rules.POLICY),
  /** The terminal operating server gives orders over its declared conduit. */
  TERMINAL_ORDERS(true, Rules.CONTROL, Rules.POLICY),
  /** The engineering station administers a switch by SSH. */
  ENCRYPTED_LOGIN(true, Rules.CLEAR),
  /** A document, no executable, is fetched from the office over a declared conduit. */
  DOCUMENT_INTO_OT(true, Rules.FILE);

  /** Ids of rules. */
  private static final class Rules {
    static final String CONTROL = "port.control";
    static final String POLICY = "port.policy";
    static final String SCAN = "port.scan";
    static final String SESSION = "port.remote-session";
    static final String EGRESS = "port.egress";
    static final String GATEWAY = "port.second-gateway";
    static final String BEACON = "port.beacon";
    static final String SPOOF = "port.spoof";
    static final String CLEAR = "port.clear-credentials";
    static final String FILE = "port.file-into-ot";

    private Rules() {}
  }

  private final boolean benign;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> rules;

  ActKind(boolean benign, String... rules) {
    this.benign = benign;
    this.rules = List.of(rules);
  }

  /** Whether nobody means harm by it: a twin of something that is to be found. */
  public boolean benign() {
    return benign;
  }

  /**
   * Ids of the rules that should tell it, the most telling first; none for benign ones. Whether a
   * rule of policy can depends on a policy being given.
   */
  public List<String> rules() {
    return benign ? List.of() : rules;
  }

  /**
   * Ids of the rules that must not call it, where the facts in the truth are given as policy; none
   * for those that are no twins.
   */
  public List<String> mustNot() {
    return benign ? rules : List.of();
  }

  /** The word in {@code truth.json}, for example {@code hidden-modem}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
