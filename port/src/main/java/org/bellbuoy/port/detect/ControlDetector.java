package org.bellbuoy.port.detect;

import java.util.List;
import org.bellbuoy.port.operation.OperationSink;
import org.jspecify.annotations.Nullable;

/**
 * Notes commands that nothing shows to be usual: {@code port.control}. Memory grows with pairs that
 * speak and with days on which they command, not with operations.
 */
final class ControlDetector implements PortDetector {
  private final PairTable seen;
  private final ControlOptions options;
  private final ScanOptions scan;
  private final @Nullable PairTable baseline;

  ControlDetector(
      PairTable seen, ControlOptions options, ScanOptions scan, @Nullable PairTable baseline) {
    this.seen = seen;
    this.options = options;
    this.scan = scan;
    this.baseline = baseline;
  }

  @Override
  public OperationSink operations() {
    return seen;
  }

  @Override
  public List<PortFact> facts(long lastNanos) {
    return new ControlJudge(seen, Usual.of(seen, baseline, options), options, scan).facts();
  }
}
