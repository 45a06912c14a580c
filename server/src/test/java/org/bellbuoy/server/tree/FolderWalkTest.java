package org.bellbuoy.server.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class FolderWalkTest {
  @TempDir Path folder;

  @Test
  void aLoopOfLinksEndsAndEachFileComesOnce() throws Exception {
    TreeFiles.write(folder, "root/C/inetpub/wwwroot/a.aspx", "a");
    Path root = folder.resolve("root");
    Files.createSymbolicLink(root.resolve("C/inetpub/wwwroot/again"), root);
    Files.createSymbolicLink(root.resolve("C/self"), root.resolve("C/self"));
    Files.createSymbolicLink(root.resolve("C/copy.aspx"), root.resolve("C/inetpub/wwwroot/a.aspx"));
    ServerTree tree = TreeFiles.one(root);
    assertThat(TreeFiles.paths(tree)).containsExactly("C/inetpub/wwwroot/a.aspx");
    assertThat(tree.problems())
        .containsExactly("C/self is a link that leads nowhere or to itself and is not followed.");
  }

  @Test
  void aFolderWhoseListingFailsIsNamedAndTheRestIsRead() throws Exception {
    TreeFiles.write(folder, "C/inetpub/closed/a.aspx", "a");
    TreeFiles.write(folder, "C/inetpub/wwwroot/b.aspx", "b");
    Problems problems = new Problems();
    Gathered gathered = new Gathered(TreeLimits.defaults(), problems, null);
    new FolderWalk(
            folder,
            "",
            TreeLimits.defaults(),
            problems,
            gathered,
            path -> {
              if (path.endsWith("closed")) {
                throw new AccessDeniedException(path.toString());
              }
              return Files.newDirectoryStream(path);
            })
        .walk();
    assertThat(gathered.files())
        .extracting(TreeFile::path)
        .containsExactly("C/inetpub/wwwroot/b.aspx");
    assertThat(problems.sentences())
        .containsExactly(
            "C/inetpub/closed/ is a folder that cannot be read; check its permissions.");
  }

  @Test
  void nothingOutsideTheRootIsRead() throws Exception {
    TreeFiles.write(folder, "outside/secret.aspx", "s");
    TreeFiles.write(folder, "root/C/inetpub/wwwroot/a.aspx", "a");
    Path web = folder.resolve("root/C/inetpub/wwwroot");
    Files.createSymbolicLink(web.resolve("out"), folder.resolve("outside"));
    Files.createSymbolicLink(web.resolve("b.aspx"), folder.resolve("outside/secret.aspx"));
    ServerTree tree = TreeFiles.one(folder.resolve("root"));
    assertThat(TreeFiles.paths(tree)).containsExactly("C/inetpub/wwwroot/a.aspx");
    assertThat(tree.problems())
        .hasSize(2)
        .allMatch(p -> p.endsWith("is a link that leads out of the root and is not followed."));
  }

  @Test
  void aFileThatBecomesALinkLaterIsNotFollowed() throws Exception {
    TreeFiles.write(folder, "outside.aspx", "s");
    Path page = TreeFiles.write(folder, "root/C/inetpub/wwwroot/a.aspx", "a");
    ServerTree tree = TreeFiles.one(folder.resolve("root"));
    Files.delete(page);
    Files.createSymbolicLink(page, folder.resolve("outside.aspx"));
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> TreeFiles.read(tree.files().getFirst())))
        .hasMessageContaining("cannot be opened");
  }

  @Test
  void aPipeIsNamedAndNotWaitedFor() throws Exception {
    TreeFiles.write(folder, "a.log", TreeFiles.IIS);
    Process made = new ProcessBuilder("mkfifo", folder.resolve("pipe.log").toString()).start();
    assumeTrue(made.waitFor(10, TimeUnit.SECONDS) && made.exitValue() == 0, "no mkfifo here");
    ServerTree tree = TreeFiles.one(folder);
    assertThat(TreeFiles.paths(tree)).containsExactly("a.log");
    assertThat(tree.problems())
        .containsExactly("pipe.log is a pipe, socket or device and is not opened.");
  }

  @Test
  void whatCannotBeReadIsNamedAndTheRestIsRead() throws Exception {
    TreeFiles.write(folder, "a.log", TreeFiles.IIS);
    Path shut = TreeFiles.write(folder, "b.log", TreeFiles.IIS);
    Path shutFolder = TreeFiles.write(folder, "c/d.log", TreeFiles.IIS).getParent();
    Files.setPosixFilePermissions(shut, Set.of());
    Files.setPosixFilePermissions(shutFolder, Set.of());
    try {
      assumeFalse(Files.isReadable(shut), "this user may read everything");
      ServerTree tree = TreeFiles.one(folder);
      assertThat(TreeFiles.paths(tree)).containsExactly("a.log");
      assertThat(tree.problems())
          .containsExactly(
              "b.log cannot be read; check its permissions.",
              "c/ is a folder that cannot be read; check its permissions.");
    } finally {
      Files.setPosixFilePermissions(shutFolder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void manyProblemsOfOneKindAreCounted() throws IOException, Exception {
    TreeFiles.write(folder, "a.log", TreeFiles.IIS);
    for (int i = 0; i < 25; i++) {
      Files.createSymbolicLink(folder.resolve("l" + i), Path.of("nowhere"));
    }
    assertThat(TreeFiles.one(folder).problems())
        .hasSize(Problems.NAMED + 1)
        .last()
        .isEqualTo("5 more: is a link that leads nowhere or to itself and is not followed.");
  }

  @Test
  void hiddenFilesAreReadAndOwnOnesAreNot() throws Exception {
    TreeFiles.write(folder, ".hidden/x.aspx", "x");
    TreeFiles.write(folder, ".bellbuoy-cache/y.aspx", "y");
    TreeFiles.write(folder, "C/inetpub/wwwroot/.bellbuoy/z.aspx", "z");
    ServerTree tree = TreeFiles.one(folder);
    assertThat(TreeFiles.paths(tree))
        .as("in a web folder the name would be a hiding place")
        .containsExactly(".hidden/x.aspx", "C/inetpub/wwwroot/.bellbuoy/z.aspx");
    assertThat(tree.problems())
        .containsExactly(
            ".bellbuoy-cache is named as Bellbuoy names its own files and is left out.");
  }

  @Test
  void theOutputOfAnEarlierRunIsLeftOutButNoScriptHidesThere() throws Exception {
    String run = "{\"schema\":\"bellbuoy.run/1\",\"run\":\"x\"}";
    TreeFiles.write(folder, "logs/a.log", TreeFiles.IIS);
    TreeFiles.write(folder, "out/run.json", run);
    TreeFiles.write(folder, "out/copy.log", TreeFiles.IIS);
    TreeFiles.write(folder, "out/shell.aspx", "x");
    TreeFiles.write(folder, "C/inetpub/wwwroot/run.json", run);
    ServerTree tree = TreeFiles.one(folder);
    assertThat(TreeFiles.paths(tree))
        .containsExactly("C/inetpub/wwwroot/run.json", "logs/a.log", "out/shell.aspx");
    assertThat(tree.problems()).singleElement().asString().startsWith("out/ is the output");
  }

  @Test
  void tooDeepAndTooManyAreLeftOutAndNamed() throws Exception {
    TreeFiles.write(folder, "a/b/c/d.aspx", "x");
    TreeFiles.write(folder, "e.aspx", "x");
    TreeFiles.write(folder, "f.aspx", "x");
    TreeLimits shallow = new TreeLimits(1, 2, 10, 1 << 20, 100);
    ServerTree tree = ServerTrees.open(List.of(folder), null, shallow).getFirst();
    assertThat(TreeFiles.paths(tree)).containsExactly("e.aspx");
    assertThat(tree.problems())
        .containsExactly(
            "a/b/c/ lies deeper than 2 folders and is left out.",
            "f.aspx and what comes after it is left out: a root may hold 1 files.");
  }

  @Test
  void zipsBesideLogsAreOpenedAndThoseOnTheServersDiskAreNamed() throws Exception {
    TreeFiles.write(folder, "a.log", TreeFiles.IIS);
    TreeFiles.zip(folder.resolve("more.zip"), "b.log", TreeFiles.IIS);
    Files.createDirectories(folder.resolve("C/ProgramData"));
    TreeFiles.zip(folder.resolve("C/ProgramData/loot.zip"), "c.aspx", "x");
    ServerTree tree = TreeFiles.one(folder);
    assertThat(TreeFiles.paths(tree))
        .containsExactly("C/ProgramData/loot.zip", "a.log", "more.zip/b.log");
    assertThat(tree.problems())
        .containsExactly(
            "C/ProgramData/loot.zip is an archive on the server's own disk and is not opened.");
  }
}
