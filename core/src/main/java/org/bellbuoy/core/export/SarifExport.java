package org.bellbuoy.core.export;

import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bellbuoy.core.finding.Evidence;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.core.finding.Severity;
import org.bellbuoy.core.json.JsonOut;
import org.bellbuoy.core.rule.Rule;

/**
 * Findings about files as SARIF 2.1.0 (OASIS standard of 2020-03-27), for tools that show results
 * beside files. Findings whose subject is no file are left out: SARIF has no place for them. Where
 * the subject names a server, its tree is a base of its own ({@code originalUriBaseIds}, section
 * 3.14.14) and files are told relative to it, so that files of one name on two servers differ.
 *
 * <p>SARIF has no word for "cannot tell" and none for a probability: the level goes into {@code
 * kind} where it can ({@code open} for what could not be told) and into {@code properties}.
 */
public final class SarifExport {
  /** Type of subject that is exported. */
  public static final String FILE = "file";

  /** Key of a subject's ids that names the server in whose tree the file lies. */
  private static final String SERVER = "server";

  private static final int PERCENT = 100;

  private SarifExport() {}

  /** How many of the findings are about files. */
  public static long count(List<Finding> findings) {
    return findings.stream().filter(f -> f.subject().type().equals(FILE)).count();
  }

  /**
   * Writes the findings about files; the writer is flushed and left open.
   *
   * @param rules those that may be named by findings
   * @param version of Bellbuoy
   * @param simulated whether the data says that it is simulated
   */
  public static void write(
      List<Finding> findings, List<Rule> rules, String version, boolean simulated, Writer writer)
      throws IOException {
    TreeMap<String, Rule> used = new TreeMap<>();
    for (Rule rule : rules) {
      if (findings.stream()
          .anyMatch(f -> f.subject().type().equals(FILE) && f.rule().equals(rule.id()))) {
        used.put(rule.id(), rule);
      }
    }
    try (JsonOut out = JsonOut.pretty(writer)) {
      out.object()
          .text(
              "$schema",
              "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
          .text("version", "2.1.0")
          .array("runs")
          .object();
      out.object("tool").object("driver").text("name", "Bellbuoy").text("version", version);
      out.array("rules");
      for (Rule rule : used.values()) {
        rule(rule, out);
      }
      out.endArray().endObject().endObject();
      if (simulated) {
        out.object("properties").flag("simulated", true).endObject();
      }
      bases(findings, out);
      out.array("results");
      for (Finding finding : findings) {
        if (finding.subject().type().equals(FILE)) {
          result(finding, List.copyOf(used.keySet()), out);
        }
      }
      out.endArray().endObject().endArray().endObject();
    }
    writer.flush();
  }

  /** The roots; where they lie now is the reader's to say, so none has a URI (3.14.14). */
  private static void bases(List<Finding> findings, JsonOut out) throws IOException {
    TreeSet<String> servers = new TreeSet<>();
    for (Finding finding : findings) {
      if (finding.subject().type().equals(FILE) && !server(finding).isEmpty()) {
        servers.add(server(finding));
      }
    }
    if (servers.isEmpty()) {
      return;
    }
    out.object("originalUriBaseIds");
    for (String server : servers) {
      out.object(server).object("description");
      out.text("text", "The tree that was collected from " + server + ".");
      out.endObject().endObject();
    }
    out.endObject();
  }

  private static String server(Finding finding) {
    return finding.subject().ids().getOrDefault(SERVER, "");
  }

  private static void rule(Rule rule, JsonOut out) throws IOException {
    out.object().text("id", rule.id());
    out.object("shortDescription").text("text", rule.title()).endObject();
    out.object("fullDescription")
        .text("text", rule.claims() + " It does not claim: " + rule.doesNotClaim())
        .endObject();
    out.endObject();
  }

  private static void result(Finding finding, List<String> rules, JsonOut out) throws IOException {
    Level level = finding.assessment().level();
    out.object().text("ruleId", finding.rule());
    int index = rules.indexOf(finding.rule());
    if (index >= 0) {
      out.whole("ruleIndex", index);
    }
    out.text("kind", level == Level.CANNOT_TELL ? "open" : "fail");
    // Only what failed may have a level other than none (section 3.27.10).
    out.text("level", level == Level.CANNOT_TELL ? "none" : level(finding.severity()));
    if (level == Level.LIKELY || level == Level.POSSIBLE) {
      Double probability = finding.assessment().probability();
      if (probability != null) {
        out.places("rank", probability * PERCENT, 1);
      }
    }
    out.object("message").text("text", message(finding)).endObject();
    out.array("locations");
    for (Evidence one : finding.evidence()) {
      location(one, server(finding), out);
    }
    String path = finding.subject().ids().get("path");
    if (finding.evidence().isEmpty() && path != null) {
      out.object().object("physicalLocation");
      artifact(path, server(finding), out);
      out.endObject().endObject();
    }
    out.endArray();
    out.object("fingerprints").text("bellbuoyFinding/v1", finding.id().toString()).endObject();
    out.object("properties")
        .text("level", level.word())
        .text("subject", finding.subject().key())
        .text("coverage", finding.coverage().summary())
        .endObject();
    out.endObject();
  }

  private static String message(Finding finding) {
    return finding.reasons().isEmpty()
        ? finding.rule()
        : String.join(" ", finding.reasons().stream().limit(3).map(Reason::text).toList());
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case HIGH -> "error";
      case MEDIUM -> "warning";
      case LOW, INFO -> "note";
    };
  }

  private static void location(Evidence evidence, String server, JsonOut out) throws IOException {
    out.object().object("physicalLocation");
    String base = server + "/";
    boolean within = !server.isEmpty() && evidence.name().startsWith(base);
    artifact(
        within ? evidence.name().substring(base.length()) : evidence.name(),
        within ? server : "",
        out);
    out.object("region");
    if (evidence.line() > 0) {
      out.whole("startLine", evidence.line());
    }
    out.whole("byteOffset", evidence.offset()).whole("byteLength", evidence.length());
    out.endObject().endObject().endObject();
  }

  private static void artifact(String path, String base, JsonOut out) throws IOException {
    out.object("artifactLocation").text("uri", uri(path));
    if (!base.isEmpty()) {
      out.text("uriBaseId", base);
    }
    out.endObject();
  }

  /** A path as a relative URI reference (RFC 3986), spaces and the like percent-encoded. */
  private static String uri(String path) {
    String slashes = path.replace('\\', '/');
    while (slashes.startsWith("/")) {
      slashes = slashes.substring(1);
    }
    try {
      // A first part with a colon would be read as a scheme.
      return new URI(null, null, "/" + slashes, null)
          .toASCIIString()
          .substring(1)
          .replace(":", "%3A");
    } catch (URISyntaxException e) {
      return "file";
    }
  }
}
