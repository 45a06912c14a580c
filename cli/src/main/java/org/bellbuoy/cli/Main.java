package org.bellbuoy.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Starts Bellbuoy. */
public final class Main {
  private Main() {}

  /** Runs the command that the arguments name and exits with its status. */
  public static void main(String[] args) {
    PrintStream out =
        new PrintStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
            false,
            StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    Environment environment =
        new Environment(
            System.in,
            out,
            err,
            Boolean.getBoolean("bellbuoy.terminal"),
            System::nanoTime,
            Runtime.getRuntime().availableProcessors(),
            Path.of(""));
    int status =
        args.length == 1 && args[0].equals(Training.ARGUMENT)
            ? Training.run(environment)
            : Bellbuoy.run(environment, args);
    out.flush();
    System.exit(status);
  }
}
