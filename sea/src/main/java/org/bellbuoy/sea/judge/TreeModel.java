package org.bellbuoy.sea.judge;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sum of small regression trees: the log odds of a switch-off, as many being taken to be switched
 * off as not. Immutable and safe for use by many threads.
 */
final class TreeModel {
  private static final String NUMBER = "([-+.0-9Ee]+)";
  private static final Pattern HEAD = Pattern.compile("trees ([0-9]{1,6}) " + NUMBER);
  private static final Pattern NODE =
      Pattern.compile("(?:([A-Z0-9_]+)<" + NUMBER + "\\?([0-9]{1,6}):([0-9]{1,6}))?=" + NUMBER);

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
  static TreeModel read(Iterator<String> lines) {
    Matcher head = HEAD.matcher(next(lines));
    if (!head.matches()) {
      throw new IllegalArgumentException("trees begin with their number and a constant");
    }
    List<Tree> trees = new ArrayList<>();
    for (int t = Integer.parseInt(head.group(1)); t > 0; t--) {
      trees.add(tree(next(lines)));
    }
    return new TreeModel(number(head.group(2)), trees);
  }

  private static Tree tree(String line) {
    String[] nodes = line.split(" ", -1);
    int n = nodes.length;
    int[] feature = new int[n];
    double[] threshold = new double[n];
    int[] left = new int[n];
    int[] right = new int[n];
    double[] value = new double[n];
    for (int i = 0; i < n; i++) {
      Matcher node = NODE.matcher(nodes[i]);
      if (!node.matches()) {
        throw new IllegalArgumentException("this is no node of a tree: " + nodes[i]);
      }
      value[i] = single(node.group(5));
      if (node.group(1) == null) {
        feature[i] = -1;
        continue;
      }
      feature[i] = feature(node.group(1));
      threshold[i] = single(node.group(2));
      left[i] = Integer.parseInt(node.group(3));
      right[i] = Integer.parseInt(node.group(4));
    }
    return new Tree(feature, threshold, left, right, value);
  }

  private static String next(Iterator<String> lines) {
    if (!lines.hasNext()) {
      throw new IllegalArgumentException("the model ends before all of its trees");
    }
    return lines.next();
  }

  private static int feature(String name) {
    for (Feature feature : Feature.values()) {
      if (feature.name().equals(name)) {
        return feature.ordinal();
      }
    }
    throw new IllegalArgumentException("a tree asks for " + name + ", which is not known");
  }

  private static double single(String text) {
    number(text);
    // Not by way of a double, which would round twice.
    return Float.parseFloat(text);
  }

  /** A number of a model's file, which has to be one that can be reckoned with. */
  static double number(String text) {
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("this is no number: " + text, e);
    }
    if (!Double.isFinite((float) value)) {
      throw new IllegalArgumentException("a model has finite numbers only, not " + text);
    }
    return value;
  }

  /** The model as it comes back from its lines: with numbers cut to what is written. */
  TreeModel written() {
    return read(lines().iterator());
  }
}
