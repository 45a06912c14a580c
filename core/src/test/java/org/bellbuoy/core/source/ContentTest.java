package org.bellbuoy.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentTest {
  private static final byte[] PLAIN = plain();

  @TempDir private Path folder;

  private record Read(byte[] bytes, SourceInfo info) {}

  private static byte[] plain() {
    byte[] bytes = new byte[300_000];
    new Random(1).nextBytes(bytes);
    return bytes;
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static Read read(byte[] stored) throws Exception {
    Input input =
        new Input("x", "x.gz", stored.length, true, () -> new ByteArrayInputStream(stored));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[5000];
    try (Content content = Content.open(input)) {
      byte[] head = content.peek(100);
      for (int n = content.read(buffer); n > 0; n = content.read(buffer)) {
        out.write(buffer, 0, n);
      }
      SourceInfo info = content.finish("test");
      assertThat(out.toByteArray()).startsWith(head);
      assertThat(info.contentBytes()).isEqualTo(out.size());
      assertThat(info.contentSha256()).isEqualTo(sha256(out.toByteArray()));
      return new Read(out.toByteArray(), info);
    }
  }

  private static byte[] join(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  @Test
  void plainGzipZstdAndNestedContentComeOutAlike() throws Exception {
    byte[] gzip = gzip(PLAIN);
    for (byte[] stored : List.of(PLAIN, gzip, Zstd.compress(PLAIN), gzip(Zstd.compress(gzip)))) {
      Read read = read(stored);
      assertThat(read.bytes()).isEqualTo(PLAIN);
      assertThat(read.info().problem()).isNull();
      assertThat(read.info().storedSha256()).isEqualTo(sha256(stored));
      assertThat(read.info().storedBytes()).isEqualTo(stored.length);
    }
  }

  @Test
  void aShortFileOfWhichOnlySomeIsWantedHasTwoDigests() throws Exception {
    byte[] stored = Arrays.copyOf(plain(), 300);
    Input input = new Input("x", "x", stored.length, true, () -> new ByteArrayInputStream(stored));
    byte[] buffer = new byte[100];
    try (Content content = Content.open(input)) {
      content.peek(1000);
      int n = content.read(buffer);
      SourceInfo info = content.finish("test");
      assertThat(info.contentBytes()).isEqualTo(n).isEqualTo(100);
      assertThat(info.contentSha256()).isEqualTo(sha256(Arrays.copyOf(stored, 100)));
      assertThat(info.storedSha256()).isEqualTo(sha256(stored));
    }
  }

  @Test
  void membersOfOneGzipFollowEachOther() throws Exception {
    Read read = read(join(join(gzip(PLAIN), gzip(PLAIN)), new byte[20]));
    assertThat(read.bytes()).isEqualTo(join(PLAIN, PLAIN));
    assertThat(read.info().problem()).isNull();
  }

  @Test
  void whatCameBeforeACutIsKeptAndTheCutIsTold() throws Exception {
    byte[] gzip = gzip(PLAIN);
    Read read = read(Arrays.copyOf(gzip, 200_000));
    assertThat(read.bytes().length).isGreaterThan(150_000);
    assertThat(PLAIN).startsWith(read.bytes());
    assertThat(read.info().problem())
        .isEqualTo(
            "The gzip stream of x.gz ends early at content offset "
                + read.bytes().length
                + ": what came before it was read; fetch the file again.");
    assertThat(read.info().storedSha256()).isEqualTo(sha256(Arrays.copyOf(gzip, 200_000)));
    assertThat(read(Arrays.copyOf(Zstd.compress(PLAIN), 200_000)).info().problem())
        .contains("The zstd stream of x.gz ends early");
  }

  @Test
  void damageIsToldAndEveryTruncationIsSurvived() throws Exception {
    byte[] gzip = gzip("some words, some words, some words".getBytes(StandardCharsets.US_ASCII));
    for (int length = 2; length < gzip.length; length++) {
      assertThat(read(Arrays.copyOf(gzip, length)).info().problem()).contains("ends early");
    }
    for (int at = 2; at < gzip.length; at++) {
      byte[] damaged = gzip.clone();
      damaged[at] ^= 0x55;
      read(damaged);
    }
    byte[] sum = gzip.clone();
    sum[gzip.length - 8] ^= 1;
    assertThat(read(sum).info().problem()).contains("is damaged");
    assertThat(read(join(gzip, "tail".getBytes(StandardCharsets.US_ASCII))).info().problem())
        .contains("has other bytes behind its end");
  }

  @Test
  void foldersArchivesAndStandardInputAreFoundInOrder() throws Exception {
    Files.createDirectories(folder.resolve("b"));
    Files.write(folder.resolve("b/two.csv.gz"), gzip(PLAIN));
    Files.writeString(folder.resolve("one.txt"), "1");
    Files.writeString(folder.resolve(".hidden"), "h");
    Files.createSymbolicLink(folder.resolve("b/loop"), folder);
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(folder.resolve("z.zip")))) {
      for (String name : List.of("in/y.log", "../x.log")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(PLAIN);
        zip.closeEntry();
      }
    }
    List<Input> found =
        Inputs.find(List.of(folder.toString(), "-"), new ByteArrayInputStream(PLAIN));
    assertThat(found)
        .extracting(Input::name)
        .containsExactly("two.csv", "one.txt", "x.log", "y.log", "standard input");
    assertThat(found.get(2).path()).endsWith("z.zip!../x.log");
    for (Input input : List.of(found.get(0), found.get(2), found.get(4))) {
      try (Content content = Content.open(input)) {
        assertThat(content.peek(50)).isEqualTo(Arrays.copyOf(PLAIN, 50));
      }
    }
  }

  @Test
  void whatCannotBeReadIsSaidInASentence() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path zip = Files.writeString(folder.resolve("not.zip"), "no");
    assertThatThrownBy(() -> find("nowhere.txt"))
        .isInstanceOf(SourceException.class)
        .hasMessage("There is no file or folder nowhere.txt; check the spelling.");
    assertThatThrownBy(() -> find(empty.toString())).hasMessageContaining("holds no data");
    assertThatThrownBy(() -> find(zip.toString())).hasMessageContaining("is not a zip archive");
  }

  private static List<Input> find(String path) throws SourceException {
    return Inputs.find(List.of(path), InputStream.nullInputStream());
  }
}
