package org.bellbuoy.register.folder;

/**
 * How much is read.
 *
 * @param mostBytes largest CSV file, decompressed
 * @param mostYamlBytes largest YAML file, which is read whole
 * @param mostRows most rows over all files
 */
public record FolderOptions(long mostBytes, int mostYamlBytes, int mostRows) {
  /** 1 GB of CSV, 8 MB of YAML, two million rows. */
  public static FolderOptions defaults() {
    return new FolderOptions(1_000_000_000L, 8_000_000, 2_000_000);
  }
}
