package org.bellbuoy.register.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.register.model.PartialDate;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.Share;

/**
 * The shares in one target as intervals that hold whichever source is right. Statements of
 * different sources are alternatives: a share that another source's statements leave no room for
 * may be nothing. So may every share of a source that gives more than the whole by itself. Time
 * linear in the claims for each source.
 */
final class Column {
  private final Map<String, List<Claim>> byHolder = new LinkedHashMap<>();
  private final Map<String, Share> shares = new LinkedHashMap<>();
  private final List<Claim> contradicted = new ArrayList<>();
  private boolean sourceAgainstItself;

  /** How much one statement gives one holder; what it only may have begins at 0. */
  record Claim(String holder, Role role, long lowUnits, long highUnits) {
    String source() {
      return role.statement().source();
    }

    private boolean replacedBy(Claim other) {
      return other.role.basis() == role.basis()
          && other.source().equals(source())
          && recorded(other.role).isAfter(recorded(role));
    }

    private static LocalDate recorded(Role role) {
      PartialDate date = role.statement().recorded();
      return date == null ? LocalDate.MIN : date.first();
    }
  }

  private Column(List<Claim> claims) {
    for (Claim claim : claims) {
      byHolder.computeIfAbsent(claim.holder(), h -> new ArrayList<>(2)).add(claim);
    }
    byHolder.replaceAll((holder, own) -> standing(own));
    byHolder.forEach((holder, own) -> shares.put(holder, hull(own)));
    Map<String, Map<String, Long>> bySource = new LinkedHashMap<>();
    Map<String, Long> totals = new HashMap<>();
    byHolder.forEach((holder, own) -> bySource(holder, own, bySource));
    bySource.forEach((source, held) -> totals.put(source, sum(held.values())));
    for (Map.Entry<String, List<Claim>> held : byHolder.entrySet()) {
      for (Claim claim : held.getValue()) {
        if (claim.lowUnits() > 0 && contradicted(claim, bySource, totals)) {
          contradicted.add(claim);
          shares.computeIfPresent(held.getKey(), (h, share) -> from(0, share));
        }
      }
    }
    if (sum(shares.values().stream().map(Share::lowUnits).toList()) > Share.ONE) {
      // No two sources exclude each other, but all of them together do.
      contradicted.clear();
      byHolder.values().forEach(contradicted::addAll);
      shares.replaceAll((holder, share) -> from(0, share));
    }
  }

  /** Over all that is claimed of one target on one day. */
  static Column of(List<Claim> claims) {
    return new Column(claims);
  }

  /** What one source said last counts. */
  private static List<Claim> standing(List<Claim> own) {
    return own.size() == 1
        ? own
        : own.stream().filter(claim -> own.stream().noneMatch(claim::replacedBy)).toList();
  }

  private static Share hull(List<Claim> own) {
    long min = Share.ONE;
    long max = 0;
    for (Claim claim : own) {
      min = Math.min(min, claim.lowUnits());
      max = Math.max(max, claim.highUnits());
    }
    return new Share(min, max, false, false);
  }

  private static Share from(long low, Share share) {
    return new Share(low, share.highUnits(), false, false);
  }

  private static void bySource(
      String holder, List<Claim> own, Map<String, Map<String, Long>> bySource) {
    for (Claim claim : own) {
      bySource
          .computeIfAbsent(claim.source(), s -> new HashMap<>())
          .merge(holder, claim.lowUnits(), Math::min);
    }
  }

  private static long sum(Iterable<Long> units) {
    long sum = 0;
    for (long unit : units) {
      sum += unit;
    }
    return sum;
  }

  /** A source that gives the same holder another share is no contradiction: the hull has both. */
  private boolean contradicted(
      Claim claim, Map<String, Map<String, Long>> bySource, Map<String, Long> totals) {
    for (Map.Entry<String, Long> other : totals.entrySet()) {
      if (other.getKey().equals(claim.source())) {
        if (other.getValue() > Share.ONE) {
          sourceAgainstItself = true;
          return true;
        }
      } else if (!bySource.getOrDefault(other.getKey(), Map.of()).containsKey(claim.holder())
          && other.getValue() + claim.lowUnits() > Share.ONE) {
        return true;
      }
    }
    return false;
  }

  /** How much each holder has. */
  Map<String, Share> shares() {
    return shares;
  }

  /** Statements behind the share of a holder, those that were replaced left out. */
  List<Role> behind(String holder) {
    return byHolder.getOrDefault(holder, List.of()).stream().map(Claim::role).distinct().toList();
  }

  /** Claims that others leave no room for; empty where all agree. */
  List<Claim> contradicted() {
    return contradicted;
  }

  /** Whether a source gives more than the whole by itself. */
  boolean sourceAgainstItself() {
    return sourceAgainstItself;
  }
}
