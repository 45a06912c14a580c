package org.bellbuoy.server.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bellbuoy.core.source.SourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServerTreesTest {
  @TempDir Path folder;

  @Test
  void aLogNamesTheServerAndFoldersItsProduct() throws Exception {
    TreeFiles.write(folder, "C/inetpub/logs/LogFiles/W3SVC1/u_ex250718.log", TreeFiles.IIS);
    TreeFiles.write(
        folder,
        "C/Program Files/Common Files/microsoft shared/Web Server Extensions/16/TEMPLATE/LAYOUTS/a.aspx",
        "x");
    ServerTree tree = TreeFiles.one(folder);
    assertThat(tree.identity().host()).isEqualTo("SP01");
    assertThat(tree.identity().product()).isEqualTo(Product.SHAREPOINT);
    assertThat(tree.told())
        .containsExactly(
            "Host SP01: s-computername in C/inetpub/logs/LogFiles/W3SVC1/u_ex250718.log.",
            "Product SharePoint: C/Program Files/Common Files/microsoft shared/Web Server"
                + " Extensions/16/TEMPLATE/LAYOUTS/a.aspx.");
  }

  @Test
  void aFolderOfCollectedServersIsSeveralServers() throws Exception {
    TreeFiles.write(
        folder, "mx1/C/Program Files/Microsoft/Exchange Server/V15/Bin/ExSetup.exe", "x");
    TreeFiles.write(folder, "sp1/inetpub/wwwroot/a.aspx", "x");
    TreeFiles.zip(folder.resolve("Collection-MX2-2025-07-20T10_00_00Z.zip"), "C/a.aspx", "x");
    List<ServerTree> trees = ServerTrees.open(List.of(folder), null, TreeLimits.defaults());
    assertThat(trees).extracting(t -> t.identity().host()).containsExactly("MX2", "mx1", "sp1");
    assertThat(trees.get(1).identity().product()).isEqualTo(Product.EXCHANGE);
  }

  @Test
  void filesBesideServersAreNamedAndMakeThemNoOneServer() throws Exception {
    TreeFiles.write(folder, "sp1/C/inetpub/wwwroot/a.aspx", "x");
    TreeFiles.write(folder, "sp2/C/inetpub/wwwroot/a.aspx", "x");
    TreeFiles.zip(folder.resolve("EX01.zip"), "C/inetpub/wwwroot/b.aspx", "x");
    TreeFiles.write(folder, "truth.json", "{}");
    TreeFiles.write(folder, "fleet.yaml", "servers: []");
    TreeFiles.write(folder, "bellbuoy-out/run.json", "{\"schema\":\"bellbuoy.run/1\"}");
    TreeFiles.write(folder, "bellbuoy-out/findings.jsonl", "{\"EventID\": 1}");
    List<ServerTree> trees = ServerTrees.open(List.of(folder), null, TreeLimits.defaults());
    assertThat(trees).extracting(t -> t.identity().host()).containsExactly("EX01", "sp1", "sp2");
    assertThat(trees).allSatisfy(t -> assertThat(t.problems()).isEmpty());
    assertThat(trees.getFirst().notes())
        .hasSize(4)
        .anyMatch(n -> n.contains("without a time zone"))
        .anyMatch(n -> n.contains("truth.json lies beside the servers"))
        .anyMatch(n -> n.contains("fleet.yaml") && n.contains("give it with --fleet"))
        .anyMatch(n -> n.contains("bellbuoy-out is the output of an earlier run"));
  }

  @Test
  void aLogBesideServersIsAProblemForItWasNotRead() throws Exception {
    TreeFiles.write(folder, "sp1/C/inetpub/wwwroot/a.aspx", "x");
    TreeFiles.write(folder, "sp2/C/inetpub/wwwroot/a.aspx", "x");
    TreeFiles.write(folder, "u_ex250718.log", TreeFiles.IIS);
    List<ServerTree> trees = ServerTrees.open(List.of(folder), null, TreeLimits.defaults());
    assertThat(trees).hasSize(2);
    assertThat(trees.getFirst().problems())
        .singleElement()
        .asString()
        .contains("u_ex250718.log", "was not read", "fleet file");
  }

  @Test
  void whatAnEarlierRunWroteIsNotReadAgain() throws Exception {
    TreeFiles.write(folder, "C/inetpub/wwwroot/a.aspx", "x");
    TreeFiles.write(
        folder, "old/findings.jsonl", "{\"schema\":\"bellbuoy.finding/1\",\"EventID\":1}\n");
    ServerTree tree = TreeFiles.one(folder);
    assertThat(TreeFiles.paths(tree)).containsExactly("C/inetpub/wwwroot/a.aspx");
    assertThat(tree.problems())
        .containsExactly(
            "old/findings.jsonl was written by an earlier run of Bellbuoy and is not read.");
  }

  @Test
  void drivesOfOneServerAndFoldersOfLogsStayOneServer() throws Exception {
    TreeFiles.write(folder, "a/C/inetpub/wwwroot/a.aspx", "x");
    TreeFiles.write(folder, "a/D/inetpub/wwwroot/b.aspx", "x");
    TreeFiles.write(folder, "b/one/u_ex250718.log", TreeFiles.IIS);
    TreeFiles.write(folder, "b/two/u_ex250719.log", TreeFiles.IIS);
    assertThat(TreeFiles.one(folder.resolve("a")).files()).hasSize(2);
    assertThat(TreeFiles.one(folder.resolve("b")).files()).hasSize(2);
  }

  @Test
  void serversOfTheFleetFileKeepWhatItSaysAndTheRestIsDiscovered() throws Exception {
    TreeFiles.write(folder, "one/C/inetpub/wwwroot/a.aspx", "x");
    TreeFiles.write(folder, "one-logs/u_ex250718.log", TreeFiles.IIS);
    TreeFiles.write(folder, "two/C/inetpub/wwwroot/b.aspx", "x");
    TreeFiles.write(folder, "note.txt", "x");
    Path file =
        TreeFiles.write(
            folder,
            "fleet.yaml",
            "servers:\n- {host: SP9, farm: north, product: SharePoint SE, paths: [one, one-logs]}\n");
    List<ServerTree> trees =
        ServerTrees.open(List.of(folder), Fleet.read(file), TreeLimits.defaults());
    assertThat(trees).extracting(t -> t.identity().host()).containsExactly("SP9", "two");
    ServerTree given = trees.getFirst();
    assertThat(given.identity().farm()).isEqualTo("north");
    assertThat(given.identity().product()).isEqualTo(Product.SHAREPOINT_SE);
    assertThat(TreeFiles.paths(given))
        .containsExactly("one-logs/u_ex250718.log", "one/C/inetpub/wwwroot/a.aspx");
    assertThat(given.problems()).isEmpty();
    assertThat(given.notes())
        .singleElement()
        .asString()
        .endsWith("note.txt lies beside the servers and is of none of them.");
  }

  @Test
  void hostsThatComeTwiceAreToldApart() throws Exception {
    TreeFiles.write(folder, "a/u_ex1.log", TreeFiles.IIS);
    TreeFiles.write(folder, "b/u_ex250718.log", TreeFiles.IIS);
    TreeFiles.write(folder, "a/u_ex250718.log", TreeFiles.IIS);
    List<ServerTree> trees =
        ServerTrees.open(
            List.of(folder.resolve("a"), folder.resolve("b"), folder.resolve("a")),
            null,
            TreeLimits.defaults());
    assertThat(trees).extracting(t -> t.identity().host()).containsExactly("SP01", "SP01-2");
  }

  @Test
  void aRootThatIsNotThereIsASentence() {
    assertThatThrownBy(
            () -> ServerTrees.open(List.of(folder.resolve("x")), null, TreeLimits.defaults()))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("There is no file or folder");
  }

  @Test
  void theOrderOfFilesIsThatOfTheirPaths() throws Exception {
    for (String name : List.of("z.aspx", "B/c.aspx", "a.aspx", "b/d.aspx")) {
      TreeFiles.write(folder, name, "x");
    }
    assertThat(TreeFiles.paths(TreeFiles.one(folder))).isSorted().hasSize(4);
  }

  @Test
  void everyRealLogIsRecognised() throws Exception {
    Path shared =
        Path.of(System.getProperty("bellbuoy.root", "."), "..", "shared").resolve("data/server");
    assumeTrue(Files.isDirectory(shared), "the shared recordings are not here");
    assertThat(roles(shared.resolve("iis-benign-waikolai"))).containsOnlyKeys(FileRole.IIS_LOG);
    assertThat(roles(shared.resolve("iis-internet-noise-webknowit")))
        .containsOnlyKeys(FileRole.IIS_LOG);
    assertThat(roles(shared.resolve("iis-attack"))).isEqualTo(Map.of(FileRole.IIS_LOG, 2));
    assertThat(roles(shared.resolve("apache-benign"))).isEqualTo(Map.of(FileRole.ACCESS_LOG, 1));
    assertThat(roles(shared.resolve("apache-scan")))
        .isEqualTo(Map.of(FileRole.ACCESS_LOG, 3, FileRole.OTHER, 1));
    assertThat(roles(shared.resolve("evtx"))).isEqualTo(Map.of(FileRole.EVTX, 4));
    assertThat(roles(shared.resolve("exchange")))
        .isEqualTo(Map.of(FileRole.EVENT_EXPORT, 1, FileRole.HTTP_PROXY_LOG, 1));
  }

  private static Map<FileRole, Integer> roles(Path root) throws Exception {
    Map<FileRole, Integer> roles = new TreeMap<>();
    TreeFiles.one(root).files().forEach(f -> roles.merge(f.role(), 1, Integer::sum));
    return roles;
  }
}
