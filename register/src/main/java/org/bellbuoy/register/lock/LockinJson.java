package org.bellbuoy.register.lock;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import org.bellbuoy.core.json.JsonOut;
import org.bellbuoy.register.lockin.Bounds;
import org.bellbuoy.register.lockin.Concentration;
import org.bellbuoy.register.lockin.CutSets;
import org.bellbuoy.register.lockin.Network;
import org.bellbuoy.register.lockin.RepairOutcome;
import org.bellbuoy.register.lockin.RepairOutcome.Estimate;
import org.bellbuoy.register.model.MarketRow;
import org.bellbuoy.register.model.Words;
import org.jspecify.annotations.Nullable;

/**
 * Answers about lock-in as one JSON object on a line. Shares are fractions, the HHI runs from 0 to
 * 10,000, times are days; what is not known is null.
 */
public final class LockinJson {
  /** Schema of concentration and zones. */
  public static final String LOCKIN = "bellbuoy.lockin/1";

  /** Schema of what is left. */
  public static final String WITHOUT = "bellbuoy.without/1";

  private static final int PLACES = 9;

  private final JsonOut json;

  private LockinJson(JsonOut json) {
    this.json = json;
  }

  /** Writes concentration and zones, with the line's end. */
  public static void write(LockinAnswer answer, Writer writer) throws IOException {
    try (JsonOut json = JsonOut.compact(writer)) {
      json.object().text("schema", LOCKIN).text("asOf", answer.asOf().toString());
      LockinJson out = new LockinJson(json);
      out.markets("markets", answer.markets());
      out.markets("fleets", answer.fleets());
      json.array("zones");
      for (ZoneFigure zone : answer.zones()) {
        json.object().text("id", zone.id());
        out.texts("ships", zone.ships());
        out.texts("otherShips", zone.otherShips());
        out.texts("providers", zone.providers());
        json.flag("providersComplete", zone.providersComplete());
        json.name("fleet");
        out.market(zone.fleet());
        out.inputs(zone.inputs());
        out.repair("repair", zone.repair());
        out.cuts(zone.cuts());
        json.text("problem", zone.problem()).endObject();
      }
      json.endArray().endObject();
    }
    writer.write('\n');
  }

  /** Writes what is left, with the line's end. */
  public static void write(WithoutAnswer answer, Writer writer) throws IOException {
    try (JsonOut json = JsonOut.compact(writer)) {
      new LockinJson(json).without(answer);
    }
    writer.write('\n');
  }

  private void without(WithoutAnswer answer) throws IOException {
    json.object().text("schema", WITHOUT).text("removed", answer.removed());
    json.text("kind", answer.country() ? "country" : "party");
    json.text("asOf", answer.asOf().toString());
    texts("roles", answer.roles());
    texts("partiesFall", answer.partiesFall());
    texts("partiesMayFall", answer.partiesMayFall());
    json.whole("assetsTouched", answer.assetsTouched());
    texts("assetsLost", answer.assetsLost());
    texts("assetsMaybeLost", answer.assetsMaybeLost());
    texts("assetsLostOfNamed", answer.assetsLostOfNamed());
    json.array("services");
    for (WithoutAnswer.ServiceLeft service : answer.services()) {
      json.object().text("id", service.id());
      json.text("name", answer.names().getOrDefault(service.id(), service.id()));
      json.text("outcome", Words.of(service.outcome()));
      json.flag("complete", service.complete());
      json.whole("pathsBefore", service.pathsBefore());
      json.whole("pathsLeftLow", service.pathsLeftLow());
      json.whole("pathsLeftHigh", service.pathsLeftHigh());
      cuts(service.cuts());
      json.endObject();
    }
    json.endArray();
    texts("neverCarried", answer.neverCarried());
    texts("underFlag", answer.underFlag());
    json.array("zones");
    for (WithoutAnswer.ZoneLeft zone : answer.zones()) {
      json.object().text("id", zone.id());
      inputs(zone.inputs());
      repair("before", zone.before());
      repair("atMost", zone.atMost());
      repair("atLeast", zone.atLeast());
      json.text("problem", zone.problem()).endObject();
    }
    json.endArray().array("flows");
    for (WithoutAnswer.FlowLeft flow : answer.flows()) {
      json.object().text("country", flow.country());
      flow("before", flow.before());
      flow("atMost", flow.atMost());
      flow("atLeast", flow.atLeast());
      json.endObject();
    }
    json.endArray();
    texts("networkUntold", answer.networkUntold());
    json.endObject();
  }

  private void markets(String name, List<MarketFigure> figures) throws IOException {
    json.array(name);
    for (MarketFigure figure : figures) {
      market(figure);
    }
    json.endArray();
  }

  private void market(MarketFigure figure) throws IOException {
    json.object().text("market", figure.market()).text("region", figure.region());
    json.text("measure", figure.measure()).text("unit", figure.unit());
    json.text("asOf", figure.asOf()).text("whole", Words.of(figure.whole()));
    json.places("quantity", figure.quantity(), PLACES);
    texts("joint", figure.joint());
    concentration("byName", figure.byName(), figure.whole());
    concentration("byController", figure.byController(), figure.whole());
    json.array("amongNamedHhi");
    for (Bounds hhi : figure.amongNamed()) {
      json.object().places("low", hhi.low(), PLACES).places("high", hhi.high(), PLACES).endObject();
    }
    json.endArray();
    texts("standsFor", figure.stands());
    json.text("problem", figure.problem()).array("rows");
    for (MarketRow row : figure.rows()) {
      json.object();
      texts("parties", row.parties());
      json.places("value", row.value(), PLACES).text("source", row.statement().source());
      json.text("note", row.statement().note());
      json.text("place", row.statement().place().toString()).endObject();
    }
    json.endArray().endObject();
  }

  private void concentration(String name, Optional<Concentration> maybe, MarketFigure.Whole whole)
      throws IOException {
    if (maybe.isEmpty()) {
      json.text(name, null);
      return;
    }
    Concentration figure = maybe.get();
    json.object(name);
    bounds("hhi", figure.hhi());
    bounds("cr1", figure.cr1());
    bounds("cr4", figure.cr4());
    // Of the named alone nobody knows how much of the market they cover.
    json.places("coverage", whole.open() ? null : figure.coverage(), PLACES);
    json.places("othersShare", figure.othersShare(), PLACES);
    json.places("unknownShare", figure.unknownShare(), PLACES).array("shares");
    for (Concentration.Share share : figure.shares()) {
      json.object().text("party", share.party()).places("share", share.share(), PLACES).endObject();
    }
    json.endArray().endObject();
  }

  private void bounds(String name, Bounds bounds) throws IOException {
    json.object(name).places("low", bounds.low(), PLACES);
    json.places("high", bounds.high(), PLACES).endObject();
  }

  private void inputs(RepairInputs inputs) throws IOException {
    json.object("inputs").places("faultsPerYear", known(inputs.faultsPerYear()), PLACES);
    json.places("jobDays", known(inputs.jobDays()), PLACES).endObject();
  }

  private static @Nullable Double known(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private void repair(String name, RepairFigure figure) throws IOException {
    json.object(name).whole("ships", figure.ships());
    outcome("erlangC", figure.byFormula());
    outcome("simulated", figure.bySimulation());
    json.endObject();
  }

  private void outcome(String name, Optional<RepairOutcome> maybe) throws IOException {
    if (maybe.isEmpty()) {
      json.text(name, null);
      return;
    }
    switch (maybe.get()) {
      case RepairOutcome.Unstable unstable ->
          json.object(name)
              .flag("stable", false)
              .places("utilisation", unstable.utilisation(), PLACES)
              .endObject();
      case RepairOutcome.Stable stable -> {
        Estimate wait = stable.waitDays();
        json.object(name).flag("stable", true);
        json.places("utilisation", stable.utilisation(), PLACES);
        json.places("waitProbability", stable.waitProbability(), PLACES);
        json.places("waitDays", wait.mean(), PLACES).places("waitDaysLow", wait.low(), PLACES);
        json.places("waitDaysHigh", wait.high(), PLACES);
        json.places("restorationDays", stable.restorationDays(), PLACES);
        texts("warnings", stable.warnings());
        json.endObject();
      }
    }
  }

  private void cuts(CutSets.Found cuts) throws IOException {
    json.array("cuts");
    for (CutSets.Element single : cuts.single()) {
      json.array();
      element(single);
      json.endArray();
    }
    for (List<CutSets.Element> pair : cuts.pairs()) {
      json.array();
      for (CutSets.Element element : pair) {
        element(element);
      }
      json.endArray();
    }
    json.endArray();
  }

  private void element(CutSets.Element element) throws IOException {
    json.object();
    switch (element) {
      case CutSets.OfParty party -> json.text("party", party.id());
      case CutSets.OfCountry country -> json.text("country", country.code());
    }
    json.endObject();
  }

  private void flow(String name, Optional<Network.Flow> maybe) throws IOException {
    if (maybe.isEmpty()) {
      json.text(name, null);
      return;
    }
    json.object(name).places("capacity", maybe.get().capacity(), PLACES);
    texts("leastCut", maybe.get().cut());
    json.endObject();
  }

  private void texts(String name, List<String> values) throws IOException {
    json.array(name);
    for (String value : values) {
      json.text(value);
    }
    json.endArray();
  }
}
