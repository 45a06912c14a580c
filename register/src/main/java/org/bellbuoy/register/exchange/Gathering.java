package org.bellbuoy.register.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.Party;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.Source;

/** Gathers statements while files are read. Not thread safe. */
public final class Gathering {
  private final Consumer<Reject> rejects;
  private final Map<String, Source> sources = new LinkedHashMap<>();
  private final List<Entity> entities = new ArrayList<>();
  private final Map<String, Entity> first = new HashMap<>();
  private final List<Role> roles = new ArrayList<>();
  private final Map<String, Note> notes = new LinkedHashMap<>();

  private static final class Note {
    private final String example;
    private long count;

    Note(String example) {
      this.example = example;
    }
  }

  /** Gathers; what cannot be used goes to those rejects. */
  public Gathering(Consumer<Reject> rejects) {
    this.rejects = rejects;
  }

  /** One more source; the first of an identifier counts. */
  public void source(Source source) {
    sources.putIfAbsent(source.id(), source);
  }

  /** Whether a source of that identifier is known. */
  public boolean knowsSource(String id) {
    return sources.containsKey(id);
  }

  /** Takes a description, unless its identifier is that of a party and it an asset, or reversed. */
  public boolean entity(Entity entity, Entry entry) {
    Entity before = first.putIfAbsent(entity.id(), entity);
    if (before != null && before instanceof Party != entity instanceof Party) {
      reject(
          entry,
          "party-and-asset",
          "%s is a %s here and a %s before."
              .formatted(Entry.shown(entity.id()), entity.kindWord(), before.kindWord()));
      return false;
    }
    entities.add(entity);
    return true;
  }

  /** The first description of that identifier. */
  public Optional<Entity> known(String id) {
    return Optional.ofNullable(first.get(id));
  }

  /** Takes a role whose holder and target are known. */
  public void role(Role role) {
    roles.add(role);
  }

  /** Tells of an entry that cannot be used. */
  public void reject(Entry entry, String reason, String detail) {
    rejects.accept(entry.reject(reason, detail));
  }

  /**
   * Counts something that was read otherwise than it was written, or left out.
   *
   * @param what in the plural, with its verb: {@code "entities of schema Payment were left out"}
   * @param example the first one, as text
   */
  public void note(String what, Entry entry, String example) {
    notes.computeIfAbsent(
            what,
            key ->
                new Note(
                    "%s%s line %d"
                        .formatted(
                            example.isEmpty() ? "" : Entry.shown(example) + " in ",
                            entry.file(),
                            entry.line())))
        .count++;
  }

  /** Everything so far; one sentence for each kind of note, with its first example. */
  public Loaded loaded() {
    List<String> sentences = new ArrayList<>();
    notes.forEach(
        (what, note) ->
            sentences.add("%d %s; the first: %s.".formatted(note.count, what, note.example)));
    return new Loaded(List.copyOf(sources.values()), entities, roles, sentences);
  }
}
