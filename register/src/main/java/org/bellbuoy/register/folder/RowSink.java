package org.bellbuoy.register.folder;

/** Takes rows and what could not be made one. */
interface RowSink {
  /** A row. False when no more are wanted. */
  boolean row(Row row);

  /** Something of a file that is no row. */
  void problem(int source, String file, long offset, int length, long line, RowProblem problem);
}
