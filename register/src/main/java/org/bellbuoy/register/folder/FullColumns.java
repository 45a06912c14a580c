package org.bellbuoy.register.folder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.bellbuoy.register.model.Basis;
import org.bellbuoy.register.model.Directness;
import org.bellbuoy.register.model.PartialDate;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.Share;
import org.jspecify.annotations.Nullable;

/**
 * Finds targets of which one source gives more than the whole on some day, counting least shares.
 * Where several statements say how much one holder has, the least of them counts. All statements of
 * such a day are named, for nobody can tell which of them is wrong. Sources that disagree with each
 * other are alternatives and no error of a row. Time n log n in the roles.
 */
final class FullColumns {
  private final List<Placed<Role>> roles;

  /** More than the whole on a day. */
  record Sum(LocalDate day, long units) {
    String when() {
      return day.equals(LocalDate.MIN) ? "from the beginning" : "on " + day;
    }
  }

  FullColumns(List<Placed<Role>> roles) {
    this.roles = roles;
  }

  /** Tells each statement that cannot be taken at its word, once. */
  void check(BiConsumer<Placed<Role>, Sum> over) {
    Set<Placed<Role>> refused = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Basis.Nature nature : List.of(Basis.Nature.ECONOMIC, Basis.Nature.VOTING)) {
      for (List<Placed<Role>> column : columns(nature)) {
        List<Sum> days = overfull(column);
        for (Placed<Role> role : days.isEmpty() ? List.<Placed<Role>>of() : column) {
          days.stream()
              .filter(sum -> role.value().statement().holdsOn(sum.day()))
              .findFirst()
              .ifPresent(
                  sum -> {
                    if (refused.add(role)) {
                      over.accept(role, sum);
                    }
                  });
        }
      }
    }
  }

  /** Columns of more than one statement whose least shares could come to more than the whole. */
  private List<List<Placed<Role>>> columns(Basis.Nature nature) {
    Map<Column, Long> most = new HashMap<>();
    for (Placed<Role> role : roles) {
      if (counts(role.value(), nature)) {
        most.merge(Column.of(role.value()), low(role.value()), FullColumns::sum);
      }
    }
    Map<Column, List<Placed<Role>>> columns = new TreeMap<>();
    for (Placed<Role> role : roles) {
      Column column = Column.of(role.value());
      if (counts(role.value(), nature) && most.getOrDefault(column, 0L) > Share.ONE) {
        columns.computeIfAbsent(column, t -> new ArrayList<>()).add(role);
      }
    }
    return List.copyOf(columns.values());
  }

  /** Shares in one target as one source tells them. */
  private record Column(String target, String source) implements Comparable<Column> {
    static Column of(Role role) {
      return new Column(role.target(), role.statement().source());
    }

    @Override
    public int compareTo(Column other) {
      int targets = target.compareTo(other.target);
      return targets != 0 ? targets : source.compareTo(other.source);
    }
  }

  private static long sum(long a, long b) {
    return Math.min(a + b, Long.MAX_VALUE / 2);
  }

  private static boolean counts(Role role, Basis.Nature nature) {
    return role.basis().nature() == nature
        && role.directness() != Directness.INDIRECT
        && role.share() != null
        && low(role) > 0;
  }

  private static long low(Role role) {
    return Objects.requireNonNull(role.share()).lowUnits();
  }

  /** A statement that begins or ends. */
  private record Step(LocalDate day, boolean begins, Role role) {}

  /** Days from which on more than the whole is held, one for each span. */
  private static List<Sum> overfull(List<Placed<Role>> column) {
    List<Step> steps = new ArrayList<>();
    for (Placed<Role> placed : column) {
      PartialDate from = placed.value().statement().validFrom();
      PartialDate to = placed.value().statement().validTo();
      LocalDate first = from == null ? LocalDate.MIN : from.first();
      if (to == null || to.first().isAfter(first)) {
        steps.add(new Step(first, true, placed.value()));
        if (to != null) {
          steps.add(new Step(to.first(), false, placed.value()));
        }
      }
    }
    // On one day ends come before beginnings: a share that is sold is not held twice.
    steps.sort(Comparator.comparing(Step::day).thenComparing(Step::begins));
    Map<String, TreeMap<Long, Integer>> held = new HashMap<>();
    List<Sum> days = new ArrayList<>();
    long sum = 0;
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      TreeMap<Long, Integer> own = held.computeIfAbsent(step.role().holder(), h -> new TreeMap<>());
      sum -= own.isEmpty() ? 0 : own.firstKey();
      own.merge(low(step.role()), step.begins() ? 1 : -1, FullColumns::count);
      sum += own.isEmpty() ? 0 : own.firstKey();
      boolean last = i + 1 == steps.size() || !steps.get(i + 1).day().equals(step.day());
      if (last && sum > Share.ONE) {
        days.add(new Sum(step.day(), sum));
      }
    }
    return days;
  }

  /** Null takes the entry out of the map. */
  private static @Nullable Integer count(Integer before, Integer change) {
    return before + change == 0 ? null : Integer.valueOf(before + change);
  }
}
