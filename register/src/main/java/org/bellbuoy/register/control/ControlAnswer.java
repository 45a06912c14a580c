package org.bellbuoy.register.control;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.Share;
import org.jspecify.annotations.Nullable;

/**
 * What a register says of who controls a party or asset on a day, and whom it controls. Parties are
 * told by identifier; shares in units of {@link org.bellbuoy.register.model.Share#ONE}.
 *
 * @param subject the party or asset
 * @param asOf the day
 * @param controllers ultimate controllers by majority of votes, certain ones first
 * @param stated ultimate controllers by way of other bases that sources state
 * @param owners who has how much of it through all chains, largest first
 * @param moreOwners how many further owners are not listed
 * @param power voting power of direct holders, where nobody certainly controls
 * @param votesUntold votes of which no holder is named: at least and at most
 * @param controls whom it controls by majority
 * @param halfOwned what the fifty percent rule gives for it alone, over economic shares
 * @param links parties and assets closely linked with it
 * @param facts states and flags, a sentence each
 * @param doubts why the answer is not certain besides ranges and holders who are not named; where
 *     there are any, nobody being found means that it cannot be told
 * @param problems what could not be counted anywhere in the register, a sentence each; the doubts
 *     among them
 */
public record ControlAnswer(
    Entity subject,
    LocalDate asOf,
    List<Controller> controllers,
    List<Stated> stated,
    List<Owner> owners,
    int moreOwners,
    List<Power> power,
    Untold votesUntold,
    Reach controls,
    Reach halfOwned,
    List<Link> links,
    List<Fact> facts,
    List<Fact> doubts,
    List<String> problems) {
  public ControlAnswer {
    controllers = List.copyOf(controllers);
    stated = List.copyOf(stated);
    owners = List.copyOf(owners);
    power = List.copyOf(power);
    links = List.copyOf(links);
    facts = List.copyOf(facts);
    doubts = List.copyOf(doubts);
    problems = List.copyOf(problems);
  }

  /**
   * An ultimate controller, or several who control each other.
   *
   * @param ids one party, or the members of a cycle
   * @param certain by least shares; else only by largest ones
   * @param perhapsUnder who may control it in turn, so that it may not be the ultimate one
   * @param steps how it follows, in order
   * @param flip the smallest change of one holding that ends certain control, or begins it where
   *     control is only possible; null where no single holding does
   */
  public record Controller(
      List<String> ids,
      boolean certain,
      List<String> perhapsUnder,
      List<Step> steps,
      @Nullable Change flip) {
    public Controller {
      ids = List.copyOf(ids);
      perhapsUnder = List.copyOf(perhapsUnder);
      steps = List.copyOf(steps);
    }
  }

  /** One party or asset that comes under control, by holdings that come to so much. */
  public record Step(String id, long heldUnits, List<Holding> holdings) {
    public Step {
      holdings = List.copyOf(holdings);
    }

    /**
     * What they come to, in percent; "more than" or "less than" where a bound is not included.
     *
     * @param certain whether least shares were added, else largest ones
     */
    public String heldText(boolean certain) {
      long open =
          holdings.stream().filter(one -> certain ? one.aboveLow() : one.belowHigh()).count();
      if (open == 0) {
        return Share.percent(heldUnits) + " %";
      }
      return certain
          ? "more than " + Share.percent(heldUnits - open) + " %"
          : "less than " + Share.percent(heldUnits + open) + " %";
    }
  }

  /**
   * A holding as it was counted.
   *
   * @param votesFollowShares whether no source tells of votes and shares stand for them
   * @param statements what it rests on
   */
  public record Holding(
      String holder,
      String target,
      long lowUnits,
      long highUnits,
      boolean votesFollowShares,
      List<Role> statements) {
    public Holding {
      statements = List.copyOf(statements);
    }

    /** Whether the least share is one that the holding is told to be more than. */
    boolean aboveLow() {
      return shares().anyMatch(share -> share.aboveMin() && share.lowUnits() == lowUnits);
    }

    /** Whether the largest share is one that the holding is told to be less than. */
    boolean belowHigh() {
      return shares().anyMatch(share -> share.belowMax() && share.highUnits() == highUnits);
    }

    private Stream<Share> shares() {
      return statements.stream().map(Role::share).flatMap(Stream::ofNullable);
    }

    /** The least share in percent, for example {@code more than 50 %}. */
    public String lowText() {
      return aboveLow()
          ? "more than " + Share.percent(lowUnits - 1) + " %"
          : Share.percent(lowUnits) + " %";
    }

    /** The largest share in percent, for example {@code less than 75 %}. */
    public String highText() {
      return belowHigh()
          ? "less than " + Share.percent(highUnits + 1) + " %"
          : Share.percent(highUnits) + " %";
    }

    /** The share as it was told, for example {@code 51 to 75 %}. */
    public String shareText() {
      return lowUnits == highUnits
          ? Share.percent(lowUnits) + " %"
          : lowText().replace(" %", "") + " to " + highText();
    }
  }

  /** A change of one holding. */
  public record Change(boolean gain, String holder, String target, long units, boolean atMost) {}

  /** A controller by stated bases, with the chain down to the subject. */
  public record Stated(String id, List<Hop> chain) {
    public Stated {
      chain = List.copyOf(chain);
    }
  }

  /** One hop of such a chain: a statement, or null where it is a certain majority. */
  public record Hop(String holder, String target, @Nullable Role statement) {}

  /**
   * Integrated ownership of the subject.
   *
   * @param chains the largest chains that make up its lower bound; what they leave runs through
   *     loops and further chains
   * @param self V(x, x), by which V(x, subject) is divided: more than 1 on a loop of holders
   * @param throughOwnerless whether chains run through a loop that holds all of itself; those are
   *     not counted and not listed
   */
  public record Owner(
      String id,
      boolean named,
      Interval share,
      List<Chain> chains,
      double self,
      boolean throughOwnerless) {
    public Owner {
      chains = List.copyOf(chains);
    }
  }

  /** Holdings one below the other, and the product of their least shares. */
  public record Chain(List<Holding> holdings, double share) {
    public Chain {
      holdings = List.copyOf(holdings);
    }
  }

  /**
   * Voting power of a direct holder.
   *
   * @param holding its votes as they were counted
   * @param power from all votes without a named holder being in one hand to their being dispersed
   *     over small holders; dispersed only where a source says so of what is not told
   * @param likely whether the lower end reaches what counts as likely control
   */
  public record Power(String id, Holding holding, Interval power, boolean likely) {}

  /**
   * Votes without a named holder.
   *
   * @param dispersedBy the source that says that all votes not told are dispersed; null where none
   *     does
   */
  public record Untold(long lowUnits, long highUnits, @Nullable String dispersedBy) {}

  /**
   * Whom a party comes to.
   *
   * @param how how each follows, in order of coming in; each step rests on those before it
   */
  public record Reach(List<String> certain, List<String> possible, int more, List<Reached> how) {
    public Reach {
      certain = List.copyOf(certain);
      possible = List.copyOf(possible);
      how = List.copyOf(how);
    }
  }

  /** One that is come to; the change ends what is certain, or makes certain what is possible. */
  public record Reached(boolean certain, Step step, @Nullable Change flip) {}

  /**
   * The fifty percent rule for several blocked persons together.
   *
   * @param ids the persons
   * @param certain whether the subject certainly comes under it
   * @param possible whether it may; always where it certainly does
   * @param steps how, in order; empty where it does not
   * @param flip the smallest change of one holding that turns the certain part of it; null where
   *     none does
   */
  public record Blocked(
      List<String> ids,
      boolean certain,
      boolean possible,
      List<Step> steps,
      @Nullable Change flip) {
    public Blocked {
      ids = List.copyOf(ids);
      steps = List.copyOf(steps);
    }
  }

  /** A close link, with the third party where it runs through one. */
  public record Link(String id, Interval share, String through) {}

  /** A fact to show, by a stable word. */
  public record Fact(String code, String text) {}
}
