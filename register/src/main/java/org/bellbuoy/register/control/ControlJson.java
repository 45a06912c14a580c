package org.bellbuoy.register.control;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Objects;
import org.bellbuoy.core.json.JsonOut;
import org.bellbuoy.register.control.ControlAnswer.Change;
import org.bellbuoy.register.control.ControlAnswer.Holding;
import org.bellbuoy.register.control.ControlAnswer.Reach;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.Share;
import org.bellbuoy.register.model.Statement;
import org.bellbuoy.register.model.Words;
import org.jspecify.annotations.Nullable;

/** An answer about control as one JSON object, {@code bellbuoy.control/1}. Shares are fractions. */
public final class ControlJson {
  /** The schema's name and version. */
  public static final String SCHEMA = "bellbuoy.control/1";

  private static final int PLACES = 12;

  private final JsonOut json;

  private ControlJson(JsonOut json) {
    this.json = json;
  }

  /** Writes an answer on one line, with the line's end. */
  public static void write(ControlAnswer answer, Writer writer) throws IOException {
    write(answer, null, writer);
  }

  /** The same with what the fifty percent rule gives for blocked persons together, if asked. */
  public static void write(
      ControlAnswer answer, ControlAnswer.@Nullable Blocked blocked, Writer writer)
      throws IOException {
    try (JsonOut json = JsonOut.compact(writer)) {
      new ControlJson(json).answer(answer, blocked);
    }
    writer.write('\n');
  }

  private void answer(ControlAnswer answer, ControlAnswer.@Nullable Blocked blocked)
      throws IOException {
    json.object().text("schema", SCHEMA).object("subject");
    json.text("id", answer.subject().id()).text("name", answer.subject().name());
    json.text("kind", answer.subject().kindWord()).text("country", answer.subject().country());
    json.text("note", answer.subject().statement().note());
    json.endObject().text("asOf", answer.asOf().toString());
    controllers(answer);
    stated(answer);
    owners(answer);
    json.places("quota", VotingPower.QUOTA / (double) VotingPower.WHOLE, PLACES);
    json.array("power");
    for (ControlAnswer.Power power : answer.power()) {
      json.object().text("id", power.id());
      interval("power", power.power());
      holdings(List.of(power.holding()));
      json.flag("likely", power.likely()).endObject();
    }
    json.endArray().object("votesUntold");
    share("low", answer.votesUntold().lowUnits());
    share("high", answer.votesUntold().highUnits());
    json.text("dispersedBy", answer.votesUntold().dispersedBy()).endObject();
    reach("controls", answer.controls());
    reach("halfOwned", answer.halfOwned());
    if (blocked != null) {
      blocked(blocked);
    }
    json.array("links");
    for (ControlAnswer.Link link : answer.links()) {
      json.object().text("id", link.id());
      interval("share", link.share());
      json.text("through", link.through()).endObject();
    }
    json.endArray().array("facts");
    for (ControlAnswer.Fact fact : answer.facts()) {
      json.object().text("code", fact.code()).text("text", fact.text()).endObject();
    }
    json.endArray().array("doubts");
    for (ControlAnswer.Fact doubt : answer.doubts()) {
      json.object().text("code", doubt.code()).text("text", doubt.text()).endObject();
    }
    json.endArray();
    texts("problems", answer.problems());
    json.endObject();
  }

  private void blocked(ControlAnswer.Blocked blocked) throws IOException {
    json.object("blockedTogether");
    texts("persons", blocked.ids());
    String certainty = blocked.certain() ? "certain" : blocked.possible() ? "possible" : "not";
    json.text("halfOwned", certainty);
    steps(blocked.steps());
    change(blocked.flip());
    json.endObject();
  }

  private void steps(List<ControlAnswer.Step> steps) throws IOException {
    json.array("steps");
    for (ControlAnswer.Step step : steps) {
      step(step);
      json.endObject();
    }
    json.endArray();
  }

  /** Leaves the object open. */
  private void step(ControlAnswer.Step step) throws IOException {
    json.object().text("id", step.id());
    share("held", step.heldUnits());
    holdings(step.holdings());
  }

  private void controllers(ControlAnswer answer) throws IOException {
    json.array("controllers");
    for (ControlAnswer.Controller controller : answer.controllers()) {
      json.object();
      texts("ids", controller.ids());
      json.text("certainty", controller.certain() ? "certain" : "possible");
      texts("perhapsUnder", controller.perhapsUnder());
      steps(controller.steps());
      change(controller.flip());
      json.endObject();
    }
    json.endArray();
  }

  private void change(@Nullable Change change) throws IOException {
    if (change == null) {
      json.text("smallestChange", null);
      return;
    }
    json.object("smallestChange").text("direction", change.gain() ? "gain" : "loss");
    json.text("holder", change.holder()).text("target", change.target());
    share("share", change.units());
    json.flag("atMost", change.atMost()).endObject();
  }

  private void stated(ControlAnswer answer) throws IOException {
    json.array("stated");
    for (ControlAnswer.Stated stated : answer.stated()) {
      json.object().text("id", stated.id()).array("chain");
      for (ControlAnswer.Hop hop : stated.chain()) {
        json.object().text("holder", hop.holder()).text("target", hop.target());
        Role role = hop.statement();
        json.text("basis", role == null ? "majority" : Words.of(role.basis()));
        if (role != null) {
          statement(role.statement());
        }
        json.endObject();
      }
      json.endArray().endObject();
    }
    json.endArray();
  }

  private void owners(ControlAnswer answer) throws IOException {
    json.array("owners");
    for (ControlAnswer.Owner owner : answer.owners()) {
      json.object().text("id", owner.id()).flag("named", owner.named());
      interval("share", owner.share());
      json.places("dividedBy", owner.self(), PLACES);
      json.flag("throughOwnerlessLoop", owner.throughOwnerless()).array("chains");
      for (ControlAnswer.Chain chain : owner.chains()) {
        json.object();
        holdings(chain.holdings());
        json.places("share", chain.share(), PLACES).endObject();
      }
      json.endArray().endObject();
    }
    json.endArray().whole("moreOwners", answer.moreOwners());
  }

  private void holdings(List<Holding> holdings) throws IOException {
    json.array("holdings");
    for (Holding holding : holdings) {
      json.object().text("holder", holding.holder()).text("target", holding.target());
      share("low", holding.lowUnits());
      share("high", holding.highUnits());
      json.flag("votesFollowShares", holding.votesFollowShares()).array("statements");
      for (Role role : holding.statements()) {
        json.object().text("basis", Words.of(role.basis()));
        statement(role.statement());
        json.endObject();
      }
      json.endArray().endObject();
    }
    json.endArray();
  }

  private void statement(Statement statement) throws IOException {
    json.text("source", statement.source());
    json.text("validFrom", date(statement.validFrom())).text("validTo", date(statement.validTo()));
    json.text("recorded", date(statement.recorded()));
    json.text("confidence", Words.of(statement.confidence()));
    json.text("note", statement.note()).text("place", statement.place().toString());
  }

  private static @Nullable String date(@Nullable Object date) {
    return date == null ? null : Objects.toString(date);
  }

  private void reach(String name, Reach reach) throws IOException {
    json.object(name);
    texts("certain", reach.certain());
    texts("possible", reach.possible());
    json.whole("more", reach.more()).array("how");
    for (ControlAnswer.Reached reached : reach.how()) {
      step(reached.step());
      json.text("certainty", reached.certain() ? "certain" : "possible");
      change(reached.flip());
      json.endObject();
    }
    json.endArray().endObject();
  }

  private void texts(String name, List<String> texts) throws IOException {
    json.array(name);
    for (String text : texts) {
      json.text(text);
    }
    json.endArray();
  }

  private void interval(String name, Interval interval) throws IOException {
    json.object(name).places("low", interval.low(), PLACES);
    json.places("high", interval.high(), PLACES).endObject();
  }

  private void share(String name, long units) throws IOException {
    json.places(name, units / (double) Share.ONE, PLACES);
  }
}
