package org.bellbuoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterCommandTest {
  private static final Path ROOT = Path.of(System.getProperty("bellbuoy.root", "."));
  private static final String EXAMPLE = ROOT.resolve("docs/examples/register").toString();

  @TempDir Path folder;

  @Test
  void theExampleOfThePageSaysWhatThePageSays() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/register.md"));

    Outcome control = Outcome.of("register", "control", "Example One", "--register", EXAMPLE);

    assertThat(control.status()).as(control.err()).isEqualTo(Bellbuoy.OK);
    assertThat(control.out()).contains("51 % x 51 % x 100 % = 26.01 %", "26.117 %", "22.883 %");
    assertThat(page).contains(control.out().strip());
  }

  @Test
  void theMachineFormHasTheSameNumbers() throws IOException {
    Outcome control = Outcome.of("register", "control", "ships", "--register", EXAMPLE, "--json");

    JsonNode json = new ObjectMapper().readTree(control.out());
    assertThat(json.path("schema").asText()).isEqualTo("bellbuoy.control/1");
    JsonNode controller = json.path("controllers").get(0);
    assertThat(controller.path("ids").get(0).asText()).isEqualTo("group");
    assertThat(controller.path("certainty").asText()).isEqualTo("certain");
    assertThat(controller.path("smallestChange").path("share").asDouble()).isEqualTo(0.01);
    assertThat(json.path("owners").get(2).path("id").asText()).isEqualTo("fund");
    assertThat(json.path("owners").get(2).path("share").path("low").asDouble()).isEqualTo(0.26117);
    JsonNode reached = json.path("controls").path("how").get(0);
    assertThat(reached.path("id").asText()).isEqualTo("example-one");
    assertThat(reached.path("holdings").get(0).path("statements").get(0).path("source").asText())
        .isNotEmpty();
    assertThat(reached.path("smallestChange").path("share").asDouble()).isEqualTo(0.5);
  }

  @Test
  void beforeAShareWasBoughtItDoesNotCount() {
    Outcome before =
        Outcome.of("register", "control", "marine", "--register", EXAMPLE, "--as-of", "2025-10-31");
    Outcome after =
        Outcome.of("register", "control", "marine", "--register", EXAMPLE, "--as-of", "2025-11");

    assertThat(before.out())
        .contains("None among those who are named", "no holder is named: 100 %");
    assertThat(after.out()).contains("Example Infrastructure Fund (fund, XC): certain");
  }

  @Test
  void everythingAPartyTouchesIsListedWithThoseItControls() {
    Outcome who = Outcome.of("register", "who", "etg", "--register", EXAMPLE);

    assertThat(who.status()).as(who.err()).isEqualTo(Bellbuoy.OK);
    assertThat(who.out())
        .contains("owner of Example One (title, 100 %), through Example Submarine Ships");
  }

  @Test
  void aNameThatMayBeSeveralIsUsageAndOneThatIsNothingFails() {
    Outcome several = Outcome.of("register", "control", "example", "--register", EXAMPLE);
    assertThat(several.status()).isEqualTo(Bellbuoy.USAGE);
    assertThat(several.err()).contains("may be any of", "fund (Example Infrastructure Fund)");

    Outcome none = Outcome.of("register", "control", "no such", "--register", EXAMPLE);
    assertThat(none.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(none.err()).contains("nothing of the id, identifier or name 'no such'");

    Outcome number = Outcome.of("register", "control", "9999993", "--register", EXAMPLE);
    assertThat(number.out()).startsWith("Example One (example-one)");
  }

  @Test
  void aCheckFailsWhereAnythingCannotBeUsed() throws IOException {
    assertThat(Outcome.of("register", "check", "--register", EXAMPLE).status())
        .isEqualTo(Bellbuoy.OK);
    Files.writeString(folder.resolve("sources.csv"), "id\ns\n");
    Files.writeString(
        folder.resolve("parties.csv"), "id,kind,name\na,company,A\nb,company,B\nc,company,C\n");
    Files.writeString(
        folder.resolve("roles.csv"),
        "holder,target,role,share,source\na,b,owner,100,s\nb,a,owner,100,s\na,c,owner,101,s\n");

    Outcome check = Outcome.of("register", "check", "--register", folder.toString());

    assertThat(check.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(check.out())
        .contains("share-over-whole  roles.csv line 4: share is '101'")
        .contains("ownerless-loop  roles.csv line 2: target is 'b'")
        .contains("ownerless-loop  roles.csv line 3: target is 'a'")
        .contains("1 cannot be used, 2 are used with doubt");
    Outcome control = Outcome.of("register", "control", "a", "--register", folder.toString());
    assertThat(control.status()).isEqualTo(Bellbuoy.OK);
    assertThat(control.err()).contains("Not used: 1 share-over-whole");
  }

  private Outcome control(String roles, String... more) throws IOException {
    Files.writeString(folder.resolve("sources.csv"), "id\ns1\ns2\n");
    Files.writeString(
        folder.resolve("parties.csv"),
        "id,kind,name\na,company,Alpha\nb,company,Beta\nt,company,Target\n");
    Files.writeString(
        folder.resolve("roles.csv"),
        "holder,target,role,share,source,valid_from,recorded\n" + roles);
    List<String> words =
        new ArrayList<>(List.of("register", "control", "t", "--register", folder.toString()));
    words.addAll(List.of(more));
    return Outcome.of(words.toArray(String[]::new));
  }

  @Test
  void sourcesThatContradictEachOtherAreNeverToldAsNobody() throws IOException {
    Outcome two = control("a,t,owner,60,s1,,2025\nb,t,owner,60,s2,,2025\n");

    assertThat(two.out())
        .contains("Who controls it cannot be told", "Sources contradict each other")
        .contains("Alpha (company): only possible", "Beta (company): only possible")
        .doesNotContain("None");
  }

  @Test
  void theDayIsTheNewestRecordedOneAndElseToday() throws IOException {
    String later = "a,t,owner,60,s1,2000,%1$s\nb,t,owner,70,s1,9000,%1$s\n";

    Outcome recorded = control(later.formatted("2025-03-04"));
    assertThat(recorded.out()).contains("as of 2025-03-04", "Alpha (company): certain");
    Outcome never = control(later.formatted(""));
    assertThat(never.err()).contains("the day asked about is today");
    assertThat(never.out()).contains("Alpha (company): certain").doesNotContain("9999");
  }

  @Test
  void stakesOfBlockedPersonsAreAddedWhereTheyAreNamed() throws IOException {
    String roles = "a,t,owner,25,s1,,2025\nb,t,owner,25,s1,,2025\n";

    assertThat(control(roles, "--blocked", "a").out()).contains("Target is not under it");
    assertThat(control(roles, "--blocked", "a", "--blocked", "b").out())
        .contains(
            "Fifty percent rule for Alpha and Beta together",
            "Target is certainly under it",
            "25 % + 25 % = 50 % is 50 % or more",
            "percentage points less of Target");
  }

  @Test
  void aCheckNamesRowsOfMarketsThatCannotBeUsed() throws IOException {
    Files.writeString(folder.resolve("sources.csv"), "id\ns\n");
    Files.writeString(folder.resolve("parties.csv"), "id,kind,name\na,company,A\n");
    Files.writeString(
        folder.resolve("markets.csv"),
        "market,value,unit,as_of,source,parties\ncranes,70,percent,2025,s,a\n"
            + "cranes,120,percent,2025,s,a\ncranes,20,percent,2025,s,nobody\n");

    Outcome check = Outcome.of("register", "check", "--register", folder.toString());

    assertThat(check.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(check.out())
        .contains("value-out-of-range  markets.csv line 3: value is '120'")
        .contains("unknown-id  markets.csv line 4: parties is 'nobody'")
        .contains("1 rows of markets; 2 cannot be used");
  }

  @Test
  void anOpenBoundIsToldAsMoreThan() throws IOException {
    Files.writeString(folder.resolve("sources.csv"), "id\ns\n");
    Files.writeString(folder.resolve("parties.csv"), "id,kind,name\na,company,A\nb,company,B\n");
    Files.writeString(
        folder.resolve("roles.csv"),
        "holder,target,role,share_min,share_max,source\na,b,owner,>50,<75,s\n");

    Outcome control = Outcome.of("register", "control", "b", "--register", folder.toString());

    assertThat(control.out())
        .contains("A holds more than 50 to less than 75 % of B")
        .contains("At least just over 50 % is more than 50 %")
        .doesNotContain("50.0000000001 % of", "74.9999999999 % of");
  }

  @Test
  void aRegisterThatHoldsNothingIsNoAnswer() throws IOException {
    Files.writeString(folder.resolve("parties.csv"), "id,kind,name\n");

    assertThat(Outcome.of("register", "check", "--register", folder.toString()).status())
        .isEqualTo(Bellbuoy.FAILED);
    Outcome control = Outcome.of("register", "control", "a", "--register", folder.toString());
    assertThat(control.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(control.err()).contains("holds no party or asset");
    Outcome missing = Outcome.of("register", "check", "--register", folder + "/none");
    assertThat(missing.status()).isEqualTo(Bellbuoy.FAILED);
    Outcome day =
        Outcome.of("register", "control", "a", "--register", EXAMPLE, "--as-of", "yesterday");
    assertThat(day.status()).isNotEqualTo(Bellbuoy.OK);
  }
}
