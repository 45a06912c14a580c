package org.bellbuoy.register.control;

import org.bellbuoy.register.model.Share;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.data.DMatrixSparseTriplet;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.ejml.interfaces.linsol.LinearSolverSparse;
import org.ejml.ops.DConvertMatrixStruct;
import org.ejml.sparse.FillReducing;
import org.ejml.sparse.csc.CommonOps_DSCC;
import org.ejml.sparse.csc.factory.LinearSolverFactory_DSCC;

/** Solves with (I - W) over one loop, where W are the shares within it. Safe for many threads. */
sealed interface LoopSolver {
  /** v with v (I - W) = b: what flows down from holders. */
  double[] down(double[] b);

  /** c with (I - W) c = b: what flows up to holders. */
  double[] up(double[] b);

  /** Entry (i, i) of the inverse. */
  double diagonal(int i);

  /**
   * Prepares a loop that is not closed.
   *
   * @param local index of each member within the loop, by node
   * @param denseUpTo largest loop whose inverse is kept whole
   */
  static LoopSolver of(
      ShareGraph graph,
      Bound bound,
      int[] members,
      int[] local,
      int component,
      Loops loops,
      int denseUpTo) {
    int n = members.length;
    if (n <= denseUpTo) {
      DMatrixRMaj matrix = new DMatrixRMaj(n, n);
      within(
          graph,
          bound,
          members,
          local,
          component,
          loops,
          (i, j, share) -> matrix.add(i, j, -share));
      for (int i = 0; i < n; i++) {
        matrix.add(i, i, 1);
      }
      return Dense.of(matrix);
    }
    DMatrixSparseTriplet triplets = new DMatrixSparseTriplet(n, n, 8 * n);
    for (int i = 0; i < n; i++) {
      triplets.addItem(i, i, 1);
    }
    within(
        graph,
        bound,
        members,
        local,
        component,
        loops,
        (i, j, share) -> triplets.addItem(i, j, -share));
    return Sparse.of(DConvertMatrixStruct.convert(triplets, (DMatrixSparseCSC) null));
  }

  /** Takes each share within a loop. */
  @FunctionalInterface
  interface Entries {
    void take(int holder, int target, double share);
  }

  private static void within(
      ShareGraph graph,
      Bound bound,
      int[] members,
      int[] local,
      int component,
      Loops loops,
      Entries entries) {
    for (int j = 0; j < members.length; j++) {
      int node = members[j];
      for (int edge = graph.columnStart(node); edge < graph.columnEnd(node); edge++) {
        int from = graph.holder(edge);
        long units = graph.units(edge, bound);
        if (units > 0 && loops.componentOf(from) == component) {
          entries.take(local[from], j, units / (double) Share.ONE);
        }
      }
    }
  }

  /** The whole inverse of a small loop. */
  final class Dense implements LoopSolver {
    private final DMatrixRMaj inverse;

    private Dense(DMatrixRMaj inverse) {
      this.inverse = inverse;
    }

    static Dense of(DMatrixRMaj matrix) {
      int n = matrix.getNumRows();
      LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.lu(n);
      DMatrixRMaj inverse = new DMatrixRMaj(n, n);
      if (!solver.setA(matrix)) {
        throw new IllegalStateException("A loop that is not closed has no inverse.");
      }
      solver.invert(inverse);
      return new Dense(inverse);
    }

    @Override
    public double[] down(double[] b) {
      int n = b.length;
      double[] v = new double[n];
      for (int i = 0; i < n; i++) {
        if (b[i] != 0) {
          for (int j = 0; j < n; j++) {
            v[j] += b[i] * inverse.unsafe_get(i, j);
          }
        }
      }
      return v;
    }

    @Override
    public double[] up(double[] b) {
      int n = b.length;
      double[] c = new double[n];
      for (int i = 0; i < n; i++) {
        double sum = 0;
        for (int j = 0; j < n; j++) {
          sum += inverse.unsafe_get(i, j) * b[j];
        }
        c[i] = sum;
      }
      return c;
    }

    @Override
    public double diagonal(int i) {
      return inverse.get(i, i);
    }
  }

  /** LU factors of a large loop, and of its transpose. */
  final class Sparse implements LoopSolver {
    private final LinearSolverSparse<DMatrixSparseCSC, DMatrixRMaj> upwards;
    private final LinearSolverSparse<DMatrixSparseCSC, DMatrixRMaj> downwards;
    private final double[] diagonal;

    private Sparse(
        LinearSolverSparse<DMatrixSparseCSC, DMatrixRMaj> upwards,
        LinearSolverSparse<DMatrixSparseCSC, DMatrixRMaj> downwards,
        int n) {
      this.upwards = upwards;
      this.downwards = downwards;
      this.diagonal = new double[n];
    }

    static Sparse of(DMatrixSparseCSC matrix) {
      return new Sparse(
          factor(matrix), factor(CommonOps_DSCC.transpose(matrix, null, null)), matrix.numRows);
    }

    private static LinearSolverSparse<DMatrixSparseCSC, DMatrixRMaj> factor(
        DMatrixSparseCSC matrix) {
      LinearSolverSparse<DMatrixSparseCSC, DMatrixRMaj> solver =
          LinearSolverFactory_DSCC.lu(FillReducing.NONE);
      if (!solver.setA(matrix)) {
        throw new IllegalStateException("A loop that is not closed has no factors.");
      }
      return solver;
    }

    @Override
    public double[] down(double[] b) {
      return solve(downwards, b);
    }

    @Override
    public double[] up(double[] b) {
      return solve(upwards, b);
    }

    private static double[] solve(
        LinearSolverSparse<DMatrixSparseCSC, DMatrixRMaj> solver, double[] b) {
      DMatrixRMaj x = new DMatrixRMaj(b.length, 1);
      // The solver keeps room for its work between calls.
      synchronized (solver) {
        solver.solve(DMatrixRMaj.wrap(b.length, 1, b.clone()), x);
      }
      return x.getData();
    }

    @Override
    public synchronized double diagonal(int i) {
      if (diagonal[i] == 0) {
        double[] unit = new double[diagonal.length];
        unit[i] = 1;
        diagonal[i] = up(unit)[i];
      }
      return diagonal[i];
    }
  }
}
