package org.bellbuoy.port.watch;

import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.core.source.SourceInfo;
import org.bellbuoy.port.detect.PortWords;
import org.bellbuoy.port.policy.Policy;
import org.bellbuoy.port.policy.PolicyLearner;
import org.bellbuoy.port.policy.PolicyText;

/** {@code bellbuoy port learn}: the least policy that known-good captures need. */
public final class PortLearning {
  private PortLearning() {}

  /**
   * What was learnt.
   *
   * @param policy without conduits where nothing spoke
   * @param text of the file
   * @param health how well the captures could see
   * @param problems sentences on what could not be read
   */
  public record Learnt(Policy policy, String text, CaptureHealth health, List<String> problems) {
    public Learnt {
      problems = List.copyOf(problems);
    }
  }

  /** Reads captures and proposes a policy. */
  public static Learnt learn(List<Input> inputs, RejectLog rejects, Progress progress)
      throws SourceException {
    PolicyLearner learner = new PolicyLearner();
    PortReading.Result read =
        new PortReading(PortProtocols::all)
            .read(
                inputs,
                new PortReading.Listeners(learner, attribute -> {}, (view, mark) -> {}, learner),
                rejects,
                progress);
    List<String> problems = new ArrayList<>(read.problems());
    if (learner.leftOut() > 0) {
      problems.add("There are more pairs that speak than are kept; the policy lacks some of them.");
    }
    Policy policy = learner.policy();
    return new Learnt(
        policy, PolicyText.of(policy, remarks(read, learner.pairs())), read.health(), problems);
  }

  private static List<String> remarks(PortReading.Result read, int pairs) {
    List<String> remarks = new ArrayList<>();
    remarks.add(
        "A proposal: the least policy that these captures need. Read it before you use it:");
    remarks.add(
        "whoever did harm while they were taken is permitted in it. Name the zones, set their");
    remarks.add("levels, and widen addresses to ranges where devices may be added.");
    for (SourceInfo source : read.sources()) {
      remarks.add("from " + source.name() + ", sha256 " + source.contentSha256());
    }
    CaptureHealth health = read.health();
    if (health.packets() > 0) {
      remarks.add(
          "%s from %s to %s, %s that speak, %s"
              .formatted(
                  PortWords.count(health.packets(), "packet", "packets"),
                  PortWords.time(health.firstNanos()),
                  PortWords.time(health.lastNanos()),
                  PortWords.count(pairs, "pair", "pairs"),
                  PortWords.count(read.operations(), "operation", "operations")));
    }
    List<String> faults = CaptureCoverage.faults(health);
    if (!faults.isEmpty()) {
      remarks.add("What was missed: " + String.join("; ", faults));
    }
    return remarks;
  }
}
