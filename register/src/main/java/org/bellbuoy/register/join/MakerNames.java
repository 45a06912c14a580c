package org.bellbuoy.register.join;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.register.match.EntityIndex;
import org.bellbuoy.register.match.EntityMatcher;
import org.bellbuoy.register.match.EntityType;
import org.bellbuoy.register.match.IndexOptions;
import org.bellbuoy.register.match.MatchOptions;
import org.bellbuoy.register.match.MatchResult;
import org.bellbuoy.register.match.NamedEntity;
import org.bellbuoy.register.match.Searcher;
import org.bellbuoy.register.model.Party;
import org.bellbuoy.register.model.Register;
import org.jspecify.annotations.Nullable;

/**
 * Finds makers by names as devices tell them. Building costs some 20 microseconds a party and waits
 * for the first question; answers are kept. Not thread safe.
 */
final class MakerNames {
  private static final int MOST = 5;

  private final Register register;
  private final Map<String, Answer> known = new HashMap<>();
  private @Nullable Searcher searcher;

  MakerNames(Register register) {
    this.register = register;
  }

  /**
   * Who is meant.
   *
   * @param same parties whose name is the same; a name that means two names nobody
   * @param possible parties that may be meant, for a person to decide
   */
  record Answer(List<String> same, List<String> possible) {}

  Answer of(String name) {
    return known.computeIfAbsent(name, this::find);
  }

  private Answer find(String name) {
    List<String> same = new ArrayList<>();
    List<String> possible = new ArrayList<>();
    NamedEntity asked = NamedEntity.named("", EntityType.COMPANY, name);
    for (MatchResult result : searcher().find(asked, MOST)) {
      (result.verdict() == MatchResult.Verdict.SAME ? same : possible).add(result.rightId());
    }
    return new Answer(List.copyOf(same), List.copyOf(possible));
  }

  private Searcher searcher() {
    Searcher made = searcher;
    if (made == null) {
      List<NamedEntity> parties = new ArrayList<>();
      for (Party party : register.parties()) {
        if (!party.kind().unnamed()) {
          parties.add(entity(party));
        }
      }
      made =
          EntityIndex.of(
                  parties, EntityMatcher.of(MatchOptions.defaults()), IndexOptions.defaults())
              .searcher();
      searcher = made;
    }
    return made;
  }

  private static NamedEntity entity(Party party) {
    List<String> names = new ArrayList<>(List.of(party.name()));
    names.addAll(party.aliases());
    EntityType type =
        switch (party.kind()) {
          case PERSON -> EntityType.PERSON;
          case COMPANY -> EntityType.COMPANY;
          case STATE, STATE_BODY, FUND, ARRANGEMENT, ANONYMOUS, UNKNOWN -> EntityType.ORGANIZATION;
        };
    return new NamedEntity(party.id(), type, names, List.of(), Set.of());
  }
}
