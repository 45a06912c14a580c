package org.bellbuoy.sea.judge;

import java.util.ArrayList;
import java.util.List;

/**
 * A sum of small regression trees: the log odds of a switch-off, as many being taken to be switched
 * off as not. Immutable and safe for use by many threads.
 */
final class TreeModel {
  private final double bias;
  private final List<Tree> trees;

  TreeModel(double bias, List<Tree> trees) {
    this.bias = bias;
    this.trees = List.copyOf(trees);
  }

  /**
   * One tree. Node 0 is the root. A leaf has the feature −1. The value of an inner node is the mean
   * of what lies below it, so that the step from a node to its child tells what the question there
   * contributed.
   */
  @SuppressWarnings("ArrayRecordComponent") // copied in, never handed out
  record Tree(int[] feature, double[] threshold, int[] left, int[] right, double[] value) {
    Tree {
      feature = feature.clone();
      threshold = threshold.clone();
      left = left.clone();
      right = right.clone();
      value = value.clone();
      for (int i = 0; i < feature.length; i++) {
        if (feature[i] >= 0
            && (left[i] <= i
                || right[i] <= i
                || left[i] >= value.length
                || right[i] >= value.length)) {
          throw new IllegalArgumentException("children come after their parent");
        }
      }
    }

    double of(double[] values) {
      int node = 0;
      while (feature[node] >= 0) {
        node = values[feature[node]] <= threshold[node] ? left[node] : right[node];
      }
      return value[node];
    }

    void contribute(double[] values, double[] byFeature) {
      int node = 0;
      while (feature[node] >= 0) {
        int next = values[feature[node]] <= threshold[node] ? left[node] : right[node];
        byFeature[feature[node]] += value[next] - value[node];
        node = next;
      }
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Tree tree
          && java.util.Arrays.equals(feature, tree.feature)
          && java.util.Arrays.equals(threshold, tree.threshold)
          && java.util.Arrays.equals(left, tree.left)
          && java.util.Arrays.equals(right, tree.right)
          && java.util.Arrays.equals(value, tree.value);
    }

    @Override
    public int hashCode() {
      return java.util.Arrays.hashCode(value);
    }

    @Override
    public String toString() {
      return "a tree of " + feature.length + " nodes";
    }
  }

  /** The log odds. */
  double logOdds(double[] values) {
    double sum = bias;
    for (Tree tree : trees) {
      sum += tree.of(values);
    }
    return sum;
  }

  /** What each feature contributed to the log odds, by its index (Saabas, 2014). */
  double[] contributions(double[] values) {
    double[] byFeature = new double[values.length];
    for (Tree tree : trees) {
      tree.contribute(values, byFeature);
    }
    return byFeature;
  }

  /** Lines that {@link #read} takes. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("trees " + trees.size() + " " + bias);
    for (Tree tree : trees) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < tree.feature.length; i++) {
        if (i > 0) {
          line.append(' ');
        }
        if (tree.feature[i] < 0) {
          line.append('=').append((float) tree.value[i]);
        } else {
          line.append(Feature.values()[tree.feature[i]])
              .append('<')
              .append((float) tree.threshold[i])
              .append('?')
              .append(tree.left[i])
              .append(':')
              .append(tree.right[i])
              .append('=')
              .append((float) tree.value[i]);
        }
      }
      lines.add(line.toString());
    }
    return lines;
  }

  /**
   * Reads what {@link #lines} wrote.
   *
   * @throws IllegalArgumentException when it is something else
   */
  static TreeModel read(java.util.Iterator<String> lines) {
    String[] head = lines.next().split(" ");
    if (head.length != 3 || !head[0].equals("trees")) {
      throw new IllegalArgumentException("a model begins with its number of trees");
    }
    int count = Integer.parseInt(head[1]);
    List<Tree> trees = new ArrayList<>();
    for (int t = 0; t < count; t++) {
      String[] nodes = lines.next().split(" ");
      int n = nodes.length;
      int[] feature = new int[n];
      double[] threshold = new double[n];
      int[] left = new int[n];
      int[] right = new int[n];
      double[] value = new double[n];
      for (int i = 0; i < n; i++) {
        String node = nodes[i];
        int equals = node.indexOf('=');
        value[i] = Float.parseFloat(node.substring(equals + 1));
        int less = node.indexOf('<');
        if (less < 0) {
          feature[i] = -1;
          continue;
        }
        int question = node.indexOf('?');
        int colon = node.indexOf(':');
        feature[i] = Feature.valueOf(node.substring(0, less)).ordinal();
        threshold[i] = Float.parseFloat(node.substring(less + 1, question));
        left[i] = Integer.parseInt(node.substring(question + 1, colon));
        right[i] = Integer.parseInt(node.substring(colon + 1, equals));
      }
      trees.add(new Tree(feature, threshold, left, right, value));
    }
    return new TreeModel(Double.parseDouble(head[2]), trees);
  }

  /** The model as it comes back from its lines: with numbers cut to what is written. */
  TreeModel written() {
    return read(lines().iterator());
  }
}
