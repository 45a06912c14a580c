package org.bellbuoy.server.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VolumeTest {
  @TempDir Path folder;

  @Test
  void workingDaysHaveTheRowsAskedForAndNightsAndWeekendsFew() throws Exception {
    FarmScenario scenario = FarmScenario.quiet().withServers(3, 1).withRequestsPerDay(6_000);
    Written farm = Written.of(scenario, folder.resolve("farm"));
    for (FarmTruth.ServerTruth server : farm.truth().servers()) {
      Map<String, Integer> byDay = new HashMap<>();
      int night = 0;
      int noon = 0;
      List<W3c> rows = farm.rows(server.host());
      for (W3c row : rows) {
        byDay.merge(row.get("date"), 1, Integer::sum);
        int hour = Integer.parseInt(row.get("time").substring(0, 2));
        night += hour < 4 ? 1 : 0;
        noon += hour >= 8 && hour < 12 ? 1 : 0;
      }
      assertThat(byDay.get("2025-07-15")).isBetween(5_000, 7_500);
      assertThat(byDay.get("2025-07-19")).isLessThan(2_000);
      assertThat(noon).isGreaterThan(6 * night);
    }
  }

  @Test
  void pathsHaveALongTailAsInRecordedNoise() throws Exception {
    FarmScenario scenario = FarmScenario.quiet().withServers(3, 1).withRequestsPerDay(3_000);
    Written farm = Written.of(scenario, folder.resolve("farm"));
    Map<String, Integer> paths = new HashMap<>();
    int found = 0;
    int missing = 0;
    List<W3c> rows = farm.rows("sp01.alfa.example.test");
    for (W3c row : rows) {
      paths.merge(row.get("cs-uri-stem"), 1, Integer::sum);
      found += row.get("sc-status").equals("200") ? 1 : 0;
      missing += row.get("sc-status").equals("404") ? 1 : 0;
    }
    long once = paths.values().stream().filter(n -> n == 1).count();
    assertThat((double) once / paths.size()).isBetween(0.25, 0.8);
    assertThat(Collections.max(paths.values())).isGreaterThan(rows.size() / 30);
    assertThat((double) found / rows.size()).isBetween(0.6, 0.92);
    assertThat((double) missing / rows.size()).isBetween(0.005, 0.1);
  }
}
