package org.bellbuoy.register.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Random;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.AssetKind;
import org.bellbuoy.register.model.Basis;
import org.bellbuoy.register.model.Party;
import org.bellbuoy.register.model.PartyKind;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.RoleKind;
import org.junit.jupiter.api.Test;

class PolicyFuzzTest {
  private static final List<String> RULES =
      List.of(
          "asset.maker.country in ['XA', 'XB'] && asset.kind == 'crane'",
          "asset.remoteAccess.exists(r, r.holder.id == asset.maker.id)",
          "asset.makers.filter(m, m.shareMin > 0.5).size() + 1 > 2 || !asset.owner.stateOwned",
          "asset.agreements.all(a, a.startsWith('z')) ? true : asset.flag != asset.country");

  private static final Register REGISTER =
      Register.of(
          List.of(),
          List.of(
              Party.of("m", PartyKind.COMPANY, "M", "XA"), Asset.of("c", AssetKind.CRANE, "C", "")),
          List.of(Role.of("m", "c", RoleKind.MAKER, Basis.FACT, null)));

  private static String yaml(String rule) {
    return "- id: r\n  version: 1\n  title: T\n  severity: low\n  for: asset\n  rule: >-\n    "
        + rule
        + "\n";
  }

  /** Refused in a sentence, or asked to an answer; never anything else. */
  private static boolean asked(String text) {
    try {
      PolicyBook book = PolicyBook.of(PolicyFile.read("p.yaml", text), REGISTER);
      assertThat(book.broken("c").size() + book.cannotTell("c").size()).isNotNegative();
      return true;
    } catch (PolicyException e) {
      assertThat(e.getMessage()).startsWith("p.yaml");
      return false;
    }
  }

  @FuzzTest(maxDuration = "10m")
  void noTextMakesReadingOrAskingThrow(FuzzedDataProvider data) {
    boolean rule = data.consumeBoolean();
    String text = data.consumeRemainingAsString();
    asked(rule ? yaml(text) : text);
  }

  @Test
  void damagedRulesAreRefusedOrAsked() {
    Random random = new Random(3);
    int asked = 0;
    int refused = 0;
    for (int round = 0; round < 600; round++) {
      StringBuilder text = new StringBuilder(yaml(RULES.get(random.nextInt(RULES.size()))));
      for (int i = random.nextInt(4); i > 0; i--) {
        int at = random.nextInt(text.length());
        String put = "[]{}()'\"&|!<>=+.,:- \n\u00e9\0az09";
        int pick = random.nextInt(put.length());
        text.replace(at, at + random.nextInt(2), put.substring(pick, pick + 1));
      }
      if (asked(text.toString())) {
        asked++;
      } else {
        refused++;
      }
    }
    assertThat(asked).isGreaterThan(100);
    assertThat(refused).isGreaterThan(100);
  }
}
