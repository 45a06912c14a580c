package org.bellbuoy.server.simulate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What really happened.
 *
 * @param scenario what was asked for
 * @param servers all servers
 * @param acts what was staged, in the scenario's order
 */
public record FarmTruth(FarmScenario scenario, List<ServerTruth> servers, List<Act> acts) {

  /** Copies the lists. */
  public FarmTruth {
    servers = List.copyOf(servers);
    acts = List.copyOf(acts);
  }

  /**
   * A server.
   *
   * @param host name; its folder has the same
   * @param product for people, for example {@code SharePoint 2019}
   * @param organisation whose
   * @param farm servers of one farm rightly share a key
   * @param owner who answers
   * @param zone zone of local times
   * @param build the real build, which the tree may hide
   * @param buildTold whether fleet file and tree tell that build
   * @param patchedOn day of that build
   * @param keyGroup equal on servers with equal machine keys; empty without a key
   * @param keyChangedOn day the key was last written, null without a key
   * @param entry how far entry came at worst, benign where there was none; patching, keys and logs
   *     do not count
   * @param missingDays days without a web log
   * @param files how many files its tree has
   */
  public record ServerTruth(
      String host,
      String product,
      String organisation,
      String farm,
      String owner,
      String zone,
      String build,
      boolean buildTold,
      LocalDate patchedOn,
      String keyGroup,
      @Nullable LocalDate keyChangedOn,
      ActState entry,
      List<LocalDate> missingDays,
      int files) {}

  /**
   * One act on one server; an act on several servers is told once for each, with one group.
   *
   * @param group number of the act in the scenario, from 0
   * @param order place in the order of spread, from 0
   * @param host where
   * @param kind what
   * @param state how far it came
   * @param variant which
   * @param benign whether it is a twin that nobody meant harm with
   * @param note in a few words what was done
   * @param from first trace
   * @param to last trace
   * @param client who, empty where there is none
   * @param paths of requests, as logged
   * @param files in the server's folder that were left or changed; deleted ones are named in the
   *     note only
   * @param evidence lines that show it
   */
  public record Act(
      int group,
      int order,
      String host,
      ActKind kind,
      ActState state,
      int variant,
      boolean benign,
      String note,
      Instant from,
      Instant to,
      String client,
      List<String> paths,
      List<String> files,
      List<Evidence> evidence) {}

  /**
   * A line that shows an act.
   *
   * @param file from the folder written to, with slashes
   * @param line from 1
   * @param holds what stands in that line
   */
  public record Evidence(String file, long line, String holds) {}
}
