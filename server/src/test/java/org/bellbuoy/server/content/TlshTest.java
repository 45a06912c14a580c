package org.bellbuoy.server.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlshTest {
  private static final String[] WORDS = {
    "buoy", "bell", "harbour", "light", "keel", "anchor", "tide", "chart", "fog", "mast", "rope",
    "sail"
  };

  /** Words of a seed, so that other tools can be given the same bytes. */
  static byte[] text(int seed, int bytes) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder text = new StringBuilder();
    while (text.length() < bytes) {
      text.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextInt(100)).append(' ');
    }
    return text.substring(0, bytes).getBytes(StandardCharsets.US_ASCII);
  }

  private static Tlsh of(byte[] bytes) {
    return Objects.requireNonNull(Tlsh.of(bytes));
  }

  @Test
  void digestsEqualThoseOfTheAuthorsProgram() {
    // tlsh_unittest 3.4.4 of Debian 12 on the same bytes, which writes no T1.
    assertThat(of(text(1, 512)).text())
        .isEqualTo("T158F0891D88AEE575649A4B87330FD4FAFF49F54120D8A554DE0E70922B0557614F70C7");
    assertThat(of(text(2, 3_000)).text())
        .isEqualTo("T13F516B1CC99A45B4786C1F8A521BA0FEFA4CF04034D99669CE0E7153134ABBA68EF5D2");
    assertThat(of(text(3, 70_000)).text())
        .isEqualTo("T15863581CC98E4975A96D1F8B660BE0FAFB4CF44030D95169CE0EB1532352B7A58EB9C3");
  }

  @Test
  void distancesEqualThoseOfTheAuthorsProgram() {
    assertThat(of(text(1, 512)).distance(of(text(2, 3_000)))).isEqualTo(171);
    assertThat(of(text(2, 3_000)).distance(of(text(3, 70_000)))).isEqualTo(454);
    assertThat(of(text(4, 1_000)).distance(of(text(4, 1_040)))).isEqualTo(25);
  }

  @Test
  void everyDigestAndDistanceOfManyFilesEqualsTheProgramWhereItIsInstalled(@TempDir Path folder)
      throws IOException, InterruptedException {
    List<Tlsh> digests = new ArrayList<>();
    Map<String, Integer> numbers = new HashMap<>();
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 120; i++) {
      byte[] bytes = text(100 + i, 256 + random.nextInt(i < 60 ? 1_000 : 60_000));
      if (i % 3 == 0) {
        random.nextBytes(bytes);
      }
      Path file = folder.resolve("f" + i);
      Files.write(file, bytes);
      digests.add(of(bytes));
      numbers.put(file.toString(), i);
    }
    int compared = 0;
    for (String line : run("tlsh_unittest", "-r", folder.toString())) {
      String[] parts = line.split("\t");
      assertThat("T1" + parts[0]).isEqualTo(digests.get(numbers.getOrDefault(parts[1], -1)).text());
      compared++;
    }
    assertThat(compared).isEqualTo(digests.size());
    int distances = 0;
    for (String line : run("tlsh_unittest", "-xref", "-r", folder.toString())) {
      String[] parts = line.split("\t");
      if (parts.length == 3 && numbers.containsKey(parts[0]) && numbers.containsKey(parts[1])) {
        Tlsh a = digests.get(numbers.getOrDefault(parts[0], -1));
        Tlsh b = digests.get(numbers.getOrDefault(parts[1], -1));
        assertThat(a.distance(b)).isEqualTo(Integer.parseInt(parts[2].trim()));
        distances++;
      }
    }
    assertThat(distances).isGreaterThan(5_000);
  }

  @Test
  void theTextFormIsReadBackWithAndWithoutItsVersion() {
    Tlsh digest = of(text(5, 900));
    assertThat(Objects.requireNonNull(Tlsh.parse(digest.text())).text()).isEqualTo(digest.text());
    assertThat(Objects.requireNonNull(Tlsh.parse(digest.text().substring(2))).distance(digest))
        .isZero();
    assertThat(Tlsh.parse("T1")).isNull();
    assertThat(Tlsh.parse(digest.text().replace('0', 'g').replace('1', 'g'))).isNull();
  }

  @Test
  void tooFewOrTooUniformBytesGiveNoDigest() {
    assertThat(Tlsh.of(text(6, 49))).isNull();
    assertThat(Tlsh.of(text(6, 50))).isNotNull();
    assertThat(Tlsh.of(new byte[5_000])).isNull();
  }

  private static List<String> run(String... command) throws IOException, InterruptedException {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      Assumptions.abort("tlsh_unittest of tlsh-tools is not installed");
      throw e;
    }
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    process.waitFor();
    return lines;
  }
}
