package org.bellbuoy.register.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.register.model.Register;
import org.junit.jupiter.api.Assumptions;

/** What tests of readers share: data beside the checkout, and what a reader makes of bytes. */
public final class Staged {
  private Staged() {}

  /** A file of others; the test is skipped where it is absent. */
  public static Path file(String path) {
    Path root = Path.of(System.getProperty("bellbuoy.root", "."));
    Path file = root.resolve("../shared/data/register").resolve(path);
    Assumptions.assumeTrue(Files.exists(file), path + " is not here.");
    return file;
  }

  /** What was read of files. */
  public record Read(Loaded loaded, List<Reject> rejects) {
    public Register register() {
      return Register.of(loaded.sources(), loaded.entities(), loaded.roles());
    }

    /** Reasons of rejects in their order. */
    public List<String> reasons() {
      return rejects.stream().map(Reject::reason).toList();
    }
  }

  /** Reads files together. */
  public static Read files(Function<Consumer<Reject>, ExchangeReader> of, Path... files) {
    List<Reject> rejects = new ArrayList<>();
    ExchangeReader reader = of.apply(rejects::add);
    try {
      for (Path file : files) {
        try (InputStream in = Files.newInputStream(file)) {
          reader.read(in, file.getFileName().toString(), 0);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Read(reader.loaded(), rejects);
  }

  /** Reads texts together, as files test-1, test-2 ... */
  public static Read texts(Function<Consumer<Reject>, ExchangeReader> of, String... texts) {
    byte[][] bytes = new byte[texts.length][];
    for (int i = 0; i < texts.length; i++) {
      bytes[i] = texts[i].getBytes(StandardCharsets.UTF_8);
    }
    return bytes(of, bytes);
  }

  /** Reads bytes together. */
  public static Read bytes(Function<Consumer<Reject>, ExchangeReader> of, byte[]... files) {
    List<Reject> rejects = new ArrayList<>();
    ExchangeReader reader = of.apply(rejects::add);
    try {
      for (int i = 0; i < files.length; i++) {
        reader.read(new ByteArrayInputStream(files[i]), "test-" + (i + 1), i);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Read(reader.loaded(), rejects);
  }

  /** Text damaged at some places, the same for the same seed. */
  public static byte[] damaged(String text, long seed) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    java.util.SplittableRandom random = new java.util.SplittableRandom(seed);
    byte[] signs = "{}[]\",:\\0-9e\n;#%".getBytes(StandardCharsets.UTF_8);
    int changes = random.nextInt(1, 6);
    for (int i = 0; i < changes; i++) {
      bytes[random.nextInt(bytes.length)] =
          random.nextInt(4) == 0 ? (byte) random.nextInt(256) : signs[random.nextInt(signs.length)];
    }
    int cut = random.nextInt(10) == 0 ? random.nextInt(bytes.length) : bytes.length;
    return java.util.Arrays.copyOf(bytes, cut);
  }
}
