package org.bellbuoy.port.watch;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.Inputs;
import org.bellbuoy.core.source.SourceException;

/** Runs the watch over captures of tests. */
public final class Watched {
  private Watched() {}

  /** All findings of a capture, without policy and known-good capture. */
  public static List<Finding> findings(byte[] capture) {
    return run(PortWatchOptions.defaults(), input("capture", capture)).findings();
  }

  /** All findings of a staged capture. */
  public static List<Finding> findings(Path capture) {
    return run(PortWatchOptions.defaults(), inputs(capture)).findings();
  }

  /** Runs with options. */
  public static PortWatch.Result run(PortWatchOptions options, List<Input> inputs) {
    try {
      return new PortWatch(options, "test", () -> 0)
          .run(inputs, RejectLog.counting(), Progress.silent());
    } catch (SourceException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Captures in memory. */
  public static List<Input> input(String name, byte[]... captures) {
    List<Input> inputs = new ArrayList<>();
    for (byte[] capture : captures) {
      inputs.add(
          new Input(name, name, capture.length, true, () -> new ByteArrayInputStream(capture)));
    }
    return inputs;
  }

  /** Captures in files. */
  public static List<Input> inputs(Path... files) {
    try {
      return Inputs.find(Arrays.stream(files).map(Path::toString).toList(), System.in);
    } catch (SourceException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A policy as if it came from a file. */
  public static PolicyFile policy(String text) {
    try {
      return PolicyFile.read(
          input("policy.yaml", text.getBytes(StandardCharsets.UTF_8)).getFirst());
    } catch (SourceException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Findings in short: who, what, level and the first target. */
  public static List<String> brief(List<Finding> findings) {
    return findings.stream()
        .map(
            f ->
                f.rule()
                    + " "
                    + f.subject().name()
                    + " "
                    + f.subject().ids().get("act")
                    + " "
                    + f.assessment().level().word()
                    + " "
                    + f.assets().size())
        .toList();
  }
}
