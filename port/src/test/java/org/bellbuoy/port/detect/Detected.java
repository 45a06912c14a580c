package org.bellbuoy.port.detect;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.Inputs;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.port.decode.ConversationListener;
import org.bellbuoy.port.decode.PacketListener;
import org.bellbuoy.port.operation.AttributeSink;
import org.bellbuoy.port.operation.OperationSink;
import org.bellbuoy.port.watch.PortProtocols;
import org.bellbuoy.port.watch.PortReading;

/** The facts of one detector over whole captures; for tests. */
public final class Detected {
  private Detected() {}

  /** Over files. */
  public static List<PortFact> facts(PortDetector detector, Path... files) {
    try {
      return read(
          detector, Inputs.find(Arrays.stream(files).map(Path::toString).toList(), System.in));
    } catch (SourceException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Over a capture that is held in memory. */
  public static List<PortFact> facts(PortDetector detector, byte[] capture) {
    return read(
        detector,
        List.of(
            new Input(
                "capture",
                "capture",
                capture.length,
                true,
                () -> new ByteArrayInputStream(capture))));
  }

  private static List<PortFact> read(PortDetector detector, List<Input> inputs) {
    OperationSink operations = detector.operations();
    AttributeSink attributes = detector.attributes();
    PacketListener packets = detector.packets();
    ConversationListener conversations = detector.conversations();
    PortReading.Listeners listeners =
        new PortReading.Listeners(
            operations == null ? operation -> {} : operations,
            attributes == null ? attribute -> {} : attributes,
            packets == null ? (view, mark) -> {} : packets,
            conversations == null ? new ConversationListener() {} : conversations);
    try {
      PortReading.Result result =
          new PortReading(PortProtocols::all)
              .read(inputs, listeners, RejectLog.counting(), Progress.silent());
      return detector.facts(result.health().lastNanos());
    } catch (SourceException e) {
      throw new IllegalStateException(e);
    }
  }
}
