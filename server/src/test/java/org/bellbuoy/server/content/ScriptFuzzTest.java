package org.bellbuoy.server.content;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whatever a file holds, it is read, and every trait points into it. */
final class ScriptFuzzTest {
  private static final String[] NAMES = {
    "a.aspx", "a.ashx", "a.asp", "a.jsp", "a.php", "a.cshtml", "a.js", "a.cs", "a"
  };

  @FuzzTest(maxDuration = "10m")
  void anyBytesAreReadAndTraitsPointIntoThem(byte[] bytes) {
    for (String name : NAMES) {
      Script script = Script.read(name, bytes);
      for (Token token : script.joined()) {
        if (token.from() < 0 || token.from() > token.to() || token.to() > script.text().length()) {
          throw new AssertionError("A token outside the text: " + token);
        }
      }
      for (Trait trait : Traits.of(script, FileTimes.NONE).traits()) {
        if (trait.offset() < 0
            || trait.length() < 0
            || trait.offset() + trait.length() > bytes.length) {
          throw new AssertionError("A trait outside the file: " + trait + " of " + bytes.length);
        }
      }
      if (!Likeness.between(script.print(), script.print()).near()) {
        throw new AssertionError("A script that is not like itself.");
      }
    }
  }

  /** Bytes from nothing rarely become pages, so whole ones are broken here, the same each run. */
  @Test
  void wholePagesBrokenAnywhereAreRead() {
    List<byte[]> pages = new ArrayList<>();
    for (String standIn :
        List.of(
            StandIns.KEY_PAGE_RENAMED,
            StandIns.COMMAND_PAGE,
            StandIns.LOADER_HANDLER,
            StandIns.CLASSIC_ASP,
            StandIns.PHP_EVAL,
            StandIns.HIDDEN)) {
      pages.add(StandIns.bytes(standIn));
      pages.add(("\uFEFF" + StandIns.text(standIn)).getBytes(StandardCharsets.UTF_16LE));
    }
    byte[] pieces = "<%>\"'@\\u/*-=()[]{};.\n\0\u00ff`$".getBytes(StandardCharsets.UTF_8);
    SplittableRandom random = new SplittableRandom(8);
    for (int n = 0; n < 2_000; n++) {
      byte[] broken = pages.get(random.nextInt(pages.size())).clone();
      for (int changes = random.nextInt(5); changes >= 0; changes--) {
        int at = random.nextInt(broken.length);
        int length = random.nextInt(Math.min(12, broken.length - at));
        if (random.nextBoolean()) {
          broken[at] = pieces[random.nextInt(pieces.length)];
        } else {
          System.arraycopy(broken, at + length, broken, at, broken.length - at - length);
        }
      }
      anyBytesAreReadAndTraitsPointIntoThem(broken);
    }
  }
}
