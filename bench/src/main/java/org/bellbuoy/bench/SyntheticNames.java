package org.bellbuoy.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.bellbuoy.register.match.EntityType;
import org.bellbuoy.register.match.NamedEntity;

/**
 * SYNTHETIC names of nobody: syllables put together by a seed, some words far more frequent than
 * others, as in real lists (Zipf's law with exponent 1).
 */
final class SyntheticNames {
  private static final String[] GENERIC = {
    "shipping",
    "marine",
    "trading",
    "holdings",
    "group",
    "international",
    "bank",
    "energy",
    "industries",
    "investment",
    "construction",
    "logistics",
    "telecom",
    "capital",
    "services"
  };
  private static final String[] FORMS = {
    "Ltd", "Inc.", "GmbH", "S.A.", "LLC", "JSC", "plc", "B.V."
  };
  private final SplittableRandom random;
  private final List<String> given;
  private final List<String> words;

  SyntheticNames(long seed) {
    random = new SplittableRandom(seed);
    given = vocabulary(3_000);
    words = vocabulary(60_000);
  }

  /** That many entities. */
  List<NamedEntity> entities(int count) {
    List<NamedEntity> all = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      EntityType type =
          switch (random.nextInt(10)) {
            case 0 -> EntityType.VESSEL;
            case 1 -> EntityType.ORGANIZATION;
            case 2, 3, 4, 5 -> EntityType.PERSON;
            default -> EntityType.COMPANY;
          };
      all.add(NamedEntity.named("synthetic " + i, type, name(type)));
    }
    return all;
  }

  /** The same name written differently: a letter changed, words turned or the legal form gone. */
  NamedEntity written(NamedEntity entity) {
    String name = entity.names().getFirst();
    int blank = name.indexOf(' ');
    String other =
        switch (random.nextInt(3)) {
          case 0 -> {
            int at = random.nextInt(Math.max(1, blank < 0 ? name.length() : blank));
            yield name.substring(0, at) + "x" + name.substring(Math.min(name.length(), at + 1));
          }
          case 1 ->
              entity.type() == EntityType.PERSON && blank > 0
                  ? name.substring(blank + 1) + ", " + name.substring(0, blank)
                  : name.toUpperCase(Locale.ROOT);
          default -> name.toUpperCase(Locale.ROOT).replace(" LTD", " LIMITED");
        };
    return NamedEntity.named("asked", entity.type(), other);
  }

  private String name(EntityType type) {
    return switch (type) {
      case PERSON, LEGAL_ENTITY ->
          pick(given) + (random.nextInt(3) == 0 ? " " + pick(given) : "") + " " + pick(words);
      case COMPANY -> pick(words) + " " + generic() + " " + FORMS[random.nextInt(FORMS.length)];
      case ORGANIZATION -> pick(words) + " " + pick(words) + " " + generic();
      case VESSEL -> pick(words) + (random.nextInt(3) == 0 ? " " + random.nextInt(1, 30) : "");
    };
  }

  private String generic() {
    return GENERIC[random.nextInt(GENERIC.length)];
  }

  /** By a density of one over the rank. */
  private String pick(List<String> list) {
    return list.get((int) Math.pow(list.size(), random.nextDouble()) - 1);
  }

  private List<String> vocabulary(int count) {
    List<String> list = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      StringBuilder word = new StringBuilder();
      for (int s = random.nextInt(2, 4); s > 0; s--) {
        word.append("bcdfghjklmnprstvwz".charAt(random.nextInt(18)));
        word.append("aeiou".charAt(random.nextInt(5)));
        if (random.nextInt(3) == 0) {
          word.append("lmnrst".charAt(random.nextInt(6)));
        }
      }
      word.setCharAt(0, Character.toUpperCase(word.charAt(0)));
      list.add(word.toString());
    }
    return list;
  }
}
