package org.bellbuoy.register.cables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bellbuoy.register.exchange.Countries;
import org.bellbuoy.register.exchange.Entry;
import org.bellbuoy.register.model.PartialDate;

/**
 * What files say of one cable or landing point.
 *
 * @param json its own object; one with its id alone where only others speak of it
 */
record CableEntry(ObjectNode json, Entry entry) {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  String text(String field) {
    return json.path(field).asText("").strip();
  }

  /** Names in a list of free text; none for one that is no text. */
  List<String> names(String field) {
    return json.path(field).isTextual() ? NameList.split(text(field)) : List.of();
  }

  /** Identifiers of landing points, in the order given. */
  Set<String> landings() {
    Set<String> ids = new LinkedHashSet<>();
    for (JsonNode point : json.path("landing_points")) {
      String id = point.path("id").asText("").strip();
      if (!id.isEmpty()) {
        ids.add(id);
      }
    }
    return ids;
  }

  /** The country of a landing point: told, or what stands behind the last comma of its name. */
  static String country(JsonNode point) {
    String told = Countries.code(point.path("country").asText(""));
    String name = point.path("name").asText("");
    return told.isEmpty() ? Countries.code(name.substring(name.lastIndexOf(',') + 1)) : told;
  }

  /** Ready for service: {@code 2009 April}, {@code 2009 Q2} or {@code 2009}. */
  Optional<PartialDate> ready() {
    String[] words = text("rfs").split("\\s+");
    Optional<PartialDate> year = PartialDate.parse(words[0]);
    if (year.isEmpty() || words.length != 2 || words[1].length() < 3) {
      return words.length == 1 || year.isPresent() ? year : Optional.empty();
    }
    int month = MONTHS.indexOf(words[1].substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    return Optional.of(new PartialDate(year.get().year(), month, 0));
  }

  /** Fields as text for details, but for those that have a place in the model. */
  List<String> others(Set<String> placed) {
    List<String> names = new ArrayList<>();
    json.fieldNames()
        .forEachRemaining(
            name -> {
              if (!placed.contains(name) && !json.path(name).isNull()) {
                names.add(name);
              }
            });
    return names;
  }
}
