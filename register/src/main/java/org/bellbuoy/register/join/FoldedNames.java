package org.bellbuoy.register.join;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.bellbuoy.register.model.Entity;
import org.bellbuoy.register.model.Register;

/** Parties and assets by names that are the same but for case, accents and punctuation. */
final class FoldedNames {
  private final Map<String, Set<String>> idsByName = new HashMap<>();

  FoldedNames(Register register) {
    for (Entity entity : register.entities()) {
      add(entity.name(), entity.id());
      entity.aliases().forEach(alias -> add(alias, entity.id()));
    }
  }

  private void add(String name, String id) {
    String folded = fold(name);
    if (!folded.isEmpty()) {
      idsByName.computeIfAbsent(folded, f -> new LinkedHashSet<>(2)).add(id);
    }
  }

  /** The only one so called among those wanted; empty where there is none or are several. */
  Optional<String> only(String name, Predicate<String> wanted) {
    var ids = idsByName.getOrDefault(fold(name), Set.of()).stream().filter(wanted).toList();
    return ids.size() == 1 ? Optional.of(ids.getFirst()) : Optional.empty();
  }

  /** Compatibility forms, without marks, lower case, words parted by one space. */
  static String fold(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }
}
