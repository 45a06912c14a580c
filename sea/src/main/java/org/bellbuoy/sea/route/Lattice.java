package org.bellbuoy.sea.route;

/**
 * One of the fixed divisions of the world into cells: rows from the South Pole, columns from 180
 * degrees west. All silences share them, so that land is looked up once; immutable.
 *
 * @param level rows are 1/64 degree high at level 0, half as much again at 1, twice at 2 and so on
 *     to 2 degrees at 14: 1.7 km to 222 km
 * @param widening columns are 2^widening times as many degrees wide as rows are high, 0 to 2, so
 *     that cells stay nearly square towards the poles
 */
record Lattice(int level, int widening) {
  static final int COARSEST = 14;
  private static final int WIDEST = 2;
  private static final double FINEST_DEGREES = 1.0 / 64;

  /** The lattice of that level with the squarest cells at a latitude. */
  static Lattice at(int level, double latitude) {
    double ratio = 1 / Math.max(1e-6, Math.cos(Math.toRadians(latitude)));
    int widening = (int) Math.round(Math.log(ratio) / Math.log(2));
    return new Lattice(level, Math.clamp(widening, 0, WIDEST));
  }

  double rowDegrees() {
    return FINEST_DEGREES * (level % 2 == 0 ? 1 : 1.5) * (1 << (level / 2));
  }

  double columnDegrees() {
    return rowDegrees() * (1 << widening);
  }

  /** Rows from pole to pole: a whole number at every level. */
  int rows() {
    return (int) Math.round(180 / rowDegrees());
  }

  /** Columns round the world: a whole number at every level. */
  int columns() {
    return (int) Math.round(360 / columnDegrees());
  }

  /** Latitude of the middle of a row. */
  double latitude(int row) {
    return (row + 0.5) * rowDegrees() - 90;
  }

  /** Longitude of the middle of a column, continuous: columns may be less than 0 or too many. */
  double longitude(int column) {
    return (column + 0.5) * columnDegrees() - 180;
  }

  int row(double latitude) {
    return (int) Math.floor((latitude + 90) / rowDegrees());
  }

  int column(double longitude) {
    return (int) Math.floor((longitude + 180) / columnDegrees());
  }
}
