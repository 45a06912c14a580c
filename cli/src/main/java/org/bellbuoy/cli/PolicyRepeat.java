package org.bellbuoy.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.bellbuoy.core.finding.Evidence;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.core.source.Content;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.core.source.SourceInfo;
import org.bellbuoy.register.folder.RegisterFolder;
import org.bellbuoy.register.folder.RowEvidence;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.model.Statement;
import org.bellbuoy.register.policy.PolicyBook;
import org.bellbuoy.register.policy.PolicyException;
import org.bellbuoy.register.policy.PolicyFile;
import org.bellbuoy.register.policy.PolicyFindings;

/** Asks policies of a register, once and again as a ledger tells, wherever its files lie now. */
final class PolicyRepeat {
  static final String COMMAND = "register policy";

  /** How the ledger names the file of rules among the inputs. */
  static final String RULES = "policy rules";

  static final String AS_OF = "as-of";

  private static final int MOST_RULE_BYTES = 1 << 20;

  private PolicyRepeat() {}

  /** A file of rules with what was read of it. */
  record RulesRead(PolicyFile.Rules rules, SourceInfo file) {}

  /**
   * Reads rules.
   *
   * @param called what messages call the file
   * @throws CommandException where it holds no rules that can be used
   */
  static RulesRead rules(Input input, String called) throws SourceException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SourceInfo file;
    try (Content content = Content.open(input)) {
      byte[] buffer = new byte[1 << 16];
      int n;
      while ((n = content.read(buffer)) > 0) {
        bytes.write(buffer, 0, n);
        if (bytes.size() > MOST_RULE_BYTES) {
          throw new CommandException("--rules " + called + " is larger than 1 MB.");
        }
      }
      file = content.finish(RULES);
    }
    if (file.problem() != null) {
      throw new CommandException("--rules " + called + ": " + file.problem());
    }
    try {
      // Bytes that are no UTF-8 become a mark that no rule has a use for.
      return new RulesRead(PolicyFile.read(called, bytes.toString(StandardCharsets.UTF_8)), file);
    } catch (PolicyException e) {
      throw new CommandException(String.valueOf(e.getMessage()));
    }
  }

  /** Versions of rules as a ledger tells them. */
  static Map<String, Integer> versions(PolicyFile.Rules rules) {
    Map<String, Integer> versions = new TreeMap<>();
    rules.written().forEach(rule -> versions.put("policy." + rule.id(), rule.version()));
    return versions;
  }

  /** What asking came to. */
  record Asked(PolicyBook book, List<Finding> findings) {}

  /**
   * Asks all rules.
   *
   * @param register as of the day
   * @param run id of the run
   * @param inputs files of the register, with the bytes that were read
   * @param files what was read of each, in the same order
   */
  static Asked ask(
      PolicyFile.Rules rules,
      Register register,
      LocalDate day,
      String run,
      List<Input> inputs,
      List<SourceInfo> files)
      throws SourceException {
    PolicyBook book = PolicyBook.of(rules, register);
    PolicyFindings findings = new PolicyFindings(book, day, run);
    Map<Statement.Place, Evidence> rows = RowEvidence.read(inputs, files, findings.places());
    return new Asked(book, findings.all(rows::get));
  }

  /**
   * What a run finds now, by id.
   *
   * @param located its inputs in the order of the ledger, all of them found
   */
  static Map<UUID, Finding> repeat(Run run, List<FindingsCommandSources.Located> located)
      throws FindingsCommandRepeat.Impossible, SourceException {
    List<Input> inputs = new ArrayList<>();
    List<SourceInfo> files = new ArrayList<>();
    RulesRead rules = null;
    for (int i = 0; i < located.size(); i++) {
      Input input = located.get(i).input();
      SourceInfo file = run.inputs().get(i);
      if (input != null && RegisterJoin.isRegister(file)) {
        inputs.add(input);
        files.add(file);
      } else if (input != null && file.format().equals(RULES)) {
        rules = rules(input, file.name());
      }
    }
    LocalDate day = day(run);
    if (rules == null || !versions(rules.rules()).equals(run.rules())) {
      throw new FindingsCommandRepeat.Impossible(
          "The run's ledger does not tell the rules that it asked.");
    }
    Register register =
        RegisterGiven.load(List.of(new RegisterFolder.Part(inputs, List.of())))
            .folder()
            .register()
            .asOf(day);
    Map<UUID, Finding> found = new HashMap<>();
    ask(rules.rules(), register, day, run.id(), inputs, files)
        .findings()
        .forEach(finding -> found.put(finding.id(), finding));
    return found;
  }

  private static LocalDate day(Run run) {
    String text = run.parameters().getOrDefault(AS_OF, "");
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "The parameter " + AS_OF + " cannot be '" + SafeText.visible(text) + "'.", e);
    }
  }
}
