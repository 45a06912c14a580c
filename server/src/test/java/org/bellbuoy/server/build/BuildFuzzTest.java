package org.bellbuoy.server.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bellbuoy.core.source.Content;
import org.bellbuoy.core.source.Input;
import org.junit.jupiter.api.Test;

class BuildFuzzTest {
  @FuzzTest(maxDuration = "10m")
  void noBytesMakeAReaderThrowAnythingButASentence(FuzzedDataProvider data) throws Exception {
    int target = data.consumeInt(0, BuildTables.FILES.size() + 1);
    byte[] bytes = data.consumeRemainingAsBytes();
    if (target < BuildTables.FILES.size()) {
      String file = BuildTables.FILES.get(target);
      Map<String, String> texts = texts();
      // The header stays, so that the search gets behind it.
      String header =
          texts.getOrDefault(file, "").lines().limit(3).reduce("", (a, b) -> a + b + "\n");
      texts.put(file, header + new String(bytes, StandardCharsets.ISO_8859_1));
      table(texts);
    } else {
      check(bytes);
    }
  }

  @Test
  void damagedProgramsGiveAVersionWithinThemOrNone() throws Exception {
    byte[] whole = TestPrograms.exchange();
    Random random = new Random(20260601);
    int found = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = whole.clone();
      int changes = 1 + random.nextInt(4);
      for (int c = 0; c < changes; c++) {
        // Half of the damage goes where the reader looks.
        int at = random.nextBoolean() ? random.nextInt(0x200) : 0xa00 + random.nextInt(0x178);
        bytes[at] = (byte) random.nextInt(256);
      }
      if (random.nextInt(8) == 0) {
        bytes = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
      }
      found += pe(bytes) ? 1 : 0;
    }
    assertThat(found).isBetween(5_000, 19_000);
  }

  @Test
  void damagedTablesAreReadOrRefused() throws Exception {
    Random random = new Random(7);
    int read = 0;
    for (int i = 0; i < 1_000; i++) {
      Map<String, String> texts = texts();
      String file = BuildTables.FILES.get(random.nextInt(4));
      StringBuilder text = new StringBuilder(texts.getOrDefault(file, ""));
      text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(128));
      texts.put(file, text.toString());
      read += table(texts) ? 1 : 0;
    }
    assertThat(read).isBetween(100, 990);
  }

  private static void check(byte[] bytes) throws Exception {
    pe(bytes);
    for (BuildSighting s : BuildText.find("fuzz", bytes)) {
      assertThat(s.offset()).isBetween(0L, (long) bytes.length);
      assertThat(s.offset() + s.length()).isLessThanOrEqualTo(bytes.length);
    }
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    BuildNumber.parse(text);
  }

  private static boolean pe(byte[] bytes) throws Exception {
    Input input =
        new Input("f.dll", "f.dll", bytes.length, true, () -> new ByteArrayInputStream(bytes));
    try (Content content = Content.open(input)) {
      PeVersion version = PeVersion.read(content).version();
      if (version != null) {
        assertThat(version.offset()).isBetween(0L, (long) bytes.length - PeVersion.FIXED_BYTES);
      }
      return version != null;
    }
  }

  private static Map<String, String> texts() throws Exception {
    Map<String, String> texts = new HashMap<>();
    for (String file : BuildTables.FILES) {
      try (var in = BuildTables.class.getResourceAsStream(file)) {
        texts.put(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return texts;
  }

  private static boolean table(Map<String, String> texts) {
    try {
      BuildTables.of(texts);
      return true;
    } catch (TableException e) {
      assertThat(List.of(String.valueOf(e.getMessage()))).allMatch(m -> m.length() < 700);
      return false;
    }
  }
}
