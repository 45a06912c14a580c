package org.bellbuoy.port.evidence;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.Inputs;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.port.conversation.Networks;
import org.bellbuoy.port.inventory.Approved;
import org.bellbuoy.port.inventory.MacPrefixes;
import org.jspecify.annotations.Nullable;

/** Evidence of captures, asked for step by step; for tests. */
record Evidenced(
    Checklist checklist, Declared declared, EvidenceOptions options, @Nullable Approved approved) {
  /** Every kind in a paragraph of its own, named as the kind is. */
  static Checklist everyKind() {
    return new Checklist(
        "every-kind",
        "Every kind",
        "",
        "",
        Arrays.stream(EvidenceKind.values())
            .map(
                kind ->
                    new Checklist.Paragraph(
                        kind.word(), kind.claim(), Basis.OWN, List.of(kind), List.of(), ""))
            .toList());
  }

  static Evidenced byEveryKind() {
    return new Evidenced(everyKind(), Declared.nothing(), EvidenceOptions.defaults(), null);
  }

  Evidenced declaring(Declared other) {
    return new Evidenced(checklist, other, options, approved);
  }

  Evidenced parties(String... networks) {
    return declaring(
        new Declared(
            declared.networks(),
            Arrays.stream(networks).map(Networks.Prefix::of).toList(),
            Set.of(),
            declared.zones()));
  }

  Evidenced approving(Approved list) {
    return new Evidenced(checklist, declared, options, list);
  }

  Evidenced judgedBy(EvidenceOptions other) {
    return new Evidenced(checklist, declared, other, approved);
  }

  /** Any capture is enough, and it sees everything. */
  Evidenced enough() {
    return judgedBy(options.withDemands(0, Long.MAX_VALUE, 0).withSees(Set.of(Place.values())));
  }

  PortEvidence.Result of(Path... files) throws SourceException {
    return of(Inputs.find(Arrays.stream(files).map(Path::toString).toList(), System.in));
  }

  PortEvidence.Result of(byte[] capture) throws SourceException {
    return of(
        List.of(
            new Input(
                "capture",
                "capture",
                capture.length,
                true,
                () -> new ByteArrayInputStream(capture))));
  }

  PortEvidence.Result of(List<Input> inputs) throws SourceException {
    PortEvidence.Asked asked =
        new PortEvidence.Asked(declared, options, approved, MacPrefixes.builtIn(), Map.of());
    return new PortEvidence(checklist, asked, "test", () -> 0)
        .run(inputs, RejectLog.counting(), Progress.silent());
  }

  static Answer answer(PortEvidence.Result result, EvidenceKind kind) {
    return result.paragraphs().stream()
        .flatMap(one -> one.evidence().stream())
        .filter(answer -> answer.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  static Verdict verdict(PortEvidence.Result result, EvidenceKind kind) {
    return answer(result, kind).verdict();
  }

  static ParagraphEvidence paragraph(PortEvidence.Result result, String id) {
    return result.paragraphs().stream()
        .filter(one -> one.paragraph().id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
