package org.bellbuoy.register.folder;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.core.source.Content;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.register.control.ControlOptions;
import org.bellbuoy.register.control.Controllers;
import org.bellbuoy.register.model.Register;
import org.junit.jupiter.api.Test;

class FolderFuzzTest {
  private static final String PARTIES =
      "id,kind,name\na,company,A\nb,company,B\nc,unknown,C\nd,state,D\n";
  private static final List<String> ROWS =
      List.of(
          "a,b,owner,,51,,,s,2020,",
          "b,c,owner,voting-rights,,>20,<60,s,,2025",
          "c,a,owner,,,10,90,t,2021-02,2023-05-06",
          "d,a,controller,golden-share,,,,s,,",
          "d,b,owner,,49,,,\"t\",,",
          "b,a,owner,,100,,,s,,");
  private static final String HEADER =
      "holder,target,role,basis,share,share_min,share_max,source,valid_from,valid_to\n";

  @FuzzTest(maxDuration = "10m")
  void noBytesMakeTheReaderThrow(FuzzedDataProvider data) throws SourceException {
    boolean yaml = data.consumeBoolean();
    byte[] bytes = data.consumeRemainingAsBytes();
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    check(yaml ? bytes : (HEADER + text).getBytes(StandardCharsets.ISO_8859_1), yaml);
  }

  @Test
  void damagedTablesAreReadOrRejectedAndAnswered() throws SourceException {
    Random random = new Random(6);
    int used = 0;
    int rejected = 0;
    for (int round = 0; round < 1_200; round++) {
      StringBuilder text = new StringBuilder(HEADER);
      for (int i = random.nextInt(8); i >= 0; i--) {
        text.append(ROWS.get(random.nextInt(ROWS.size()))).append('\n');
      }
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      for (int i = random.nextInt(4); i > 0; i--) {
        int at = HEADER.length() + random.nextInt(bytes.length - HEADER.length());
        bytes[at] =
            random.nextBoolean()
                ? (byte) random.nextInt(256)
                : (byte) ",\"\n0123456789abcd->".charAt(random.nextInt(18));
      }
      int[] counts = check(bytes, false);
      used += counts[0];
      rejected += counts[1];
    }
    assertThat(used).isGreaterThan(1_500);
    assertThat(rejected).isGreaterThan(400);
  }

  @Test
  void damagedYamlIsReadOrRejected() throws SourceException {
    byte[] whole =
        "- {holder: a, target: b, role: owner, share: 20, source: s}\n- holder: b\n  target: c\n  role: maker\n  source: s\n"
            .getBytes(StandardCharsets.UTF_8);
    Random random = new Random(7);
    int used = 0;
    for (int round = 0; round < 2_000; round++) {
      byte[] bytes = whole.clone();
      for (int i = random.nextInt(3); i > 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      used += check(bytes, true)[0];
    }
    assertThat(used).isGreaterThan(1_000);
  }

  /** Roles used and rejects; each row is one or the other, or no row at all. */
  private static int[] check(byte[] roles, boolean yaml) throws SourceException {
    List<Reject> rejects = new ArrayList<>();
    Collector collector = new Collector(new FolderOptions(1 << 20, 1 << 20, 1_000), rejects::add);
    read("id,title\ns,S\nt,T\n".getBytes(StandardCharsets.UTF_8), Table.SOURCES, collector, false);
    read(PARTIES.getBytes(StandardCharsets.UTF_8), Table.PARTIES, collector, false);
    long before = collector.rows();
    read(roles, Table.ROLES, collector, yaml);
    Register register = collector.register();
    assertThat(rejects)
        .allSatisfy(
            reject -> {
              assertThat(reject.detail()).startsWith(yaml ? "roles.yaml" : "roles.csv");
              assertThat(reject.offset() + reject.length()).isLessThanOrEqualTo(roles.length);
            });
    assertThat(register.roles().size() + rejects.size())
        .isGreaterThanOrEqualTo((int) (collector.rows() - before));
    Controllers controllers =
        Controllers.of(register, LocalDate.of(2022, 1, 1), ControlOptions.defaults());
    for (String id : register.ids()) {
      controllers
          .answer(id)
          .owners()
          .forEach(
              owner -> assertThat(owner.share().low()).isBetween(0.0, owner.share().high() + 1e-9));
    }
    return new int[] {register.roles().size(), rejects.size()};
  }

  private static void read(byte[] bytes, Table table, Collector collector, boolean yaml)
      throws SourceException {
    collector.begin(table);
    String name = table.word() + (yaml ? ".yaml" : ".csv");
    try (Content content =
        Content.open(
            new Input(name, name, bytes.length, true, () -> new ByteArrayInputStream(bytes)))) {
      if (yaml) {
        YamlRows.read(content, 0, table, collector, 1 << 20);
      } else {
        CsvRows.read(content, 0, table, collector, 1 << 20);
      }
    }
  }
}
