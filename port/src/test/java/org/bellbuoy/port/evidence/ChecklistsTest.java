package org.bellbuoy.port.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.bellbuoy.core.source.SourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChecklistsTest {
  private static final String HEAD = "rule: own\ntitle: Own\nparagraphs:\n";
  private static final String KINDS =
      Arrays.stream(EvidenceKind.values())
          .map(EvidenceKind::word)
          .collect(Collectors.joining(", "));

  static String[][] bad() {
    return new String[][] {
      {"", "own.yaml is empty; a checklist must have paragraphs."},
      {"rule: own\ntitle: Own\n", "own.yaml:1:1: the key 'paragraphs' is missing in a checklist."},
      {
        "rule: own\ntitle: Own\nparagraphs: []\n",
        "own.yaml:3:13: paragraphs must be a list with at least one entry."
      },
      {
        "rule: own\ntitle: Own\nclauses:\n  - id: a\n",
        "own.yaml:3:1: the key 'clauses' is not known in a checklist; allowed are rule, title,"
            + " about, check, paragraphs."
      },
      {
        HEAD + "  - id: a\n    says: b\n    evidence: [inventory]\n    weight: 3\n",
        "own.yaml:7:5: the key 'weight' is not known in a paragraph; allowed are id, says, basis,"
            + " evidence, beside, note."
      },
      {
        HEAD + "  - id: a\n    says: b\n    evidence: [inventory, telepathy]\n",
        "own.yaml:6:27: the evidence kind 'telepathy' is not known; allowed are " + KINDS + "."
      },
      {
        HEAD + "  - id: a\n    says: b\n    evidence: []\n",
        "own.yaml:6:15: evidence must be a list with at least one entry."
      },
      {
        HEAD + "  - id: a\n    says: b\n    evidence: inventory\n",
        "own.yaml:6:15: evidence must be a list with at least one entry."
      },
      {
        HEAD + "  - id: a\n    evidence: [inventory]\n",
        "own.yaml:4:5: the key 'says' is missing in paragraph 'a'."
      },
      {
        HEAD + "  - id: a\n    says: ''\n    evidence: [inventory]\n",
        "own.yaml:5:11: says has 0 characters; it must have 1 to 2000."
      },
      {
        HEAD
            + "  - {id: a, says: b, evidence: [floods]}\n  - {id: a, says: c, evidence: [floods]}\n",
        "own.yaml:5:10: the paragraph 'a' is there twice."
      },
      {
        HEAD + "  - {id: a, says: b, basis: rumour, evidence: [floods]}\n",
        "own.yaml:4:29: basis is 'rumour'; allowed are text, cited, unconfirmed, own."
      },
      {
        HEAD + "  - {id: a, says: b, evidence: [floods], beside: [floods]}\n",
        "own.yaml:4:50: floods stands under evidence and under beside of paragraph 'a'."
      },
      {
        HEAD + "  - {id: a, says: b, evidence: [floods, floods]}\n",
        "own.yaml:4:41: the evidence kind 'floods' stands there twice."
      },
    };
  }

  @ParameterizedTest
  @MethodSource("bad")
  void whatIsWrongIsToldWithLineAndColumn(String text, String message) {
    assertThatThrownBy(() -> Checklists.read("own.yaml", text))
        .isInstanceOf(SourceException.class)
        .hasMessage(message);
  }

  @Test
  void textThatIsNoYamlIsToldWithItsPlace() {
    assertThatThrownBy(() -> Checklists.read("own.yaml", "rule: [\ntitle: x"))
        .isInstanceOf(SourceException.class)
        .hasMessageStartingWith("own.yaml:2:9: no YAML: ");
  }

  @Test
  void aKeepersChecklistNeedsNoBasis() throws SourceException {
    Checklist own =
        Checklists.read(
            "own.yaml", HEAD + "  - {id: '4.2', says: b, evidence: [floods], note: n}\n");
    assertThat(own.paragraphs())
        .containsExactly(
            new Checklist.Paragraph(
                "4.2", "b", Basis.OWN, List.of(EvidenceKind.FLOODS), List.of(), "n"));
  }

  /** The bases are those of the reference: paragraphs whose text was read, and the others. */
  @Test
  void theChecklistOfTheCodeSaysWhichParagraphsWereReadAndWhichMustBeChecked() {
    Checklist code = Checklists.builtIn("33cfr101.650");
    assertThat(
            code.paragraphs().stream()
                .filter(one -> one.basis() == Basis.TEXT)
                .map(Checklist.Paragraph::id))
        .containsExactly(
            "(a)(1)", "(a)(2)", "(a)(3)", "(a)(4)", "(a)(5)", "(a)(6)", "(a)(7)", "(b)(1)",
            "(b)(2)");
    assertThat(
            code.paragraphs().stream()
                .filter(one -> one.basis() == Basis.UNCONFIRMED)
                .map(Checklist.Paragraph::id))
        .containsExactly("(c)(2)", "(e)(2)", "(e)(3)(ii)-(iii)", "(e)(3)(vi)", "(i)(2)");
    assertThat(code.paragraphs()).noneMatch(one -> one.basis() == Basis.OWN);
    assertThat(code.check()).contains("eCFR");
  }

  @Test
  void allOfTheStandardsChecklistIsMarkedUnconfirmed() {
    Checklist standard = Checklists.builtIn("iec62443-3-3");
    assertThat(standard.paragraphs()).hasSizeGreaterThan(15);
    assertThat(standard.paragraphs()).allMatch(one -> one.basis() == Basis.UNCONFIRMED);
  }

  @Test
  void noChecklistUsesAKindTwiceOrNothingBesidesWhatNoCaptureShows() {
    for (String name : Checklists.names()) {
      for (Checklist.Paragraph one : Checklists.builtIn(name).paragraphs()) {
        boolean none = one.evidence().contains(EvidenceKind.NONE_PASSIVE);
        assertThat(!none || one.evidence().size() == 1).as(name + " " + one.id()).isTrue();
      }
    }
  }

  @Test
  void spoiledTextIsReadOrRefusedWithASentence() {
    String good = HEAD + "  - {id: a, says: b, evidence: [floods], beside: [inventory]}\n";
    Random random = new Random(7);
    for (int i = 0; i < 3000; i++) {
      StringBuilder spoiled = new StringBuilder(good);
      for (int n = 0; n <= random.nextInt(3); n++) {
        int at = random.nextInt(spoiled.length());
        String signs = "{}[]:,-&*!|>'\"%@`#\n\t \u0000\u202e?";
        spoiled.setCharAt(at, signs.charAt(random.nextInt(signs.length())));
      }
      try {
        assertThat(Checklists.read("own.yaml", spoiled.toString()).paragraphs()).isNotEmpty();
      } catch (SourceException e) {
        assertThat(e.getMessage()).startsWith("own.yaml").doesNotContain("\u202e");
      }
    }
  }
}
