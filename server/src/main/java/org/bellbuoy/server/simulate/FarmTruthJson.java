package org.bellbuoy.server.simulate;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;

/** Writes {@code truth.json}. */
final class FarmTruthJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private FarmTruthJson() {}

  static void write(FarmTruth truth, OutputStream out) throws IOException {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    try (JsonGenerator json = FACTORY.createGenerator(out, JsonEncoding.UTF8)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.setPrettyPrinter(printer);
      FarmScenario scenario = truth.scenario();
      json.writeStartObject();
      json.writeStringField("schema", "bellbuoy.server-truth/1");
      json.writeBooleanField("simulated", true);
      json.writeNumberField("seed", scenario.seed());
      json.writeStringField("start", scenario.start().toString());
      json.writeNumberField("days", scenario.days());
      json.writeNumberField("requestsPerDay", scenario.requestsPerDay());
      json.writeArrayFieldStart("servers");
      for (FarmTruth.ServerTruth server : truth.servers()) {
        server(json, server);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("acts");
      for (FarmTruth.Act act : truth.acts()) {
        act(json, act);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write('\n');
  }

  private static void server(JsonGenerator json, FarmTruth.ServerTruth server) throws IOException {
    json.writeStartObject();
    json.writeStringField("host", server.host());
    json.writeStringField("product", server.product());
    json.writeStringField("organisation", server.organisation());
    json.writeStringField("farm", server.farm());
    json.writeStringField("owner", server.owner());
    json.writeStringField("zone", server.zone());
    json.writeStringField("build", server.build());
    json.writeBooleanField("buildTold", server.buildTold());
    json.writeStringField("patchedOn", server.patchedOn().toString());
    json.writeStringField("keyGroup", server.keyGroup());
    LocalDate changed = server.keyChangedOn();
    if (changed != null) {
      json.writeStringField("keyChangedOn", changed.toString());
    }
    json.writeStringField("entry", server.entry().word());
    texts(json, "missingDays", server.missingDays().stream().map(LocalDate::toString).toList());
    json.writeNumberField("files", server.files());
    json.writeEndObject();
  }

  private static void act(JsonGenerator json, FarmTruth.Act act) throws IOException {
    json.writeStartObject();
    json.writeNumberField("group", act.group());
    json.writeNumberField("order", act.order());
    json.writeStringField("host", act.host());
    json.writeStringField("kind", act.kind().word());
    json.writeStringField("state", act.state().word());
    json.writeNumberField("variant", act.variant());
    json.writeBooleanField("benign", act.benign());
    json.writeStringField("note", act.note());
    json.writeStringField("from", act.from().toString());
    json.writeStringField("to", act.to().toString());
    json.writeStringField("client", act.client());
    texts(json, "paths", act.paths());
    texts(json, "files", act.files());
    json.writeArrayFieldStart("evidence");
    for (FarmTruth.Evidence one : act.evidence()) {
      json.writeStartObject();
      json.writeStringField("file", one.file());
      json.writeNumberField("line", one.line());
      json.writeStringField("holds", one.holds());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void texts(JsonGenerator json, String name, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String one : texts) {
      json.writeString(one);
    }
    json.writeEndArray();
  }
}
