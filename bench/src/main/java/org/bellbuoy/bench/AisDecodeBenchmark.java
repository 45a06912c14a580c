package org.bellbuoy.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.bellbuoy.sea.ais.NmeaReader;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A million lines of real recordings, in memory, on one thread, all fields read: Bellbuoy against
 * AisLib 2.8.5 on the same bytes. {@code -p folder=DIR} names a folder of .gz recordings; without
 * one, three sentences of gpsd's sample are repeated.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class AisDecodeBenchmark {
  private static final int LINES = 1_000_000;
  private static final String SAMPLE =
      """
      !AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A
      !AIVDM,2,1,1,A,55?MbV02;H;s<HtKR20EHE:0@T4@Dn2222222216L961O5Gf0NSQEp6ClRp8,0*1C
      !AIVDM,2,2,1,A,88888888880,2*25
      """;

  /** Folder of recordings, or "sample". */
  @Param("sample")
  public String folder = "sample";

  private byte[] bytes = new byte[0];

  /** Messages decoded, as a rate. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Counter {
    /** Messages decoded. */
    public long messages;

    /** Lines read. */
    public long lines;
  }

  /** Loads the recordings and repeats them. */
  @Setup
  public void load() throws IOException {
    List<byte[]> files = new ArrayList<>();
    if (Files.isDirectory(Path.of(folder))) {
      try (DirectoryStream<Path> paths = Files.newDirectoryStream(Path.of(folder), "*.gz")) {
        for (Path path : paths) {
          try (InputStream in = new GZIPInputStream(Files.newInputStream(path))) {
            files.add(in.readAllBytes());
          }
        }
      }
    } else {
      files.add(SAMPLE.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    int lines = 0;
    while (lines < LINES && !files.isEmpty()) {
      for (byte[] file : files) {
        for (int i = 0; i < file.length && lines < LINES; i++) {
          all.write(file[i]);
          lines += file[i] == '\n' ? 1 : 0;
        }
      }
    }
    bytes = all.toByteArray();
  }

  /** Ours. */
  @Benchmark
  public long bellbuoy(Counter counter) {
    AisSink sink = new AisSink();
    NmeaReader reader = new NmeaReader(sink);
    int chunk = 1 << 16;
    for (int at = 0; at < bytes.length; at += chunk) {
      reader.read(bytes, at, Math.min(bytes.length, at + chunk));
    }
    reader.finish();
    counter.messages += sink.messages;
    counter.lines += LINES;
    return sink.sum;
  }

  /** AisLib. */
  @Benchmark
  public long aisLib(Counter counter) throws IOException {
    AisLibFeed feed = new AisLibFeed();
    feed.read(bytes);
    counter.messages += feed.messages;
    counter.lines += LINES;
    return feed.sum;
  }
}
