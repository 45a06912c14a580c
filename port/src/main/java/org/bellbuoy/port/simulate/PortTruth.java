package org.bellbuoy.port.simulate;

import java.time.Instant;
import java.util.List;

/**
 * What really happened.
 *
 * @param scenario what was asked for
 * @param captures the files, in order of time
 * @param hosts who is on the network, and who is reached from it
 * @param policy what the terminal's keeper would declare
 * @param operations what was asked of devices, by who, whom and function
 * @param faults what the mirror port and the network did wrong
 * @param acts what was staged, in order of the scenes; of acts that run all the time only the first
 *     frames are told
 */
public record PortTruth(
    PortScenario scenario,
    List<Capture> captures,
    List<HostTruth> hosts,
    Policy policy,
    List<Operations> operations,
    Faults faults,
    List<Act> acts) {

  /** Copies the lists. */
  public PortTruth {
    captures = List.copyOf(captures);
    hosts = List.copyOf(hosts);
    operations = List.copyOf(operations);
    acts = List.copyOf(acts);
  }

  /**
   * A file.
   *
   * @param file its name
   * @param frames how many frames it has
   * @param first time of the first
   * @param last time of the last
   */
  public record Capture(String file, long frames, Instant first, Instant last) {}

  /**
   * A host.
   *
   * @param name for people
   * @param ip address
   * @param mac of its interface, empty where a router stands before it
   * @param role what it is for
   * @param zone its zone; {@code outside} for public addresses
   * @param crane number of its crane, 0 for none
   */
  public record HostTruth(
      String name, String ip, String mac, String role, String zone, int crane) {}

  /**
   * What a keeper would declare.
   *
   * @param zones networks by purpose
   * @param gateways hardware addresses of the known way out: the virtual one and those of the pair
   * @param publicNetworks stand for public addresses here, though they are kept for documentation
   * @param approved parties and hosts that may do what would else be told
   * @param windows when maintenance is allowed
   */
  public record Policy(
      List<Zone> zones,
      List<String> gateways,
      List<String> publicNetworks,
      List<Approved> approved,
      List<Window> windows) {}

  /**
   * A zone.
   *
   * @param name its name
   * @param level Purdue level, times ten: 35 is the border
   * @param networks its networks
   */
  public record Zone(String name, int level, List<String> networks) {}

  /**
   * Who may do what.
   *
   * @param address whose, or {@code zone} and its name
   * @param party its name
   * @param what what it may do
   * @param to whom it may do so: an address, a network, or {@code zone} and its name
   */
  public record Approved(String address, String party, String what, String to) {}

  /** A maintenance window. */
  public record Window(Instant from, Instant to) {}

  /**
   * Operations of one kind.
   *
   * @param from who asked
   * @param to whom
   * @param protocol {@code modbus} or {@code s7comm}
   * @param function its code; for S7 user data 0x100 more than the group
   * @param sent how often it was asked
   * @param captured of how many the frame in which the request ends is in the capture
   */
  public record Operations(
      String from, String to, String protocol, int function, long sent, long captured) {}

  /**
   * Faults.
   *
   * @param lostFrames frames that the mirror port did not deliver
   * @param duplicateFrames frames that it delivered a second time
   * @param retransmissions segments that were sent twice
   */
  public record Faults(long lostFrames, long duplicateFrames, long retransmissions) {}

  /**
   * An act.
   *
   * @param kind what, with the rules that should or must not tell it
   * @param note in a few words what was done
   * @param actor who
   * @param actorIp its address
   * @param targets addresses it was done to; none where there are many
   * @param from first frame
   * @param to last frame
   * @param frames how many frames belong to it
   * @param showing how many of these show what was done
   * @param evidence the first of those that show it
   */
  public record Act(
      ActKind kind,
      String note,
      String actor,
      String actorIp,
      List<String> targets,
      Instant from,
      Instant to,
      long frames,
      long showing,
      List<Evidence> evidence) {

    /** Copies the lists. */
    public Act {
      targets = List.copyOf(targets);
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * A frame that shows an act.
   *
   * @param file its file
   * @param frame its number in that file, from 1
   * @param time when
   * @param from address of its sender
   * @param to address of its receiver
   * @param what what it does; for Modbus and S7 the function, target and value
   */
  public record Evidence(
      String file, long frame, Instant time, String from, String to, String what) {}
}
