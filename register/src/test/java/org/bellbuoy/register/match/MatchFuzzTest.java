package org.bellbuoy.register.match;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.bellbuoy.core.reject.Reject;
import org.junit.jupiter.api.Test;

/** Whatever names, numbers and files hold, there is an answer. */
final class MatchFuzzTest {
  private static final EntityMatcher MATCHER = EntityMatcher.of(MatchOptions.defaults());

  @FuzzTest(maxDuration = "10m")
  void anyBytesGiveAnAnswer(byte[] bytes) {
    LabelledPairs pairs = LabelledPairs.read(bytes);
    for (Reject reject : pairs.rejects()) {
      if (reject.offset() < 0 || reject.offset() + reject.length() > bytes.length) {
        throw new AssertionError("A reject outside the file: " + reject);
      }
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    int half = text.length() / 2;
    for (EntityType type : EntityType.values()) {
      double there = score(type, text.substring(0, half), text.substring(half));
      if (!(there >= 0 && there <= 1)) {
        throw new AssertionError("A score of " + there + " for " + text);
      }
    }
    for (Identifier.Scheme scheme : Identifier.Scheme.values()) {
      if (Identifier.read(scheme, "", text) instanceof Identifier.Reading.Good good) {
        Identifier.Reading again = Identifier.read(scheme, "", good.identifier().value());
        if (!again.equals(good)) {
          throw new AssertionError(good + " is read again as " + again);
        }
      }
    }
  }

  @Test
  void piecesOfNamesPutTogetherAnyhowGiveAnAnswer() {
    String[] pieces = {
      "Ltd",
      " ",
      "S.A.",
      "de C.V.",
      "II",
      "2",
      "x",
      "bin",
      "Müller",
      "Иванов",
      "김정",
      "प्र",
      "ー",
      "\uD83D\uDE00",
      "'",
      "-",
      ",",
      "\"",
      "\n",
      "JOINT STOCK",
      "company",
      "The",
      "a",
      "É",
      "\u0301"
    };
    SplittableRandom random = new SplittableRandom(8);
    for (int n = 0; n < 20_000; n++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(12); i >= 0; i--) {
        text.append(pieces[random.nextInt(pieces.length)]).append(random.nextBoolean() ? " " : "");
      }
      anyBytesGiveAnAnswer(text.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static double score(EntityType type, String first, String second) {
    return MATCHER
        .compare(NamedEntity.named("1", type, first), NamedEntity.named("2", type, second))
        .score();
  }
}
