package org.bellbuoy.port.watch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.bellbuoy.core.reject.RejectLog;
import org.bellbuoy.core.run.Progress;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.Inputs;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.decode.ConversationListener;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.decode.Decoders;
import org.bellbuoy.port.operation.Attribute;
import org.bellbuoy.port.operation.Operation;
import org.junit.jupiter.api.Assumptions;

/** All that a reading of captures tells, kept to be asked about; for tests of decoders. */
public final class Recorded {
  public final List<Operation> operations = new ArrayList<>();
  public final List<Attribute> attributes = new ArrayList<>();
  public final List<Conversation> conversations = new ArrayList<>();
  public final RejectLog rejects = RejectLog.counting();
  public final PortReading.Result result;

  private Recorded(List<Input> inputs, Function<DecodeContext, Decoders> decoders) {
    try {
      result =
          new PortReading(decoders)
              .read(
                  inputs,
                  new PortReading.Listeners(
                      operation -> operations.add(operation.copy()),
                      attributes::add,
                      (view, mark) -> {},
                      new ConversationListener() {
                        @Override
                        public void closed(Conversation conversation) {
                          conversations.add(conversation);
                        }
                      }),
                  rejects,
                  Progress.silent());
    } catch (SourceException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads files with all decoders. */
  public static Recorded of(Path... files) {
    try {
      return new Recorded(
          Inputs.find(Arrays.stream(files).map(Path::toString).toList(), System.in),
          PortProtocols::all);
    } catch (SourceException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads captures that are held in memory with all decoders. */
  public static Recorded of(byte[]... captures) {
    return with(PortProtocols::all, captures);
  }

  /** Reads captures that are held in memory with those decoders. */
  public static Recorded with(Function<DecodeContext, Decoders> decoders, byte[]... captures) {
    List<Input> inputs = new ArrayList<>();
    for (int i = 0; i < captures.length; i++) {
      byte[] capture = captures[i];
      inputs.add(
          new Input(
              "capture" + i,
              "capture" + i,
              capture.length,
              true,
              () -> new ByteArrayInputStream(capture)));
    }
    return new Recorded(inputs, decoders);
  }

  /** A file among the shared data of the port; skips the test where it is absent. */
  public static Path shared(String path) {
    Path file =
        Path.of(System.getProperty("bellbuoy.root", "."), "..", "shared", "data", "port")
            .resolve(path);
    Assumptions.assumeTrue(Files.exists(file), "the shared data are not here: " + path);
    return file;
  }

  /** The bytes of a shared file. */
  public static byte[] bytes(String path) {
    try {
      return Files.readAllBytes(shared(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
