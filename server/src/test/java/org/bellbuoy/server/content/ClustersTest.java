package org.bellbuoy.server.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.bellbuoy.server.content.Likeness.Way;
import org.junit.jupiter.api.Test;

class ClustersTest {
  private static Sighting seen(String host, String organisation, long millis, String page) {
    Script script = StandIns.script("a.aspx", page);
    return new Sighting(host, organisation, "a.aspx", script.bytes(), millis, script.print());
  }

  @Test
  void aRenamedCopyOnAnotherServerIsTheSameScriptInOrderOfTime() {
    List<Cluster> clusters =
        Clusters.of(
            List.of(
                seen("sp2", "east", 2_000, StandIns.KEY_PAGE_RENAMED),
                seen("sp9", "east", 900, StandIns.TUNNEL),
                seen("sp3", "west", Sighting.NO_TIME, StandIns.KEY_PAGE),
                seen("sp1", "west", 1_000, StandIns.KEY_PAGE)));
    assertThat(clusters).hasSize(1);
    Cluster cluster = clusters.getFirst();
    assertThat(cluster.hosts()).containsExactly("sp1", "sp2", "sp3");
    assertThat(cluster.organisations()).containsExactly("west", "east");
    assertThat(cluster.likenesses().stream().map(Likeness::way))
        .containsExactly(Way.SAME_BYTES, Way.SAME_TOKENS, Way.SAME_BYTES);
  }

  @Test
  void aVariantWithAnotherCallIsNearByMinHashWhereItIsShort() {
    String variant = StandIns.KEY_PAGE.replace("Response.Write(", "Response.AddHeader(\"X-T\", ");
    ScriptPrint first = StandIns.script("a.aspx", StandIns.KEY_PAGE).print();
    ScriptPrint second = StandIns.script("a.aspx", variant).print();
    assertThat(first.normalBytes()).isLessThan(1_024);
    Likeness likeness = Likeness.between(first, second);
    assertThat(likeness.near()).as(likeness + " of " + first.normalBytes()).isTrue();
    assertThat(Likeness.between(second, first)).isEqualTo(likeness);
    assertThat(Clusters.of(List.of(seen("a", "", 1, StandIns.KEY_PAGE), seen("b", "", 2, variant))))
        .hasSize(1);
  }

  @Test
  void unlikeScriptsAreNeverNearEachOther() {
    List<ScriptPrint> prints = new ArrayList<>();
    for (String page :
        List.of(
            StandIns.KEY_PAGE,
            StandIns.COMMAND_PAGE,
            StandIns.TUNNEL,
            StandIns.LOADER_HANDLER,
            StandIns.JSP_COMMAND,
            StandIns.CLASSIC_ASP)) {
      prints.add(StandIns.script("a.aspx", page).print());
    }
    GoodPages.all().forEach((path, page) -> prints.add(GoodPages.script(path, page).print()));
    List<String> wrong = new ArrayList<>();
    for (int a = 0; a < prints.size(); a++) {
      for (int b = 0; b < a; b++) {
        Likeness likeness = Likeness.between(prints.get(a), prints.get(b));
        if (likeness.near()) {
          wrong.add(a + " " + b + " " + likeness);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static final String[] OBJECTS = {
    "Response", "Server", "Convert", "File", "Session", "Path", "Directory", "Encoding", "Page",
    "Context", "Application", "Math", "Cache", "User", "Trace", "Assembly", "Uri", "String"
  };
  private static final String[] MEMBERS = {
    "Write",
    "MapPath",
    "ToBase64String",
    "ReadAllText",
    "Add",
    "Combine",
    "GetFiles",
    "GetString",
    "Redirect",
    "Clear",
    "Contains",
    "Replace",
    "Split",
    "Remove",
    "Format",
    "Exists",
    "Copy",
    "Create",
    "Flush",
    "Parse",
    "ToString",
    "Concat",
    "Trim",
    "Close"
  };
  private static final String[] SHAPES = {
    "@.@(#)", "# = @.@(#, #)", "if (# == null) { return; }", "# = #.@(#, 3)",
    "foreach (var # in #) { @.@(#); }", "# = new @(#)", "# = Request[\"k\"]",
        "@.@(\"text\", # + 1)",
    "try { @.@(#); } catch { }", "# = @.@ + #", "while (# < 9) { #++; }", "string # = #[2]"
  };

  /** A page of so many statements of a seed. */
  private static String generated(int seed, int statements) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder page = new StringBuilder("<%@ Page Language=\"C#\" %><% ");
    for (int i = 0; i < statements; i++) {
      String statement = SHAPES[random.nextInt(SHAPES.length)];
      while (statement.contains("@.")) {
        statement = statement.replaceFirst("@\\.", OBJECTS[random.nextInt(OBJECTS.length)] + ".");
      }
      while (statement.contains("@")) {
        statement = statement.replaceFirst("@", MEMBERS[random.nextInt(MEMBERS.length)]);
      }
      while (statement.contains("#")) {
        statement = statement.replaceFirst("#", "v" + random.nextInt(12));
      }
      page.append(statement).append("; ");
    }
    return page.append("%>").toString();
  }

  @Test
  void editedCopiesAreFoundAndOtherPagesOfTheSameStatementsAreNot() {
    int found = 0;
    int wrong = 0;
    int pairs = 0;
    for (int seed = 0; seed < 200; seed++) {
      int statements = 8 + seed % 60;
      String page = generated(seed, statements);
      String edited = page.replaceFirst("Response.Write\\(v\\d+\\)", "Response.Flush()");
      edited = edited.replace("%>", "; int late = 5; %>").replaceAll("v(\\d)", "name$1");
      ScriptPrint print = StandIns.script("a.aspx", page).print();
      found += Likeness.between(print, StandIns.script("a.aspx", edited).print()).near() ? 1 : 0;
      for (int other = 0; other < 5; other++) {
        ScriptPrint unlike =
            StandIns.script("a.aspx", generated(1_000 + seed * 5 + other, statements)).print();
        wrong += Likeness.between(print, unlike).near() ? 1 : 0;
        pairs++;
      }
    }
    assertThat(found).isEqualTo(200);
    assertThat(pairs).isEqualTo(1_000);
    assertThat(wrong).isZero();
  }

  @Test
  void theOrderOfSightingsDoesNotMatter() {
    List<Sighting> sightings = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      sightings.add(seen("host" + i % 40, "", i / 3, generated(i % 50, 20 + i % 50)));
    }
    List<Cluster> clusters = Clusters.of(sightings);
    Collections.shuffle(sightings, new Random(7));
    assertThat(Clusters.of(sightings)).isEqualTo(clusters).isNotEmpty();
  }

  @Test
  void aHundredThousandFilesAreClusteredAndUnlikePagesStayApart() {
    List<Sighting> sightings = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      byte[] page = generated(i, 8 + i % 20).getBytes(StandardCharsets.UTF_8);
      ScriptPrint print = Script.read("p" + i + ".aspx", page).print();
      for (int host = 0; host < 20; host++) {
        sightings.add(new Sighting("h" + host, "", "p" + i + ".aspx", page.length, i, print));
      }
    }
    List<Cluster> clusters = Clusters.of(sightings);
    assertThat(clusters.stream().mapToInt(c -> c.members().size()).sum()).isEqualTo(100_000);
    // Pages of few statements may fall together by chance; a chain through all must not form.
    assertThat(clusters.size()).isGreaterThan(4_900);
  }
}
