package org.bellbuoy.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs command lines and keeps what they say. */
final class CommandLines {
  private CommandLines() {}

  /** What came of one command line. */
  record Said(int status, String out, String err) {
    List<String> errLines() {
      return err.lines().toList();
    }
  }

  /** Without input, and with output that goes nowhere. */
  static Environment environment() {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    return new Environment(
        InputStream.nullInputStream(), nowhere, nowhere, false, System::nanoTime, 2, Path.of(""));
  }

  static Said run(Object... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] args = new String[arguments.length];
    for (int i = 0; i < args.length; i++) {
      args[i] = arguments[i].toString();
    }
    int status =
        Bellbuoy.run(
            new Environment(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                System::nanoTime,
                2,
                Path.of("")),
            args);
    return new Said(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
