package org.bellbuoy.register.gleif;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.bellbuoy.register.exchange.Staged;
import org.bellbuoy.register.model.Basis;
import org.bellbuoy.register.model.Directness;
import org.bellbuoy.register.model.PartyKind;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.RoleKind;
import org.bellbuoy.register.model.UnspecifiedReason;
import org.junit.jupiter.api.Test;

/** Files of GLEIF, made up in the published form. */
class GleifTest {
  private static final String A = "00EXAMPLE00000000A01";
  private static final String B = "00EXAMPLE00000000B02";
  private static final String C = "00EXAMPLE00000000C03";
  private static final String F = "00EXAMPLE00000000F04";

  static final String LEVEL_1 =
      """
      LEI,Entity.LegalName,Entity.LegalName.xmllang,Entity.LegalAddress.Country,Entity.EntityCategory
      00EXAMPLE00000000A01,"Made Up Child, Ltd.",en,GB,GENERAL
      00EXAMPLE00000000B02,Made Up Parent AG,de,DE,GENERAL
      00EXAMPLE00000000F04,Made Up Fund,en,LU,FUND
      """;

  static final String LEVEL_2 =
      """
      Relationship.StartNode.NodeID,Relationship.StartNode.NodeIDType,Relationship.EndNode.NodeID,Relationship.EndNode.NodeIDType,Relationship.RelationshipType,Relationship.RelationshipStatus,Relationship.Period.1.startDate,Relationship.Period.1.endDate,Relationship.Period.1.periodType,Relationship.Period.2.startDate,Relationship.Period.2.endDate,Relationship.Period.2.periodType,Relationship.Quantifiers.1.QuantifierAmount,Registration.LastUpdateDate
      00EXAMPLE00000000A01,LEI,00EXAMPLE00000000B02,LEI,IS_DIRECTLY_CONSOLIDATED_BY,ACTIVE,2019-01-01T00:00:00.000Z,2019-12-31T00:00:00.000Z,ACCOUNTING_PERIOD,2012-11-29T00:00:00.000Z,,RELATIONSHIP_PERIOD,100,2024-02-03T10:00:00Z
      00EXAMPLE00000000A01,LEI,00EXAMPLE00000000C03,LEI,IS_ULTIMATELY_CONSOLIDATED_BY,ACTIVE,2012-11-29T00:00:00.000Z,2020-01-01T00:00:00.000Z,RELATIONSHIP_PERIOD,,,,,
      00EXAMPLE00000000F04,LEI,00EXAMPLE00000000B02,LEI,IS_FUND-MANAGED_BY,ACTIVE,,,,,,,,
      00EXAMPLE00000000C03,LEI,00EXAMPLE00000000B02,LEI,IS_INTERNATIONAL_BRANCH_OF,ACTIVE,,,,,,,,
      00EXAMPLE00000000A01,LEI,00EXAMPLE00000000F04,LEI,IS_DIRECTLY_CONSOLIDATED_BY,INACTIVE,,,,,,,,
      00EXAMPLE00000000A01,LEI,00EXAMPLE00000000A01,LEI,IS_DIRECTLY_CONSOLIDATED_BY,ACTIVE,,,,,,,,
      00EXAMPLE00000000A01,LEI,00EXAMPLE00000000B02,LEI,IS_FRIEND_OF,ACTIVE,,,,,,,,
      """;

  static final String EXCEPTIONS =
      """
      LEI,Exception.Category,Exception.Reason.1,Exception.Reference.1
      00EXAMPLE00000000B02,ULTIMATE_ACCOUNTING_CONSOLIDATION_PARENT,NO_KNOWN_PERSON,
      00EXAMPLE00000000B02,DIRECT_ACCOUNTING_CONSOLIDATION_PARENT,NO_LEI,made up
      00EXAMPLE00000000F04,DIRECT_ACCOUNTING_CONSOLIDATION_PARENT,NON_PUBLIC,
      """;

  private static final String ANSWER =
      """
      {"meta":{"goldenCopy":{"publishDate":"2026-01-01T00:00:00Z"}},"data":[
        {"type":"lei-records","id":"00EXAMPLE00000000A01","attributes":{"lei":"00EXAMPLE00000000A01","entity":{"legalName":{"name":"Made Up Child, Ltd.","language":"en"},"legalAddress":{"country":"GB"},"category":"GENERAL"}}},
        {"type":"relationship-records","id":"x","attributes":{"relationship":{"startNode":{"id":"00EXAMPLE00000000A01","type":"LEI"},"endNode":{"id":"00EXAMPLE00000000B02","type":"LEI"},"type":"IS_DIRECTLY_CONSOLIDATED_BY","status":"ACTIVE","periods":[{"startDate":"2012-11-29T00:00:00Z","endDate":null,"type":"RELATIONSHIP_PERIOD"}]},"registration":{"lastUpdateDate":"2024-02-03T10:00:00Z"}}},
        {"type":"reporting-exceptions","id":"y","attributes":{"lei":"00EXAMPLE00000000B02","category":"DIRECT_ACCOUNTING_CONSOLIDATION_PARENT","reason":"NON_PUBLIC","reference":null}},
        {"type":"isins","id":"z"}
      ]}
      """;

  private static Staged.Read read(String... texts) {
    return Staged.texts(GleifReader::of, texts);
  }

  private static Role only(Register register, String holder, String target) {
    List<Role> roles =
        register.rolesIn("lei:" + target).stream()
            .filter(role -> role.holder().equals("lei:" + holder))
            .toList();
    assertThat(roles).hasSize(1);
    return roles.getFirst();
  }

  @Test
  void aParentThatConsolidatesControlsOnThatBasisAndHoldsNoShare() {
    Staged.Read read = read(LEVEL_1, LEVEL_2, EXCEPTIONS);
    assertThat(read.reasons()).containsExactly("unknown-type", "no-longer-active", "own-parent");
    assertThat(read.rejects()).extracting(r -> r.line()).containsExactly(8L, 6L, 7L);
    Register register = read.register();
    Role direct = only(register, B, A);
    assertThat(direct.kind()).isEqualTo(RoleKind.CONTROLLER);
    assertThat(direct.basis()).isEqualTo(Basis.ACCOUNTING_CONSOLIDATION);
    assertThat(direct.share()).isNull();
    assertThat(direct.statement().validFrom()).hasToString("2012-11-29");
    assertThat(direct.statement().recorded()).hasToString("2024-02-03");
    assertThat(direct.details())
        .containsEntry("gleif:Relationship.Quantifiers.1.QuantifierAmount", "100");
    Role ultimate = only(register, C, A);
    assertThat(ultimate.directness()).isEqualTo(Directness.INDIRECT);
    assertThat(ultimate.statement().holdsOn(LocalDate.of(2020, 1, 1))).isFalse();
    assertThat(only(register, B, C).basis()).isEqualTo(Basis.BRANCH);
    assertThat(only(register, B, F).kind()).isEqualTo(RoleKind.MANAGER);
    assertThat(register.roles()).noneMatch(role -> role.kind() == RoleKind.OWNER);
    assertThat(register.party("lei:" + F).orElseThrow().kind()).isEqualTo(PartyKind.FUND);
    assertThat(register.party("lei:" + A).orElseThrow().country()).isEqualTo("GB");
    assertThat(register.party("lei:" + C).orElseThrow().name()).isEqualTo(C);
    assertThat(read.loaded().notes())
        .anyMatch(n -> n.startsWith("1 entities are known by their LEI"));
  }

  @Test
  void aParentThatIsNotToldIsUnknownAndOneThatIsNotThereIsNobody() {
    Register register = read(LEVEL_1, EXCEPTIONS).register();
    assertThat(register.party("lei:" + B).orElseThrow().details())
        .containsEntry("gleif:ULTIMATE_ACCOUNTING_CONSOLIDATION_PARENT", "NO_KNOWN_PERSON")
        .containsEntry("gleif:DIRECT_ACCOUNTING_CONSOLIDATION_PARENT", "NO_LEI (made up)");
    assertThat(register.rolesIn("lei:" + B))
        .singleElement()
        .extracting(role -> register.party(role.holder()).orElseThrow().kind())
        .isEqualTo(PartyKind.UNKNOWN);
    assertThat(register.rolesIn("lei:" + F))
        .singleElement()
        .extracting(role -> register.party(role.holder()).orElseThrow().reason())
        .isEqualTo(UnspecifiedReason.INTERESTED_PARTY_HAS_NOT_PROVIDED_INFORMATION);
    long unknown = register.parties().stream().filter(p -> p.kind().unnamed()).distinct().count();
    assertThat(unknown).isEqualTo(2);
  }

  @Test
  void anAnswerOfTheApiSaysTheSame() {
    Staged.Read read = read(ANSWER);
    assertThat(read.reasons()).containsExactly("unknown-record");
    Register register = read.register();
    Role direct = only(register, B, A);
    assertThat(direct.basis()).isEqualTo(Basis.ACCOUNTING_CONSOLIDATION);
    assertThat(direct.statement().validFrom()).hasToString("2012-11-29");
    assertThat(register.party("lei:" + A).orElseThrow().name()).isEqualTo("Made Up Child, Ltd.");
    assertThat(register.rolesIn("lei:" + B)).hasSize(1);
  }

  @Test
  void everyRowOfADamagedFileIsKeptOrTold() {
    for (int seed = 0; seed < 2000; seed++) {
      keptOrTold(Staged.damaged(LEVEL_2, seed));
      keptOrTold(Staged.damaged(EXCEPTIONS, seed));
      keptOrTold(Staged.damaged(ANSWER, seed));
    }
  }

  /** Nothing throws, and a file that gives nothing says why. */
  static void keptOrTold(byte[] bytes) {
    Staged.Read read = Staged.bytes(GleifReader::of, bytes);
    read.register();
    boolean blank = new String(bytes, java.nio.charset.StandardCharsets.UTF_8).lines().count() < 2;
    assertThat(blank || !read.loaded().entities().isEmpty() || !read.rejects().isEmpty()).isTrue();
  }
}
