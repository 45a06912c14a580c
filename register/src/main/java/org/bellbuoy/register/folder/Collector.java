package org.bellbuoy.register.folder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.Identifier;
import org.bellbuoy.register.model.KeptRegister;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.Share;
import org.bellbuoy.register.model.Source;
import org.bellbuoy.register.model.Statement;
import org.jspecify.annotations.Nullable;

/** Gathers what rows say and holds them against each other. Not thread safe. */
final class Collector implements RowSink {
  private final FolderOptions options;
  private final Consumer<Reject> rejected;
  private final Map<String, Source> sources = new LinkedHashMap<>();
  private final Map<String, String> sourceFiles = new HashMap<>();
  private final Map<String, String> shared = new LinkedHashMap<>();
  private final Map<String, Entity> entities = new LinkedHashMap<>();
  private final List<Placed<Entity>> descriptions = new ArrayList<>();
  private final Set<String> described = new HashSet<>();
  private final Map<Identifier, List<Placed<Entity>>> identified = new LinkedHashMap<>();
  private final List<Placed<Role>> roles = new ArrayList<>();
  private final Set<String> roleIds = new HashSet<>();
  private Table table = Table.SOURCES;
  private int checkedBefore;
  private long rows;
  private long rejects;

  Collector(FolderOptions options, Consumer<Reject> rejected) {
    this.options = options;
    this.rejected = rejected;
  }

  /** Rows from here on are of that table. */
  void begin(Table next) {
    table = next;
  }

  long rows() {
    return rows;
  }

  long rejects() {
    return rejects;
  }

  @Override
  public boolean row(Row row) {
    rows++;
    try {
      if (rows > options.mostRows()) {
        throw new RowProblem(
            "too-large",
            "more than %d rows, for which there is no room; this row and what follows was not read."
                .formatted(options.mostRows()));
      }
      switch (table) {
        case SOURCES -> source(Rows.source(row), row.file());
        case PARTIES -> describe(row, Rows.party(row, left(row)));
        case ASSETS -> describe(row, Rows.asset(row, left(row)));
        case ROLES -> role(row);
        case MARKETS -> throw new IllegalStateException("Markets are no part of a register.");
      }
    } catch (RowProblem e) {
      problem(row.source(), row.file(), row.offset(), row.length(), row.line(), e);
    }
    return rows <= options.mostRows();
  }

  private Consumer<RowProblem> left(Row row) {
    return problem ->
        problem(row.source(), row.file(), row.offset(), row.length(), row.line(), problem);
  }

  /**
   * Takes what was kept of another reading, before any row: its own statements fit each other, and
   * what did not is told again.
   */
  void take(KeptRegister kept, int index, String file) {
    rows += kept.rows();
    for (Source source : kept.sources()) {
      try {
        source(source, file);
      } catch (RowProblem e) {
        problem(index, file, 0, 0, 0, e);
      }
    }
    for (Entity entity : kept.entities()) {
      try {
        describe(entity, placed(entity, entity.statement(), index));
      } catch (RowProblem e) {
        problem(index, file(entity.statement(), file), 0, 0, entity.statement().place().line(), e);
      }
    }
    checkedBefore = descriptions.size();
    for (Role role : kept.roles()) {
      try {
        role(role, placed(role, role.statement(), index));
      } catch (RowProblem e) {
        problem(index, file(role.statement(), file), 0, 0, role.statement().place().line(), e);
      }
    }
    for (Reject reject : kept.rejects()) {
      rejects++;
      rejected.accept(
          new Reject(
              reject.reason(),
              index,
              reject.offset(),
              reject.length(),
              reject.line(),
              reject.detail()));
    }
  }

  private static <T> Placed<T> placed(T value, Statement statement, int index) {
    return new Placed<>(value, index, 0, 0, statement.place().line());
  }

  private static String file(Statement statement, String otherwise) {
    return statement.place().file().isEmpty() ? otherwise : statement.place().file();
  }

  private void source(Source source, String file) throws RowProblem {
    Source first = sources.putIfAbsent(source.id(), source);
    String folder = folderOf(file);
    boolean elsewhere = !folderOf(sourceFiles.getOrDefault(source.id(), "")).equals(folder);
    sourceFiles.putIfAbsent(source.id(), file);
    // Two folders may name one source in the same words; other words are another source.
    if (first != null && !(elsewhere && first.equals(source))) {
      throw RowProblem.of("duplicate-id", "id", source.id(), "another source has it.");
    }
  }

  private void describe(Row row, Entity entity) throws RowProblem {
    describe(entity, Placed.of(entity, row));
  }

  private void describe(Entity entity, Placed<Entity> placed) throws RowProblem {
    knownSource(entity.statement().source());
    Entity first = entities.get(entity.id());
    if (first != null && first instanceof Asset != entity instanceof Asset) {
      throw RowProblem.of(
          "duplicate-id", "id", entity.id(), "a party has it (%s).".formatted(place(first)));
    }
    // Two sources may describe one party differently, and both stay; one source may not.
    if (first != null
        && (first.statement().source().equals(entity.statement().source())
            || !described.add(entity.id() + '\n' + entity.statement().source()))) {
      throw RowProblem.of(
          "duplicate-id",
          "id",
          entity.id(),
          "it is described already (%s) by the same source.".formatted(place(first)));
    }
    if (first != null && !folderOf(file(first)).equals(folderOf(file(entity)))) {
      shared.putIfAbsent(
          entity.id(),
          "The id '%s' stands in two folders (%s and %s); both are taken to mean one %s."
              .formatted(
                  RowProblem.shown(entity.id()),
                  place(first),
                  place(entity),
                  entity instanceof Asset ? "asset" : "party"));
    }
    entities.putIfAbsent(entity.id(), entity);
    descriptions.add(placed);
    entity
        .identifiers()
        .forEach(
            identifier ->
                identified
                    .computeIfAbsent(IdentifierCheck.normal(identifier), i -> new ArrayList<>(1))
                    .add(placed));
  }

  private static String file(Entity entity) {
    return entity.statement().place().file();
  }

  private void role(Row row) throws RowProblem {
    String holder = known("holder", row.needed("holder"));
    String target = known("target", row.needed("target"));
    apart(holder, target);
    Role parsed = Rows.role(row, entities.get(target) instanceof Asset);
    role(parsed, Placed.of(parsed, row));
  }

  private void apart(String holder, String target) throws RowProblem {
    if (entities.get(holder) instanceof Asset) {
      throw RowProblem.of("unknown-id", "holder", holder, "that is an asset; only a party holds.");
    }
    if (holder.equals(target)) {
      throw RowProblem.of("held-by-itself", "target", target, "nobody holds itself.");
    }
  }

  private void role(Role parsed, Placed<Role> placed) throws RowProblem {
    String holder = known("holder", parsed.holder());
    String target = known("target", parsed.target());
    apart(holder, target);
    knownSource(parsed.statement().source());
    if (!parsed.id().isEmpty() && !roleIds.add(parsed.id())) {
      throw RowProblem.of("duplicate-id", "id", parsed.id(), "another role has it.");
    }
    // The same text for the same party: a million roles hold their two names once.
    Role role =
        new Role(
            parsed.id(),
            holder,
            target,
            parsed.kind(),
            parsed.basis(),
            parsed.share(),
            parsed.directness(),
            parsed.component(),
            parsed.components(),
            parsed.beneficial(),
            parsed.details(),
            parsed.statement());
    roles.add(new Placed<>(role, placed.source(), placed.offset(), placed.length(), placed.line()));
  }

  private String known(String field, String id) throws RowProblem {
    Entity entity = entities.get(id);
    if (entity == null) {
      throw RowProblem.of("unknown-id", field, id, "no party or asset that could be used has it.");
    }
    return entity.id();
  }

  private void knownSource(String id) throws RowProblem {
    if (!id.isEmpty() && !sources.containsKey(id)) {
      throw RowProblem.of("unknown-id", "source", id, "no source has it.");
    }
  }

  /** What a reader should know though it was used. */
  List<String> notes() {
    return List.copyOf(shared.values());
  }

  /** The word before a file's name where several folders are read; empty where one is. */
  private static String folderOf(String file) {
    return file.substring(0, file.lastIndexOf('/') + 1);
  }

  private static String place(Entity entity) {
    return entity.statement().place().toString();
  }

  /** All that could be used, after the checks that need all rows. */
  Register register() {
    // A whole that was missing when a kept asset was read is among the rejects that were kept.
    for (Placed<Entity> placed : descriptions.subList(checkedBefore, descriptions.size())) {
      if (placed.value() instanceof Asset asset) {
        partOf(asset, placed);
      }
    }
    identified.forEach(this::sameIdentifier);
    new FullColumns(roles)
        .check(
            (role, sum) ->
                reject(
                    "column-over-whole",
                    role,
                    file(role.value()),
                    ("target is '%s'; least shares in it by its source come to %s %% %s, so there"
                            + " the share of '%s' counts as 0 to %s %% and nothing of it is"
                            + " certain.")
                        .formatted(
                            RowProblem.shown(role.value().target()),
                            Share.percent(sum.units()),
                            sum.when(),
                            RowProblem.shown(role.value().holder()),
                            Share.percent(
                                role.value().share() == null
                                    ? Share.ONE
                                    : role.value().share().highUnits()))));
    return Register.of(
        sources.values(),
        descriptions.stream().map(Placed::value).toList(),
        roles.stream().map(Placed::value).toList());
  }

  /** Nobody can tell which of them is right, so all are told and all stay. */
  private void sameIdentifier(Identifier identifier, List<Placed<Entity>> all) {
    for (Placed<Entity> placed : all.size() > 1 ? all : List.<Placed<Entity>>of()) {
      all.stream()
          .map(Placed::value)
          .filter(other -> !other.id().equals(placed.value().id()))
          .findFirst()
          .ifPresent(
              other ->
                  reject(
                      "same-identifier",
                      placed,
                      placed.value().statement().place().file(),
                      ("identifiers is '%s'; '%s' (%s) has it too. Both stay, and answers that"
                              + " rest on either say so.")
                          .formatted(
                              RowProblem.shown(identifier.toString()),
                              RowProblem.shown(other.id()),
                              place(other))));
    }
  }

  /** A whole that is not there is told; the asset itself stays. */
  private void partOf(Asset asset, Placed<Entity> placed) {
    for (String whole : asset.partOf()) {
      if (!(entities.get(whole) instanceof Asset)) {
        reject(
            "unknown-id",
            placed,
            asset.statement().place().file(),
            "part_of is '%s'; no asset that could be used has that id, the rest of the row stays."
                .formatted(RowProblem.shown(whole)));
      }
    }
  }

  private static String file(Role role) {
    return role.statement().place().file();
  }

  private void reject(String reason, Placed<?> placed, String file, String sentence) {
    rejects++;
    rejected.accept(
        new Reject(
            reason,
            placed.source(),
            placed.offset(),
            placed.length(),
            placed.line(),
            detail(file, placed.line(), sentence)));
  }

  @Override
  public void problem(
      int source, String file, long offset, int length, long line, RowProblem problem) {
    rejects++;
    rejected.accept(
        new Reject(
            problem.reason(),
            source,
            offset,
            length,
            line,
            detail(file, line, problem.sentence())));
  }

  private static String detail(String file, long line, @Nullable String sentence) {
    return line == 0 ? file + ": " + sentence : "%s line %d: %s".formatted(file, line, sentence);
  }
}
