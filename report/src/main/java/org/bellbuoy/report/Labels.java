package org.bellbuoy.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Words on a drawing that do not run into one another. Text is drawn larger on a phone, where the
 * drawing shrinks; a label that only fits on a wide screen is marked and left out on the phone.
 */
final class Labels {
  /** Size of text in drawing units on a wide screen, and on a phone; the style sheet agrees. */
  private static final double WIDE_SIZE = 12.5;

  private static final double PHONE_SIZE = 23;
  private static final int MAX_CHARACTERS = 30;

  /** Lines keep labels off in steps of this length, less than the height of any label. */
  private static final double GUARD_STEP = 7;

  private record Box(double left, double top, double right, double bottom) {
    boolean meets(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  private final double width;
  private final double height;
  private final List<Box> wide = new ArrayList<>();
  private final List<Box> phone = new ArrayList<>();
  private final List<Box> guards = new ArrayList<>();
  private boolean overLines;

  Labels(double width, double height) {
    this.width = width;
    this.height = height;
  }

  /** Keeps labels off a rectangle. */
  void reserve(double left, double top, double right, double bottom) {
    Box box = new Box(left, top, right, bottom);
    wide.add(box);
    phone.add(box);
  }

  /** Keeps labels off a line through interleaved x and y. */
  void guard(double[] line) {
    for (int i = 0; i + 3 < line.length; i += 2) {
      double dx = line[i + 2] - line[i];
      double dy = line[i + 3] - line[i + 1];
      int pieces = (int) Math.clamp(Math.ceil(Math.hypot(dx, dy) / GUARD_STEP), 1, 400);
      for (int j = 0; j <= pieces; j++) {
        double x = line[i] + dx * j / pieces;
        double y = line[i + 1] + dy * j / pieces;
        guards.add(new Box(x - 1, y - 1, x + 1, y + 1));
      }
    }
  }

  /** Writes a label beside a point where there is room; says whether there was. */
  boolean place(Html out, String name, double x, double y, double gap, String style) {
    String text = cut(name);
    String[] anchors = {"start", "end", "middle", "middle"};
    double[] dx = {gap, -gap, 0, 0};
    double[] dy = {WIDE_SIZE * 0.35, WIDE_SIZE * 0.35, -gap, gap + WIDE_SIZE * 0.8};
    return tried(out, text, x, y, anchors, dx, dy, style);
  }

  /**
   * Writes a label at a corner of a point on a line: below and to its right, where a curve that
   * climbs leaves room, or at any of the four.
   */
  boolean placeAtCorner(
      Html out, String name, double x, double y, double gap, String style, boolean any) {
    String[] anchors = {"start", "end", "start", "end"};
    double[] dx = {gap, -gap, gap, -gap};
    double[] dy = {gap + WIDE_SIZE * 0.8, -gap, -gap, gap + WIDE_SIZE * 0.8};
    int count = any ? anchors.length : 1;
    return tried(out, cut(name), x, y, Arrays.copyOf(anchors, count), dx, dy, style);
  }

  /** The last resort: beside the point, over lines but not over words. */
  boolean placeOverLines(Html out, String name, double x, double y, double gap, String style) {
    overLines = true;
    boolean placed = place(out, name, x, y, gap, style);
    overLines = false;
    return placed;
  }

  private static String cut(String name) {
    String text = SafeText.visible(name.strip(), MAX_CHARACTERS);
    int cut = text.indexOf("… (");
    return cut >= 0 ? text.substring(0, cut + 1) : text;
  }

  private boolean tried(
      Html out,
      String text,
      double x,
      double y,
      String[] anchors,
      double[] dx,
      double[] dy,
      String style) {
    if (text.isEmpty()) {
      return false;
    }
    for (int i = 0; i < anchors.length; i++) {
      if (write(out, text, x + dx[i], y + dy[i], anchors[i], style)) {
        return true;
      }
    }
    return false;
  }

  /** Writes text at that very place if it runs into nothing. */
  boolean write(Html out, String text, double x, double y, String anchor, String style) {
    Box box = box(text, x, y, anchor, WIDE_SIZE);
    if (!fits(box, wide)) {
      return false;
    }
    wide.add(box);
    Box large = box(text, x, y, anchor, PHONE_SIZE);
    boolean onPhone = fits(large, phone);
    if (onPhone) {
      phone.add(large);
    }
    out.raw("<text class=\"").raw(style).raw(onPhone ? "\"" : " wide\"");
    out.attribute("x", x).attribute("y", y);
    if (!anchor.equals("start")) {
      out.raw(" text-anchor=\"").raw(anchor).raw("\"");
    }
    out.raw(">").text(text).raw("</text>");
    return true;
  }

  private boolean fits(Box box, List<Box> taken) {
    return box.left >= 2
        && box.right <= width - 2
        && box.top >= 2
        && box.bottom <= height - 2
        && taken.stream().noneMatch(box::meets)
        && (overLines || guards.stream().noneMatch(box::meets));
  }

  private static Box box(String text, double x, double y, String anchor, double size) {
    double length = length(text) * size;
    double left =
        switch (anchor) {
          case "end" -> x - length;
          case "middle" -> x - length / 2;
          default -> x;
        };
    return new Box(left - 3, y - size * 0.85, left + length + 3, y + size * 0.3);
  }

  /** Width of text in sizes of its type, a little too much rather than too little. */
  static double length(String text) {
    return text.codePoints().mapToDouble(c -> c < 0x1100 ? 0.57 : 1).sum();
  }

  static double phoneLength(String text) {
    return length(text) * PHONE_SIZE;
  }
}
