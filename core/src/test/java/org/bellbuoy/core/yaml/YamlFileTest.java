package org.bellbuoy.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.nodes.Node;

class YamlFileTest {
  private static final YamlFile<IOException> FILE =
      new YamlFile<>(
          "f.yaml",
          new YamlFile.Style("a list", "it must have cranes", 20, 8, true),
          IOException::new);

  @Test
  void keysAreReadInTheFilesOrder() throws IOException {
    var keys = FILE.mapping(FILE.root("level: 1\nname: quay"), "a crane", List.of("name", "level"));
    assertThat(keys.keySet()).containsExactly("level", "name");
    List<String> values = new ArrayList<>();
    for (Node node : keys.values()) {
      values.add(FILE.text(node, "a value"));
    }
    assertThat(values).containsExactly("1", "quay");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "''|f.yaml is empty; it must have cranes.",
        "a: 1|f.yaml:1:1: the key 'a' is not known in a crane; allowed are name.",
        "abcdefghijkl: 1|f.yaml:1:1: the key 'abcdefgh...' is not known in a crane; allowed are name.",
        "[1]|f.yaml:1:1: a crane must be keys with values; allowed are name.",
        "{name: 1, name: 2}|f.yaml:1:11: the key 'name' stands there twice.",
        "name: [1]|f.yaml:1:7: name must be one value.",
        "name: ''|f.yaml:1:7: name must be given and short.",
        "name: abcdefghijklmnopqrstu|f.yaml:1:7: name must be given and short.",
        "{name: 1|f.yaml:1:9: no YAML: expected...",
        "name: &a [*a]|f.yaml: no YAML: Number o...",
      })
  void whatIsWrongIsToldWithItsPlace(String text, String message) {
    assertThatThrownBy(
            () -> {
              Node root = FILE.root(text);
              for (Node node : FILE.mapping(root, "a crane", List.of("name")).values()) {
                FILE.text(node, "name");
              }
            })
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void aFileThatIsNestedDeeperThanPeopleWriteIsRefusedBeforeItIsComposed() {
    assertThatThrownBy(() -> FILE.root("[".repeat(100_000)))
        .hasMessage("f.yaml:1:17: more than 16 lists and keys within each other; a list has 4.");
  }

  @Test
  void controlCharactersDoNotReachAMessage() {
    assertThat(FILE.shown("a\u001b[1m")).isEqualTo("a [1m");
  }
}
