package org.bellbuoy.port.evidence;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.bellbuoy.core.json.JsonOut;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.core.source.SourceInfo;
import org.bellbuoy.port.detect.PortTrace;
import org.bellbuoy.port.detect.PortWords;

/**
 * Writes {@code evidence.json}, schema {@value #SCHEMA}; {@code docs/port-evidence.md} tells it.
 */
public final class EvidenceJson {
  /** The schema's name. Fields are added to it, never removed or changed. */
  public static final String SCHEMA = "bellbuoy.port-evidence/1";

  private EvidenceJson() {}

  /** Writes all, indented; the writer is flushed and not closed. */
  public static void write(PortEvidence.Result result, Writer writer) throws IOException {
    Run run = result.run();
    try (JsonOut json = JsonOut.pretty(writer)) {
      json.object();
      json.text("schema", SCHEMA);
      json.text("rule", result.checklist().rule());
      json.text("title", result.checklist().title());
      json.text("about", result.checklist().about());
      json.text("check", result.checklist().check());
      json.text(
          "reading",
          "Each verdict is about what was captured. None says that a rule is kept or broken.");
      json.text("run", run.id());
      json.flag("simulated", run.simulated());
      json.text("from", String.valueOf(run.from()));
      json.text("to", String.valueOf(run.to()));
      json.object("coverage");
      json.text("summary", result.coverage().summary());
      json.places("observable", result.coverage().observable(), 3);
      json.flag("enough", result.lacks().isEmpty());
      texts(json, "lacks", result.lacks());
      texts(
          json,
          "statedToSeeAllOf",
          new TreeSet<>(result.options().sees().stream().map(Place::word).toList()));
      json.name("detail").tree(result.coverage().detail());
      json.endObject();
      json.array("sources");
      for (SourceInfo source : run.inputs()) {
        json.object();
        json.text("source", "sha256:" + source.contentSha256());
        json.text("name", source.name());
        json.text("problem", source.problem());
        json.endObject();
      }
      json.endArray();
      json.object("verdicts");
      for (Verdict verdict : Verdict.values()) {
        json.whole(verdict.word(), EvidenceLedger.count(result.paragraphs(), verdict));
      }
      json.endObject();
      json.array("paragraphs");
      for (ParagraphEvidence paragraph : result.paragraphs()) {
        paragraph(json, paragraph, run.inputs());
      }
      json.endArray();
      json.endObject();
    }
    writer.write('\n');
    writer.flush();
  }

  private static void paragraph(JsonOut json, ParagraphEvidence paragraph, List<SourceInfo> sources)
      throws IOException {
    json.object();
    json.text("id", paragraph.paragraph().id());
    json.text("says", paragraph.paragraph().says());
    json.text("basis", paragraph.paragraph().basis().word());
    json.text("note", paragraph.paragraph().note());
    json.text("verdict", paragraph.verdict().word());
    json.text("sentence", paragraph.sentence());
    json.array("evidence");
    for (Answer answer : paragraph.evidence()) {
      answer(json, answer, sources);
    }
    json.endArray();
    json.array("beside");
    for (Answer answer : paragraph.beside()) {
      answer(json, answer, sources);
    }
    json.endArray();
    json.endObject();
  }

  private static void answer(JsonOut json, Answer answer, List<SourceInfo> sources)
      throws IOException {
    json.object();
    json.text("kind", answer.kind().word());
    json.text("claim", answer.kind().claim());
    json.text("verdict", answer.verdict().word());
    json.text("sentence", answer.sentence());
    json.text("lookedAt", answer.kind().looked());
    json.text("notLookedAt", answer.kind().notLooked());
    json.object("counts");
    for (Map.Entry<String, Long> count : answer.counts().entrySet()) {
      json.whole(count.getKey(), count.getValue());
    }
    json.endObject();
    texts(json, "items", answer.items());
    json.whole("moreItems", answer.moreItems());
    json.array("frames");
    for (PortTrace frame : answer.frames()) {
      SourceInfo source = sources.get(frame.source());
      json.object();
      json.text("source", "sha256:" + source.contentSha256());
      json.text("name", source.name());
      json.whole("frame", frame.frame());
      json.whole("offset", frame.offset());
      json.whole("length", frame.length());
      json.text("time", PortWords.instant(frame.epochNanos()).toString());
      json.endObject();
    }
    json.endArray();
    json.endObject();
  }

  private static void texts(JsonOut json, String name, Iterable<String> texts) throws IOException {
    json.array(name);
    for (String text : texts) {
      json.text(text);
    }
    json.endArray();
  }
}
