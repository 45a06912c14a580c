package org.bellbuoy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterLockinCommandTest {
  private static final Path ROOT = Path.of(System.getProperty("bellbuoy.root", "."));
  private static final String EXAMPLE = ROOT.resolve("docs/examples/register-lockin").toString();
  private static final String STARTER =
      ROOT.resolve("register/src/main/resources/org/bellbuoy/register/starter").toString();

  @TempDir Path folder;

  @Test
  void theExampleOfThePageSaysWhatThePageSays() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/register-lockin.md"));

    Outcome cranes = lockin(EXAMPLE, "--market", "example cranes");
    Outcome without = Outcome.of("register", "without", "holding", "--register", EXAMPLE);

    assertThat(cranes.status()).as(cranes.err()).isEqualTo(Bellbuoy.OK);
    assertThat(page).contains(cranes.out().strip());
    assertThat(without.status()).as(without.err()).isEqualTo(Bellbuoy.OK);
    assertThat(page).contains(without.out().strip());
  }

  /** Bounds worked out by hand: 80 and 70 per cent with the rest many or one. */
  @Test
  void cranesOfTheStarterHaveTheBoundsOfTheReference() throws IOException {
    JsonNode markets = json(lockin(STARTER, "--market", "STS cranes", "--json")).path("markets");

    JsonNode us = market(markets, "cranes in use");
    assertThat(us.at("/byName/hhi/low").asDouble()).isCloseTo(6400, within(1e-9));
    assertThat(us.at("/byName/hhi/high").asDouble()).isCloseTo(6800, within(1e-9));
    JsonNode world = market(markets, "global market share");
    assertThat(world.at("/byName/hhi/low").asDouble()).isCloseTo(4900, within(1e-9));
    assertThat(world.at("/byName/hhi/high").asDouble()).isCloseTo(5800, within(1e-9));
    assertThat(world.at("/byName/coverage").asDouble()).isCloseTo(0.7, within(1e-9));
    assertThat(market(markets, "units forecast").path("problem").asText())
        .contains("No row names a holder");
  }

  /** The reference has 791 for the list of 52 ships, of which the starter names owners of 35. */
  @Test
  void theFleetOfTheStarterIsMeasuredAgainstTheWholeList() throws IOException {
    JsonNode fleet =
        market(json(lockin(STARTER, "--market", "cable ships", "--json")).path("markets"), "fleet");

    assertThat(fleet.path("quantity").asDouble()).isEqualTo(52);
    assertThat(fleet.at("/byName/coverage").asDouble()).isCloseTo(35.0 / 52, within(1e-9));
    assertThat(fleet.at("/byName/hhi/low").asDouble()).isCloseTo(706.360947, within(1e-6));
    assertThat(791.0)
        .isBetween(fleet.at("/byName/hhi/low").asDouble(), fleet.at("/byName/hhi/high").asDouble());
  }

  @Test
  void aMeanOfSharesIsNoMarketAndGetsNoIndex() throws IOException {
    JsonNode mean =
        market(
            json(lockin(STARTER, "--market", "STS cranes", "--json")).path("markets"),
            "mean share per surveyed port");

    assertThat(mean.path("byName").isNull()).isTrue();
    assertThat(mean.path("problem").asText())
        .contains("A mean of shares is no share of one market");
  }

  @Test
  void aListThatIsNotSaidToBeCompleteMakesNoLossCertain() throws IOException {
    Outcome text = Outcome.of("register", "without", "CN", "--register", STARTER);
    JsonNode answer =
        json(Outcome.of("register", "without", "CN", "--register", STARTER, "--json"));

    assertThat(text.out())
        .contains("Services lost for certain\n  none")
        .contains("Services lost of those named; others are not known")
        .contains("maintenance of Yokohama Zone: 0 of 1 named paths left");
    JsonNode zone = service(answer, "providers yokohama");
    assertThat(zone.path("outcome").asText()).isEqualTo("named-lost");
    assertThat(zone.path("complete").asBoolean()).isFalse();

    JsonNode zones = json(lockin(STARTER, "--json")).path("zones");
    for (JsonNode one : zones) {
      assertThat(one.path("providersComplete").asBoolean()).isFalse();
      if (!one.path("ships").isEmpty()) {
        assertThat(one.at("/fleet/byName/coverage").isNull()).isTrue();
        assertThat(one.at("/fleet/byName/hhi/low").asDouble()).isZero();
        assertThat(one.at("/fleet/byName/hhi/high").asDouble()).isEqualTo(10_000);
      }
    }
  }

  @Test
  void aListThatIsSaidToBeCompleteMakesTheLossCertain() throws IOException {
    Files.writeString(folder.resolve("parties.csv"), "id,kind,name\na,company,A\n");
    Files.writeString(
        folder.resolve("roles.csv"),
        "holder,target,role,source\na,z,service-provider,t\na,c,service-provider,t\n"
            + "a,s,operator,t\n");
    Files.writeString(folder.resolve("sources.csv"), "id\nt\n");
    String assets =
        "id,kind,name,part_of,x-complete\nz,agreement,Zone,,%s\ns,vessel,Ship,z,\n"
            + "c,cable-system,Cable,,%s\n";
    Files.writeString(folder.resolve("assets.csv"), assets.formatted("", ""));
    JsonNode open = without("a");
    Files.writeString(
        folder.resolve("assets.csv"),
        assets.formatted("service-provider|ships", "service-provider"));
    JsonNode closed = without("a");

    assertThat(service(open, "providers z").path("outcome").asText()).isEqualTo("named-lost");
    assertThat(service(open, "ships z").path("outcome").asText()).isEqualTo("named-lost");
    assertThat(open.path("assetsLostOfNamed").toString()).isEqualTo("[\"c\"]");
    assertThat(service(closed, "providers z").path("outcome").asText()).isEqualTo("lost");
    assertThat(service(closed, "ships z").path("outcome").asText()).isEqualTo("lost");
    assertThat(closed.path("assetsLost").toString()).contains("\"c\"");
    assertThat(
            json(lockin(folder.toString(), "--json"))
                .at("/zones/0/fleet/byName/hhi/low")
                .asDouble())
        .isEqualTo(10_000);
  }

  private JsonNode without(String party) throws IOException {
    return json(
        Outcome.of("register", "without", party, "--register", folder.toString(), "--json"));
  }

  private static JsonNode service(JsonNode answer, String id) {
    return StreamSupport.stream(answer.path("services").spliterator(), false)
        .filter(service -> service.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aShareOfSeveralTogetherIsNeverSplit() throws IOException {
    JsonNode market =
        json(lockin(EXAMPLE, "--market", "example cables", "--json")).path("markets").get(0);

    // Two divide 90 per cent: at least evenly and others many, at most one has it all.
    assertThat(market.at("/byName/hhi/low").asDouble()).isCloseTo(4050, within(1e-9));
    assertThat(market.at("/byName/hhi/high").asDouble()).isCloseTo(8200, within(1e-9));
    assertThat(market.at("/byName/shares")).isEmpty();
    assertThat(market.path("joint")).hasSize(2);
  }

  @Test
  void nobodyUnknownIsACompetitor() throws IOException {
    JsonNode ships =
        json(lockin(EXAMPLE, "--market", "example ships", "--json")).path("markets").get(0);

    assertThat(ships.at("/byName/shares")).hasSize(2);
    assertThat(ships.at("/byName/unknownShare").asDouble()).isCloseTo(0.1, within(1e-9));
    assertThat(ships.at("/amongNamedHhi/0/low").asDouble()).isCloseTo(4500, within(1e-9));
    assertThat(ships.at("/amongNamedHhi/0/high").asDouble()).isCloseTo(5800, within(1e-9));
    // No row tells the whole: the named may be any part of it.
    assertThat(ships.at("/byName/hhi/low").asDouble()).isZero();
    assertThat(ships.at("/byName/hhi/high").asDouble()).isEqualTo(10_000);
    assertThat(ships.at("/byName/coverage").isNull()).isTrue();
  }

  /** Figures of the reference: 45 faults a year of 25.6 days with four ships and with three. */
  @Test
  void oneShipLessMakesTheQueueOfTheReferenceUnstable() throws IOException {
    JsonNode answer =
        json(Outcome.of("register", "without", "holding", "--register", EXAMPLE, "--json"));

    assertThat(answer.path("schema").asText()).isEqualTo("bellbuoy.without/1");
    JsonNode zone = answer.path("zones").get(0);
    JsonNode before = zone.at("/before/erlangC");
    assertThat(before.path("utilisation").asDouble()).isCloseTo(0.7885, within(5e-5));
    assertThat(before.path("waitProbability").asDouble()).isCloseTo(0.575891, within(5e-7));
    assertThat(before.path("waitDays").asDouble()).isCloseTo(17.4266, within(5e-5));
    JsonNode simulated = zone.at("/before/simulated");
    assertThat(17.4266)
        .isBetween(
            simulated.path("waitDaysLow").asDouble(), simulated.path("waitDaysHigh").asDouble());
    assertThat(zone.at("/atMost/ships").asInt()).isEqualTo(3);
    assertThat(zone.at("/atMost/erlangC/stable").asBoolean()).isFalse();
    assertThat(zone.at("/atMost/erlangC/utilisation").asDouble()).isCloseTo(1.0513, within(5e-5));
  }

  @Test
  void moreShipsWaitAsInTheReference() throws IOException {
    assertThat(waitOf(5)).isCloseTo(3.8275, within(5e-5));
    assertThat(waitOf(6)).isCloseTo(1.0820, within(5e-5));
  }

  private double waitOf(int ships) throws IOException {
    StringBuilder assets = new StringBuilder("id,kind,name,part_of\nz,agreement,Zone,\n");
    for (int i = 0; i < ships; i++) {
      assets.append("s%d,vessel,Ship %d,z\n".formatted(i, i));
    }
    Files.writeString(folder.resolve("assets.csv"), assets);
    Outcome outcome =
        lockin(folder.toString(), "--faults-per-year", "45", "--job-days", "25.6", "--json");
    return json(outcome).at("/zones/0/repair/erlangC/waitDays").asDouble();
  }

  @Test
  void aCableLessHalvesWhatACountryCanCarry() throws IOException {
    JsonNode answer =
        json(Outcome.of("register", "without", "cranes", "--register", EXAMPLE, "--json"));

    assertThat(answer.at("/flows/0/country").asText()).isEqualTo("XA");
    assertThat(answer.at("/flows/0/before/capacity").asDouble()).isEqualTo(2);
    assertThat(answer.at("/flows/0/atMost/capacity").asDouble()).isEqualTo(1);
    assertThat(answer.at("/flows/0/atMost/leastCut/0").asText()).isEqualTo("cable-1");
    assertThat(answer.at("/services/0/outcome").asText()).isEqualTo("one-path");
  }

  @Test
  void withoutACountryFallWhomItsPartiesControl() throws IOException {
    JsonNode answer =
        json(Outcome.of("register", "without", "XA", "--register", EXAMPLE, "--json"));

    // Example South Ships is of XB, and controlled from XA.
    assertThat(answer.path("partiesFall").toString())
        .isEqualTo("[\"holding\",\"north\",\"south\"]");
    assertThat(answer.at("/zones/0/atMost/ships").asInt()).isEqualTo(1);
    assertThat(answer.at("/zones/0/atLeast/ships").asInt()).isZero();
  }

  @Test
  void aPageHoldsItsPictureItsArithmeticAndWhatIsNotKnown() throws IOException {
    Path page = folder.resolve("page.html");

    Outcome made =
        Outcome.of("register", "page", "sbss", "--register", STARTER, "--out", page.toString());

    assertThat(made.status()).as(made.err()).isEqualTo(Bellbuoy.OK);
    assertThat(Files.readString(page))
        .contains("<svg class=\"rel ", "26.117", "What is not known", "Fu Hai")
        .doesNotContain("<script", "<link", " src=");
    Outcome dossier =
        Outcome.of(
            "register",
            "page",
            "zpmc",
            "--dossier",
            "--register",
            STARTER,
            "--out",
            page.toString());
    assertThat(dossier.status()).as(dossier.err()).isEqualTo(Bellbuoy.OK);
    assertThat(Files.readString(page))
        .contains(
            "Market alternatives", "6,400 to 6,800", "Capacity to mitigate", "cannot be told");
  }

  @Test
  void whatCannotBeAnsweredIsASentenceAndAStatus() throws IOException {
    Outcome none = lockin(EXAMPLE, "--market", "no such");
    assertThat(none.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(none.err()).contains("no market and no zone of the name 'no such'");

    Outcome country = Outcome.of("register", "without", "QQ", "--register", EXAMPLE);
    assertThat(country.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(country.err()).contains("no party and no asset of the country QQ");

    Outcome asset = Outcome.of("register", "without", "n1", "--register", EXAMPLE);
    assertThat(asset.status()).isEqualTo(Bellbuoy.USAGE);
    assertThat(asset.err()).contains("'n1' is an asset");

    Outcome nobody = Outcome.of("register", "without", "nobody", "--register", EXAMPLE);
    assertThat(nobody.status()).isEqualTo(Bellbuoy.USAGE);
    assertThat(nobody.err()).contains("nobody who could be thought away");

    Outcome role = Outcome.of("register", "without", "XA", "--register", EXAMPLE, "--role", "x");
    assertThat(role.status()).isEqualTo(Bellbuoy.USAGE);
    assertThat(role.err()).contains("--role is 'x'");

    Files.writeString(folder.resolve("parties.csv"), "id,kind,name\na,company,A\n");
    Outcome empty = lockin(folder.toString());
    assertThat(empty.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(empty.err()).contains("holds no market and no maintenance zone");
  }

  @Test
  void rowsOfMarketsThatCannotBeUsedAreNamed() throws IOException {
    Files.writeString(folder.resolve("parties.csv"), "id,kind,name\na,company,A\nb,company,B\n");
    Files.writeString(folder.resolve("sources.csv"), "id\ns\n");
    Files.writeString(
        folder.resolve("markets.csv"),
        "market,parties,value,unit,as_of,source\n"
            + "m,a,60,percent,2025,s\nm,b,50,percent,2025,s\nm,x,1,percent,2025,s\n"
            + "m,a,101,percent,2025,s\nm,a,1,percent,now,s\n");

    Outcome outcome = lockin(folder.toString());

    assertThat(outcome.status()).isEqualTo(Bellbuoy.OK);
    assertThat(outcome.out()).contains("The parts come to 110 of 100; they contradict each other.");
    assertThat(outcome.err())
        .contains("markets.csv line 4: parties is 'x'")
        .contains("markets.csv line 5: value is '101'")
        .contains("markets.csv line 6: as_of is 'now'");
  }

  private static Outcome lockin(String register, String... more) {
    String[] all = new String[more.length + 4];
    all[0] = "register";
    all[1] = "lockin";
    all[2] = "--register";
    all[3] = register;
    System.arraycopy(more, 0, all, 4, more.length);
    return Outcome.of(all);
  }

  private static JsonNode json(Outcome outcome) throws IOException {
    assertThat(outcome.status()).as(outcome.err()).isEqualTo(Bellbuoy.OK);
    return new ObjectMapper().readTree(outcome.out());
  }

  private static JsonNode market(JsonNode markets, String measure) {
    return StreamSupport.stream(markets.spliterator(), false)
        .filter(market -> market.path("measure").asText().equals(measure))
        .findFirst()
        .orElseThrow();
  }
}
