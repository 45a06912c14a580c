package org.bellbuoy.port.session;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.Inputs;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.port.watch.PortProtocols;
import org.bellbuoy.port.watch.PortReading;

/** The session register over whole captures; for tests. */
final class Registered {
  private Registered() {}

  static List<RemoteSession> of(Path... files) {
    try {
      return read(Inputs.find(List.of(files).stream().map(Path::toString).toList(), System.in));
    } catch (SourceException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<RemoteSession> of(byte[] capture) {
    return read(
        List.of(
            new Input(
                "capture",
                "capture",
                capture.length,
                true,
                () -> new ByteArrayInputStream(capture))));
  }

  private static List<RemoteSession> read(List<Input> inputs) {
    SessionRegister register = new SessionRegister();
    try {
      new PortReading(PortProtocols::all)
          .read(
              inputs,
              new PortReading.Listeners(register, attribute -> {}, register, register),
              RejectLog.counting(),
              Progress.silent());
    } catch (SourceException e) {
      throw new IllegalStateException(e);
    }
    return register.sessions();
  }
}
