package org.bellbuoy.register.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.bellbuoy.register.match.Identifier.Scheme;
import org.bellbuoy.register.match.MatchResult.Basis;
import org.bellbuoy.register.match.MatchResult.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EntityMatcherTest {
  private static final EntityMatcher MATCHER = EntityMatcher.of(MatchOptions.defaults());

  @Test
  void aSharedImoNumberIsOneShipWhateverItsName() {
    MatchResult result =
        MATCHER.compare(ship("NORTH STAR", "9074729", "PA"), ship("DELTA", "9074729", "LR"));
    assertThat(result.verdict()).isEqualTo(Verdict.SAME);
    assertThat(result.basis()).isEqualTo(Basis.IDENTIFIER);
    assertThat(result.sentences()).first().isEqualTo("Both have IMO number 9074729.");
  }

  @Test
  void twoImoNumbersAreTwoShipsThoughTheNameIsOne() {
    MatchResult result =
        MATCHER.compare(ship("NORTH STAR", "9074729", "PA"), ship("NORTH STAR", "9329760", "PA"));
    assertThat(result.verdict()).isEqualTo(Verdict.DIFFERENT);
    assertThat(result.vetoes())
        .containsExactly("IMO number 9074729 and IMO number 9329760 differ.");
  }

  @Test
  void aSharedMmsiMakesAMatchPossibleOnly() {
    Identifier mmsi = new Identifier(Scheme.MMSI, "", "412345678");
    MatchResult result =
        MATCHER.compare(
            new NamedEntity("1", EntityType.VESSEL, List.of("A"), List.of(mmsi), Set.of()),
            new NamedEntity("2", EntityType.VESSEL, List.of("B"), List.of(mmsi), Set.of()));
    assertThat(result.verdict()).isEqualTo(Verdict.POSSIBLE);
  }

  @Test
  void theFirmOfOneNameInAnotherCountryIsAnother() {
    MatchResult result = MATCHER.compare(firm("Harbour Ltd", "GB"), firm("Harbour SA", "FR"));
    assertThat(result.verdict()).isEqualTo(Verdict.DIFFERENT);
    assertThat(result.score()).isEqualTo(1);
    assertThat(result.vetoes()).containsExactly("One is tied to GB, the other to FR.");
    assertThat(MATCHER.compare(firm("Harbour Ltd", "GB"), firm("Harbour plc", "GB")).verdict())
        .isEqualTo(Verdict.SAME);
  }

  @Test
  void aShipIsNoCompany() {
    MatchResult result =
        MATCHER.compare(
            NamedEntity.named("1", EntityType.VESSEL, "Harbour"),
            NamedEntity.named("2", EntityType.COMPANY, "Harbour"));
    assertThat(result.verdict()).isEqualTo(Verdict.DIFFERENT);
    assertThat(result.vetoes()).containsExactly("One is a vessel, the other a company.");
  }

  @Test
  void theAnswerSaysWhichWordsMetAndWhichDidNot() {
    MatchResult result =
        MATCHER.compare(
            NamedEntity.named("1", EntityType.COMPANY, "Société Maritime Dupond S.A."),
            NamedEntity.named("2", EntityType.COMPANY, "Societe Maritime Dupont Norte"));
    assertThat(result.sentences())
        .contains(
            "\"societe\" and \"societe\" are the same.",
            "\"dupond\" and \"dupont\" differ by a spelling.",
            "Only the second name has \"norte\".",
            "Legal forms were left out: \"sa\" of the first name, none of the second.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Владимир Иванов|Vladimir Ivanov",
        "Γεώργιος Παπάς|Georgios Papas",
        "김민수|Kim Min Su",
        "王伟|Wang Wei",
        "محمد سالم|Mohammed Salem",
        "राम शर्मा|Rama Sharma",
        "タナカ ケン|Tanaka Ken",
        "Łukasz Żółć|Lukasz Zolc"
      })
  void namesInOtherScriptsMeetTheirLatinForms(String other, String latin) {
    MatchResult result =
        MATCHER.compare(
            NamedEntity.named("1", EntityType.PERSON, other),
            NamedEntity.named("2", EntityType.PERSON, latin));
    assertThat(result.verdict()).as("%s", result).isNotEqualTo(Verdict.DIFFERENT);
  }

  @Test
  void anyTextGivesAnAnswer() {
    for (String text : List.of("", " ", "...", "\uD800", "\u0000", "a".repeat(100_000), "ー", "́")) {
      for (EntityType type : EntityType.values()) {
        MatchResult result =
            MATCHER.compare(
                NamedEntity.named("1", type, text), NamedEntity.named("2", type, "other"));
        assertThat(result.verdict()).isEqualTo(Verdict.DIFFERENT);
      }
    }
  }

  private static NamedEntity ship(String name, String imo, String flag) {
    return new NamedEntity(
        name + imo,
        EntityType.VESSEL,
        List.of(name),
        List.of(new Identifier(Scheme.IMO, "", imo)),
        Set.of(flag));
  }

  private static NamedEntity firm(String name, String country) {
    return new NamedEntity(name, EntityType.COMPANY, List.of(name), List.of(), Set.of(country));
  }
}
