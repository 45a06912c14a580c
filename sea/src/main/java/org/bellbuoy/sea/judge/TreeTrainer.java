package org.bellbuoy.sea.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gradient boosting of small trees for the logistic loss, grown leaf by leaf on binned values, with
 * directions that a feature may not go against (Friedman, 2001; Chen and Guestrin, 2016). No random
 * source: the same rows give the same model.
 */
final class TreeTrainer {
  private static final int BINS = 64;

  private final Settings settings;

  TreeTrainer(Settings settings) {
    this.settings = settings;
  }

  /**
   * How to grow.
   *
   * @param trees number of trees
   * @param leaves most leaves of a tree
   * @param rate share of each step that is taken
   * @param leastRows fewest rows of a leaf
   * @param l2 pull of leaf values to zero
   */
  record Settings(int trees, int leaves, double rate, int leastRows, double l2) {
    static Settings defaults() {
      return new Settings(220, 10, 0.06, 25, 5);
    }
  }

  /** Sums of one leaf's rows in one bin, or all. */
  private static final class Leaf {
    int node;
    int from;
    int to;
    double low = Double.NEGATIVE_INFINITY;
    double high = Double.POSITIVE_INFINITY;
    double gradient;
    double hessian;
    double gain;
    int bestFeature = -1;
    int bestBin;
    double leftValue;
    double rightValue;
  }

  /**
   * Fits a model.
   *
   * @param rows values by feature index
   * @param truth whether each row was switched off
   * @param weight of each row, positive
   * @param features indices that may be asked for
   */
  TreeModel fit(List<double[]> rows, boolean[] truth, double[] weight, int[] features) {
    int n = rows.size();
    if (n == 0) {
      throw new IllegalArgumentException("nothing to learn from");
    }
    double[][] edges = new double[features.length][];
    byte[][] bins = new byte[features.length][n];
    for (int f = 0; f < features.length; f++) {
      edges[f] = edges(rows, features[f]);
      for (int i = 0; i < n; i++) {
        bins[f][i] = (byte) bin(edges[f], rows.get(i)[features[f]]);
      }
    }
    double positive = 0;
    double all = 0;
    for (int i = 0; i < n; i++) {
      all += weight[i];
      positive += truth[i] ? weight[i] : 0;
    }
    double share = Math.clamp(positive / all, 1e-3, 1 - 1e-3);
    double bias = Math.log(share / (1 - share));
    double[] score = new double[n];
    Arrays.fill(score, bias);
    double[] gradient = new double[n];
    double[] hessian = new double[n];
    List<TreeModel.Tree> trees = new ArrayList<>();
    for (int t = 0; t < settings.trees(); t++) {
      for (int i = 0; i < n; i++) {
        double p = 1 / (1 + Math.exp(-score[i]));
        gradient[i] = weight[i] * (p - (truth[i] ? 1 : 0));
        hessian[i] = weight[i] * p * (1 - p);
      }
      trees.add(new Grower(bins, edges, features, gradient, hessian).grow(score));
    }
    return new TreeModel(bias, trees);
  }

  /** Upper edges of the bins: quantiles of the values there are. */
  private static double[] edges(List<double[]> rows, int feature) {
    double[] sorted = rows.stream().mapToDouble(r -> r[feature]).sorted().toArray();
    double[] edges = new double[BINS - 1];
    int count = 0;
    for (int b = 1; b < BINS; b++) {
      int at = (int) ((long) b * sorted.length / BINS);
      if (at == 0 || at >= sorted.length) {
        continue;
      }
      // Between two neighbours, rounded as it will be written, so that a model reads back the same.
      double edge = (float) ((sorted[at - 1] + sorted[at]) / 2);
      if (edge < sorted[sorted.length - 1] && (count == 0 || edge > edges[count - 1])) {
        edges[count++] = edge;
      }
    }
    return Arrays.copyOf(edges, count);
  }

  private static int bin(double[] edges, double value) {
    int found = Arrays.binarySearch(edges, value);
    return found >= 0 ? found : -found - 1;
  }

  /** Grows one tree. */
  private final class Grower {
    private final byte[][] bins;
    private final double[][] edges;
    private final int[] features;
    private final double[] gradient;
    private final double[] hessian;
    private final int[] order;
    private final List<int[]> nodes = new ArrayList<>();
    private final List<double[]> numbers = new ArrayList<>();

    Grower(byte[][] bins, double[][] edges, int[] features, double[] gradient, double[] hessian) {
      this.bins = bins;
      this.edges = edges;
      this.features = features;
      this.gradient = gradient;
      this.hessian = hessian;
      order = new int[gradient.length];
      for (int i = 0; i < order.length; i++) {
        order[i] = i;
      }
    }

    TreeModel.Tree grow(double[] score) {
      List<Leaf> leaves = new ArrayList<>();
      Leaf root = new Leaf();
      root.to = order.length;
      sum(root);
      root.node = node(value(root.gradient, root.hessian, root), root.hessian);
      search(root);
      leaves.add(root);
      while (leaves.size() < settings.leaves()) {
        Leaf best = null;
        for (Leaf leaf : leaves) {
          if (leaf.bestFeature >= 0 && (best == null || leaf.gain > best.gain)) {
            best = leaf;
          }
        }
        if (best == null) {
          break;
        }
        split(best, leaves);
      }
      for (Leaf leaf : leaves) {
        double step = numbers.get(leaf.node)[1];
        for (int i = leaf.from; i < leaf.to; i++) {
          score[order[i]] += step;
        }
      }
      return tree();
    }

    private int node(double value, double cover) {
      nodes.add(new int[] {-1, 0, 0});
      numbers.add(new double[] {0, (float) (settings.rate() * value), cover});
      return nodes.size() - 1;
    }

    private void sum(Leaf leaf) {
      for (int i = leaf.from; i < leaf.to; i++) {
        leaf.gradient += gradient[order[i]];
        leaf.hessian += hessian[order[i]];
      }
    }

    private double value(double g, double h, Leaf within) {
      return Math.clamp(-g / (h + settings.l2()), within.low, within.high);
    }

    /** Loss taken away by giving a value to rows with those sums. */
    private double gained(double g, double h, double value) {
      return -(g * value + 0.5 * (h + settings.l2()) * value * value);
    }

    private void search(Leaf leaf) {
      if (leaf.to - leaf.from < 2 * settings.leastRows()) {
        return;
      }
      double[] g = new double[BINS];
      double[] h = new double[BINS];
      int[] count = new int[BINS];
      double own = gained(leaf.gradient, leaf.hessian, value(leaf.gradient, leaf.hessian, leaf));
      for (int f = 0; f < features.length; f++) {
        Arrays.fill(g, 0);
        Arrays.fill(h, 0);
        Arrays.fill(count, 0);
        byte[] column = bins[f];
        for (int i = leaf.from; i < leaf.to; i++) {
          int row = order[i];
          int b = column[row];
          g[b] += gradient[row];
          h[b] += hessian[row];
          count[b]++;
        }
        int direction = Feature.values()[features[f]].direction;
        double leftG = 0;
        double leftH = 0;
        int leftCount = 0;
        for (int b = 0; b < edges[f].length; b++) {
          leftG += g[b];
          leftH += h[b];
          leftCount += count[b];
          int rightCount = leaf.to - leaf.from - leftCount;
          if (leftCount < settings.leastRows()) {
            continue;
          }
          if (rightCount < settings.leastRows()) {
            break;
          }
          double left = value(leftG, leftH, leaf);
          double right = value(leaf.gradient - leftG, leaf.hessian - leftH, leaf);
          if (direction * (right - left) < 0) {
            continue;
          }
          double gain =
              gained(leftG, leftH, left)
                  + gained(leaf.gradient - leftG, leaf.hessian - leftH, right)
                  - own;
          if (gain > leaf.gain + 1e-9) {
            leaf.gain = gain;
            leaf.bestFeature = f;
            leaf.bestBin = b;
            leaf.leftValue = left;
            leaf.rightValue = right;
          }
        }
      }
    }

    private void split(Leaf leaf, List<Leaf> leaves) {
      int f = leaf.bestFeature;
      byte[] column = bins[f];
      int[] right = new int[leaf.to - leaf.from];
      int rights = 0;
      int middle = leaf.from;
      for (int i = leaf.from; i < leaf.to; i++) {
        if (column[order[i]] <= leaf.bestBin) {
          order[middle++] = order[i];
        } else {
          right[rights++] = order[i];
        }
      }
      System.arraycopy(right, 0, order, middle, rights);
      Leaf a = new Leaf();
      Leaf b = new Leaf();
      a.from = leaf.from;
      a.to = middle;
      b.from = middle;
      b.to = leaf.to;
      a.low = leaf.low;
      a.high = leaf.high;
      b.low = leaf.low;
      b.high = leaf.high;
      int direction = Feature.values()[features[f]].direction;
      double between = (leaf.leftValue + leaf.rightValue) / 2;
      if (direction > 0) {
        a.high = between;
        b.low = between;
      } else if (direction < 0) {
        a.low = between;
        b.high = between;
      }
      sum(a);
      sum(b);
      a.node = node(value(a.gradient, a.hessian, a), a.hessian);
      b.node = node(value(b.gradient, b.hessian, b), b.hessian);
      nodes.set(leaf.node, new int[] {features[f], a.node, b.node});
      numbers.get(leaf.node)[0] = edges[f][leaf.bestBin];
      search(a);
      search(b);
      leaves.remove(leaf);
      leaves.add(a);
      leaves.add(b);
    }

    private TreeModel.Tree tree() {
      int n = nodes.size();
      int[] feature = new int[n];
      double[] threshold = new double[n];
      int[] left = new int[n];
      int[] right = new int[n];
      double[] value = new double[n];
      for (int i = n - 1; i >= 0; i--) {
        feature[i] = nodes.get(i)[0];
        left[i] = nodes.get(i)[1];
        right[i] = nodes.get(i)[2];
        threshold[i] = numbers.get(i)[0];
        value[i] = numbers.get(i)[1];
        if (feature[i] >= 0) {
          double coverLeft = numbers.get(left[i])[2];
          double coverRight = numbers.get(right[i])[2];
          value[i] =
              (float)
                  ((value[left[i]] * coverLeft + value[right[i]] * coverRight)
                      / Math.max(1e-12, coverLeft + coverRight));
        }
      }
      return new TreeModel.Tree(feature, threshold, left, right, value);
    }
  }
}
