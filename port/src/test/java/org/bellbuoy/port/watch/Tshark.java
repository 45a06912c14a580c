package org.bellbuoy.port.watch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Asks tshark what it reads in a capture; skips the test where it is not installed. */
public final class Tshark {
  private Tshark() {}

  /**
   * Fields of all packets that pass a filter; a field that occurs several times in a packet has its
   * values separated by commas.
   */
  public static List<String[]> fields(Path capture, String filter, String... fields) {
    List<String> command =
        new ArrayList<>(
            List.of("tshark", "-n", "-r", capture.toString(), "-Y", filter, "-T", "fields"));
    for (String field : fields) {
      command.add("-e");
      command.add(field);
    }
    List<String[]> rows = new ArrayList<>();
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          rows.add(line.split("\t", -1));
        }
      }
      int status = process.waitFor();
      if (status != 0) {
        throw new IllegalStateException("tshark ended with " + status + " on " + capture);
      }
    } catch (IOException e) {
      Assumptions.abort("tshark is not installed");
    } catch (InterruptedException e) {
      throw new UncheckedIOException(new IOException(e));
    }
    return rows;
  }
}
