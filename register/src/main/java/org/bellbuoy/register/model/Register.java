package org.bellbuoy.register.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All statements together, with indexes over them. Immutable and safe for many threads; building
 * costs time and memory in proportion to the statements, each look-up a hash.
 *
 * <p>A party or asset may be described by several sources under one identifier. {@link #entity}
 * gives the leading description: the one of highest confidence, the latest recorded among those,
 * the first among those; {@link #statementsOf} gives all.
 */
public final class Register {
  private final List<Source> sources;
  private final List<Entity> entities;
  private final List<Role> roles;
  private final Map<String, Source> sourceById = new HashMap<>();
  private final Map<String, List<Entity>> statementsById = new LinkedHashMap<>();
  private final Map<String, Entity> leading = new LinkedHashMap<>();
  private final Map<Identifier, List<String>> idsByIdentifier = new HashMap<>();
  private final Map<String, List<Role>> rolesByHolder = new HashMap<>();
  private final Map<String, List<Role>> rolesByTarget = new HashMap<>();
  private final Map<String, List<String>> partsByWhole = new HashMap<>();

  private Register(
      Collection<Source> sources, Collection<? extends Entity> entities, Collection<Role> roles) {
    this.sources = List.copyOf(sources);
    this.entities = List.copyOf(entities);
    this.roles = List.copyOf(roles);
    this.sources.forEach(source -> sourceById.putIfAbsent(source.id(), source));
    for (Entity entity : this.entities) {
      add(statementsById, entity.id(), entity);
      leading.merge(entity.id(), entity, Register::better);
    }
    for (Map.Entry<String, List<Entity>> of : statementsById.entrySet()) {
      of.getValue().stream()
          .flatMap(entity -> entity.identifiers().stream())
          .distinct()
          .forEach(identifier -> add(idsByIdentifier, identifier, of.getKey()));
    }
    for (Entity entity : leading.values()) {
      if (entity instanceof Asset asset) {
        asset.partOf().forEach(whole -> add(partsByWhole, whole, asset.id()));
      }
    }
    for (Role role : this.roles) {
      add(rolesByHolder, role.holder(), role);
      add(rolesByTarget, role.target(), role);
    }
  }

  /**
   * A register of these statements.
   *
   * @throws IllegalArgumentException when a party and an asset have one identifier, or a role names
   *     a holder or target that is not there
   */
  public static Register of(
      Collection<Source> sources, Collection<? extends Entity> entities, Collection<Role> roles) {
    Register register = new Register(sources, entities, roles);
    for (Entity entity : register.entities) {
      if (register.leading(entity.id()) instanceof Party != entity instanceof Party) {
        throw new IllegalArgumentException(entity.id() + " is both a party and an asset.");
      }
    }
    for (Role role : register.roles) {
      if (register.party(role.holder()).isEmpty() || register.entity(role.target()).isEmpty()) {
        throw new IllegalArgumentException(
            "A role of %s in %s names somebody who is not there."
                .formatted(role.holder(), role.target()));
      }
    }
    return register;
  }

  private static <K, V> void add(Map<K, List<V>> lists, K key, V value) {
    // Most lists hold one or two: room for ten each would cost more than the statements.
    lists.computeIfAbsent(key, k -> new ArrayList<>(2)).add(value);
  }

  private static Entity better(Entity first, Entity second) {
    int confidence = first.statement().confidence().compareTo(second.statement().confidence());
    if (confidence != 0) {
      return confidence < 0 ? first : second;
    }
    return recorded(second).isAfter(recorded(first)) ? second : first;
  }

  private static LocalDate recorded(Entity entity) {
    PartialDate date = entity.statement().recorded();
    return date == null ? LocalDate.MIN : date.first();
  }

  private Entity leading(String id) {
    return Optional.ofNullable(leading.get(id)).orElseThrow();
  }

  /** All sources, in the order given. */
  public List<Source> sources() {
    return sources;
  }

  /** All statements about parties and assets, in the order given. */
  public List<Entity> entities() {
    return entities;
  }

  /** All statements about roles, in the order given. */
  public List<Role> roles() {
    return roles;
  }

  /** Identifiers of all parties and assets, in the order in which they first appear. */
  public Collection<String> ids() {
    return Collections.unmodifiableSet(leading.keySet());
  }

  /** The source of that identifier. */
  public Optional<Source> source(String id) {
    return Optional.ofNullable(sourceById.get(id));
  }

  /** The leading description of a party or asset. */
  public Optional<Entity> entity(String id) {
    return Optional.ofNullable(leading.get(id));
  }

  /** The leading description of a party. */
  public Optional<Party> party(String id) {
    return entity(id).filter(Party.class::isInstance).map(Party.class::cast);
  }

  /** The leading description of an asset. */
  public Optional<Asset> asset(String id) {
    return entity(id).filter(Asset.class::isInstance).map(Asset.class::cast);
  }

  /** Leading descriptions of all parties. */
  public List<Party> parties() {
    return every(Party.class::isInstance, Party.class::cast);
  }

  /** Leading descriptions of all assets. */
  public List<Asset> assets() {
    return every(Asset.class::isInstance, Asset.class::cast);
  }

  private <T> List<T> every(Predicate<Entity> kind, Function<Entity, T> cast) {
    return leading.values().stream().filter(kind).map(cast).toList();
  }

  /** All that any source says of a party or asset itself. */
  public List<Entity> statementsOf(String id) {
    return Collections.unmodifiableList(statementsById.getOrDefault(id, List.of()));
  }

  /** Whom an identifier means: identifiers of this register, one unless sources disagree. */
  public List<String> idsOf(Identifier identifier) {
    return Collections.unmodifiableList(idsByIdentifier.getOrDefault(identifier, List.of()));
  }

  /** Roles that a party has. */
  public List<Role> rolesOf(String holder) {
    return Collections.unmodifiableList(rolesByHolder.getOrDefault(holder, List.of()));
  }

  /** Roles that parties have in a party or asset. */
  public List<Role> rolesIn(String target) {
    return Collections.unmodifiableList(rolesByTarget.getOrDefault(target, List.of()));
  }

  /** Assets that say they are part of that one. */
  public List<String> partsOf(String whole) {
    return Collections.unmodifiableList(partsByWhole.getOrDefault(whole, List.of()));
  }

  /**
   * What holds on a day. Descriptions of parties and assets that do not hold then stay where no
   * other is left, so that no role loses its ends.
   */
  public Register asOf(LocalDate day) {
    List<Entity> kept = new ArrayList<>();
    for (List<Entity> statements : statementsById.values()) {
      List<Entity> holding =
          statements.stream().filter(entity -> entity.statement().holdsOn(day)).toList();
      kept.addAll(holding.isEmpty() ? statements : holding);
    }
    return new Register(
        sources, kept, roles.stream().filter(role -> role.statement().holdsOn(day)).toList());
  }

  /**
   * The newest day on which anything was recorded; empty where no statement says when it was. Days
   * from which something holds do not count, for they may be planned.
   */
  public Optional<LocalDate> newestRecorded() {
    return Stream.concat(
            entities.stream().map(Entity::statement), roles.stream().map(Role::statement))
        .map(statement -> day(statement.recorded()))
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder());
  }

  private static Optional<LocalDate> day(@Nullable PartialDate date) {
    return Optional.ofNullable(date).map(PartialDate::first);
  }
}
