package org.bellbuoy.server.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bellbuoy.core.source.Content;
import org.bellbuoy.core.source.SourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class ZipWalkTest {
  @TempDir Path folder;

  @Test
  void aCollectionInAZipIsReadWithoutUnpacking() throws Exception {
    Path zip =
        TreeFiles.zip(
            folder.resolve("Collection-SP02-2025-07-20T10_00_00Z.zip"),
            "uploads/auto/C%3A/inetpub/wwwroot/a.aspx",
            "page",
            "uploads/auto/C%3A/inetpub/logs/LogFiles/W3SVC1/u_ex250718.log",
            "#Fields: date\r\n");
    ServerTree tree = TreeFiles.one(zip);
    assertThat(tree.identity().host()).isEqualTo("SP02");
    assertThat(tree.files(FileRole.IIS_LOG)).hasSize(1);
    TreeFile page = tree.files(FileRole.WEB_SCRIPT).getFirst();
    assertThat(TreeFiles.read(page)).isEqualTo("page");
    assertThat(page.input().path()).isEqualTo(zip + "!uploads/auto/C%3A/inetpub/wwwroot/a.aspx");
    assertThat(folder).isDirectoryNotContaining(p -> !p.equals(zip));
  }

  @Test
  void namesThatLeadElsewhereAreRefusedOrTakenAsWithin() throws Exception {
    Path zip =
        TreeFiles.zip(
            folder.resolve("a.zip"),
            "../../etc/x.aspx",
            "1",
            "a\\..\\..\\y.aspx",
            "2",
            "/C/inetpub/wwwroot/z.aspx",
            "3",
            "C:\\inetpub\\wwwroot\\w.aspx",
            "4",
            "C/inetpub/wwwroot//z.aspx",
            "5",
            "n\u0001.aspx",
            "6");
    ServerTree tree = TreeFiles.one(zip);
    assertThat(TreeFiles.paths(tree))
        .containsExactly("C/inetpub/wwwroot/z.aspx", "C:/inetpub/wwwroot/w.aspx");
    assertThat(TreeFiles.read(tree.files().getFirst())).isEqualTo("3");
    assertThat(tree.files()).allMatch(f -> f.role() == FileRole.WEB_SCRIPT);
    assertThat(tree.problems())
        .containsExactlyInAnyOrder(
            zip + "!../../etc/x.aspx has '..' in its name and is left out.",
            zip + "!a\\..\\..\\y.aspx has '..' in its name and is left out.",
            zip
                + "!/C/inetpub/wwwroot/z.aspx has an absolute name, which is taken as one within the tree.",
            zip + "!C/inetpub/wwwroot//z.aspx has the name of an entry before it and is left out.",
            zip + "!n\uFFFD.aspx has control characters in its name and is left out.");
  }

  @Test
  void anEntryThatUnpacksToAThousandTimesItsSizeIsRefused() throws Exception {
    Path zip = folder.resolve("bomb.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("noise.bin"));
      byte[] noise = new byte[1 << 20];
      new Random(1).nextBytes(noise);
      out.write(noise);
      out.putNextEntry(new ZipEntry("u_ex250718.log"));
      TreeFiles.zeros(out, 64L << 20);
    }
    ServerTree tree = TreeFiles.one(zip);
    assertThat(TreeFiles.paths(tree)).containsExactly("noise.bin");
    assertThat(tree.problems())
        .containsExactly(
            zip
                + "!u_ex250718.log unpacks to more than 200 times its stored size, as zip bombs"
                + " do, and is left out.");
  }

  @Test
  void aZipOfManySmallBombsIsRefusedAsAWhole() throws Exception {
    Path zip = folder.resolve("many.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (int i = 0; i < 8; i++) {
        out.putNextEntry(new ZipEntry("u_ex25071" + i + ".log"));
        TreeFiles.zeros(out, 8L << 20);
      }
    }
    ServerTree tree = TreeFiles.one(zip);
    assertThat(tree.files()).isEmpty();
    assertThat(tree.problems())
        .containsExactly(
            zip + " unpacks to more than 200 times its size, as zip bombs do, and is left out.");
  }

  @Test
  void tooManyEntriesOrBytesAreRefused() throws Exception {
    Path zip = TreeFiles.zip(folder.resolve("a.zip"), "a.aspx", "1", "b.aspx", "22", "c.aspx", "3");
    assertThat(problems(zip, new TreeLimits(10, 10, 2, 100, 100)))
        .containsExactly(zip + " holds 3 entries, more than the 2 that are read, and is left out.");
    assertThat(problems(zip, new TreeLimits(10, 10, 3, 3, 100)))
        .containsExactly(zip + " unpacks to more than 3 bytes and is left out.");
  }

  @Test
  void anEntryThatHoldsMoreThanItDeclaresEndsWithAProblem() throws Exception {
    Path zip = folder.resolve("lie.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("a.aspx"));
      TreeFiles.zeros(out, 1 << 20);
    }
    declareSize(zip, 1000);
    TreeFile file = TreeFiles.one(zip).files().getFirst();
    assertThat(file.bytes()).isEqualTo(1000);
    try (Content content = Content.open(file.input())) {
      byte[] buffer = new byte[1 << 16];
      while (content.read(buffer) >= 0) {
        assertThat(content.offset()).isLessThan(1 << 20);
      }
      assertThat(content.problem()).contains("more bytes than the archive declares");
    }
  }

  @Test
  void archivesWithinArchivesAreNamedAndNotOpened() throws Exception {
    Path inner = TreeFiles.zip(folder.resolve("inner.zip"), "x.aspx", "x");
    Path zip = folder.resolve("outer.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("in/inner.zip"));
      out.write(Files.readAllBytes(inner));
    }
    ServerTree tree = TreeFiles.one(zip);
    assertThat(TreeFiles.paths(tree)).containsExactly("in/inner.zip");
    assertThat(tree.problems())
        .containsExactly(zip + "!in/inner.zip is an archive within an archive and is not opened.");
  }

  @Test
  void damagedZipsAreNamedOrReadNeverThrown() throws Exception {
    byte[] whole =
        Files.readAllBytes(
            TreeFiles.zip(
                folder.resolve("w.zip"), "u_ex250718.log", TreeFiles.IIS, "b.aspx", "b", "c", "d"));
    Path zip = folder.resolve("d.zip");
    Random random = new Random(11);
    int read = 0;
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = whole.clone();
      for (int c = random.nextInt(3); c >= 0; c--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Files.write(zip, bytes);
      ServerTree tree = TreeFiles.one(zip);
      assertThat(tree.files().isEmpty() && tree.problems().isEmpty()).isFalse();
      for (TreeFile file : tree.files()) {
        try {
          TreeFiles.read(file);
          read++;
        } catch (SourceException e) {
          assertThat(e).hasMessageContaining("cannot be opened");
        }
      }
    }
    assertThat(read).isGreaterThan(1_000);
  }

  @Test
  void aFileThatIsNoZipIsNamed() throws Exception {
    Path zip = TreeFiles.write(folder, "no.zip", "hello");
    assertThat(TreeFiles.one(zip).problems())
        .singleElement()
        .asString()
        .contains("is no zip that can be read");
  }

  private static List<String> problems(Path zip, TreeLimits limits) throws Exception {
    return ServerTrees.open(List.of(zip), null, limits).getFirst().problems();
  }

  /** Overwrites the uncompressed size in the central directory. */
  private static void declareSize(Path zip, int size) throws IOException {
    byte[] bytes = Files.readAllBytes(zip);
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < bytes.length - 4; i++) {
      if (buffer.getInt(i) == 0x02014b50) {
        buffer.putInt(i + 24, size);
      }
    }
    Files.write(zip, bytes);
  }
}
