package org.bellbuoy.port.simulate;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes {@code truth.json}. */
final class PortTruthJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private interface Each<T> {
    void write(T one) throws IOException;
  }

  private final JsonGenerator json;

  private PortTruthJson(JsonGenerator json) {
    this.json = json;
  }

  static void write(PortTruth truth, OutputStream out) throws IOException {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    try (JsonGenerator json = FACTORY.createGenerator(out, JsonEncoding.UTF8)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.setPrettyPrinter(printer);
      new PortTruthJson(json).write(truth);
    }
    out.write('\n');
  }

  private void write(PortTruth truth) throws IOException {
    PortScenario scenario = truth.scenario();
    json.writeStartObject();
    json.writeStringField("schema", "bellbuoy.port-truth/1");
    json.writeBooleanField("simulated", true);
    json.writeNumberField("seed", scenario.seed());
    json.writeStringField("start", scenario.start().toString());
    json.writeNumberField("days", scenario.days());
    json.writeNumberField("cranes", scenario.cranes());
    json.writeNumberField("scale", scenario.scale());
    json.writeObjectFieldStart("faults");
    json.writeNumberField("lostFrames", truth.faults().lostFrames());
    json.writeNumberField("duplicateFrames", truth.faults().duplicateFrames());
    json.writeNumberField("retransmissions", truth.faults().retransmissions());
    json.writeEndObject();
    all("captures", truth.captures(), this::capture);
    all("hosts", truth.hosts(), this::host);
    policy(truth.policy());
    all("operations", truth.operations(), this::operations);
    all("acts", truth.acts(), this::act);
    json.writeEndObject();
  }

  private <T> void all(String name, List<T> list, Each<T> each) throws IOException {
    json.writeArrayFieldStart(name);
    for (T one : list) {
      json.writeStartObject();
      each.write(one);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void texts(String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private void capture(PortTruth.Capture capture) throws IOException {
    json.writeStringField("file", capture.file());
    json.writeNumberField("frames", capture.frames());
    json.writeStringField("first", capture.first().toString());
    json.writeStringField("last", capture.last().toString());
  }

  private void host(PortTruth.HostTruth host) throws IOException {
    json.writeStringField("name", host.name());
    json.writeStringField("ip", host.ip());
    json.writeStringField("mac", host.mac());
    json.writeStringField("role", host.role());
    json.writeStringField("zone", host.zone());
    json.writeNumberField("crane", host.crane());
  }

  private void policy(PortTruth.Policy policy) throws IOException {
    json.writeObjectFieldStart("policy");
    all(
        "zones",
        policy.zones(),
        zone -> {
          json.writeStringField("name", zone.name());
          json.writeNumberField("level", zone.level() / 10.0);
          texts("networks", zone.networks());
        });
    texts("gateways", policy.gateways());
    texts("publicNetworks", policy.publicNetworks());
    all(
        "approved",
        policy.approved(),
        approved -> {
          json.writeStringField("address", approved.address());
          json.writeStringField("party", approved.party());
          json.writeStringField("what", approved.what());
          json.writeStringField("to", approved.to());
        });
    all(
        "windows",
        policy.windows(),
        window -> {
          json.writeStringField("from", window.from().toString());
          json.writeStringField("to", window.to().toString());
        });
    json.writeEndObject();
  }

  private void operations(PortTruth.Operations operations) throws IOException {
    json.writeStringField("from", operations.from());
    json.writeStringField("to", operations.to());
    json.writeStringField("protocol", operations.protocol());
    json.writeNumberField("function", operations.function());
    json.writeNumberField("sent", operations.sent());
    json.writeNumberField("captured", operations.captured());
  }

  private void act(PortTruth.Act act) throws IOException {
    json.writeStringField("kind", act.kind().word());
    json.writeBooleanField("benign", act.kind().benign());
    texts("rules", act.kind().rules());
    texts("mustNot", act.kind().mustNot());
    json.writeStringField("note", act.note());
    json.writeStringField("actor", act.actor());
    json.writeStringField("actorIp", act.actorIp());
    texts("targets", act.targets());
    json.writeStringField("from", act.from().toString());
    json.writeStringField("to", act.to().toString());
    json.writeNumberField("frames", act.frames());
    json.writeNumberField("showing", act.showing());
    all(
        "evidence",
        act.evidence(),
        evidence -> {
          json.writeStringField("file", evidence.file());
          json.writeNumberField("frame", evidence.frame());
          json.writeStringField("time", evidence.time().toString());
          json.writeStringField("from", evidence.from());
          json.writeStringField("to", evidence.to());
          json.writeStringField("what", evidence.what());
        });
  }
}
