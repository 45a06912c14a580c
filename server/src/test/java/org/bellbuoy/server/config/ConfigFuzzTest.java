package org.bellbuoy.server.config;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;
import org.bellbuoy.core.reject.Reject;
import org.junit.jupiter.api.Test;

/** Whatever a configuration holds, there is a report, and no key is in it. */
final class ConfigFuzzTest {
  private static final SweepSecret SECRET = KeySecrecyTest.secret("one secret of a sweep");

  @FuzzTest(maxDuration = "10m")
  void anyBytesGiveAReport(byte[] bytes) {
    ConfigReport report = ConfigReader.read(bytes, 0, SECRET, PublicKeys.NONE);
    for (Reject reject : report.rejects()) {
      if (reject.offset() < 0 || reject.offset() > bytes.length) {
        throw new AssertionError("A reject outside the file: " + reject);
      }
    }
    for (ConfigFact fact : report.facts()) {
      ConfigPlace place = fact.place();
      if (place.offset() < 0
          || place.length() < 0
          || place.offset() + place.length() > bytes.length) {
        throw new AssertionError("A place outside the file: " + place);
      }
    }
    PublicKeys.read(bytes, 0);
    AmsiExport.read(bytes);
  }

  @Test
  void wholeFilesBrokenAnywhereGiveAReportWithoutKeys() {
    String key = KeySecrecyTest.key(5, 64);
    byte[] whole =
        ("\uFEFF"
                + KeySecrecyTest.config(key, key)
                    .replace(
                        "</system.web>",
                        "<pages enableViewStateMac='false'/><modules><add name='a' type='b'/></modules></system.web>"))
            .getBytes(StandardCharsets.UTF_8);
    byte[] pieces = "<>\"'&;#x!-[]=/ \0\u00ff\n".getBytes(StandardCharsets.UTF_8);
    SplittableRandom random = new SplittableRandom(6);
    for (int n = 0; n < 5_000; n++) {
      byte[] broken = whole.clone();
      for (int changes = random.nextInt(4); changes >= 0; changes--) {
        int at = random.nextInt(broken.length);
        int length = random.nextInt(Math.min(12, broken.length - at));
        if (random.nextBoolean()) {
          broken[at] = pieces[random.nextInt(pieces.length)];
        } else {
          System.arraycopy(broken, at + length, broken, at, broken.length - at - length);
        }
      }
      anyBytesGiveAReport(broken);
      String given =
          ConfigReader.read(broken, 0, SECRET, PublicKeys.NONE).toString().toUpperCase(Locale.ROOT);
      // A key that was broken in two has runs of its own; those of 32 digits stay secret.
      if (given.contains(key.substring(0, 32)) || given.contains(key.substring(32))) {
        throw new AssertionError("A key is given back.");
      }
    }
  }
}
