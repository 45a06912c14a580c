package org.bellbuoy.cli;

import org.bellbuoy.port.detect.ControlOptions;
import org.bellbuoy.port.detect.ScanOptions;
import picocli.CommandLine.Option;

/** Every number that findings of the port watch depend on. */
final class PortThresholds {
  private static final long NANOS_A_MILLI = 1_000_000;

  @Option(
      names = "--learn-share",
      paramLabel = "SHARE",
      defaultValue = "0.25",
      description =
          "Without --policy and --learn-from, take what is seen in this first share of the capture"
              + " as usual; 0 for none. Default: ${DEFAULT-VALUE}.")
  double learnShare;

  @Option(
      names = "--least-learn",
      paramLabel = "SPAN",
      converter = Durations.class,
      defaultValue = "10m",
      description = "Compare no shorter capture with itself. Default: ${DEFAULT-VALUE}.")
  long leastLearnMillis;

  @Option(
      names = "--slave-answers",
      paramLabel = "N",
      defaultValue = "10",
      description =
          "Whoever answered so often before it first asked was a slave. Default: ${DEFAULT-VALUE}.")
  int slaveAnswers;

  @Option(
      names = "--slave-span",
      paramLabel = "SPAN",
      converter = Durations.class,
      defaultValue = "60s",
      description = "And over so long. Default: ${DEFAULT-VALUE}.")
  long slaveMillis;

  @Option(
      names = "--sweep-targets",
      paramLabel = "N",
      defaultValue = "5",
      description =
          "Commands to so many targets in one finding are told as a sweep. Default:"
              + " ${DEFAULT-VALUE}.")
  int sweepTargets;

  @Option(
      names = "--probe-requests",
      paramLabel = "N",
      defaultValue = "5",
      description =
          "So many different requests that one device refuses are probing. Default:"
              + " ${DEFAULT-VALUE}.")
  int probeRequests;

  @Option(
      names = "--probe-share",
      paramLabel = "SHARE",
      defaultValue = "0.25",
      description = "With at least this share refused. Default: ${DEFAULT-VALUE}.")
  double probeShare;

  @Option(
      names = "--least-writes",
      paramLabel = "N",
      defaultValue = "20",
      description =
          "Points and values of --learn-from count as usual from so many writes on. Default:"
              + " ${DEFAULT-VALUE}.")
  int leastWrites;

  @Option(
      names = "--scan-targets",
      paramLabel = "N",
      defaultValue = "8",
      description =
          "So many hosts that one actor tries in vain on a day are a scan. Default:"
              + " ${DEFAULT-VALUE}.")
  int scanTargets;

  @Option(
      names = "--scan-ports",
      paramLabel = "N",
      defaultValue = "8",
      description = "So many ports of one host tried in vain on a day. Default: ${DEFAULT-VALUE}.")
  int scanPorts;

  @Option(
      names = "--scan-most-tries",
      paramLabel = "N",
      defaultValue = "5",
      description =
          "What is tried more often is waited for and does not count. Default: ${DEFAULT-VALUE}.")
  int scanMostTries;

  @Option(
      names = "--scan-functions",
      paramLabel = "N",
      defaultValue = "15",
      description =
          "So many different functions asked of one device, a third of them refused. Default:"
              + " ${DEFAULT-VALUE}.")
  int scanFunctions;

  @Option(
      names = "--scan-points",
      paramLabel = "N",
      defaultValue = "40",
      description =
          "So many different points asked of one device, most of them once, some refused. Default:"
              + " ${DEFAULT-VALUE}.")
  int scanPoints;

  @Option(
      names = "--scan-walk-points",
      paramLabel = "N",
      defaultValue = "100",
      description =
          "So many where none is refused and most lie one next to another. Default:"
              + " ${DEFAULT-VALUE}.")
  int scanWalkPoints;

  ControlOptions control() {
    if (!(learnShare >= 0 && learnShare < 1) || !(probeShare >= 0 && probeShare <= 1)) {
      throw CommandException.usage(
          "--learn-share must be 0 or more and below 1, --probe-share 0 to 1.");
    }
    atLeastOne(slaveAnswers, "--slave-answers");
    atLeastOne(sweepTargets, "--sweep-targets");
    atLeastOne(probeRequests, "--probe-requests");
    atLeastOne(leastWrites, "--least-writes");
    return new ControlOptions(
        learnShare,
        leastLearnMillis * NANOS_A_MILLI,
        slaveAnswers,
        slaveMillis * NANOS_A_MILLI,
        sweepTargets,
        probeRequests,
        probeShare,
        leastWrites);
  }

  ScanOptions scan() {
    atLeastOne(scanTargets, "--scan-targets");
    atLeastOne(scanPorts, "--scan-ports");
    atLeastOne(scanMostTries, "--scan-most-tries");
    atLeastOne(scanFunctions, "--scan-functions");
    atLeastOne(scanPoints, "--scan-points");
    atLeastOne(scanWalkPoints, "--scan-walk-points");
    return new ScanOptions(
        scanTargets, scanPorts, scanMostTries, scanFunctions, scanPoints, scanWalkPoints);
  }

  private static void atLeastOne(int value, String option) {
    if (value < 1) {
      throw CommandException.usage(option + " is " + value + "; it must be 1 or more.");
    }
  }
}
