package org.bellbuoy.server.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When files of a zip were changed does not depend on where the sweep runs. */
final class ZipTimeTest {
  private static final LocalDateTime WALL = LocalDateTime.of(2025, 7, 20, 12, 34, 56);
  private static final Instant MOMENT = Instant.parse("2025-07-20T03:34:57Z");

  @TempDir Path folder;
  private final TimeZone before = TimeZone.getDefault();
  private Path zip = Path.of("");

  @BeforeEach
  void writeZip() throws Exception {
    zip = folder.resolve("SP01.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      ZipEntry dos = new ZipEntry("C/inetpub/wwwroot/dos.aspx");
      dos.setTimeLocal(WALL);
      put(out, dos);
      ZipEntry extended = new ZipEntry("C/inetpub/wwwroot/extended.aspx");
      extended.setLastModifiedTime(FileTime.from(MOMENT));
      put(out, extended);
      ZipEntry none = new ZipEntry("C/inetpub/wwwroot/none.aspx");
      none.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
      put(out, none);
    }
  }

  private static void put(ZipOutputStream out, ZipEntry entry) throws Exception {
    out.putNextEntry(entry);
    out.write('x');
    out.closeEntry();
  }

  @AfterEach
  void restoreZone() {
    TimeZone.setDefault(before);
  }

  private static TreeFile file(ServerTree tree, String name) {
    return tree.files().stream().filter(f -> f.path().endsWith(name)).findFirst().orElseThrow();
  }

  private static Instant time(ServerTree tree, String name) {
    return Instant.ofEpochMilli(file(tree, name).modifiedMillis());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Asia/Tokyo", "America/St_Johns"})
  void withoutAFleetFileTheWallClockIsReadAsUtcAndCalledUnknown(String here) throws Exception {
    TimeZone.setDefault(TimeZone.getTimeZone(here));
    ServerTree tree = TreeFiles.one(zip);
    assertThat(time(tree, "dos.aspx")).isEqualTo("2025-07-20T12:34:56Z");
    assertThat(file(tree, "dos.aspx").zoneUnknown()).isTrue();
    assertThat(time(tree, "extended.aspx")).isEqualTo(MOMENT);
    assertThat(file(tree, "extended.aspx").zoneUnknown()).isFalse();
    assertThat(file(tree, "none.aspx").modifiedMillis()).isEqualTo(TreeFile.NO_TIME);
    assertThat(tree.problems()).isEmpty();
    assertThat(tree.notes()).singleElement().asString().contains("without a time zone", "zone");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Asia/Tokyo"})
  void theFleetFilesZoneIsThatOfTheWallClock(String here) throws Exception {
    TimeZone.setDefault(TimeZone.getTimeZone(here));
    Path fleet =
        TreeFiles.write(
            folder,
            "fleet.yaml",
            "servers:\n- {host: SP9, zone: Europe/Oslo, paths: [SP01.zip]}\n");
    ServerTree tree =
        ServerTrees.open(List.of(), Fleet.read(fleet), TreeLimits.defaults()).getFirst();
    assertThat(time(tree, "dos.aspx")).isEqualTo("2025-07-20T10:34:56Z");
    assertThat(file(tree, "dos.aspx").zoneUnknown()).isFalse();
    assertThat(time(tree, "extended.aspx")).isEqualTo(MOMENT);
    assertThat(tree.notes()).isEmpty();
  }

  @Test
  void aZipWithinAFolderIsReadAlike() throws Exception {
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
    ServerTree tree = TreeFiles.one(folder);
    assertThat(time(tree, "dos.aspx")).isEqualTo("2025-07-20T12:34:56Z");
    assertThat(file(tree, "dos.aspx").zoneUnknown()).isTrue();
  }
}
