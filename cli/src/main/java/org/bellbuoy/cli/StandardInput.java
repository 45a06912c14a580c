package org.bellbuoy.cli;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.bellbuoy.core.source.Content;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.Inputs;
import org.bellbuoy.core.source.SourceException;

/**
 * Standard input, kept as a file beside the findings so that they can be derived again from its
 * bytes.
 */
final class StandardInput {
  private static final String NAME = "standard-input";

  /** Compressed content shows its first byte within so many. */
  private static final int LOOK_BYTES = 1 << 16;

  private final Path kept;
  private final Path partial;
  private boolean taken;

  StandardInput(Path folder) {
    kept = folder.resolve(NAME);
    partial = folder.resolve(NAME + ".part");
  }

  /**
   * Inputs behind paths; {@code -} is kept in that folder before anything is read.
   *
   * @param folder must be there
   */
  static List<Input> kept(List<String> paths, InputStream in, Path folder)
      throws IOException, SourceException {
    if (!paths.contains("-")) {
      return Inputs.find(paths, InputStream.nullInputStream());
    }
    StandardInput standard = new StandardInput(folder);
    standard.keep(in);
    return Inputs.find(
        paths.stream().map(p -> p.equals("-") ? standard.kept.toString() : p).toList(),
        InputStream.nullInputStream());
  }

  /** The same, but that {@code -} alone is read as it comes and kept meanwhile. */
  static List<Input> asItComes(List<String> paths, InputStream in, Path folder)
      throws IOException, SourceException {
    return paths.equals(List.of("-"))
        ? List.of(new StandardInput(folder).keeping(in))
        : kept(paths, in, folder);
  }

  /**
   * The same for captures, and for logs of Zeek or Suricata: those are told by looking into a file,
   * so what begins as they do is kept first.
   */
  static List<Input> captureAsItComes(List<String> paths, InputStream in, Path folder)
      throws IOException, SourceException {
    if (!paths.equals(List.of("-"))) {
      return kept(paths, in, folder);
    }
    BufferedInputStream ahead = new BufferedInputStream(in, LOOK_BYTES);
    ahead.mark(LOOK_BYTES);
    int first = first(ahead);
    ahead.reset();
    return first == '#' || first == '{'
        ? kept(paths, ahead, folder)
        : asItComes(paths, ahead, folder);
  }

  /**
   * The first byte of the content, −1 where there is none. One byte tells text from captures; to
   * wait for more than what it takes to decompress it would hold up a live one.
   */
  private static int first(InputStream ahead) throws SourceException {
    Input looked = new Input(NAME, "-", -1, true, () -> new Start(ahead));
    // Not closed: the stream goes on.
    byte[] head = Content.open(looked).peekWhatComes(1, 0);
    return head.length == 0 ? -1 : head[0] & 0xff;
  }

  /** As much of a stream as can be given back. */
  private static final class Start extends FilterInputStream {
    private int left = LOOK_BYTES - 1;

    Start(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = left > 0 ? super.read() : -1;
      left -= one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int n = left > 0 ? super.read(buffer, from, Math.min(length, left)) : -1;
      left -= Math.max(0, n);
      return n;
    }

    @Override
    public void close() {
      // What follows is read by others.
    }
  }

  /** Keeps all of it before anything is read. */
  void keep(InputStream in) throws IOException {
    try (OutputStream to = Files.newOutputStream(partial)) {
      in.transferTo(to);
    }
    Files.move(partial, kept, StandardCopyOption.REPLACE_EXISTING);
  }

  /** An input that keeps it while it is read for the first time, and gives the file after that. */
  Input keeping(InputStream in) {
    return new Input(
        NAME,
        kept.toString(),
        -1,
        true,
        () -> {
          if (taken) {
            return Files.newInputStream(kept);
          }
          taken = true;
          return new Keeping(in, Files.newOutputStream(partial));
        });
  }

  private final class Keeping extends InputStream {
    private final InputStream in;
    private final OutputStream to;
    private boolean ended;

    Keeping(InputStream in, OutputStream to) {
      this.in = in;
      this.to = to;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      int n = read(one, 0, 1);
      return n < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int n = in.read(buffer, from, length);
      if (n > 0) {
        to.write(buffer, from, n);
      } else if (n < 0) {
        end();
      }
      return n;
    }

    /** What was read is kept, also where the reading stopped early. */
    private void end() throws IOException {
      if (!ended) {
        ended = true;
        to.close();
        Files.move(partial, kept, StandardCopyOption.REPLACE_EXISTING);
      }
    }

    @Override
    public void close() throws IOException {
      end();
    }
  }
}
