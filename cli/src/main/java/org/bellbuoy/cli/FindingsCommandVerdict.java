package org.bellbuoy.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.json.FindingJson;

/**
 * What verifying one finding came to.
 *
 * @param fields top-level fields that differ, in their order
 * @param sentences what is wrong; none when it is verified
 */
record FindingsCommandVerdict(
    Finding finding, Word word, List<String> fields, List<String> sentences) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  FindingsCommandVerdict {
    fields = List.copyOf(fields);
    sentences = List.copyOf(sentences);
  }

  /** The verdict in a word. */
  enum Word {
    /** The bytes are the same, and the same finding follows from them. */
    VERIFIED,
    /** The sources are the same, but another finding or none follows from them. */
    DIFFERS,
    /** A source is not there. */
    SOURCE_MISSING,
    /** A source has other bytes. */
    SOURCE_CHANGED,
    /** The finding may be right, but this version cannot come to it again. */
    CANNOT_REPEAT;

    String text() {
      return FindingsCommandText.word(this).replace('-', ' ');
    }
  }

  static FindingsCommandVerdict of(Finding finding, Word word, String sentence) {
    return new FindingsCommandVerdict(finding, word, List.of(), List.of(sentence));
  }

  /** The names of top-level fields in which two findings differ as JSON. */
  static List<String> differences(Finding one, Finding other) {
    String a = FindingJson.write(one);
    String b = FindingJson.write(other);
    if (a.equals(b)) {
      return List.of();
    }
    JsonNode left;
    JsonNode right;
    try {
      left = MAPPER.readTree(a);
      right = MAPPER.readTree(b);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a finding was just written as JSON", e);
    }
    Set<String> names = new LinkedHashSet<>();
    left.properties().stream().map(Map.Entry::getKey).forEach(names::add);
    right.properties().stream().map(Map.Entry::getKey).forEach(names::add);
    List<String> differing = new ArrayList<>();
    for (String name : names) {
      if (!Objects.equals(left.get(name), right.get(name))) {
        differing.add(name);
      }
    }
    // Unequal bytes must never come out as no difference.
    return differing.isEmpty() ? List.of("order") : differing;
  }
}
