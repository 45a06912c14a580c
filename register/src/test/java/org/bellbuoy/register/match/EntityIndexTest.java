package org.bellbuoy.register.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.bellbuoy.register.match.Identifier.Scheme;
import org.junit.jupiter.api.Test;

final class EntityIndexTest {
  private static final EntityMatcher MATCHER = EntityMatcher.of(MatchOptions.defaults());

  @Test
  void whatTheIndexFindsIsWhatHoldingAgainstEveryRecordFinds() {
    SplittableRandom random = new SplittableRandom(21);
    List<NamedEntity> entities = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      EntityType type = EntityType.values()[i % EntityType.values().length];
      entities.add(NamedEntity.named("e" + i, type, word(random) + " " + word(random)));
    }
    Searcher searcher = EntityIndex.of(entities, MATCHER, IndexOptions.defaults()).searcher();
    int found = 0;
    for (int i = 0; i < 200; i++) {
      NamedEntity like = entities.get(random.nextInt(entities.size()));
      NamedEntity asked =
          NamedEntity.named("asked", like.type(), typo(like.names().getFirst(), random));
      Set<String> all =
          Set.copyOf(
              entities.stream()
                  .map(entity -> MATCHER.compare(asked, entity))
                  .filter(result -> result.verdict() != MatchResult.Verdict.DIFFERENT)
                  .map(MatchResult::rightId)
                  .toList());
      List<String> given = searcher.find(asked, 50).stream().map(MatchResult::rightId).toList();
      assertThat(all).containsAll(given);
      assertThat(given).as("%s among %s", asked.names(), all).hasSameSizeAs(all);
      found += given.size();
    }
    assertThat(found).isGreaterThan(150);
  }

  @Test
  void aNumberFindsARecordOfAnotherName() {
    Identifier imo = new Identifier(Scheme.IMO, "", "9074729");
    NamedEntity ship =
        new NamedEntity("s", EntityType.VESSEL, List.of("OLD"), List.of(imo), Set.of());
    NamedEntity asked =
        new NamedEntity("q", EntityType.VESSEL, List.of("NEW"), List.of(imo), Set.of());
    assertThat(
            EntityIndex.of(List.of(ship), MATCHER, IndexOptions.defaults())
                .searcher()
                .find(asked, 5))
        .extracting(MatchResult::rightId)
        .containsExactly("s");
  }

  @Test
  void anEmptyIndexFindsNothing() {
    assertThat(
            EntityIndex.of(List.of(), MATCHER, IndexOptions.defaults())
                .searcher()
                .find(NamedEntity.named("q", EntityType.PERSON, "Jane Doe"), 5))
        .isEmpty();
  }

  private static String word(SplittableRandom random) {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(2, 4); i >= 0; i--) {
      word.append("bdfgklmnprstvz".charAt(random.nextInt(14)));
      word.append("aeiou".charAt(random.nextInt(5)));
    }
    return word.toString();
  }

  private static String typo(String name, SplittableRandom random) {
    int at = random.nextInt(name.length());
    return name.charAt(at) == ' ' ? name : name.substring(0, at) + "x" + name.substring(at + 1);
  }
}
