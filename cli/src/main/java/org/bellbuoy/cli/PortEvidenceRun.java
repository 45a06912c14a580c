package org.bellbuoy.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bellbuoy.core.json.RunJson;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.port.detect.PortWords;
import org.bellbuoy.port.evidence.Checklist;
import org.bellbuoy.port.evidence.Checklists;
import org.bellbuoy.port.evidence.EvidenceJson;
import org.bellbuoy.port.evidence.EvidenceOptions;
import org.bellbuoy.port.evidence.ParagraphEvidence;
import org.bellbuoy.port.evidence.PortEvidence;
import org.bellbuoy.port.inventory.Approved;
import org.bellbuoy.port.inventory.MacPrefixes;
import org.bellbuoy.report.HtmlDocument;
import org.jspecify.annotations.Nullable;

/** Reads captures, answers a checklist, and writes all of it. */
final class PortEvidenceRun {
  static final String JSON = "evidence.json";
  static final String PAGE = "evidence.html";

  private final Environment environment;
  private final List<String> paths;
  private final Given given;
  private final Path out;

  /** What was given besides captures. */
  record Given(
      String rule,
      @Nullable Path approved,
      @Nullable Path oui,
      EvidenceDeclared declared,
      EvidenceOptions options) {}

  PortEvidenceRun(Environment environment, List<String> paths, Given given, Path out) {
    this.environment = environment;
    this.paths = List.copyOf(paths);
    this.given = given;
    this.out = out;
  }

  int run(boolean json) throws IOException, SourceException {
    // Files that are asked for are read first, so that a wrong one costs no reading of captures.
    Map<String, String> parameters = new HashMap<>(given.declared().parameters());
    Checklist checklist = checklist(parameters);
    PortEvidence.Asked asked =
        new PortEvidence.Asked(
            given.declared().declared(parameters),
            given.options(),
            approved(parameters),
            makers(parameters),
            parameters);
    Outputs.prepare(out);
    // Standard input is kept beside the results, which rest on its bytes.
    List<Input> inputs = StandardInput.asItComes(paths, environment.in(), out);
    List<String> names = inputs.stream().map(Input::name).toList();
    Progress progress =
        new Progress(
            environment.terminal() && !json,
            environment.err(),
            environment.nanoTime(),
            inputs.stream().mapToLong(input -> Math.max(0, input.storedBytes())).sum());
    PortEvidence.Result result;
    try (RejectLog rejects = RejectLog.to(out.resolve(Outputs.REJECTS), names::get)) {
      result =
          new PortEvidence(checklist, asked, Version.text(), environment.nanoTime())
              .run(inputs, rejects, progress);
    }
    WholeFile.write(out, JSON, writer -> EvidenceJson.write(result, writer));
    WholeFile.write(out, Outputs.RUN, writer -> writer.write(RunJson.write(result.run())));
    WholeFile.write(
        out,
        PAGE,
        writer -> HtmlDocument.write(writer, result.run(), result.page(), Outputs.land()));
    if (json) {
      StringWriter text = new StringWriter();
      EvidenceJson.write(result, text);
      environment.out().print(text);
    } else {
      print(result);
    }
    environment.out().flush();
    result
        .problems()
        .forEach(problem -> environment.err().println("bellbuoy: " + SafeText.visible(problem)));
    if (!result.problems().isEmpty()) {
      environment
          .err()
          .println("bellbuoy: what could be read was judged; the results are in " + out + ".");
      return Bellbuoy.FAILED;
    }
    return Bellbuoy.OK;
  }

  private Checklist checklist(Map<String, String> parameters) throws IOException, SourceException {
    if (Checklists.names().contains(given.rule())) {
      parameters.put("rule", given.rule());
      return Checklists.builtIn(given.rule());
    }
    Path file = environment.workingFolder().resolve(given.rule());
    if (!Files.isRegularFile(file)) {
      throw CommandException.usage(
          "--rule "
              + SafeText.visible(given.rule())
              + " is neither a file nor one of "
              + String.join(", ", Checklists.names())
              + ".");
    }
    if (Files.size(file) > Checklists.LARGEST_BYTES) {
      throw new CommandException(given.rule() + " is larger than 1 MiB; is it a checklist?");
    }
    byte[] bytes = Files.readAllBytes(file);
    parameters.put("rule", "sha256:" + sha256(bytes));
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Checklists.read(given.rule(), text);
    } catch (CharacterCodingException e) {
      throw new SourceException(given.rule() + " is not UTF-8; save it as UTF-8.", e);
    }
  }

  private @Nullable Approved approved(Map<String, String> parameters)
      throws IOException, SourceException {
    Path list = given.approved();
    if (list == null) {
      return null;
    }
    byte[] bytes = bytes("--approved", list);
    parameters.put("approved", "sha256:" + sha256(bytes));
    return Approved.read(
        new StringReader(new String(bytes, StandardCharsets.UTF_8)), list.toString());
  }

  private MacPrefixes makers(Map<String, String> parameters) throws IOException, SourceException {
    Path oui = given.oui();
    if (oui == null) {
      return MacPrefixes.builtIn();
    }
    byte[] bytes = bytes("--oui", oui);
    parameters.put("oui", "sha256:" + sha256(bytes));
    try (InputStream in = new ByteArrayInputStream(bytes)) {
      return MacPrefixes.with(in, oui.toString());
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private byte[] bytes(String option, Path file) throws IOException {
    try {
      return Files.readAllBytes(environment.workingFolder().resolve(file));
    } catch (NoSuchFileException e) {
      throw new CommandException(option + " " + file + " does not exist.");
    }
  }

  private void print(PortEvidence.Result result) {
    PrintStream to = environment.out();
    Run run = result.run();
    if (run.simulated()) {
      to.println("SIMULATED data: no network here is real.");
    }
    to.printf(
        Locale.ROOT,
        "Port evidence: %s, %s, %s to %s, in %.1f s%n",
        SafeText.visible(result.checklist().title()),
        PortWords.count(run.counts().getOrDefault("packets", 0L), "packet", "packets"),
        run.from(),
        run.to(),
        run.seconds());
    if (!result.lacks().isEmpty()) {
      to.println("Not enough to support anything: " + String.join("; ", result.lacks()) + ".");
    }
    to.println();
    for (ParagraphEvidence paragraph : result.paragraphs()) {
      to.printf(
          Locale.ROOT,
          "%-20s %-12s %s%n",
          SafeText.visible(paragraph.paragraph().id()),
          paragraph.verdict().word(),
          SafeText.visible(paragraph.sentence()));
    }
    to.println();
    to.println("What a capture shows is no statement that a rule is kept or broken.");
    if (!result.checklist().check().isEmpty()) {
      to.println(SafeText.visible(result.checklist().check()));
    }
    to.println("Page: " + out.resolve(PAGE).toAbsolutePath().normalize());
  }
}
