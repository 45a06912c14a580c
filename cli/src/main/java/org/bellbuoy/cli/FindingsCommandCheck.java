package org.bellbuoy.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bellbuoy.cli.FindingsCommandSources.Fate;
import org.bellbuoy.cli.FindingsCommandSources.Located;
import org.bellbuoy.cli.FindingsCommandVerdict.Word;
import org.bellbuoy.core.finding.Evidence;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.json.SafeText;
import org.bellbuoy.core.run.Run;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.core.source.SourceInfo;
import org.jspecify.annotations.Nullable;

/** Verifies all findings of one run together, so that the run is repeated once. */
final class FindingsCommandCheck {
  private static final String DIGEST = "sha256:";

  private final Run run;
  private final FindingsCommandSources sources;

  FindingsCommandCheck(Run run, FindingsCommandSources sources) {
    this.run = run;
    this.sources = sources;
  }

  /**
   * Verifies.
   *
   * @param repeat runs commands again; null to look at evidence only
   */
  List<FindingsCommandVerdict> verify(
      List<Finding> findings, @Nullable FindingsCommandRepeat repeat)
      throws IOException, SourceException {
    Map<UUID, FindingsCommandVerdict> evidence = evidence(findings);
    List<FindingsCommandVerdict> verdicts = new ArrayList<>();
    Repetition repetition = repeat == null ? null : repeat(repeat);
    for (Finding finding : findings) {
      FindingsCommandVerdict bytes = evidence.get(finding.id());
      if (bytes != null && (repetition == null || bytes.word() != Word.DIFFERS)) {
        verdicts.add(bytes);
      } else if (repetition != null) {
        verdicts.add(repetition.judge(finding, bytes));
      } else {
        verdicts.add(
            finding.evidence().isEmpty()
                ? FindingsCommandVerdict.of(
                    finding, Word.DIFFERS, "It names no evidence, so none could be looked at.")
                : new FindingsCommandVerdict(finding, Word.VERIFIED, List.of(), List.of()));
      }
    }
    return verdicts;
  }

  /** Findings whose evidence does not hold, by id. */
  private Map<UUID, FindingsCommandVerdict> evidence(List<Finding> findings)
      throws SourceException {
    Map<UUID, FindingsCommandVerdict> bad = new HashMap<>();
    Map<Located, List<Evidence>> byPlace = new LinkedHashMap<>();
    for (Finding finding : findings) {
      for (Evidence one : finding.evidence()) {
        SourceInfo source = source(one);
        if (source == null) {
          bad.putIfAbsent(
              finding.id(),
              differs(finding, "The run read no source " + SafeText.visible(one.source()) + "."));
          continue;
        }
        Located located = sources.locate(source);
        if (located.fate() == Fate.FOUND) {
          byPlace.computeIfAbsent(located, l -> new ArrayList<>()).add(one);
        } else {
          bad.put(
              finding.id(), FindingsCommandVerdict.of(finding, word(located), located.sentence()));
        }
      }
    }
    Set<Evidence> wrong = new HashSet<>();
    for (Map.Entry<Located, List<Evidence>> entry : byPlace.entrySet()) {
      var input = entry.getKey().input();
      if (input != null) {
        wrong.addAll(FindingsCommandEvidence.wrong(input, entry.getValue()));
      }
    }
    for (Finding finding : findings) {
      for (Evidence one : finding.evidence()) {
        if (wrong.contains(one)) {
          bad.putIfAbsent(
              finding.id(),
              differs(
                  finding,
                  "The bytes of "
                      + SafeText.visible(one.name())
                      + " at offset "
                      + one.offset()
                      + " are not what the evidence quotes."));
        }
      }
    }
    return bad;
  }

  private static FindingsCommandVerdict differs(Finding finding, String sentence) {
    return new FindingsCommandVerdict(
        finding, Word.DIFFERS, List.of("evidence"), List.of(sentence));
  }

  private @Nullable SourceInfo source(Evidence evidence) {
    SourceInfo match = null;
    for (SourceInfo source : run.inputs()) {
      if (evidence.source().equals(DIGEST + source.contentSha256())
          && (match == null || named(source, evidence))) {
        match = source;
      }
    }
    return match;
  }

  /** A sweep names evidence by host and path within the tree, the end of which the source has. */
  private static boolean named(SourceInfo source, Evidence evidence) {
    String name = evidence.name();
    return source.name().equals(name)
        || source.path().endsWith(name.substring(name.indexOf('/') + 1));
  }

  private static Word word(Located located) {
    return located.fate() == Fate.CHANGED ? Word.SOURCE_CHANGED : Word.SOURCE_MISSING;
  }

  /**
   * What came of repeating the run.
   *
   * @param found by id; empty where it could not be repeated
   * @param failure why not, in a word; null where it was repeated
   * @param sentence why not
   */
  private record Repetition(Map<UUID, Finding> found, @Nullable Word failure, String sentence) {
    FindingsCommandVerdict judge(Finding finding, @Nullable FindingsCommandVerdict bytes) {
      Word word = failure;
      if (word != null) {
        return bytes != null ? bytes : FindingsCommandVerdict.of(finding, word, sentence);
      }
      Finding again = found.get(finding.id());
      List<String> sentences = new ArrayList<>(bytes == null ? List.of() : bytes.sentences());
      if (again == null) {
        sentences.add("The run, repeated, does not find it.");
        return new FindingsCommandVerdict(finding, Word.DIFFERS, List.of("id"), sentences);
      }
      List<String> fields = FindingsCommandVerdict.differences(finding, again);
      if (fields.isEmpty() && bytes == null) {
        return new FindingsCommandVerdict(finding, Word.VERIFIED, List.of(), List.of());
      }
      if (!fields.isEmpty()) {
        sentences.add(
            "The run, repeated, comes to another finding: "
                + String.join(", ", fields)
                + (fields.size() == 1 ? " differs." : " differ."));
      }
      return new FindingsCommandVerdict(
          finding, Word.DIFFERS, fields.isEmpty() ? List.of("evidence") : fields, sentences);
    }
  }

  private Repetition repeat(FindingsCommandRepeat repeat) throws IOException, SourceException {
    List<Located> located = new ArrayList<>();
    for (SourceInfo source : run.inputs()) {
      Located one = sources.locate(source);
      if (one.fate() != Fate.FOUND) {
        return new Repetition(Map.of(), word(one), one.sentence());
      }
      located.add(one);
    }
    try {
      return new Repetition(repeat.repeat(run, located), null, "");
    } catch (FindingsCommandRepeat.Impossible e) {
      return new Repetition(Map.of(), Word.CANNOT_REPEAT, String.valueOf(e.getMessage()));
    }
  }
}
