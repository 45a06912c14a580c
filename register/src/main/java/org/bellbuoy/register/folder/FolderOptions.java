package org.bellbuoy.register.folder;

/**
 * How much is read.
 *
 * @param mostBytes largest CSV file, decompressed
 * @param mostYamlBytes largest YAML file, which is read whole
 * @param mostRows most rows over all files
 */
public record FolderOptions(long mostBytes, int mostYamlBytes, int mostRows) {
  /** Heap that a row takes, with indexes and graphs over it; measured, see performance.md. */
  private static final long HEAP_BYTES_OF_ROW = 1_000;

  /** 1 GB of CSV, 8 MB of YAML, two million rows. */
  public static FolderOptions defaults() {
    return new FolderOptions(1_000_000_000L, 8_000_000, 2_000_000);
  }

  /** The same with as many rows as a heap of that size has room for. */
  public static FolderOptions forHeap(long heapBytes) {
    long rows = Math.clamp(heapBytes / HEAP_BYTES_OF_ROW, 1_000, 20_000_000);
    return new FolderOptions(1_000_000_000L, 8_000_000, (int) rows);
  }
}
